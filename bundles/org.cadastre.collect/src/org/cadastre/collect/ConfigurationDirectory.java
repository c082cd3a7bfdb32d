package org.cadastre.collect;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a user's settings belong on each system: the XDG Base Directory Specification on Linux and other Unixes,
 * %APPDATA% on Windows, ~/Library/Application Support on macOS. The system property {@value #PROPERTY} or the environment
 * variable {@value #VARIABLE} name another directory.
 */
public final class ConfigurationDirectory {

    public static final String PROPERTY = "cadastre.config";
    public static final String VARIABLE = "CADASTRE_CONFIG";

    private ConfigurationDirectory() {
    }

    public static Path ofUser() {
        Path home = Path.of(System.getProperty("user.home"));
        return Stream.of(System.getProperty(PROPERTY), System.getenv(VARIABLE))
                .filter(name -> name != null && !name.isBlank()).findFirst().map(Path::of)
                .orElseGet(() -> ofSystem(System.getProperty("os.name").toLowerCase(Locale.ROOT), home));
    }

    private static Path ofSystem(String system, Path home) {
        if (system.startsWith("windows")) {
            return variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve("Cadastre");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Cadastre");
        }
        return variable("XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("cadastre");
    }

    /** The XDG specification has relative paths ignored. */
    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of).filter(Path::isAbsolute);
    }
}
