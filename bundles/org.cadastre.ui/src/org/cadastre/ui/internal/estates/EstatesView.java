package org.cadastre.ui.internal.estates;

import java.util.List;
import java.util.stream.Stream;

import org.cadastre.ui.internal.parts.Columns;
import org.cadastre.ui.internal.parts.Commands;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** The estates that the person works with, each with its snapshots, newest first. */
public final class EstatesView extends ViewPart {

    public static final String ID = "org.cadastre.ui.estates";

    private final EstateList estates = Services.get(EstateList.class);
    private final Runnable onChange = () -> Display.getDefault().asyncExec(this::refresh);
    private IMemento remembered;
    private Composite stack;
    private Composite empty;
    private TreeViewer viewer;
    private Columns columns;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        remembered = memento;
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = createEmpty(stack);
        viewer = new TreeViewer(stack, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new EstatesContent());
        viewer.getTree().setHeaderVisible(true);
        Names.give(viewer.getControl(), getTitle());
        columns = Columns.of(viewer, "timeline");
        for (SnapshotColumn column : SnapshotColumn.values()) {
            columns.add(Texts.text("estates.column." + column.name().toLowerCase(java.util.Locale.ROOT)), column.width(),
                    column.alignment(), new SnapshotLabels(column, estates));
        }
        columns.restore(remembered);
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setUseHashlookup(true);
        viewer.setInput(estates);
        viewer.addOpenListener(event -> open());
        createMenu();
        getSite().setSelectionProvider(viewer);
        estates.addListener(onChange);
        refresh();
    }

    private Composite createEmpty(Composite parent) {
        Composite composite = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(0, 12).applyTo(composite);
        Label text = new Label(composite, SWT.WRAP);
        text.setText(Texts.text("estates.empty"));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(text);
        link(composite, "estates.empty.scan", "org.cadastre.ui.scan");
        link(composite, "estates.empty.open", "org.cadastre.ui.openEstate");
        return composite;
    }

    private void link(Composite parent, String text, String command) {
        Link link = new Link(parent, SWT.WRAP);
        link.setText("<a>" + Texts.text(text) + "</a>");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(link);
        link.addListener(SWT.Selection, event -> Commands.execute(getSite(), command));
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(ID, menu, viewer);
    }

    private void open() {
        IStructuredSelection selection = viewer.getStructuredSelection();
        if (selection.size() == 2) {
            Commands.execute(getSite(), "org.cadastre.ui.compare");
        } else if (selection.getFirstElement() instanceof SnapshotItem) {
            Commands.execute(getSite(), "org.cadastre.ui.openSnapshot");
        } else if (selection.getFirstElement() instanceof ListedEstate estate) {
            viewer.setExpandedState(estate, !viewer.getExpandedState(estate));
        }
    }

    private void refresh() {
        if (viewer == null || viewer.getControl().isDisposed()) {
            return;
        }
        Object[] expandedBefore = viewer.getExpandedElements();
        List<Object> shownBefore = List.of(((EstatesContent) viewer.getContentProvider()).shown());
        Object[] selected = viewer.getStructuredSelection().toArray();
        viewer.getControl().setRedraw(false);
        viewer.refresh();
        // Not the list again: it may have grown since the viewer read it, and what the viewer has not cannot be opened.
        List<ListedEstate> all = Stream.of(((EstatesContent) viewer.getContentProvider()).shown()).map(ListedEstate.class::cast).toList();
        for (ListedEstate estate : all) {
            boolean wasExpanded = List.of(expandedBefore).stream()
                    .anyMatch(before -> before instanceof ListedEstate old && old.directory().equals(estate.directory()));
            boolean hadContent = shownBefore.stream().anyMatch(before -> before instanceof ListedEstate old
                    && old.directory().equals(estate.directory()) && !old.snapshots().isEmpty());
            if (wasExpanded || !hadContent) {
                viewer.setExpandedState(estate, true);
            }
        }
        viewer.setSelection(new StructuredSelection(EstatesContent.current(all, selected)));
        viewer.getControl().setRedraw(true);
        ((StackLayout) stack.getLayout()).topControl = all.isEmpty() ? empty : viewer.getControl();
        stack.layout();
    }

    @Override
    public void saveState(IMemento memento) {
        columns.save(memento);
    }

    @Override
    public void setFocus() {
        ((StackLayout) stack.getLayout()).topControl.setFocus();
    }

    @Override
    public void dispose() {
        estates.removeListener(onChange);
        super.dispose();
    }
}
