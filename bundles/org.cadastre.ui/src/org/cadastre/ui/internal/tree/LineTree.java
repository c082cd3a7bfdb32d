package org.cadastre.ui.internal.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A tree of lines that can be searched. Long lists come in portions, so that the widget stays quick. */
public final class LineTree {

    private static final int PORTION = 500;
    /** More lines than this are not opened by themselves after a search. */
    private static final int WAYS_TO_OPEN = 300;

    private final TreeViewer viewer;
    private final LineContent content;

    /** @param onSelection gets the selected line, or nothing */
    public LineTree(Composite parent, String name, LineContent content, Object input, Consumer<Optional<TreeLine>> onSelection) {
        this.content = content;
        viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        viewer.setUseHashlookup(true);
        viewer.setDisplayIncrementally(PORTION);
        viewer.setContentProvider(content);
        viewer.setLabelProvider(new LineLabels(content::query));
        ColumnViewerToolTipSupport.enableFor(viewer);
        org.cadastre.ui.internal.parts.Names.give(viewer.getControl(), name);
        viewer.addSelectionChangedListener(event -> onSelection.accept(selected()));
        viewer.addDoubleClickListener(event -> selected()
                .ifPresent(line -> viewer.setExpandedState(line, !viewer.getExpandedState(line))));
        viewer.setInput(input);
    }

    public TreeViewer viewer() {
        return viewer;
    }

    public Control control() {
        return viewer.getControl();
    }

    public void focus() {
        viewer.getControl().setFocus();
    }

    public Optional<TreeLine> selected() {
        return viewer.getStructuredSelection().getFirstElement() instanceof TreeLine line ? Optional.of(line)
                : Optional.empty();
    }

    public void selectFirst() {
        Object[] roots = content.getElements(viewer.getInput());
        if (roots.length > 0) {
            viewer.setSelection(new StructuredSelection(roots[0]));
        }
    }

    /** Selects a line and opens the way to it. */
    public void reveal(TreeLine line) {
        viewer.setSelection(new StructuredSelection(line), true);
    }

    /** Shows only what was found, with the ways to it opened; everything when empty. */
    public void show(Optional<Matches> matches) {
        viewer.getControl().setRedraw(false);
        content.show(matches);
        viewer.refresh();
        matches.filter(found -> found.ways().size() <= WAYS_TO_OPEN)
                .ifPresent(found -> viewer.setExpandedElements(found.ways().toArray()));
        selected().ifPresent(viewer::reveal);
        viewer.getControl().setRedraw(true);
    }

    /** All lines that are shown or would be when opened, from the top down. */
    public List<TreeLine> lines() {
        List<TreeLine> lines = new ArrayList<>();
        for (Object root : content.getElements(viewer.getInput())) {
            collect((TreeLine) root, lines);
        }
        return lines;
    }

    private void collect(TreeLine line, List<TreeLine> lines) {
        lines.add(line);
        for (Object child : content.getChildren(line)) {
            collect((TreeLine) child, lines);
        }
    }
}
