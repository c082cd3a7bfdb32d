package org.cadastre.collect.unix.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Package;

/** One package from one line, for each package manager, in the form that the probe asks for. */
final class PackageLines {

    private static final Pattern NAME_VERSION = Pattern.compile("(\\S+)-(\\d[^-\\s]*|[^-\\s]+)(?:\\s.*)?");
    private static final Pattern FMRI = Pattern.compile("pkg://([^/]+)/([^@]+)@([^:\\s]+)(?::\\S+)?(?:\\s+(\\S+))?");
    private static final Pattern SOURCE_RPM = Pattern.compile("(.+)-[^-]+-[^-]+\\.(?:no)?src\\.rpm");
    /** Stands for a line that is well formed but of no installed package. */
    private static final Optional<Package> NONE = Optional.of(HostFactory.eINSTANCE.createPackage());

    private PackageLines() {
    }

    static Package create(String name, String manager) {
        Package p = HostFactory.eINSTANCE.createPackage();
        p.setName(name);
        p.setManager(manager);
        return p;
    }

    /** Status, name, architecture, version, source, maintainer; packages of which only settings are left are none. */
    static Optional<Package> dpkg(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 4 || fields[0].length() < 2 || fields[1].isBlank()) {
            return Optional.empty();
        }
        char state = fields[0].charAt(1);
        if (state == 'n' || state == 'c') {
            return NONE;
        }
        Package p = create(fields[1], "dpkg");
        p.setArchitecture(value(fields, 2));
        p.setVersion(value(fields, 3));
        p.setSource(value(fields, 4));
        p.setVendor(value(fields, 5));
        p.setHeld(fields[0].charAt(0) == 'h');
        return Optional.of(p);
    }

    /** Name, architecture, epoch:version-release, source package, vendor. */
    static Optional<Package> rpm(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 3 || fields[0].isBlank()) {
            return Optional.empty();
        }
        Package p = create(fields[0], "rpm");
        p.setArchitecture(value(fields, 1));
        p.setVersion(value(fields, 2));
        Optional.ofNullable(value(fields, 3)).map(SOURCE_RPM::matcher).filter(Matcher::matches)
                .ifPresent(matcher -> p.setSource(matcher.group(1)));
        p.setVendor(value(fields, 4));
        return Optional.of(p);
    }

    static Optional<Package> pacman(String line) {
        String[] words = line.strip().split(" ");
        if (words.length != 2) {
            return Optional.empty();
        }
        Package p = create(words[0], "pacman");
        p.setVersion(words[1]);
        return Optional.of(p);
    }

    /** Name, version, ABI, origin, maintainer, locked. */
    static Optional<Package> pkg(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2 || fields[0].isBlank()) {
            return Optional.empty();
        }
        Package p = create(fields[0], "pkg");
        p.setVersion(value(fields, 1));
        p.setArchitecture(value(fields, 2));
        p.setSource(value(fields, 3));
        p.setVendor(value(fields, 4));
        Optional.ofNullable(value(fields, 5)).ifPresent(locked -> p.setHeld(locked.equals("1")));
        return Optional.of(p);
    }

    /** name-version, blanks, comment (OpenBSD, NetBSD, old FreeBSD). */
    static Optional<Package> pkgInfo(String line) {
        Matcher matcher = NAME_VERSION.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Package p = create(matcher.group(1), "pkg_info");
        p.setVersion(matcher.group(2));
        return Optional.of(p);
    }

    /** Colons between: package, fileset, level, ... (AIX). */
    static Optional<Package> lslpp(String line) {
        String[] fields = line.split(":", -1);
        if (fields.length < 3 || fields[1].isBlank()) {
            return Optional.empty();
        }
        Package p = create(fields[1].strip(), "lslpp");
        p.setVersion(value(fields, 2));
        p.setSource(value(fields, 0));
        return Optional.of(p);
    }

    /** pkg://publisher/name@version[,build]-branch:time, then flags: f means that it is frozen (pkg(1) of Solaris). */
    static Optional<Package> pkgList(String line) {
        Matcher matcher = FMRI.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Package p = create(matcher.group(2), "pkg");
        p.setVersion(matcher.group(3));
        p.setVendor(matcher.group(1));
        p.setHeld(matcher.group(4) != null && matcher.group(4).startsWith("f", 1));
        return Optional.of(p);
    }

    /** Folder of an application of macOS, tab, version, tab, identifier. */
    static Optional<Package> application(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 3 || !fields[0].endsWith(".app")) {
            return Optional.empty();
        }
        Package p = create(fields[0].substring(fields[0].lastIndexOf('/') + 1, fields[0].length() - 4), "application");
        p.setVersion(value(fields, 1));
        p.setSource(value(fields, 2));
        return Optional.of(p);
    }

    /** Name, version, revision, channel, publisher, notes; the first line is a heading. */
    static Optional<Package> snap(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 4) {
            return Optional.empty();
        }
        if (words[0].equals("Name") && words[1].equals("Version")) {
            return NONE;
        }
        Package p = create(words[0], "snap");
        p.setVersion(words[1] + " (" + words[2] + ")");
        p.setSource(words[3]);
        p.setVendor(words.length > 4 ? words[4].replaceAll("\\W+$", "") : null);
        p.setHeld(words.length > 5 && words[5].contains("held"));
        return Optional.of(p);
    }

    /** Application, version, architecture, origin; older versions write a heading too. */
    static Optional<Package> flatpak(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2 || fields[0].isBlank()) {
            return Optional.empty();
        }
        if (fields[0].startsWith("Application")) {
            return NONE;
        }
        Package p = create(fields[0].strip(), "flatpak");
        p.setVersion(value(fields, 1));
        p.setArchitecture(value(fields, 2));
        p.setSource(value(fields, 3));
        return Optional.of(p);
    }

    /** .../Cellar/NAME/VERSION */
    static Optional<Package> brew(String line) {
        String[] parts = line.strip().split("/");
        if (parts.length < 4 || parts[parts.length - 2].isBlank()) {
            return Optional.empty();
        }
        Package p = create(parts[parts.length - 2], "brew");
        p.setVersion(parts[parts.length - 1]);
        return Optional.of(p);
    }

    private static String value(String[] fields, int index) {
        String text = index < fields.length ? fields[index].strip() : "";
        return text.isEmpty() || text.equals("(none)") ? null : text;
    }
}
