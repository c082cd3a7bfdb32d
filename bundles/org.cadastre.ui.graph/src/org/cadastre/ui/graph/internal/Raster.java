package org.cadastre.ui.graph.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Painter;
import org.cadastre.export.graph.ImageSurface;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * A part of a picture, drawn once into an image. Whoever has it disposes of it.
 *
 * @param stamp what frames copy from
 * @param pixels the same once more, to go on from
 * @param smooth whether its lines have smooth edges
 */
record Raster(Scene scene, View view, Stamp stamp, BufferedImage pixels, boolean smooth) {

    /** So many lines or nodes are drawn between two looks at whether it is wanted still. */
    private static final int STRIDE = 128;
    /** With more lines than this in sight, lines are drawn without smooth edges below {@link #SMOOTH_FROM}. */
    private static final int MANY_LINES = 3000;
    private static final double SMOOTH_FROM = 0.2;
    private static final double OUTSTANDING = 12;

    /**
     * Takes its time; for any thread.
     *
     * @param last of what this one has in common with it, only a copy is made
     * @param stale asked now and then: whether nobody wants it any longer
     * @return empty if it became stale
     */
    static Optional<Raster> draw(Device device, Scene scene, View view, Optional<Raster> last, BooleanSupplier stale) {
        BufferedImage pixels = new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = pixels.createGraphics();
        boolean smooth;
        try {
            Optional<Raster> old = last.filter(one -> one.isBeside(scene, view));
            smooth = old.map(Raster::smooth)
                    .orElseGet(() -> view.scale() >= SMOOTH_FROM || scene.linesIn(view.box()).size() < MANY_LINES);
            List<Rectangle> missing = old.map(one -> one.copyTo(graphics, view))
                    .orElse(List.of(new Rectangle(view.width(), view.height())));
            for (Rectangle part : missing) {
                if (!draw(graphics, scene, view, part, smooth, stale)) {
                    return Optional.empty();
                }
            }
        } finally {
            graphics.dispose();
        }
        // Its bytes lie as the screen's do, so that they are copied as they are.
        ImageData data = new ImageData(view.width(), view.height(), 32, new PaletteData(0xFF00, 0xFF0000, 0xFF000000));
        ByteBuffer.wrap(data.data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(((DataBufferInt) pixels.getRaster().getDataBuffer()).getData());
        return stale.getAsBoolean() || device.isDisposed() ? Optional.empty()
                : Optional.of(new Raster(scene, view, new Stamp(device, new Image(device, data)), pixels, smooth));
    }

    /** Whether it shows the same, moved by whole pixels and not so far that nothing is left of it. */
    private boolean isBeside(Scene shown, View other) {
        return scene == shown && view.scale() == other.scale() && view.width() == other.width() && view.height() == other.height()
                && Math.abs(offset(other.left() - view.left())) < view.width() && Math.abs(offset(other.top() - view.top())) < view.height();
    }

    private int offset(double distance) {
        return (int) Math.round(distance * view.scale());
    }

    /** Copies what another view has in common with this one. @return the parts of it that are missing then */
    private List<Rectangle> copyTo(Graphics2D graphics, View other) {
        int dx = offset(other.left() - view.left());
        int dy = offset(other.top() - view.top());
        graphics.drawImage(pixels, -dx, -dy, null);
        List<Rectangle> missing = new ArrayList<>();
        if (dx != 0) {
            missing.add(new Rectangle(dx > 0 ? view.width() - dx : 0, 0, Math.abs(dx), view.height()));
        }
        if (dy != 0) {
            missing.add(new Rectangle(0, dy > 0 ? view.height() - dy : 0, view.width(), Math.abs(dy)));
        }
        return missing;
    }

    private static boolean draw(Graphics2D target, Scene scene, View view, Rectangle part, boolean smooth, BooleanSupplier stale) {
        Graphics2D graphics = (Graphics2D) target.create();
        try {
            graphics.clip(part);
            graphics.setColor(Color.WHITE);
            graphics.fill(part);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
                    smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.scale(view.scale(), view.scale());
            graphics.translate(-view.left(), -view.top());
            Painter painter = new Painter(new ImageSurface(graphics), view.scale());
            // Signs stand out of their nodes by some pixels.
            Box seen = new Box(view.left() + part.x / view.scale(), view.top() + part.y / view.scale(), part.width / view.scale(),
                    part.height / view.scale()).grown(OUTSTANDING / view.scale());
            int drawn = 0;
            for (Line line : scene.linesIn(seen)) {
                if (++drawn % STRIDE == 0 && stale.getAsBoolean()) {
                    return false;
                }
                painter.draw(line, false);
            }
            for (Shape shape : scene.shapesIn(seen)) {
                if (++drawn % STRIDE == 0 && stale.getAsBoolean()) {
                    return false;
                }
                painter.draw(shape, false);
            }
            return true;
        } finally {
            graphics.dispose();
        }
    }

    /** The view itself, moved by less than half a pixel, so that it lies on the same pixels as this raster. */
    View aligned(View other) {
        return view.scale() == other.scale() ? new View(view.left() + offset(other.left() - view.left()) / view.scale(),
                view.top() + offset(other.top() - view.top()) / view.scale(), other.scale(), other.width(), other.height()) : other;
    }

    boolean isSharp(Scene shown, View seen) {
        return scene == shown && view.scale() == seen.scale() && view.covers(seen);
    }

    /** Copies what is seen of it, larger or smaller where the scale is another one. No objects, a few milliseconds. */
    void blit(GC gc, View seen) {
        blit(gc, seen, 0, 0, seen.width(), seen.height());
    }

    /** The same of a part of what is seen: in pixels of it. */
    void blit(GC gc, View seen, int left, int top, int width, int height) {
        double factor = seen.scale() / view.scale();
        double x = (seen.left() - view.left()) * view.scale();
        double y = (seen.top() - view.top()) * view.scale();
        int fromX = (int) Math.max(0, Math.floor(x + left / factor));
        int fromY = (int) Math.max(0, Math.floor(y + top / factor));
        int toX = (int) Math.min(view.width(), Math.ceil(x + (left + width) / factor));
        int toY = (int) Math.min(view.height(), Math.ceil(y + (top + height) / factor));
        if (toX <= fromX || toY <= fromY) {
            return;
        }
        int targetX = (int) Math.round((fromX - x) * factor);
        int targetY = (int) Math.round((fromY - y) * factor);
        stamp.draw(gc, fromX, fromY, toX - fromX, toY - fromY, factor, targetX, targetY);
    }
}
