package org.cadastre.collect.unix.internal;

import org.cadastre.model.Section;

/**
 * Reads one section from the answers of the probe: a pure function. What an answer does not say stays unset; what it says
 * unintelligibly costs that line only and is told to the {@link Sources}. Never throws because of what a host wrote.
 *
 * @param <S> class of the section
 */
public interface SectionReader<S extends Section> {

    /** The section before anything was read. */
    S create();

    void read(S section, Sources sources);

    /** Whether the section was asked for; one that was not is left out. */
    default boolean wanted(ProbeResult probe) {
        return true;
    }
}
