package org.cadastre.collect.unix.internal;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;

/** Packages of every package manager that the host has. */
public final class SoftwareReader implements SectionReader<Software> {

    /** Managers whose output is one line a package; a line that is none of a package gives empty. */
    private static final Map<String, Function<String, Optional<Package>>> MANAGERS = Map.ofEntries(
            entry("dpkg", PackageLines::dpkg), entry("rpm", PackageLines::rpm), entry("pacman", PackageLines::pacman),
            entry("pkg", PackageLines::pkg), entry("pkg_info", PackageLines::pkgInfo), entry("lslpp", PackageLines::lslpp),
            entry("pkg-list", PackageLines::pkgList), entry("application", PackageLines::application), entry("snap", PackageLines::snap),
            entry("flatpak", PackageLines::flatpak), entry("brew", PackageLines::brew));

    @Override
    public Software create() {
        return HostFactory.eINSTANCE.createSoftware();
    }

    @Override
    public void read(Software section, Sources sources) {
        List<Package> packages = new ArrayList<>();
        MANAGERS.forEach((name, reader) -> {
            if (sources.asked(name).isPresent()) {
                sources.first(name).ifPresent(output -> output.lines().stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                            Optional<Package> found = reader.apply(line);
                            found.filter(p -> p.getName() != null).ifPresent(packages::add);
                            if (found.isEmpty()) {
                                sources.badLine(output);
                            }
                        }));
            }
        });
        if (sources.asked("apk").isPresent()) {
            sources.first("apk").ifPresent(output -> packages.addAll(apk(output)));
        }
        if (sources.asked("pkginfo").isPresent()) {
            sources.first("pkginfo").ifPresent(output -> packages.addAll(pkginfo(output)));
        }
        giveSlots(packages);
        section.getPackages().addAll(packages);
    }

    /** The database of apk: a block a package, a letter a field (P name, V version, A architecture, o origin, m maintainer). */
    private static List<Package> apk(CommandOutput output) {
        List<Package> packages = new ArrayList<>();
        Package current = null;
        for (String line : output.lines()) {
            if (line.length() < 3 || line.charAt(1) != ':') {
                continue;
            }
            String value = line.substring(2).strip();
            if (line.charAt(0) == 'P') {
                current = PackageLines.create(value, "apk");
                packages.add(current);
            } else if (current != null) {
                switch (line.charAt(0)) {
                    case 'V' -> current.setVersion(value);
                    case 'A' -> current.setArchitecture(value);
                    case 'o' -> current.setSource(value);
                    case 'm' -> current.setVendor(value);
                    default -> {
                        // A field that says nothing here.
                    }
                }
            }
        }
        return packages;
    }

    /** pkginfo -l of Solaris: a block a package, "  PKGINST:  SUNWgtar". */
    private static List<Package> pkginfo(CommandOutput output) {
        List<Package> packages = new ArrayList<>();
        for (String line : output.lines()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            if (colon < 0 || value.isEmpty()) {
                continue;
            }
            if (line.substring(0, colon).strip().equals("PKGINST")) {
                packages.add(PackageLines.create(value, "pkginfo"));
            } else if (!packages.isEmpty()) {
                switch (line.substring(0, colon).strip()) {
                    case "VERSION" -> packages.getLast().setVersion(value);
                    case "ARCH" -> packages.getLast().setArchitecture(value);
                    case "VENDOR" -> packages.getLast().setVendor(value);
                    default -> {
                        // A field that says nothing here.
                    }
                }
            }
        }
        return packages;
    }

    /**
     * Kernels and keys always have their version as slot, so that the first one keeps its key when a second one comes;
     * anything else gets it only where it is there twice.
     */
    private static void giveSlots(List<Package> packages) {
        Map<List<String>, Integer> counts = new HashMap<>();
        packages.forEach(p -> counts.merge(key(p), 1, Integer::sum));
        for (Package p : packages) {
            boolean several = p.getManager().equals("rpm") && p.getName().matches("kernel(-.+)?|gpg-pubkey")
                    && !p.getName().matches("kernel-(headers|tools.*|srpm-macros)");
            if (several || counts.get(key(p)) > 1) {
                p.setSlot(p.getVersion());
            }
        }
    }

    private static List<String> key(Package p) {
        return List.of(p.getManager(), p.getName(), String.valueOf(p.getArchitecture()));
    }
}
