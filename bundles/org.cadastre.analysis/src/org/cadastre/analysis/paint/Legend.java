package org.cadastre.analysis.paint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Point;

/** What the colours and signs in a picture mean; only of those that are in it. */
public final class Legend {

    private static final double HEIGHT = 30;
    private static final double WIDTH = 100;

    private final Picture picture;

    public Legend(Picture picture) {
        this.picture = picture;
    }

    /** The marks that the picture has, other than unchanged; in their order. */
    public Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Stream.concat(picture.shapes().stream().map(shape -> shape.node().mark()), picture.lines().stream().map(Line::mark))
                .forEach(marks::add);
        marks.remove(Mark.UNCHANGED);
        return marks;
    }

    /** Draws it below the picture. @return the bounds of both */
    public Box draw(Surface surface) {
        List<Mark> marks = new ArrayList<>(marks());
        Box bounds = picture.bounds();
        if (marks.isEmpty()) {
            return bounds;
        }
        double y = bounds.y() + bounds.height() + HEIGHT / 2;
        for (Mark mark : marks) {
            double x = bounds.x() + 20 + marks.indexOf(mark) * WIDTH;
            surface.disc(new Point(x, y), 8, Colours.of(mark));
            surface.text(mark.sign(), new Point(x, y), 12, true, 0, Colours.PAPER);
            surface.text(mark.name().toLowerCase(Locale.ROOT), new Point(x + 14, y), 12, false, -1, Colours.TEXT);
        }
        return new Box(bounds.x(), bounds.y(), Math.max(bounds.width(), 20 + marks.size() * WIDTH), bounds.height() + HEIGHT);
    }
}
