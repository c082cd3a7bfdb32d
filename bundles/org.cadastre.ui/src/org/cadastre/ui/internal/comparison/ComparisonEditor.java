package org.cadastre.ui.internal.comparison;

import org.cadastre.compare.Certificate;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.export.Exportable;
import org.cadastre.ui.internal.parts.ComparisonInput;
import org.cadastre.ui.internal.parts.Heading;
import org.cadastre.ui.internal.parts.Pages;
import org.cadastre.ui.internal.parts.ReadingEditor;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.texts.Moments;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.pages.ComparisonPage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** What changed between two snapshots, and what did not: first the certificate of non-change, then the changes. */
public final class ComparisonEditor extends ReadingEditor<Certificate> implements Exportable {

    private Certificate certificate;
    private Pages pages;
    private ChangesPage changes;

    @Override
    protected Certificate read(IProgressMonitor monitor) throws Exception {
        ComparisonInput input = (ComparisonInput) getEditorInput();
        return Services.get(EstateList.class).use(input.estate(), estate -> {
            SnapshotReader before = estate.read(estate.find(input.before()));
            SnapshotReader after = estate.read(estate.find(input.after()));
            return new Certificate(Services.get(SnapshotComparer.class).compare(before, after, estate.volatilePlaces().load(),
                    (done, total) -> monitor.subTask(done + " / " + total)), before, after);
        });
    }

    @Override
    protected void show(Composite parent, Certificate read) {
        certificate = read;
        SnapshotComparison comparison = read.comparison();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Heading heading = new Heading(parent, name(comparison.getBefore()) + "  \u2192  " + name(comparison.getAfter()),
                Sentences.of(comparison));
        comparison.getWarnings().forEach(heading::warn);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        pages = new Pages(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
        pages.add(Texts.text("page.summary"), new SummaryPage(pages.control(), read, line -> {
            showChanges();
            changes.reveal(line.device(), line.section());
        }));
        changes = new ChangesPage(pages.control(), comparison);
        pages.add(Texts.text("page.changes"), changes);
        Services.all(ComparisonPage.class).forEach(page -> pages.add(page.title(),
                page.create(pages.control(), read.before(), read.after(), comparison)));
        getSite().setSelectionProvider(changes.selection());
    }

    private static String name(ComparedSnapshot snapshot) {
        return snapshot.getLabel() + " (" + Moments.text(snapshot.getStarted()) + ")";
    }

    private void showChanges() {
        pages.show(changes);
        changes.focus();
    }

    /** Selects the next change, or the one before; the first one when the changes are not in sight. */
    void step(int direction) {
        if (changes != null && pages.isShown(changes)) {
            changes.step(direction);
        } else if (changes != null) {
            showChanges();
        }
    }

    @Override
    public void focusSearch() {
        if (changes != null) {
            showChanges();
            changes.focusSearch();
        }
    }

    @Override
    public void setFocus() {
        if (pages == null) {
            super.setFocus();
        } else {
            pages.setFocus();
        }
    }

    @Override
    public String exportName() {
        ComparisonInput input = (ComparisonInput) getEditorInput();
        return input.beforeLabel() + " - " + input.afterLabel();
    }

    @Override
    public Writer exporter() {
        Certificate shown = certificate;
        return (file, monitor) -> new ComparisonWorkbook().write(shown, file);
    }
}
