package org.cadastre.cli.command;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the workbench as a process of its own, which goes on when the command line has ended.
 *
 * @param script the start script; empty when the program was started without it
 * @param display whether there is a screen to show it on
 */
record WorkbenchStart(Optional<String> script, boolean display) {

    /** Set by the start script to its own path. */
    private static final String SCRIPT = "cadastre.script";

    static WorkbenchStart ofProcess() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Map<String, String> environment = System.getenv();
        boolean display = system.startsWith("windows") || system.startsWith("mac")
                || !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return new WorkbenchStart(Optional.ofNullable(System.getProperty(SCRIPT)), display);
    }

    boolean isPossible() {
        return display && script.isPresent();
    }

    void open(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.orElseThrow(), "--workbench"));
        command.addAll(arguments);
        boolean windows = File.separatorChar == '\\';
        new ProcessBuilder(command).redirectInput(Redirect.from(new File(windows ? "NUL" : "/dev/null")))
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
    }
}
