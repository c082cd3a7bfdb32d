package org.cadastre.analysis.paint;

import java.util.List;
import java.util.function.Supplier;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;

/**
 * Something to draw on: a screen, an image, a page, an SVG file. In the units of the picture; who implements it scales. Colours
 * are 0xRRGGBB.
 */
public interface Surface {

    /** How a line is drawn, for those who do not tell colours apart. */
    enum Stroke {
        SOLID, DASHED, DOTTED
    }

    /** What follows belongs together until {@link #end}: a node or an edge. Only what keeps its parts needs to care. */
    default void begin(String id, Supplier<String> title) {
    }

    default void end() {
    }

    void fill(Box box, double corner, int colour);

    void frame(Box box, double corner, int colour, double width, Stroke stroke);

    void line(List<Point> points, int colour, double width, Stroke stroke);

    void triangle(Point one, Point two, Point three, int colour);

    void disc(Point center, double radius, int colour);

    /** @param align -1 begins at the place, 0 is centred on it, 1 ends there; the place is on the middle of the line */
    void text(String text, Point place, double size, boolean bold, int align, int colour);
}
