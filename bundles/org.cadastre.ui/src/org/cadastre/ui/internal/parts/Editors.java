package org.cadastre.ui.internal.parts;

import java.nio.file.Path;

import org.cadastre.repository.SnapshotInfo;
import org.cadastre.ui.internal.snapshot.SnapshotEditor;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Opens the editors, once for each input. For the UI thread. */
public final class Editors {

    public static final String SNAPSHOT = "org.cadastre.ui.snapshot";
    public static final String COMPARISON = "org.cadastre.ui.comparison";

    private Editors() {
    }

    public static void openSnapshot(Path estate, SnapshotInfo snapshot) {
        open(new SnapshotInput(estate, snapshot.id(), snapshot.label()), SNAPSHOT);
    }

    /**
     * Shows a place in a snapshot.
     *
     * @param device id of the device
     * @param section class of the section; empty for the device itself
     * @param element path of the element; empty for the section itself
     */
    public static void openSnapshot(Path estate, SnapshotInfo snapshot, String device, String section, String element) {
        if (open(new SnapshotInput(estate, snapshot.id(), snapshot.label()), SNAPSHOT) instanceof SnapshotEditor editor) {
            editor.showPlace(device, section, element);
        }
    }

    /** Shows what changed between two snapshots of an estate; the one that was begun earlier is "before". */
    public static void openComparison(Path estate, SnapshotInfo one, SnapshotInfo other) {
        boolean inOrder = !other.started().isBefore(one.started());
        SnapshotInfo before = inOrder ? one : other;
        SnapshotInfo after = inOrder ? other : one;
        open(new ComparisonInput(estate, before.id(), before.label(), after.id(), after.label()), COMPARISON);
    }

    /** Closes all editors that show something of an estate. */
    public static void closeAll(Path estate) {
        IWorkbenchPage page = page();
        for (var reference : page.getEditorReferences()) {
            IEditorPart editor = reference.getEditor(false);
            if (editor != null && editor.getEditorInput() instanceof StoredInput input && input.estate().equals(estate)) {
                page.closeEditor(editor, false);
            }
        }
    }

    /** @return null when it cannot be opened, which was said */
    private static IEditorPart open(StoredInput input, String editor) {
        try {
            return page().openEditor(input, editor);
        } catch (PartInitException broken) {
            Problems.show(page().getWorkbenchWindow().getShell(), input.getName(), Problems.unexpected(broken));
            return null;
        }
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
