package org.cadastre.ui.internal.snapshot;

import java.util.Optional;

import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.export.Exportable;
import org.cadastre.ui.internal.parts.Pages;
import org.cadastre.ui.internal.parts.ReadingEditor;
import org.cadastre.ui.internal.parts.SearchField;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.SnapshotInput;
import org.cadastre.ui.internal.parts.Splitter;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.LineTree;
import org.cadastre.ui.internal.tree.Matches;
import org.cadastre.ui.pages.SnapshotPage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;

/** A snapshot: its devices, sections and elements as a tree that can be searched, details beside it. */
public final class SnapshotEditor extends ReadingEditor<SnapshotModel> implements Exportable {

    private SnapshotModel model;
    private SearchField search;
    private LineTree tree;
    private Work<Matches> searching;

    @Override
    protected SnapshotModel read(IProgressMonitor monitor) throws Exception {
        SnapshotInput input = (SnapshotInput) getEditorInput();
        return Services.get(EstateList.class).use(input.estate(),
                estate -> SnapshotModel.read(estate.read(estate.find(input.id()))));
    }

    @Override
    protected void show(Composite parent, SnapshotModel snapshot) {
        model = snapshot;
        setTitleImage(Icons.image(Icons.of(snapshot.head().getPurpose())));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(new SnapshotHeader(parent, snapshot));
        Pages pages = new Pages(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
        SashForm sash = new SashForm(pages.control(), SWT.HORIZONTAL | SWT.SMOOTH);
        pages.add(Texts.text("page.devices"), sash);
        Services.all(SnapshotPage.class)
                .forEach(page -> pages.add(page.title(), page.create(pages.control(), snapshot.reader())));
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(left);
        search = new SearchField(left, Texts.text("snapshot.search"), this::search, () -> tree.focus());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        DetailsPane details = new DetailsPane(sash, node -> tree.reveal(node));
        SnapshotContent content = new SnapshotContent(snapshot);
        tree = new LineTree(left, Texts.text("snapshot.tree"), content, snapshot, line -> {
            line.filter(DeviceNode.class::isInstance).map(DeviceNode.class::cast).ifPresent(content::read);
            line.ifPresentOrElse(details::show, details::clear);
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        Splitter.remember(sash, "snapshot", 42, 58);
        getSite().setSelectionProvider(tree.viewer());
        tree.selectFirst();
        if (snapshot.devices().size() == 1) {
            tree.viewer().expandToLevel(2);
        }
    }

    private void search(String query) {
        if (searching != null) {
            searching.cancel();
        }
        if (query.isEmpty()) {
            found(Optional.empty());
            return;
        }
        search.showResult(Texts.text("search.running"));
        searching = Work.of(Texts.text("search.running"), monitor -> model.search(query, monitor),
                matches -> found(Optional.of(matches)), line -> search.showResult(line));
        searching.setSystem(true);
        searching.schedule();
    }

    private void found(Optional<Matches> matches) {
        if (search.isDisposed()) {
            return;
        }
        search.showResult(matches.map(found -> Texts.text("search.found", found.count())).orElse(""));
        tree.show(matches);
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
        return getEditorInput().getName();
    }

    @Override
    public Writer exporter() {
        SnapshotModel shown = model;
        return (file, monitor) -> new InventoryWorkbook().write(shown.reader(), file);
    }

    @Override
    public void dispose() {
        if (searching != null) {
            searching.cancel();
        }
        super.dispose();
    }
}
