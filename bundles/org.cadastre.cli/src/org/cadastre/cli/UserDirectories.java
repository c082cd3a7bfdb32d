package org.cadastre.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where things of the user's own go, as the start scripts have it for the workbench. */
public final class UserDirectories {

    private UserDirectories() {
    }

    public static Path home() {
        return variable("HOME").orElse(Path.of(System.getProperty("user.home")));
    }

    /** For logs and the like: XDG Base Directory Specification, or Windows' own place. */
    static Path state() {
        return variable("LOCALAPPDATA").map(local -> local.resolve("Cadastre"))
                .orElseGet(() -> variable("XDG_STATE_HOME").orElse(home().resolve(".local").resolve("state")).resolve("cadastre"));
    }

    private static Optional<Path> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
