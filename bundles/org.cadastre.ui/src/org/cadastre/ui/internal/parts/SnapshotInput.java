package org.cadastre.ui.internal.parts;

import java.nio.file.Path;

import org.eclipse.ui.IMemento;

/**
 * A snapshot to show.
 *
 * @param id of the snapshot, 40 hexadecimal digits
 * @param label for the tab
 */
public record SnapshotInput(Path estate, String id, String label) implements StoredInput {

    @Override
    public String getName() {
        return label;
    }

    @Override
    public String getToolTipText() {
        return label + " - " + estate;
    }

    @Override
    public void saveState(IMemento memento) {
        StoredInput.super.saveState(memento);
        memento.putString("id", id);
        memento.putString("label", label);
    }
}
