package org.cadastre.ui.internal.export;

import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.SnapshotItem;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

/** Exports the part that is in use, or the snapshot that is selected in the list. */
public final class ExcelHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getActivePart(event) instanceof Exportable part) {
            ExcelExport.ask(shell, part.exportName(), part.exporter());
        } else if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof SnapshotItem item) {
            EstateList estates = Services.get(EstateList.class);
            ExcelExport.ask(shell, item.info().label(), (file, monitor) -> new InventoryWorkbook()
                    .write(estates.use(item.estate(), estate -> estate.read(item.info())), file));
        }
        return null;
    }
}
