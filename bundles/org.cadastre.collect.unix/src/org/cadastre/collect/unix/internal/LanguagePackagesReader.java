package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.LanguagePackage;
import org.cadastre.model.host.LanguagePackages;

/**
 * Packages of Python, Ruby and Node.js by the names of the folders and files that their installers leave: NAME-VERSION.dist-info
 * (PEP 376), NAME-VERSION.gemspec, NAME/package.json.
 */
public final class LanguagePackagesReader implements SectionReader<LanguagePackages> {

    private static final Pattern PYTHON = Pattern.compile("(/.+)/([^/]+?)-(\\d[^/-]*)(?:-py[\\d.]+)?(?:-[^/]+)?\\.(?:dist|egg)-info");
    private static final Pattern PYTHON_WITHOUT_VERSION = Pattern.compile("(/.+)/([^/]+?)\\.(?:dist|egg)-info");
    private static final Pattern GEM = Pattern.compile("(/.+)/specifications/(?:default/)?([^/]+)-(\\d[^/-]*)(?:-[^/]+)?\\.gemspec");
    private static final Pattern NPM = Pattern.compile("(/.+/node_modules)/((?:@[^/]+/)?[^/]+)/package\\.json\t(.+)");

    @Override
    public LanguagePackages create() {
        return HostFactory.eINSTANCE.createLanguagePackages();
    }

    @Override
    public void read(LanguagePackages section, Sources sources) {
        Map<List<String>, LanguagePackage> packages = new LinkedHashMap<>();
        sources.first("language-packages").ifPresent(output -> {
            for (String line : output.lines()) {
                if (!line.isBlank() && !add(line.strip(), packages)) {
                    sources.badLine(output);
                }
            }
        });
        section.getPackages().addAll(packages.values());
    }

    private static boolean add(String line, Map<List<String>, LanguagePackage> packages) {
        Matcher python = PYTHON.matcher(line);
        Matcher nameless = PYTHON_WITHOUT_VERSION.matcher(line);
        Matcher gem = GEM.matcher(line);
        Matcher npm = NPM.matcher(line);
        if (python.matches()) {
            put("pip", python, packages);
        } else if (nameless.matches()) {
            put("pip", nameless, packages);
        } else if (gem.matches()) {
            put("gem", gem, packages);
        } else if (npm.matches()) {
            put("npm", npm, packages);
        } else {
            return false;
        }
        return true;
    }

    /** Two versions of a gem side by side are two packages: the version is part of the name then. */
    private static void put(String manager, Matcher found, Map<List<String>, LanguagePackage> packages) {
        String version = found.groupCount() < 3 ? null : found.group(3).strip();
        String name = found.group(2);
        LanguagePackage known = packages.get(List.of(manager, found.group(1), name));
        if (known != null) {
            if (version == null || version.equals(known.getVersion())) {
                return;
            }
            name += " " + version;
        }
        LanguagePackage one = HostFactory.eINSTANCE.createLanguagePackage();
        one.setManager(manager);
        one.setFolder(found.group(1));
        one.setName(name);
        one.setVersion(version);
        packages.putIfAbsent(List.of(manager, found.group(1), name), one);
    }
}
