package org.cadastre.benchmarks;

import java.util.Map;

/**
 * What a step measured.
 *
 * @param figures by name, as given to the {@link Probe}
 */
public record Measured(Map<String, Quantity> figures) {

    /** @throws IllegalArgumentException if the step measured nothing of this name */
    public Quantity get(String name) {
        Quantity figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("nothing of the name \"" + name + "\" was measured, but " + figures.keySet());
        }
        return figure;
    }
}
