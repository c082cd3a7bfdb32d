package org.cadastre.ui.internal.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.export.Exportable;
import org.cadastre.ui.internal.parts.ComparisonInput;
import org.cadastre.ui.internal.parts.Heading;
import org.cadastre.ui.internal.parts.ReadingEditor;
import org.cadastre.ui.internal.parts.SearchField;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Splitter;
import org.cadastre.ui.internal.texts.Moments;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.LineContent;
import org.cadastre.ui.internal.tree.LineTree;
import org.cadastre.ui.internal.tree.Matches;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;

/** What changed between two snapshots: the outcome in a sentence, the changes as a tree, before and after beside it. */
public final class ComparisonEditor extends ReadingEditor<SnapshotComparison> implements Exportable {

    private static final int LINES_TO_OPEN = 400;

    private SnapshotComparison comparison;
    private SearchField search;
    private LineTree tree;
    private String query = "";

    @Override
    protected SnapshotComparison read(IProgressMonitor monitor) throws Exception {
        ComparisonInput input = (ComparisonInput) getEditorInput();
        return Services.get(EstateList.class).use(input.estate(),
                estate -> Services.get(SnapshotComparer.class).compare(estate.read(estate.find(input.before())),
                        estate.read(estate.find(input.after())), (done, total) -> monitor.subTask(done + " / " + total)));
    }

    @Override
    protected void show(Composite parent, SnapshotComparison compared) {
        comparison = compared;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Heading heading = new Heading(parent, name(compared.getBefore()) + "  \u2192  " + name(compared.getAfter()),
                Sentences.of(compared));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(heading);
        KindFilter filter = new KindFilter(parent, compared.getSummary(), kinds -> show(new ComparisonLines(kinds).of(compared)));
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(filter.control());
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(left);
        search = new SearchField(left, Texts.text("comparison.search"), this::search, () -> tree.focus());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        BeforeAfterPane sides = new BeforeAfterPane(sash, compared);
        tree = new LineTree(left, Texts.text("comparison.tree"), new LineContent(ComparisonEditor::lines),
                new ComparisonLines(EnumSet.allOf(Verdict.class)).of(compared),
                line -> line.ifPresentOrElse(sides::show, sides::clear));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        Splitter.remember(sash, "comparison", 48, 52);
        getSite().setSelectionProvider(tree.viewer());
        open();
        step(1);
    }

    private static String name(ComparedSnapshot snapshot) {
        return snapshot.getLabel() + " (" + Moments.text(snapshot.getStarted()) + ")";
    }

    @SuppressWarnings("unchecked")
    private static List<TreeLine> lines(Object input) {
        return (List<TreeLine>) input;
    }

    private void show(List<TreeLine> lines) {
        tree.viewer().setInput(lines);
        search(query);
        open();
    }

    /** A comparison of usual size shows all that it has. */
    private void open() {
        if (tree.lines().size() <= LINES_TO_OPEN) {
            tree.viewer().expandAll();
        }
    }

    /** Everything is in memory: no need to leave the UI thread. */
    private void search(String typed) {
        query = typed;
        if (typed.isEmpty()) {
            search.showResult("");
            tree.show(Optional.empty());
            return;
        }
        Matches matches = new Matches(typed);
        lines(tree.viewer().getInput()).forEach(line -> matches.search(line, line.children()));
        search.showResult(Texts.text("search.found", matches.count()));
        tree.show(Optional.of(matches));
    }

    /** Selects the next change in the order of the tree, or the one before. Stays at the last one. */
    void step(int direction) {
        if (tree == null) {
            return;
        }
        List<TreeLine> all = tree.lines();
        int at = tree.selected().map(all::indexOf).orElse(-1);
        for (int i = at + direction; i >= 0 && i < all.size(); i += direction) {
            if (!all.get(i).hasChildren()) {
                tree.reveal(all.get(i));
                return;
            }
        }
    }

    @Override
    public void focusSearch() {
        if (search != null) {
            search.selectAll();
        }
    }

    @Override
    public void setFocus() {
        if (tree == null) {
            super.setFocus();
        } else {
            tree.focus();
        }
    }

    @Override
    public String exportName() {
        ComparisonInput input = (ComparisonInput) getEditorInput();
        return input.beforeLabel() + " - " + input.afterLabel();
    }

    @Override
    public Writer exporter() {
        SnapshotComparison shown = comparison;
        return (file, monitor) -> new ComparisonWorkbook().write(shown, file);
    }
}
