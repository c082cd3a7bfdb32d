package org.cadastre.ui.internal.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.cadastre.compare.Certificate;
import org.cadastre.compare.Certificate.Line;
import org.cadastre.compare.Certificate.Part;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Palette;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * The certificate of non-change: how many elements are proven unchanged, changed, known to change by themselves, or not
 * comparable, and below, by device and section, the list of the number that is selected.
 */
final class SummaryPage extends Composite {

    private static final Map<Part, Verdict> VERDICTS = Map.of(Part.UNCHANGED, Verdict.UNCHANGED, Part.CHANGED, Verdict.CHANGED,
            Part.VOLATILE, Verdict.VOLATILE, Part.UNKNOWN, Verdict.UNKNOWN);

    private final Certificate certificate;
    private final Table numbers;
    private final Label title;
    private final Table list;
    private List<Line> lines = List.of();
    private Work<List<Line>> reading;

    /** @param onOpen gets the line that was opened by double click or Enter */
    SummaryPage(Composite parent, Certificate certificate, Consumer<Line> onOpen) {
        super(parent, SWT.NONE);
        this.certificate = certificate;
        GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(this);
        label(Texts.text("certificate.read", certificate.comparison().getSummary().getDevicesOnBothSides()));
        numbers = table(SWT.SINGLE, 230, 110, 560);
        numbers.setHeaderVisible(false);
        Names.give(numbers, Texts.text("page.summary"));
        for (Part part : Part.values()) {
            number(part);
        }
        GridDataFactory.fillDefaults().grab(true, false).applyTo(numbers);
        numbers.addListener(SWT.Selection, event -> show(Part.values()[numbers.getSelectionIndex()]));
        title = label("");
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 10).applyTo(title);
        list = table(SWT.MULTI | SWT.VIRTUAL, 230, 230, 110, 420);
        String[] headings = { "certificate.device", "certificate.section", "certificate.elements", "certificate.grounds" };
        for (int i = 0; i < headings.length; i++) {
            list.getColumn(i).setText(Texts.text(headings[i]));
        }
        list.addListener(SWT.SetData, event -> fill((TableItem) event.item, lines.get(event.index)));
        list.addListener(SWT.DefaultSelection, event -> onOpen.accept(lines.get(list.getSelectionIndex())));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(list);
        addListener(SWT.Dispose, event -> stopReading());
        numbers.select(0);
        show(Part.UNCHANGED);
    }

    private Label label(String text) {
        Label label = new Label(this, SWT.WRAP);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        return label;
    }

    /** The column before the last one holds numbers. */
    private Table table(int style, int... widths) {
        Table table = new Table(this, style | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        for (int i = 0; i < widths.length; i++) {
            TableColumn column = new TableColumn(table, i == widths.length - 2 ? SWT.RIGHT : SWT.LEFT);
            column.setWidth(widths[i]);
        }
        return table;
    }

    private void number(Part part) {
        TableItem item = new TableItem(numbers, SWT.NONE);
        item.setImage(Icons.image(Icons.of(VERDICTS.get(part))));
        item.setText(new String[] { name(part), Texts.text("certificate.number", Sentences.elements(certificate.comparison(), part)),
                Sentences.remark(certificate.comparison(), part) });
        item.setForeground(2, Palette.pale(getDisplay()));
    }

    private static String name(Part part) {
        return Texts.text("certificate.part." + part.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** What is unchanged is read from the snapshot again, which may take its time. */
    private void show(Part part) {
        stopReading();
        set(List.of());
        title.setText(Texts.text("editor.reading"));
        reading = Work.of(name(part), monitor -> read(part, monitor), found -> {
            if (!isDisposed()) {
                title.setText(name(part) + ": " + Texts.text("certificate.lines", found.size()));
                Names.give(list, name(part));
                set(found);
            }
        }, problem -> {
            if (!isDisposed()) {
                title.setText(problem);
            }
        });
        reading.schedule();
    }

    private List<Line> read(Part part, IProgressMonitor monitor) throws Exception {
        List<Line> found = new ArrayList<>();
        certificate.list(part, line -> {
            if (monitor.isCanceled()) {
                throw new org.eclipse.core.runtime.OperationCanceledException();
            }
            found.add(line);
        });
        return found;
    }

    private void stopReading() {
        if (reading != null) {
            reading.cancel();
        }
    }

    private void set(List<Line> found) {
        lines = found;
        list.setItemCount(found.size());
        list.clearAll();
    }

    private static void fill(TableItem item, Line line) {
        item.setText(new String[] { line.deviceName(), SectionLine.title(line.section()), Texts.text("certificate.number", line.elements()),
                grounds(line) });
    }

    private static String grounds(Line line) {
        return switch (line.grounds()) {
            case Certificate.EQUAL_HASHES -> Texts.text("certificate.equalHashes");
            case Certificate.COMPARED -> Texts.text("certificate.compared");
            default -> line.grounds();
        };
    }

    @Override
    public boolean setFocus() {
        return numbers.setFocus();
    }
}
