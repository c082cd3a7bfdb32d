package org.cadastre.ui.graph.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Painter;
import org.cadastre.export.graph.ImageSurface;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/** A part of a picture, drawn once into an image. Whoever has it disposes of it. */
record Raster(Scene scene, View view, Image image) {

    /** So many lines or nodes are drawn between two looks at whether it is wanted still. */
    private static final int STRIDE = 128;
    /** With more lines than this in sight, lines are drawn without smooth edges below {@link #SMOOTH_FROM}. */
    private static final int MANY_LINES = 3000;
    private static final double SMOOTH_FROM = 0.2;

    /**
     * Takes its time; for any thread.
     *
     * @param stale asked now and then: whether nobody wants it any longer
     * @return empty if it became stale
     */
    static Optional<Raster> draw(Device device, Scene scene, View view, BooleanSupplier stale) {
        BufferedImage image = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, view.width(), view.height());
            if (!draw(graphics, scene, view, stale)) {
                return Optional.empty();
            }
        } finally {
            graphics.dispose();
        }
        ImageData data = new ImageData(view.width(), view.height(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < view.height(); y++) {
            data.setPixels(0, y, view.width(), pixels, y * view.width());
        }
        return stale.getAsBoolean() || device.isDisposed() ? Optional.empty()
                : Optional.of(new Raster(scene, view, new Image(device, data)));
    }

    private static boolean draw(Graphics2D graphics, Scene scene, View view, BooleanSupplier stale) {
        var lines = scene.linesIn(view.box());
        boolean smooth = lines.size() < MANY_LINES || view.scale() >= SMOOTH_FROM;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(view.scale(), view.scale());
        graphics.translate(-view.left(), -view.top());
        Painter painter = new Painter(new ImageSurface(graphics), view.scale());
        int drawn = 0;
        for (Line line : lines) {
            if (++drawn % STRIDE == 0 && stale.getAsBoolean()) {
                return false;
            }
            painter.draw(line, false);
        }
        for (Shape shape : scene.shapesIn(view.box())) {
            if (++drawn % STRIDE == 0 && stale.getAsBoolean()) {
                return false;
            }
            painter.draw(shape, false);
        }
        return true;
    }

    boolean isSharp(Scene shown, View seen) {
        return scene == shown && view.scale() == seen.scale() && view.covers(seen);
    }

    /** Copies what is seen of it, larger or smaller where the scale is another one. No objects, a few milliseconds. */
    void blit(GC gc, View seen) {
        double factor = seen.scale() / view.scale();
        double x = (seen.left() - view.left()) * view.scale();
        double y = (seen.top() - view.top()) * view.scale();
        int fromX = (int) Math.max(0, Math.floor(x));
        int fromY = (int) Math.max(0, Math.floor(y));
        int toX = (int) Math.min(view.width(), Math.ceil(x + seen.width() / factor));
        int toY = (int) Math.min(view.height(), Math.ceil(y + seen.height() / factor));
        if (toX <= fromX || toY <= fromY) {
            return;
        }
        int targetX = (int) Math.round((fromX - x) * factor);
        int targetY = (int) Math.round((fromY - y) * factor);
        if (view.scale() == seen.scale()) {
            gc.drawImage(image, fromX, fromY, toX - fromX, toY - fromY, targetX, targetY, toX - fromX, toY - fromY);
        } else {
            gc.setInterpolation(SWT.NONE);
            gc.drawImage(image, fromX, fromY, toX - fromX, toY - fromY, targetX, targetY,
                    Math.max(1, (int) Math.round((toX - x) * factor) - targetX),
                    Math.max(1, (int) Math.round((toY - y) * factor) - targetY));
        }
    }
}
