package org.cadastre.collect.unix.internal;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.KernelModule;
import org.cadastre.model.host.SystemState;

/** /var/run/reboot-required, chronyc(1) tracking, ntpq(8) peers, /proc/modules, kldstat(8). */
public final class SystemStateReader implements SectionReader<SystemState> {

    private static final int LEAP_NOT_SYNCHRONISED = 3;

    @Override
    public SystemState create() {
        return HostFactory.eINSTANCE.createSystemState();
    }

    @Override
    public void read(SystemState state, Sources sources) {
        sources.extra("reboot-required").or(() -> sources.lookUp("reboot-required")).ifPresent(output -> {
            List<String> lines = output.lines();
            state.setRebootRequired(lines.contains("required"));
            TreeSet<String> reasons = new TreeSet<>(lines);
            reasons.remove("required");
            reasons.removeIf(String::isBlank);
            state.getRebootReasons().addAll(reasons);
        });
        answered(sources, "chrony").ifPresent(output -> chrony(output.firstLine().split(","), state));
        answered(sources, "ntpq").ifPresent(output -> output.lines().forEach(line -> ntpq(line, state)));
        sources.extra("modules").ifPresent(output -> output.lines().forEach(line -> module(line.split(" "), 0, 1, 10, state)));
        // Number, references, address, size in hexadecimal digits, name (kldstat(8)).
        sources.extra("kldstat").ifPresent(output -> output.lines().stream().skip(1)
                .forEach(line -> module(line.strip().split("\\s+"), 4, 3, 16, state)));
    }

    private static Optional<CommandOutput> answered(Sources sources, String name) {
        return sources.asked(name).filter(CommandOutput::succeeded).flatMap(output -> sources.extra(name));
    }

    /** Reference, name, stratum, time, offset of the system's clock, ..., leap status (chronyc -c tracking). */
    private static void chrony(String[] fields, SystemState state) {
        if (fields.length >= 14) {
            state.setClockSource(fields[1].isEmpty() ? null : fields[1]);
            Numbers.decimal(fields[4]).ifPresent(state::setClockOffset);
            state.setClockSynchronized(!fields[13].strip().equals("Not synchronised")
                    && Numbers.integer(fields[13]).orElse(0) != LEAP_NOT_SYNCHRONISED);
        }
    }

    /** The peer that the clock follows has an asterisk; the ninth column is the offset in milliseconds. */
    private static void ntpq(String line, SystemState state) {
        String[] words = line.substring(Math.min(1, line.length())).strip().split("\\s+");
        if (line.startsWith("*") && words.length >= 9) {
            state.setClockSynchronized(true);
            state.setClockSource(words[0]);
            Numbers.decimal(words[8]).ifPresent(milliseconds -> state.setClockOffset(milliseconds / 1000));
        }
    }

    private static void module(String[] words, int name, int size, int radix, SystemState state) {
        if (words.length > Math.max(2, name) && words[size].matches(radix == 10 ? "\\d{1,15}" : "[0-9a-f]{1,12}")
                && state.getKernelModules().stream().noneMatch(known -> known.getName().equals(words[name]))) {
            KernelModule module = HostFactory.eINSTANCE.createKernelModule();
            module.setName(words[name]);
            module.setSize(Long.parseLong(words[size], radix));
            state.getKernelModules().add(module);
        }
    }
}
