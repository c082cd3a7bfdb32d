package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds what lies in a box without looking at everything: grids of growing cells, each thing in the one grid whose cells are as
 * large as it, in the cell of its upper left corner. Finding costs about as much as what is found. May be
 * read by several threads once everything was added.
 *
 * @param <T> what is kept
 */
public final class SpatialIndex<T> {

    private static final double FINEST = 256;

    private record Cell(int level, long column, long row) {
    }

    private record Entry<T>(Box box, T thing) {
    }

    private final Map<Cell, List<Entry<T>>> cells = new LinkedHashMap<>();
    private int levels;

    public void add(Box box, T thing) {
        int level = 0;
        while (size(level) < Math.max(box.width(), box.height())) {
            level++;
        }
        levels = Math.max(levels, level + 1);
        cells.computeIfAbsent(new Cell(level, cell(box.x(), level), cell(box.y(), level)), key -> new ArrayList<>())
                .add(new Entry<>(box, thing));
    }

    /** Tells everything that touches a box, each once, in an order that depends only on what was added. */
    public void find(Box box, Consumer<? super T> found) {
        for (int level = 0; level < levels; level++) {
            long firstRow = cell(box.y(), level) - 1;
            long lastRow = cell(box.y() + box.height(), level);
            long firstColumn = cell(box.x(), level) - 1;
            long lastColumn = cell(box.x() + box.width(), level);
            if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > cells.size()) {
                // So much is in sight that asking every cell there is costs less than asking every cell there might be.
                int wanted = level;
                cells.forEach((cell, entries) -> tell(cell.level() == wanted ? entries : List.of(), box, found));
            } else {
                for (long row = firstRow; row <= lastRow; row++) {
                    for (long column = firstColumn; column <= lastColumn; column++) {
                        tell(cells.getOrDefault(new Cell(level, column, row), List.of()), box, found);
                    }
                }
            }
        }
    }

    private void tell(List<Entry<T>> entries, Box box, Consumer<? super T> found) {
        for (Entry<T> entry : entries) {
            if (entry.box().intersects(box)) {
                found.accept(entry.thing());
            }
        }
    }

    private static double size(int level) {
        return FINEST * (1L << level);
    }

    private static long cell(double at, int level) {
        return (long) Math.floor(at / size(level));
    }
}
