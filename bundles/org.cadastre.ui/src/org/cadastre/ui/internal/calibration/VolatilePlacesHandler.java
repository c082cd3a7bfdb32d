package org.cadastre.ui.internal.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.cadastre.repository.VolatilePlace;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.ListedEstate;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the places of the selected estate that change by themselves; without its tick, one is compared like any other. */
public final class VolatilePlacesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Path estate = switch (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement()) {
            case ListedEstate listed -> listed.directory();
            case SnapshotItem snapshot -> snapshot.estate();
            case null, default -> null;
        };
        if (estate != null) {
            Work.<Known>of(Texts.text("volatile.title"), monitor -> Services.get(EstateList.class).use(estate,
                    opened -> new Known(opened.volatilePlaces().load(), DeviceNames.of(opened))),
                    known -> show(shell, estate, known), line -> Problems.show(shell, Texts.text("volatile.title"), line)).schedule();
        }
        return null;
    }

    private record Known(List<VolatilePlace> places, DeviceNames names) {
    }

    private static void show(Shell shell, Path estate, Known known) {
        VolatilePlacesDialog dialog = new VolatilePlacesDialog(shell,
                Texts.text(known.places().isEmpty() ? "volatile.none" : "volatile.message"), known.places(), known.names().byId());
        if (dialog.open() == Window.OK && dialog.kept().size() < known.places().size()) {
            List<VolatilePlace> gone = new ArrayList<>(known.places());
            gone.removeAll(dialog.kept());
            Work.<Integer>of(Texts.text("volatile.title"), monitor -> Services.get(EstateList.class).use(estate, opened -> {
                opened.volatilePlaces().remove(gone);
                return gone.size();
            }), number -> { }, line -> Problems.show(shell, Texts.text("volatile.title"), line)).schedule();
        }
    }
}
