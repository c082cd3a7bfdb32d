package org.cadastre.ui.graph.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;

/** A person at mouse and keyboard: events of the X server, through xdotool(1). Waits after each as a hand does. */
final class Hand {

    private static final int REST = 60;
    private static final int PATIENCE = 20;

    private final Display display;

    Hand(Display display) {
        this.display = display;
    }

    void moves(Point at) throws Exception {
        does("mousemove", String.valueOf(at.x), String.valueOf(at.y));
    }

    void clicks(Point at) throws Exception {
        moves(at);
        does("click", "1");
    }

    /** Presses the button at a place, and lets it go at another one. */
    void drags(Point from, Point to) throws Exception {
        moves(from);
        does("mousedown", "1");
        moves(new Point((from.x + to.x) / 2, (from.y + to.y) / 2));
        moves(to);
        does("mouseup", "1");
    }

    /** Names of keys as xdotool knows them: n, ctrl+z, Return. */
    void presses(String key) throws Exception {
        does("key", key);
    }

    void does(String... words) throws Exception {
        sends(words);
        on(() -> null);
    }

    /** Without waiting for the workbench: it does nothing else while a dialog of the platform is open. */
    void sends(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor(), () -> String.join(" ", command));
        Thread.sleep(REST);
    }

    /** Waits for a window of that title. */
    void awaitsWindow(String title) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (new ProcessBuilder("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() != 0) {
            assertTrue(System.nanoTime() < end, () -> "no window came: " + title);
            Thread.sleep(100);
        }
        Thread.sleep(500);
    }

    /** A picture of the screen, to be looked at. */
    void photographs(String name) throws Exception {
        Thread.sleep(500);
        new File("target").mkdirs();
        assertEquals(0, new ProcessBuilder("import", "-window", "root", "target/" + name + ".png").inheritIO().start().waitFor());
    }

    <T> T on(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.get(PATIENCE, TimeUnit.SECONDS);
    }

    void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!on(condition)) {
            assertTrue(System.nanoTime() < end, () -> "never came: " + what);
            Thread.sleep(20);
        }
    }
}
