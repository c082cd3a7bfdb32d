package org.cadastre.ui.graph.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.layout.Shape;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

/**
 * The selection above a raster: its lines in its colour, frames around its nodes. In a picture with many lines all else fades, so
 * that those of the selection can be followed to their other ends. Made anew when the selection or the scene changes; a frame
 * makes no objects. For the UI thread.
 */
final class Highlight {

    /** With more lines than this at the selection there is nothing to follow. */
    private static final int MOST = 300;
    /** More lines for each node than this make a thicket. */
    private static final int THICKET = 2;
    private static final int VEIL = 190;
    private static final int OPAQUE = 255;
    private static final double LABELS_FROM = 0.6;
    private static final int AROUND = 1;
    private static final double SIGN = 8;

    private final double[][] paths;
    private final int[][] pixels;
    private final boolean[] changed;
    private final double[][] selected;
    private final double[][] ends;
    private final double[][] labels;
    private final boolean fades;

    Highlight(Scene scene, Set<String> nodes) {
        List<Line> at = scene.linesAt(nodes);
        List<Line> lines = at.size() > MOST ? List.of() : at;
        paths = lines.stream().map(Line::points).map(Highlight::path).toArray(double[][]::new);
        pixels = Stream.of(paths).map(path -> new int[path.length]).toArray(int[][]::new);
        changed = new boolean[paths.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = lines.get(i).mark() != Mark.UNCHANGED;
        }
        Set<String> touched = new LinkedHashSet<>(nodes);
        lines.forEach(line -> touched.addAll(List.of(line.from(), line.to())));
        selected = nodes.stream().flatMap(id -> scene.shape(id).stream()).map(Shape::box).map(Highlight::box).toArray(double[][]::new);
        ends = touched.stream().flatMap(id -> scene.shape(id).stream()).map(Highlight::withSign).map(Highlight::box).toArray(double[][]::new);
        labels = lines.stream().flatMap(line -> line.label().stream()).map(Highlight::box).toArray(double[][]::new);
        fades = !lines.isEmpty() && scene.lines().size() > THICKET * scene.shapes().size();
    }

    private static double[] path(List<Point> points) {
        return points.stream().flatMap(point -> Stream.of(point.x(), point.y())).mapToDouble(Double::doubleValue).toArray();
    }

    /** The sign of a change stands out of the box. */
    private static Box withSign(Shape shape) {
        return shape.node().mark() == Mark.UNCHANGED ? shape.box() : shape.box().grown(SIGN);
    }

    private static double[] box(Box box) {
        return new double[] { box.x(), box.y(), box.width(), box.height() };
    }

    /** Over a stage that shows the scene of this highlight. */
    void draw(GC gc, View view, Stage stage, Color colour, Color paper) {
        if (fades) {
            gc.setAlpha(VEIL);
            gc.setBackground(paper);
            gc.fillRectangle(0, 0, view.width(), view.height());
            gc.setAlpha(OPAQUE);
        }
        gc.setForeground(colour);
        gc.setLineStyle(SWT.LINE_SOLID);
        for (int i = 0; i < paths.length; i++) {
            line(gc, view, paths[i], pixels[i], changed[i]);
        }
        for (int i = 0; i < ends.length; i++) {
            repeat(gc, view, stage, ends[i]);
        }
        if (view.scale() >= LABELS_FROM) {
            for (int i = 0; i < labels.length; i++) {
                repeat(gc, view, stage, labels[i]);
            }
        }
        frames(gc, view, colour);
    }

    /** The frames alone. */
    void frames(GC gc, View view, Color colour) {
        gc.setForeground(colour);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(3);
        for (int i = 0; i < selected.length; i++) {
            double[] box = selected[i];
            int x = view.x(box[0]);
            int y = view.y(box[1]);
            int width = (int) (box[2] * view.scale());
            int height = (int) (box[3] * view.scale());
            if (isSeen(view, x, y, width, height)) {
                gc.drawRectangle(x - 2, y - 2, width + 4, height + 4);
            }
        }
    }

    private static void line(GC gc, View view, double[] path, int[] pixels, boolean changed) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < path.length; i += 2) {
            pixels[i] = view.x(path[i]);
            pixels[i + 1] = view.y(path[i + 1]);
            left = Math.min(left, pixels[i]);
            right = Math.max(right, pixels[i]);
            top = Math.min(top, pixels[i + 1]);
            bottom = Math.max(bottom, pixels[i + 1]);
        }
        if (isSeen(view, left, top, right - left, bottom - top)) {
            gc.setLineWidth((int) Math.max(changed ? 2 : 1, Math.round((changed ? 2.6 : 1.6) * view.scale())));
            gc.drawPolyline(pixels);
        }
    }

    /** What lies below, once more. */
    private static void repeat(GC gc, View view, Stage stage, double[] box) {
        int x = view.x(box[0]) - AROUND;
        int y = view.y(box[1]) - AROUND;
        int width = (int) (box[2] * view.scale()) + 2 * AROUND;
        int height = (int) (box[3] * view.scale()) + 2 * AROUND;
        if (isSeen(view, x, y, width, height)) {
            stage.repeat(gc, view, x, y, width, height);
        }
    }

    private static boolean isSeen(View view, int x, int y, int width, int height) {
        return x < view.width() && y < view.height() && x + width >= 0 && y + height >= 0;
    }
}
