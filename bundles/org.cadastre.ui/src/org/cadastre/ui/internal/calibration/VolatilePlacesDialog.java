package org.cadastre.ui.internal.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cadastre.repository.VolatilePlace;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Places that change by themselves, each with a tick: those that keep it are counted apart in every comparison. */
final class VolatilePlacesDialog extends Dialog {

    private final String message;
    private final List<VolatilePlace> places;
    private final Map<String, String> names;
    private Table table;
    private List<VolatilePlace> kept = List.of();

    /** @param names of the devices by their ids, as far as they are known */
    VolatilePlacesDialog(Shell parent, String message, List<VolatilePlace> places, Map<String, String> names) {
        super(parent);
        this.message = message;
        this.places = places;
        this.names = names;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What had its tick when the dialog was left with OK. */
    List<VolatilePlace> kept() {
        return kept;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Texts.text("volatile.title"));
    }

    @Override
    protected Point getInitialSize() {
        return new Point(820, 480);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Label label = new Label(area, SWT.WRAP);
        label.setText(message);
        GridDataFactory.fillDefaults().grab(true, false).hint(700, SWT.DEFAULT).applyTo(label);
        table = new Table(area, SWT.CHECK | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        column("volatile.device", 200);
        column("volatile.place", 380);
        column("volatile.learned", 180);
        for (VolatilePlace place : places) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setChecked(true);
            item.setText(new String[] { device(place), place.path(), place.learned() });
            item.setData(place);
        }
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        return area;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(Texts.text(title));
        column.setWidth(width);
    }

    private String device(VolatilePlace place) {
        return place.device().equals(VolatilePlace.EVERY_DEVICE) ? Texts.text("volatile.everyDevice")
                : names.getOrDefault(place.device(), place.device());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Texts.text("volatile.keep"), true);
        createButton(parent, IDialogConstants.CANCEL_ID, Texts.text("button.cancel"), false);
    }

    @Override
    protected void okPressed() {
        kept = Arrays.stream(table.getItems()).filter(TableItem::getChecked).map(item -> (VolatilePlace) item.getData()).toList();
        super.okPressed();
    }
}
