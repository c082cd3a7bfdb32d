package org.cadastre.collect.unix.internal;

import java.time.Instant;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Process;
import org.cadastre.model.host.Processes;

/** ps(1), without arguments, without the probe's own processes and the kernel's threads. */
public final class ProcessesReader implements SectionReader<Processes> {

    /** Linux: kthreadd, the parent of all the kernel's threads. */
    private static final int KERNEL = 2;

    @Override
    public Processes create() {
        return HostFactory.eINSTANCE.createProcesses();
    }

    @Override
    public void read(Processes section, Sources sources) {
        Optional<Long> now = sources.lookUp("now").map(CommandOutput::firstLine).flatMap(Numbers::whole)
                .filter(seconds -> seconds > 0 && seconds < 1L << 40);
        boolean linux = sources.lookUp("uname").filter(output -> output.firstLine().startsWith("Linux")).isPresent();
        RunningProcesses.read(sources.first("ps", "ps-plain", "ps-short"), sources).values().stream()
                .filter(p -> !linux || p.residentBytes() > 0 || p.pid() != KERNEL && p.parent() != KERNEL)
                .forEach(running -> {
                    Process process = HostFactory.eINSTANCE.createProcess();
                    process.setPid(running.pid());
                    process.setParent(running.parent());
                    process.setUser(running.user());
                    process.setProgram(running.program());
                    process.setResidentMemory(running.residentBytes());
                    running.seconds().flatMap(age -> now.map(seconds -> Instant.ofEpochSecond(seconds - age)))
                            .ifPresent(process::setStarted);
                    section.getProcesses().add(process);
                });
    }
}
