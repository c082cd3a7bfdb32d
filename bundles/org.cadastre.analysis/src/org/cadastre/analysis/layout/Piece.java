package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.List;

/** A connected part of a picture, placed for itself. */
record Piece(List<Shape> shapes, List<Line> lines) {

    Box bounds() {
        Box all = shapes.stream().map(Shape::box).reduce(Box::union).orElseThrow();
        for (Line line : lines) {
            all = all.union(line.bounds());
        }
        return all;
    }

    Piece moved(double dx, double dy) {
        return new Piece(shapes.stream().map(shape -> shape.moved(dx, dy)).toList(),
                lines.stream().map(line -> line.moved(dx, dy)).toList());
    }

    /** Pieces side by side in rows, largest first, about as wide as a screen in proportion to the height. */
    static Piece packed(List<Piece> pieces, double gap) {
        double area = pieces.stream().map(Piece::bounds).mapToDouble(box -> (box.width() + gap) * (box.height() + gap)).sum();
        double widest = pieces.stream().mapToDouble(piece -> piece.bounds().width()).max().orElse(0);
        double limit = Math.max(widest, Math.sqrt(area * 1.6));
        List<Shape> shapes = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        double x = 0;
        double y = 0;
        double row = 0;
        for (Piece piece : pieces) {
            Box box = piece.bounds();
            if (x > 0 && x + box.width() > limit) {
                x = 0;
                y += row + gap;
                row = 0;
            }
            Piece placed = piece.moved(x - box.x(), y - box.y());
            shapes.addAll(placed.shapes());
            lines.addAll(placed.lines());
            x += box.width() + gap;
            row = Math.max(row, box.height());
        }
        return new Piece(shapes, lines);
    }
}
