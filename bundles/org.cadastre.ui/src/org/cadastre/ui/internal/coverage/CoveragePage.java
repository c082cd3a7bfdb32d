package org.cadastre.ui.internal.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.cadastre.model.Coverage;
import org.cadastre.model.Snapshot;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.internal.coverage.CoverageReport.Gap;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Splitter;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * How well the snapshot was read: above, each section with the number of devices by coverage; below, each thing that is
 * missing, why, and what to do. A section that is selected above leaves only what is missing of it. Read when first seen.
 */
public final class CoveragePage extends Composite {

    private final SnapshotReader reader;
    private final Snapshot head;
    private final Table sections;
    private final Label missing;
    private final Table gaps;
    private Work<CoverageReport> reading;
    private CoverageReport report = new CoverageReport(Map.of(), List.of());
    private List<Gap> shown = List.of();

    /** @param onOpen gets the device and the name of the section of a line that was opened */
    public CoveragePage(Composite parent, SnapshotReader reader, Snapshot head, BiConsumer<DeviceEntry, String> onOpen) {
        super(parent, SWT.NONE);
        this.reader = reader;
        this.head = head;
        GridLayoutFactory.fillDefaults().margins(12, 10).applyTo(this);
        SashForm sash = new SashForm(this, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        sections = table(sash, Texts.text("coverage.sections"), SWT.SINGLE);
        column(sections, Texts.text("table.section"), SWT.LEFT, 240);
        for (Coverage coverage : Coverage.values()) {
            column(sections, CoverageReport.word(coverage), SWT.RIGHT, 110).setImage(Icons.image(Icons.of(coverage)));
        }
        sections.addListener(SWT.Selection, event -> showGaps());
        gaps = table(sash, Texts.text("coverage.missing"), SWT.MULTI | SWT.VIRTUAL);
        missing = (Label) gaps.getParent().getChildren()[0];
        column(gaps, Texts.text("coverage.where"), SWT.LEFT, 230);
        column(gaps, Texts.text("table.section"), SWT.LEFT, 190);
        column(gaps, Texts.text("table.coverage"), SWT.LEFT, 130);
        column(gaps, Texts.text("coverage.reason"), SWT.LEFT, 560);
        gaps.addListener(SWT.SetData, this::fillGap);
        gaps.addListener(SWT.DefaultSelection, event -> shown.get(gaps.getSelectionIndex()).device()
                .ifPresent(device -> onOpen.accept(device, shown.get(gaps.getSelectionIndex()).section())));
        Splitter.remember(sash, "coverage", 50, 50);
        addListener(SWT.Paint, event -> readOnce());
        addListener(SWT.Dispose, event -> {
            if (reading != null) {
                reading.cancel();
            }
        });
    }

    private static Table table(Composite parent, String title, int style) {
        Composite place = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(place);
        Label heading = new Label(place, SWT.NONE);
        heading.setText(title);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        Table table = new Table(place, SWT.FULL_SELECTION | SWT.BORDER | style);
        table.setHeaderVisible(true);
        Names.give(table, title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        return table;
    }

    private static TableColumn column(Table table, String title, int alignment, int width) {
        TableColumn column = new TableColumn(table, alignment);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    private void readOnce() {
        if (reading == null) {
            missing.setText(Texts.text("coverage.reading"));
            reading = Work.of(Texts.text("coverage.reading"), monitor -> CoverageReport.read(reader, head, monitor),
                    this::show, missing::setText);
            reading.schedule();
        }
    }

    private void show(CoverageReport read) {
        if (isDisposed()) {
            return;
        }
        report = read;
        read.sections().forEach((section, counts) -> {
            List<String> cells = new ArrayList<>(List.of(section));
            Arrays.stream(Coverage.values()).map(coverage -> counts.containsKey(coverage) ? counts.get(coverage).toString() : "")
                    .forEach(cells::add);
            TableItem item = new TableItem(sections, SWT.NONE);
            item.setText(cells.toArray(String[]::new));
            item.setImage(Icons.image(Icons.of(worst(counts))));
        });
        showGaps();
    }

    /** Of the coverages that a section has on any device, the one that needs the most attention. */
    private static Coverage worst(Map<Coverage, Integer> counts) {
        List<Coverage> byAttention = List.of(Coverage.FAILED, Coverage.DENIED, Coverage.TIMED_OUT, Coverage.PARTIAL,
                Coverage.COMPLETE, Coverage.UNSUPPORTED, Coverage.NOT_REQUESTED);
        return byAttention.stream().filter(counts::containsKey).findFirst().orElse(Coverage.COMPLETE);
    }

    private void showGaps() {
        String section = sections.getSelectionCount() == 0 ? "" : sections.getSelection()[0].getText();
        shown = report.gaps().stream().filter(gap -> section.isEmpty() || gap.section().equals(section)).toList();
        gaps.setItemCount(shown.size());
        gaps.clearAll();
        missing.setText(shown.isEmpty()
                ? Texts.text(section.isEmpty() ? "coverage.nothingMissing" : "coverage.nothingMissingOf", section)
                : Texts.text(section.isEmpty() ? "coverage.missingCount" : "coverage.missingCountOf", shown.size(), section));
    }

    private void fillGap(Event event) {
        if (event.index < 0 || event.index >= shown.size()) {
            // GTK asks for rows also while it takes them away.
            return;
        }
        Gap gap = shown.get(event.index);
        TableItem item = (TableItem) event.item;
        item.setText(new String[] { gap.name(), gap.section().isEmpty() ? Texts.text("coverage.target") : gap.section(),
                gap.result(), gap.reason() });
        item.setImage(Icons.image(gap.coverage().map(Icons::of).orElse("coverage-failed")));
    }

    @Override
    public boolean setFocus() {
        return sections.setFocus();
    }
}
