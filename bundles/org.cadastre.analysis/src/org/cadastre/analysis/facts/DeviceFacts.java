package org.cadastre.analysis.facts;

import java.util.List;

import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;

/**
 * What a device said, as far as a layer wants to know it.
 *
 * @param sections state and observations
 */
public record DeviceFacts(DeviceEntry entry, List<Section> sections) {

    public String id() {
        return entry.id();
    }

    public String name() {
        return entry.name();
    }

    /** The elements of a list, whichever collector brought the section. */
    public List<Fact> elements(String section, String containment) {
        return sections.stream().filter(one -> one.eClass().getName().equals(section))
                .flatMap(one -> new Fact(one).elements(containment).stream()).toList();
    }

    /** The sections of a class, for attributes of their own. */
    public List<Fact> sections(String section) {
        return sections.stream().filter(one -> one.eClass().getName().equals(section)).map(Fact::new).toList();
    }

    /** Whether the section was read so well that what is not in it is not there. An observation never proves that. */
    public boolean isComplete(String section) {
        return sections.stream().anyMatch(one -> one.eClass().getName().equals(section)
                && one.getCoverage() == Coverage.COMPLETE && !Metamodel.isObservation(one.eClass()));
    }

    public List<Fact> interfaces() {
        return elements("Interfaces", "interfaces");
    }
}
