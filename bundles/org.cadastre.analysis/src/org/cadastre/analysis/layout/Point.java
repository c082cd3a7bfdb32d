package org.cadastre.analysis.layout;

/** A place in a picture. Units: one is about a pixel at full size; y grows downwards. */
public record Point(double x, double y) {

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
