package org.cadastre.collect.unix.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.Authentication;
import org.cadastre.collect.unix.access.PamService;

/** pam.d(5): a file a service; or /etc/pam.conf, where the service is the first word of each line. */
public final class AuthenticationReader implements SectionReader<Authentication> {

    @Override
    public Authentication create() {
        return AccessFactory.eINSTANCE.createAuthentication();
    }

    @Override
    public void read(Authentication section, Sources sources) {
        sources.first("pam").ifPresent(output -> {
            FileLines files = FileLines.of(Optional.of(output));
            if (!files.denied().isEmpty()) {
                sources.denied("some files of PAM need root");
            }
            Map<String, PamService> services = new TreeMap<>();
            files.byPath().forEach((path, lines) -> {
                if (!RewrittenFiles.isPassing(path)) {
                    lines.forEach(line -> rule(path, line, output, sources, services));
                }
            });
            section.getServices().addAll(services.values());
        });
    }

    private static void rule(String path, String raw, CommandOutput output, Sources sources, Map<String, PamService> services) {
        String line = raw.replaceFirst("(^|\\s)#.*", "").strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return;
        }
        int blank = line.indexOf(' ');
        if (blank < 0) {
            sources.badLine(output);
            return;
        }
        boolean single = path.endsWith("/pam.conf");
        String name = single ? line.substring(0, blank) : path.substring(path.lastIndexOf('/') + 1);
        services.computeIfAbsent(name, key -> {
            PamService created = AccessFactory.eINSTANCE.createPamService();
            created.setName(key);
            return created;
        }).getRules().add(SecretMask.apply(single ? line.substring(blank + 1) : line));
    }
}
