package org.cadastre.ui.internal.estates;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Compares two selected snapshots; or one with the one before it; or the two newest of a selected estate. When that does
 * not work out, says what is missing.
 */
public final class CompareHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<SnapshotItem> pair = pair(HandlerUtil.getCurrentStructuredSelection(event).toList());
        if (pair.size() != 2) {
            say(event, "compare.nothingBefore");
        } else if (!pair.getFirst().estate().equals(pair.getLast().estate())) {
            say(event, "compare.twoEstates");
        } else {
            Editors.openComparison(pair.getFirst().estate(), pair.getFirst().info(), pair.getLast().info());
        }
        return null;
    }

    private static List<SnapshotItem> pair(List<?> selected) {
        List<SnapshotItem> pair = new ArrayList<>();
        for (Object one : selected) {
            if (one instanceof SnapshotItem item) {
                pair.add(item);
            }
        }
        if (selected.size() == 1 && selected.getFirst() instanceof ListedEstate estate) {
            return estate.snapshots().stream().limit(2).toList();
        }
        if (selected.size() == 1 && pair.size() == 1) {
            return withPredecessor(pair.getFirst());
        }
        return pair;
    }

    /** The list of an estate is sorted from new to old. */
    private static List<SnapshotItem> withPredecessor(SnapshotItem item) {
        List<SnapshotItem> all = Services.get(EstateList.class).find(item.estate()).map(ListedEstate::snapshots)
                .orElse(List.of());
        return all.stream().dropWhile(other -> !other.equals(item)).limit(2).toList();
    }

    private static void say(ExecutionEvent event, String message) throws ExecutionException {
        new MessageDialog(HandlerUtil.getActiveShellChecked(event), Texts.text("compare.title"), null, Texts.text(message),
                MessageDialog.INFORMATION, 0, Texts.text("button.close")).open();
    }
}
