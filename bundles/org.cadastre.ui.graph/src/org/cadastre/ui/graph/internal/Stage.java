package org.cadastre.ui.graph.internal;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/**
 * Makes frames out of rasters: one of what is seen and a margin around it, and one of the whole picture, coarse, that fills the
 * gaps. A thread draws them; a frame only copies. While the hand zooms, what is there is shown larger or smaller; it becomes
 * sharp when the hand rests. For the UI thread.
 */
final class Stage {

    private static final double MARGIN = 0.5;
    /** A new raster is asked for before the hand comes to the end of the old one. */
    private static final double EARLY = 0.15;
    /** Milliseconds without zooming. */
    private static final int REST = 60;
    private static final int WHOLE_WIDTH = 1400;
    private static final int WHOLE_HEIGHT = 1000;

    private final Display display;
    private final Runnable repaint;
    private final ExecutorService thread = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("graph painter").factory());
    private final AtomicReference<Optional<Request>> wanted = new AtomicReference<>(Optional.empty());
    private Optional<Raster> near = Optional.empty();
    private Optional<Raster> whole = Optional.empty();
    private boolean disposed;
    private double lastScale;
    private final Runnable again;

    private record Request(Scene scene, View view, boolean ofWhole) {
    }

    /** @param repaint called when there is something better to show */
    Stage(Display display, Runnable repaint) {
        this.display = display;
        this.repaint = repaint;
        this.again = () -> {
            if (!disposed) {
                repaint.run();
            }
        };
    }

    /** Forgets all rasters: another picture is shown. */
    void clear() {
        wanted.set(Optional.empty());
        near.ifPresent(raster -> raster.stamp().dispose());
        whole.ifPresent(raster -> raster.stamp().dispose());
        near = Optional.empty();
        whole = Optional.empty();
    }

    void dispose() {
        disposed = true;
        clear();
        thread.shutdown();
    }

    /** Whether a frame would show every line where it is, at its own scale. */
    boolean isSharp(Scene scene, View view) {
        return near.isPresent() && near.get().isSharp(scene, view);
    }

    /** The scene that the last sharp raster shows. */
    Optional<Scene> drawn() {
        return near.map(Raster::scene);
    }

    /** Copies a part of what is seen, once more: over what was drawn above it. In pixels. */
    void repeat(GC gc, View view, int x, int y, int width, int height) {
        if (near.isPresent()) {
            near.get().blit(gc, view, x, y, width, height);
        }
    }

    /** The coarse raster of the whole picture, for the overview. */
    Optional<Raster> whole() {
        return whole;
    }

    /**
     * One frame.
     *
     * @param still whether rasters that are out of date shall stay: while something is dragged
     */
    void draw(GC gc, Scene scene, View view, boolean still) {
        boolean sharp = isSharp(scene, view);
        if (!sharp && (near.isEmpty() || !near.get().view().covers(view))) {
            gc.fillRectangle(0, 0, view.width(), view.height());
            if (whole.isPresent()) {
                whole.get().blit(gc, view);
            }
        }
        if (near.isPresent()) {
            near.get().blit(gc, view);
        }
        if (!still && rests(view)) {
            ask(scene, view, sharp);
        }
    }

    /** Whether the hand zooms no longer; if it does, this is asked again in a moment. */
    private boolean rests(View view) {
        boolean rests = near.isEmpty() || view.scale() == lastScale;
        if (!rests) {
            lastScale = view.scale();
            display.timerExec(REST, again);
        }
        return rests;
    }

    private void ask(Scene scene, View view, boolean sharp) {
        if (!sharp || !near.get().view().covers(view, EARLY)) {
            View grown = view.grown(MARGIN);
            View target = near.map(raster -> raster.aligned(grown)).orElse(grown);
            boolean underWay = wanted.get().filter(one -> one.scene() == scene && !one.ofWhole()
                    && one.view().scale() == view.scale() && one.view().covers(view)).isPresent();
            if (!underWay) {
                want(new Request(scene, target, false));
            }
        } else if (wanted.get().isEmpty() && (whole.isEmpty() || whole.get().scene() != scene)) {
            want(new Request(scene, View.of(scene.bounds(), WHOLE_WIDTH, WHOLE_HEIGHT), true));
        }
    }

    private void want(Request request) {
        Optional<Request> mine = Optional.of(request);
        Optional<Raster> last = request.ofWhole() ? Optional.empty() : near;
        wanted.set(mine);
        thread.execute(() -> {
            if (wanted.get() == mine) {
                Raster.draw(display, request.scene(), request.view(), last, () -> wanted.get() != mine).ifPresent(this::deliver);
            }
        });
    }

    private void deliver(Raster raster) {
        if (display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> {
            Optional<Request> asked = wanted.get().filter(one -> one.scene() == raster.scene() && one.view() == raster.view());
            if (disposed || asked.isEmpty()) {
                raster.stamp().dispose();
                return;
            }
            wanted.set(Optional.empty());
            Optional<Raster> old = asked.get().ofWhole() ? whole : near;
            old.ifPresent(one -> one.stamp().dispose());
            if (asked.get().ofWhole()) {
                whole = Optional.of(raster);
            } else {
                near = Optional.of(raster);
            }
            repaint.run();
        });
    }
}
