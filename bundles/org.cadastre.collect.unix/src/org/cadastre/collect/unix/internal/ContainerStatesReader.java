package org.cadastre.collect.unix.internal;

import java.util.HashSet;
import java.util.Set;

import org.cadastre.model.host.ContainerState;
import org.cadastre.model.host.ContainerStates;
import org.cadastre.model.host.HostFactory;

/** How the containers are at the moment, from the same answers as {@link ContainersReader}. */
public final class ContainerStatesReader implements SectionReader<ContainerStates> {

    @Override
    public ContainerStates create() {
        return HostFactory.eINSTANCE.createContainerStates();
    }

    @Override
    public void read(ContainerStates section, Sources sources) {
        ContainerLines.each(sources, (output, lines) -> {
            Set<String> names = new HashSet<>();
            for (String[] fields : lines.containers()) {
                if (names.add(ContainerLines.name(fields))) {
                    section.getStates().add(state(lines.engine(), fields));
                }
            }
        });
    }

    private static ContainerState state(String engine, String[] fields) {
        ContainerState state = HostFactory.eINSTANCE.createContainerState();
        state.setEngine(engine);
        state.setName(ContainerLines.name(fields));
        state.setStatus(ContainerLines.value(fields[ContainerLines.STATUS]));
        ContainerLines.time(fields[ContainerLines.STARTED]).ifPresent(state::setStarted);
        Numbers.integer(fields[ContainerLines.RESTARTS]).ifPresent(state::setRestarts);
        return state;
    }
}
