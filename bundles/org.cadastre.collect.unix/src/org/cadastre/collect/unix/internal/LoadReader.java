package org.cadastre.collect.unix.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Load;

/** /proc/loadavg, /proc/uptime, /proc/stat, /proc/meminfo; or uptime(1) and sysctl(8). */
public final class LoadReader implements SectionReader<Load> {

    private static final Pattern AVERAGES = Pattern.compile("load averages?: ([\\d.,]+)[, ]+([\\d.,]+)[, ]+([\\d.,]+)");
    private static final Pattern BOOT = Pattern.compile("sec = (\\d+)");
    private static final long LAST_SECOND = 1L << 40;

    @Override
    public Load create() {
        return HostFactory.eINSTANCE.createLoad();
    }

    @Override
    public void read(Load load, Sources sources) {
        Optional<Long> now = number(sources.lookUp("now"));
        sources.first("loadavg", "uptime").ifPresent(output -> averages(output, load, sources));
        Optional<Long> boot = number(sources.extra("boot-time")).or(() -> sources.extra("boot-time-sysctl")
                .map(CommandOutput::firstLine).map(BOOT::matcher).filter(Matcher::find)
                .flatMap(matcher -> Numbers.whole(matcher.group(1)).filter(seconds -> seconds < LAST_SECOND)));
        boot.map(Instant::ofEpochSecond).ifPresent(load::setBootTime);
        sources.extra("proc-uptime").map(output -> output.firstLine().split(" ")[0]).flatMap(Numbers::decimal)
                .map(Double::longValue).or(() -> boot.flatMap(start -> now.map(time -> time - start)))
                .ifPresent(load::setUptime);
        sources.extra("meminfo").map(CommandOutput::lines).orElse(List.of()).stream()
                .filter(line -> line.startsWith("MemAvailable:")).map(line -> line.replaceAll("\\D", ""))
                .flatMap(digits -> Numbers.whole(digits).stream()).findFirst().flatMap(DiskFree::kibibytes)
                .ifPresent(load::setMemoryAvailable);
    }

    private static Optional<Long> number(Optional<CommandOutput> output) {
        return output.map(CommandOutput::firstLine).flatMap(Numbers::whole)
                .filter(seconds -> seconds > 0 && seconds < LAST_SECOND);
    }

    private static void averages(CommandOutput output, Load load, Sources sources) {
        String line = output.firstLine();
        Matcher matcher = AVERAGES.matcher(line);
        String[] words = matcher.find() ? new String[] { matcher.group(1), matcher.group(2), matcher.group(3) }
                : line.split("\\s+");
        if (words.length < 3 || Numbers.decimal(words[0].replaceAll(",$", "")).isEmpty()) {
            sources.badLine(output);
            return;
        }
        Numbers.decimal(words[0].replaceAll(",$", "")).ifPresent(load::setLoad1);
        Numbers.decimal(words[1].replaceAll(",$", "")).ifPresent(load::setLoad5);
        Numbers.decimal(words[2].replaceAll(",$", "")).ifPresent(load::setLoad15);
    }
}
