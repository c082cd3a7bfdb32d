package org.cadastre.ui.graph.internal;

import org.cadastre.analysis.layout.Box;

/**
 * The part of a picture that is seen.
 *
 * @param left place in the picture at the left edge
 * @param top place in the picture at the upper edge
 * @param scale pixels for a unit of the picture
 * @param width pixels
 * @param height pixels
 */
public record View(double left, double top, double scale, int width, int height) {

    private static final double LEAST = 0.005;
    private static final double MOST = 4;
    private static final double LARGEST_FIT = 1.5;

    /** All of a box, in the middle. */
    public static View of(Box box, int width, int height) {
        double scale = Math.clamp(Math.min(width / box.width(), height / box.height()), LEAST, LARGEST_FIT);
        return new View(0, 0, scale, width, height).centred(box.centerX(), box.centerY());
    }

    public View centred(double x, double y) {
        return new View(x - width / 2d / scale, y - height / 2d / scale, scale, width, height);
    }

    /** By pixels. */
    public View panned(double dx, double dy) {
        return new View(left + dx / scale, top + dy / scale, scale, width, height);
    }

    /** The place under a pixel stays where it is. */
    public View zoomed(double factor, int x, int y) {
        double next = Math.clamp(scale * factor, LEAST, MOST);
        return new View(left + x / scale - x / next, top + y / scale - y / next, next, width, height);
    }

    View sized(int newWidth, int newHeight) {
        return new View(left, top, scale, newWidth, newHeight);
    }

    /** With more around it, a part of the width and the height at each side. */
    View grown(double part) {
        int dx = (int) (width * part);
        int dy = (int) (height * part);
        return new View(left - dx / scale, top - dy / scale, scale, width + 2 * dx, height + 2 * dy);
    }

    public Box box() {
        return new Box(left, top, width / scale, height / scale);
    }

    boolean covers(View other) {
        return covers(other, 0);
    }

    /** Whether another one lies in it, with a part of its own width and height more at each side. For each frame: without objects. */
    boolean covers(View other, double part) {
        double dx = part * other.width / other.scale;
        double dy = part * other.height / other.scale;
        return other.left - dx >= left && other.top - dy >= top && other.left + other.width / other.scale + dx <= left + width / scale
                && other.top + other.height / other.scale + dy <= top + height / scale;
    }

    /** Pixels from the left edge. */
    int x(double at) {
        return (int) Math.round((at - left) * scale);
    }

    /** Pixels from the upper edge. */
    int y(double at) {
        return (int) Math.round((at - top) * scale);
    }
}
