package org.cadastre.ui.internal.calibration;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.cadastre.compare.Calibration;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.VolatilePlace;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Learns from selected snapshots, taken while nobody worked, which places change by themselves. */
public final class CalibrateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        List<?> selection = HandlerUtil.getCurrentStructuredSelection(event).toList();
        List<SnapshotItem> selected = selection.stream().filter(SnapshotItem.class::isInstance).map(SnapshotItem.class::cast).toList();
        if (selected.size() < 2 || selected.stream().map(SnapshotItem::estate).distinct().count() != 1) {
            say(shell, Texts.text("calibrate.select"));
            return null;
        }
        Path estate = selected.getFirst().estate();
        List<SnapshotInfo> quiet = selected.stream().map(SnapshotItem::info).sorted(Comparator.comparing(SnapshotInfo::started)).toList();
        Work.<Found>of(Texts.text("calibrate.title"), monitor -> Services.get(EstateList.class).use(estate,
                opened -> new Found(Calibration.of(opened, quiet).places(), DeviceNames.of(opened))),
                found -> ask(shell, estate, found), line -> say(shell, line)).schedule();
        return null;
    }

    private record Found(List<VolatilePlace> places, DeviceNames names) {
    }

    private static void ask(Shell shell, Path estate, Found found) {
        if (found.places().isEmpty()) {
            say(shell, Texts.text("calibrate.nothing"));
            return;
        }
        VolatilePlacesDialog dialog = new VolatilePlacesDialog(shell, Texts.text("calibrate.found", found.places().size()),
                found.places(), found.names().byId());
        if (dialog.open() == org.eclipse.jface.window.Window.OK && !dialog.kept().isEmpty()) {
            Work.<Integer>of(Texts.text("calibrate.title"), monitor -> Services.get(EstateList.class).use(estate, opened -> {
                opened.volatilePlaces().add(dialog.kept());
                return dialog.kept().size();
            }), number -> say(shell, Texts.text("calibrate.kept", number)), line -> say(shell, line)).schedule();
        }
    }

    private static void say(Shell shell, String text) {
        new MessageDialog(shell, Texts.text("calibrate.title"), null, text, MessageDialog.INFORMATION, 0, Texts.text("button.close")).open();
    }
}
