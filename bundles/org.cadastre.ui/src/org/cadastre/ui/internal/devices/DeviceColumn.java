package org.cadastre.ui.internal.devices;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column that the table of devices can show.
 *
 * @param id under which the choice of a person is remembered
 * @param width in pixels at 96 dpi, until the person chooses another
 * @param shown whether the column is there until a person chooses
 * @param grouping whether many devices share a value, so that grouping and filtering by it says something
 * @param text what stands in a cell; empty if there is nothing to say
 */
public record DeviceColumn(String id, String title, int width, boolean numeric, boolean shown, boolean grouping,
        Function<DeviceRow, String> text) {

    /** Cells without a text come last, whichever way is sorted. */
    Comparator<DeviceRow> order(boolean ascending) {
        Comparator<String> texts = ascending ? NaturalOrder.INSTANCE : NaturalOrder.INSTANCE.reversed();
        return (one, other) -> {
            String left = text.apply(one);
            String right = text.apply(other);
            return left.isEmpty() || right.isEmpty() ? Boolean.compare(left.isEmpty(), right.isEmpty())
                    : texts.compare(left, right);
        };
    }
}
