package org.cadastre.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;

import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Painter;
import org.cadastre.ui.graph.internal.GcSurface;
import org.cadastre.ui.graph.internal.GraphCanvas;
import org.cadastre.ui.graph.internal.Scene;
import org.cadastre.ui.graph.internal.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import com.sun.management.ThreadMXBean;

/**
 * Frames of the canvas while a hand pans (16 pixels a frame) and zooms (a fortieth a frame, in and out), as fast as they come.
 * With the argument false, everything that is in sight is drawn for each frame.
 */
final class GraphFramesContender extends Contender {

    static final List<String> SCALES = List.of("all", "0.1", "0.3", "1");
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int FRAMES = 200;
    private static final int PEERS_FRAMES = 12;
    private static final int STEP = 16;
    private static final double FACTOR = 1.025;
    /** A node with many lines. */
    private static final String SELECTED = "n40";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Display display;
    private GcSurface surface;
    private GraphCanvas canvas;
    private Scene scene;
    private boolean ours;

    @Override
    void run(List<String> arguments) throws Exception {
        ours = Boolean.parseBoolean(arguments.getFirst());
        scene = new Scene(new GraphLayout().place(RandomGraph.of(5000)));
        display = new Display();
        surface = new GcSurface(display);
        Shell shell = new Shell(display);
        shell.setSize(WIDTH, HEIGHT);
        canvas = new GraphCanvas(shell);
        canvas.setSize(WIDTH, HEIGHT);
        canvas.show(scene);
        Image image = new Image(display, WIDTH, HEIGHT);
        GC gc = new GC(image);
        View all = View.of(scene.bounds(), WIDTH, HEIGHT);
        figure("scale", all.scale());
        for (String where : SCALES) {
            View start = where.equals("all") ? all : new View(0, 0, Double.parseDouble(where), WIDTH, HEIGHT)
                    .centred(scene.bounds().centerX(), scene.bounds().centerY());
            rest(gc, start);
            frames(gc, "pan-" + where, start, 0);
            if (ours) {
                canvas.select(List.of(SELECTED));
                rest(gc, start);
                frames(gc, "selected-" + where, start, 0);
                canvas.select(List.of());
            }
            rest(gc, start);
            View last = frames(gc, "zoom-" + where, start, FACTOR);
            figure("rest-" + where, rest(gc, last.zoomed(FACTOR * FACTOR, WIDTH / 2, HEIGHT / 2)));
        }
        gc.dispose();
        image.dispose();
        shell.dispose();
        display.dispose();
    }

    private View frames(GC gc, String name, View start, double factor) {
        int frames = ours ? FRAMES : PEERS_FRAMES;
        View view = start;
        int sharp = 0;
        double slowest = 0;
        long bytes = 0;
        long began = System.nanoTime();
        for (int i = 0; i < frames; i++) {
            long before = System.nanoTime();
            boolean back = i >= frames / 2;
            view = factor > 0 ? view.zoomed(back ? 1 / factor : factor, WIDTH / 2, HEIGHT / 2) : view.panned(back ? -STEP : STEP, 0);
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            draw(gc, view);
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
            while (display.readAndDispatch()) {
                // What the painting thread delivered is part of the cost.
            }
            sharp += canvas.isSharp() ? 1 : 0;
            slowest = Math.max(slowest, (System.nanoTime() - before) / 1e6);
        }
        figure(name, frames / ((System.nanoTime() - began) / 1e9));
        figure(name + "-slowest", slowest);
        figure(name + "-bytes", (double) bytes / frames);
        figure(name + "-sharp", 100d * sharp / frames);
        return view;
    }

    private void draw(GC gc, View view) {
        if (ours) {
            canvas.look(view);
            canvas.draw(gc, WIDTH, HEIGHT);
        } else {
            gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
            gc.fillRectangle(0, 0, WIDTH, HEIGHT);
            Painter painter = new Painter(surface.on(gc, view.scale(), view.left(), view.top()), view.scale());
            for (Line line : scene.linesIn(view.box())) {
                painter.draw(line, false);
            }
            for (Shape shape : scene.shapesIn(view.box())) {
                painter.draw(shape, false);
            }
        }
    }

    /** Until everything is drawn sharply. @return seconds */
    private double rest(GC gc, View view) throws Exception {
        if (!ours) {
            return 0;
        }
        return seconds(() -> {
            draw(gc, view);
            while (!canvas.isSharp()) {
                if (!display.readAndDispatch()) {
                    Thread.sleep(1);
                    draw(gc, view);
                }
            }
        });
    }
}
