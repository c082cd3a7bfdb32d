package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.JavaInstallation;
import org.cadastre.model.host.JavaInstallations;

/** The "release" file in the folder of each Java runtime (JEP 220): NAME="value" in each line. */
public final class JavaInstallationsReader implements SectionReader<JavaInstallations> {

    private static final String FILE = "/release";

    @Override
    public JavaInstallations create() {
        return HostFactory.eINSTANCE.createJavaInstallations();
    }

    @Override
    public void read(JavaInstallations section, Sources sources) {
        FileLines files = FileLines.of(sources.first("java"));
        if (!files.denied().isEmpty()) {
            sources.denied("some Java installations may be read by root only");
        }
        files.byPath().forEach((path, lines) -> installation(path, lines).ifPresent(section.getInstallations()::add));
    }

    /** Other programs have files of that name too; one without a Java version is none of ours. */
    private static Optional<JavaInstallation> installation(String path, List<String> lines) {
        Map<String, String> facts = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                facts.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip().replaceAll("^\"|\"$", ""));
            }
        }
        String version = facts.get("JAVA_RUNTIME_VERSION") != null ? facts.get("JAVA_RUNTIME_VERSION") : facts.get("JAVA_VERSION");
        if (version == null || !path.endsWith(FILE)) {
            return Optional.empty();
        }
        JavaInstallation installation = HostFactory.eINSTANCE.createJavaInstallation();
        installation.setHome(path.substring(0, path.length() - FILE.length()));
        installation.setVersion(version);
        installation.setVendor(facts.get("IMPLEMENTOR"));
        installation.setType(facts.get("IMAGE_TYPE"));
        return Optional.of(installation);
    }
}
