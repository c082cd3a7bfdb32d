package org.cadastre.compare.internal.condense;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.condense.ElementPath;
import org.cadastre.compare.model.Change;
import org.cadastre.model.metamodel.Metamodel;
import org.osgi.service.component.annotations.Component;

/** The same kind of change in the same kind of place, on one device or many: "41 packages: version changed on 12 devices". */
@Component(service = CondensingRule.class)
public final class SameKindRule implements CondensingRule {

    @Override
    public String name() {
        return "same-kind";
    }

    @Override
    public int rank() {
        return 30;
    }

    @Override
    public List<Condensed> condense(List<ChangeOnDevice> changes) {
        Map<String, List<ChangeOnDevice>> groups = new TreeMap<>();
        for (ChangeOnDevice each : changes) {
            Change change = each.change();
            if (change.isExplainedByMethod()) {
                continue;
            }
            String kind = String.join("/", change.getSection(), ElementPath.of(change.getElement()).list(),
                    change.getAttribute(), change.getKind().getLiteral());
            groups.computeIfAbsent(kind, none -> new ArrayList<>()).add(each);
        }
        return groups.values().stream().map(group -> new Condensed(title(group), group)).toList();
    }

    private static String title(List<ChangeOnDevice> group) {
        Change first = group.getFirst().change();
        String verb = first.getKind().getLiteral();
        if (first.getSection().isEmpty()) {
            return group.size() + " devices " + verb;
        }
        String end = (first.getAttribute().isEmpty() ? " " : ": " + label(first.getAttribute()) + " ") + verb + " on "
                + ChangeOnDevice.devices(group);
        if (first.getElement().isEmpty()) {
            return Metamodel.label(first.getSection()) + end;
        }
        long places = group.stream().map(each -> each.change().getElement()).distinct().count();
        return (places == 1 ? first.getElement() : places + " " + label(ElementPath.of(first.getElement()).list())) + end;
    }

    /** In the middle of a sentence: "packages", "DNS servers". */
    private static String label(String name) {
        if (name.isEmpty()) {
            return "";
        }
        String label = Metamodel.label(name);
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return acronym ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
