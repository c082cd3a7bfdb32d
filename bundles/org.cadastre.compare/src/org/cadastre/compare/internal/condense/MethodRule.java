package org.cadastre.compare.internal.condense;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.model.metamodel.Metamodel;
import org.osgi.service.component.annotations.Component;

/** Differences that reading in another way may explain are kept apart from the rest, section by section. */
@Component(service = CondensingRule.class)
public final class MethodRule implements CondensingRule {

    @Override
    public String name() {
        return "read-differently";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public List<Condensed> condense(List<ChangeOnDevice> changes) {
        Map<String, List<ChangeOnDevice>> sections = new TreeMap<>();
        changes.stream().filter(each -> each.change().isExplainedByMethod()).forEach(each -> sections
                .computeIfAbsent(each.change().getSection(), none -> new ArrayList<>()).add(each));
        List<Condensed> result = new ArrayList<>();
        sections.forEach((section, group) -> result.add(new Condensed(Metamodel.label(section) + " read in another way on "
                + ChangeOnDevice.devices(group) + ": " + group.size() + " differences may come from that", group)));
        return result;
    }
}
