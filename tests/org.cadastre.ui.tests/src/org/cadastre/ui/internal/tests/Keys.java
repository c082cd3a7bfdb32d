package org.cadastre.ui.internal.tests;

import java.util.concurrent.TimeUnit;

/** Presses keys as a person does: events of the display's server, sent by xdotool. */
final class Keys {

    private Keys() {
    }

    static void type(String text) throws Exception {
        run("type", "--delay", "40", text);
    }

    /** @param key as X names it: Return, Down, ctrl+f */
    static void press(String key) throws Exception {
        run("key", key);
    }

    static void run(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "xdotool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("xdotool " + String.join(" ", arguments) + " did not work");
        }
    }
}
