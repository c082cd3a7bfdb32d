package org.cadastre.ui.internal.parts;

import java.nio.file.Path;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

/** What an editor shows: something of an estate, by name only, so that it costs nothing until the editor reads it. */
public sealed interface StoredInput extends IEditorInput, IPersistableElement permits SnapshotInput, ComparisonInput {

    /** Folder of the estate. */
    Path estate();

    @Override
    default boolean exists() {
        return true;
    }

    @Override
    default ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    default IPersistableElement getPersistable() {
        return this;
    }

    @Override
    default String getFactoryId() {
        return InputFactory.ID;
    }

    @Override
    default void saveState(IMemento memento) {
        memento.putString("estate", estate().toString());
    }

    @Override
    default <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
