package org.cadastre.collect.unix.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.AvailableUpdate;
import org.cadastre.model.host.AvailableUpdates;
import org.cadastre.model.host.HostFactory;

/** "apt list --upgradable", "apk version -l <", "pacman -Qu". */
public final class AvailableUpdatesReader implements SectionReader<AvailableUpdates> {

    /** bash/stable,stable-security 5.2-1 amd64 [upgradable from: 5.1-2] */
    private static final Pattern APT = Pattern.compile("([^/\\s]+)/(\\S+) (\\S+) (\\S+) \\[[^\\]:]+: ([^\\]]+)\\]");
    private static final Pattern APK = Pattern.compile("(\\S+)-(\\d\\S*)\\s+<\\s+(\\S+)(?:\\s+(\\S+))?\\s*");
    private static final Pattern PACMAN = Pattern.compile("(\\S+) (\\S+) -> (\\S+)(?: .*)?");

    @Override
    public AvailableUpdates create() {
        return HostFactory.eINSTANCE.createAvailableUpdates();
    }

    @Override
    public void read(AvailableUpdates section, Sources sources) {
        read("apt-upgrade", AvailableUpdatesReader::apt, section, sources);
        read("apk-upgrade", AvailableUpdatesReader::apk, section, sources);
        if (sources.asked("pacman-upgrade").filter(output -> !output.succeeded() && !output.hasOutput()).isEmpty()) {
            read("pacman-upgrade", AvailableUpdatesReader::pacman, section, sources);
        } else {
            // "pacman -Qu" ends with 1 when there is nothing to tell.
            sources.extra("pacman-upgrade");
        }
    }

    private static void read(String answer, java.util.function.Function<String, Optional<AvailableUpdate>> reader,
            AvailableUpdates section, Sources sources) {
        if (sources.asked(answer).isEmpty()) {
            return;
        }
        sources.first(answer).ifPresent(output -> {
            for (String line : output.lines()) {
                // Headings of apt and of apk.
                if (!line.isBlank() && !line.startsWith("Listing...") && !line.startsWith("Installed:")) {
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
        AvailableUpdate update = update(matcher.group(1), matcher.group(5), matcher.group(3));
        update.setArchitecture(matcher.group(4));
        update.setOrigin(matcher.group(2));
        update.setSecurity(matcher.group(2).contains("security"));
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
