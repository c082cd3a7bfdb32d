package org.cadastre.compare.internal.condense;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.internal.Replacements;
import org.osgi.service.component.annotations.Component;

/** A unit that took the place of another one under its name is one thing to tell, not one device that went and one that came. */
@Component(service = CondensingRule.class)
public final class ReplacedRule implements CondensingRule {

    @Override
    public String name() {
        return "replaced";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public List<Condensed> condense(List<ChangeOnDevice> changes) {
        Map<String, List<ChangeOnDevice>> units = new TreeMap<>();
        changes.stream().filter(each -> Replacements.isReplaced(each.device()) || Replacements.isReplacement(each.device()))
                .forEach(each -> units.computeIfAbsent(each.device().getName(), none -> new ArrayList<>()).add(each));
        List<Condensed> result = new ArrayList<>();
        units.forEach((name, group) -> result.add(new Condensed(name + " was replaced by another unit of the same name", group)));
        return result;
    }
}
