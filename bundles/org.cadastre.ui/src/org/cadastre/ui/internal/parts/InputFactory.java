package org.cadastre.ui.internal.parts;

import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Gives back what the editors of the last session showed. */
public final class InputFactory implements IElementFactory {

    static final String ID = "org.cadastre.ui.inputs";

    @Override
    public IAdaptable createElement(IMemento memento) {
        Path estate = Path.of(memento.getString("estate"));
        if (memento.getString("id") != null) {
            return new SnapshotInput(estate, memento.getString("id"), memento.getString("label"));
        }
        return new ComparisonInput(estate, memento.getString("before"), memento.getString("beforeLabel"),
                memento.getString("after"), memento.getString("afterLabel"));
    }
}
