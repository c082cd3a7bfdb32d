package org.cadastre.ui.internal.parts;

import java.nio.file.Path;

import org.eclipse.ui.IMemento;

/**
 * Two snapshots of one estate to compare.
 *
 * @param before id of the older snapshot
 * @param after id of the newer snapshot
 */
public record ComparisonInput(Path estate, String before, String beforeLabel, String after, String afterLabel)
        implements StoredInput {

    @Override
    public String getName() {
        return beforeLabel + " \u2192 " + afterLabel;
    }

    @Override
    public String getToolTipText() {
        return getName() + " - " + estate;
    }

    @Override
    public void saveState(IMemento memento) {
        StoredInput.super.saveState(memento);
        memento.putString("before", before);
        memento.putString("beforeLabel", beforeLabel);
        memento.putString("after", after);
        memento.putString("afterLabel", afterLabel);
    }
}
