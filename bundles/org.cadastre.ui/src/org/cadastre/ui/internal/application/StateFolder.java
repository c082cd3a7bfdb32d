package org.cadastre.ui.internal.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;

/**
 * Where the window's state, the list of estates and the log are kept: a folder of the person, never asked for. Linux after
 * the XDG base directory specification, Windows and macOS after their makers' guides.
 */
final class StateFolder {

    /** A second workbench at the same time gets a folder of its own rather than a refusal. */
    private static final int AT_ONCE = 9;

    private StateFolder() {
    }

    /** Does nothing when the platform was told a folder at its start. */
    static void choose() throws IOException {
        Location location = Platform.getInstanceLocation();
        if (location == null || location.isSet()) {
            return;
        }
        Path home = of(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
        for (int number = 1; number <= AT_ONCE; number++) {
            Path folder = number == 1 ? home : home.resolveSibling(home.getFileName() + "-" + number);
            Files.createDirectories(folder);
            if (location.set(folder.toUri().toURL(), true)) {
                return;
            }
        }
        throw new IOException(home.toString());
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", home.resolve("AppData/Local").toString()), "Cadastre",
                    "workbench");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library/Application Support/Cadastre/workbench");
        }
        return Path.of(environment.getOrDefault("XDG_STATE_HOME", home.resolve(".local/state").toString()), "cadastre",
                "workbench");
    }
}
