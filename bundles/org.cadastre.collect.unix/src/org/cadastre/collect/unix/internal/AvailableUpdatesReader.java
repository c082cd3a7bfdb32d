package org.cadastre.collect.unix.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.AvailableUpdate;
import org.cadastre.model.host.AvailableUpdates;
import org.cadastre.model.host.HostFactory;

/** What apt-get(8) would install, "apk version -l <", "pacman -Qu". */
public final class AvailableUpdatesReader implements SectionReader<AvailableUpdates> {

    /** Inst bash [5.1-2] (5.2-1 Debian:12/stable, Debian-Security:12/stable-security [amd64]) */
    private static final Pattern APT = Pattern.compile("Inst (\\S+)(?: \\[([^\\]]+)\\])? \\((\\S+) (.*?)(?: \\[([^\\]]+)\\])?\\).*");
    private static final Pattern APK = Pattern.compile("(\\S+)-(\\d\\S*)\\s+<\\s+(\\S+)(?:\\s+(\\S+))?\\s*");
    private static final Pattern PACMAN = Pattern.compile("(\\S+) (\\S+) -> (\\S+)(?: .*)?");

    @Override
    public AvailableUpdates create() {
        return HostFactory.eINSTANCE.createAvailableUpdates();
    }

    @Override
    public void read(AvailableUpdates section, Sources sources) {
        read("apt-upgrade", "Inst ", AvailableUpdatesReader::apt, section, sources);
        read("apk-upgrade", "", AvailableUpdatesReader::apk, section, sources);
        if (sources.asked("pacman-upgrade").filter(output -> !output.succeeded() && !output.hasOutput()).isEmpty()) {
            read("pacman-upgrade", "", AvailableUpdatesReader::pacman, section, sources);
        } else {
            // "pacman -Qu" ends with 1 when there is nothing to tell.
            sources.extra("pacman-upgrade");
        }
    }

    private static void read(String answer, String start, java.util.function.Function<String, Optional<AvailableUpdate>> reader,
            AvailableUpdates section, Sources sources) {
        if (sources.asked(answer).isEmpty()) {
            return;
        }
        sources.first(answer).ifPresent(output -> {
            for (String line : output.lines()) {
                // The last word of apk's heading tells nothing.
                if (line.startsWith(start) && !line.isBlank() && !line.startsWith("Installed:")) {
                    reader.apply(line).ifPresentOrElse(section.getUpdates()::add, () -> sources.badLine(output));
                }
            }
        });
    }

    private static Optional<AvailableUpdate> apt(String line) {
        Matcher matcher = APT.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        AvailableUpdate update = update(matcher.group(1), matcher.group(2), matcher.group(3));
        update.setArchitecture(matcher.group(5));
        update.setOrigin(matcher.group(4));
        update.setSecurity(matcher.group(4).toLowerCase(java.util.Locale.ROOT).contains("security"));
        return Optional.of(update);
    }

    private static Optional<AvailableUpdate> apk(String line) {
        Matcher matcher = APK.matcher(line);
        return matcher.matches() ? Optional.of(update(matcher.group(1), matcher.group(2), matcher.group(3))) : Optional.empty();
    }

    private static Optional<AvailableUpdate> pacman(String line) {
        Matcher matcher = PACMAN.matcher(line.strip());
        return matcher.matches() ? Optional.of(update(matcher.group(1), matcher.group(2), matcher.group(3))) : Optional.empty();
    }

    private static AvailableUpdate update(String name, String installed, String available) {
        AvailableUpdate update = HostFactory.eINSTANCE.createAvailableUpdate();
        update.setName(name);
        update.setInstalled(installed);
        update.setAvailable(available);
        return update;
    }
}
