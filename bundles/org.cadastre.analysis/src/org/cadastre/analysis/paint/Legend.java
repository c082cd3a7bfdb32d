package org.cadastre.analysis.paint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Metrics;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Surface.Stroke;

/** What the colours and signs in a picture mean; only of those that are in it. */
public final class Legend {

    private static final double HEIGHT = 30;
    private static final double INDENT = 20;
    private static final double SIGN_ROOM = 44;

    private final Picture picture;
    private final Function<Mark, String> word;
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    /** In English. */
    public Legend(Picture picture) {
        this(picture, mark -> mark.name().toLowerCase(Locale.ROOT));
    }

    /** @param word what a mark is called */
    public Legend(Picture picture, Function<Mark, String> word) {
        this.picture = picture;
        this.word = word;
        Stream.concat(picture.shapes().stream().map(shape -> shape.node().mark()), picture.lines().stream().map(Line::mark))
                .forEach(marks::add);
        marks.remove(Mark.UNCHANGED);
    }

    /** The marks that the picture has, other than unchanged; in their order. */
    public Set<Mark> marks() {
        return Collections.unmodifiableSet(marks);
    }

    /** Draws it below the picture. @return the bounds of both */
    public Box draw(Surface surface) {
        Box bounds = picture.bounds();
        if (marks.isEmpty()) {
            return bounds;
        }
        double y = bounds.y() + bounds.height() + HEIGHT / 2;
        double x = bounds.x() + INDENT;
        for (Mark mark : marks) {
            surface.disc(new Point(x, y), 8, Colours.of(mark));
            surface.text(mark.sign(), new Point(x, y), 12, true, 0, Colours.PAPER);
            surface.text(word.apply(mark), new Point(x + 14, y), 12, false, -1, Colours.TEXT);
            x += room(mark);
        }
        return new Box(bounds.x(), bounds.y(), Math.max(bounds.width(), INDENT + width()), bounds.height() + HEIGHT);
    }

    /**
     * Draws it anywhere, in one row.
     *
     * @param corner its upper left corner
     */
    public void draw(Surface surface, Point corner) {
        if (marks.isEmpty()) {
            return;
        }
        Box box = new Box(corner.x(), corner.y(), width(), height());
        surface.fill(box, 4, Colours.PAPER);
        surface.frame(box, 4, Colours.LINE, 1, Stroke.SOLID);
        Point place = corner.plus(16, height() / 2);
        for (Mark mark : marks) {
            surface.disc(place, 8, Colours.of(mark));
            surface.text(mark.sign(), place, 12, true, 0, Colours.PAPER);
            surface.text(word.apply(mark), place.plus(14, 0), 12, false, -1, Colours.TEXT);
            place = place.plus(room(mark), 0);
        }
    }

    private double room(Mark mark) {
        return SIGN_ROOM + Metrics.CHARACTER * word.apply(mark).length();
    }

    /** Of all words and signs in one row. */
    public double width() {
        return marks.stream().mapToDouble(mark -> room(mark)).sum();
    }

    /** Of the form that is drawn anywhere; 0 if there is nothing to tell. */
    public double height() {
        return marks.isEmpty() ? 0 : HEIGHT;
    }
}
