package org.cadastre.collect.snmp.internal.section;

import java.util.List;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.Section;
import org.snmp4j.smi.OID;

/**
 * Makes one section of what an agent answered: a pure function. What the agent did not say stays unset. Never throws because of what
 * an agent answered.
 *
 * @param <S> class of the section
 */
interface SectionReader<S extends Section> {

    /** The section before anything was read. */
    S create();

    /** What must be asked for it. How well these were read is how well the section was. */
    default List<Table> tables() {
        return List.of();
    }

    /** Single values that must be asked for it, each with its instance (.0). */
    default List<OID> scalars() {
        return List.of();
    }

    void read(S section, Mib mib);

    /**
     * Whether the section says something although the agent has nothing of the kind. A switch without a route is told as one; a
     * switch is not told to have no toner.
     */
    default boolean isGeneral() {
        return true;
    }
}
