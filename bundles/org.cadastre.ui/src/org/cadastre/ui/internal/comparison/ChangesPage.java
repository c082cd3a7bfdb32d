package org.cadastre.ui.internal.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.parts.SearchField;
import org.cadastre.ui.internal.parts.Splitter;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.LineContent;
import org.cadastre.ui.internal.tree.LineTree;
import org.cadastre.ui.internal.tree.Matches;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;

/** The changes as a tree, before and after of the selected one beside it. */
final class ChangesPage extends Composite {

    private static final int LINES_TO_OPEN = 400;
    /** What changes by itself is counted, and seen on demand. */
    private static final Set<Verdict> SHOWN_AT_FIRST = EnumSet.complementOf(EnumSet.of(Verdict.VOLATILE));

    private final SearchField search;
    private final LineTree tree;
    private String query = "";

    ChangesPage(Composite parent, SnapshotComparison comparison) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        KindFilter filter = new KindFilter(this, comparison.getSummary(), SHOWN_AT_FIRST,
                kinds -> show(new ComparisonLines(kinds).of(comparison)));
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(filter.control());
        SashForm sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(left);
        search = new SearchField(left, Texts.text("comparison.search"), this::search, this::focus);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        BeforeAfterPane sides = new BeforeAfterPane(sash, comparison);
        tree = new LineTree(left, Texts.text("comparison.tree"), new LineContent(ChangesPage::lines),
                new ComparisonLines(SHOWN_AT_FIRST).of(comparison), line -> line.ifPresentOrElse(sides::show, sides::clear));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        Splitter.remember(sash, "comparison", 48, 52);
        open();
        step(1);
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

    ISelectionProvider selection() {
        return tree.viewer();
    }

    /** Selects the next change in the order of the tree, or the one before. Stays at the last one. */
    void step(int direction) {
        List<TreeLine> all = tree.lines();
        int at = tree.selected().map(all::indexOf).orElse(-1);
        for (int i = at + direction; i >= 0 && i < all.size(); i += direction) {
            if (!all.get(i).hasChildren()) {
                tree.reveal(all.get(i));
                return;
            }
        }
    }

    /** Selects a section of a device, or the device if nothing of the section is shown. */
    void reveal(String device, String section) {
        lines(tree.viewer().getInput()).stream().map(DeviceLine.class::cast).filter(line -> line.device().getDevice().equals(device))
                .findFirst().ifPresent(line -> tree.reveal(line.section(section).orElse(line)));
    }

    void focus() {
        tree.focus();
    }

    void focusSearch() {
        search.selectAll();
    }
}
