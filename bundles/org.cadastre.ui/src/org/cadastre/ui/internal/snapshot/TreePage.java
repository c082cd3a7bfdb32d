package org.cadastre.ui.internal.snapshot;

import java.util.Optional;

import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.parts.SearchField;
import org.cadastre.ui.internal.parts.Splitter;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.LineTree;
import org.cadastre.ui.internal.tree.Matches;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

/** Devices, their sections and elements as a tree that can be searched, details beside it. */
final class TreePage extends Composite {

    private final SnapshotModel model;
    private final SnapshotContent content;
    private final SearchField search;
    private final LineTree tree;
    private Work<Matches> searching;

    TreePage(Composite parent, SnapshotModel model) {
        super(parent, SWT.NONE);
        this.model = model;
        setLayout(new FillLayout());
        SashForm sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 8).spacing(0, 6).applyTo(left);
        search = new SearchField(left, Texts.text("snapshot.search"), this::search, this::setFocus);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        DetailsPane details = new DetailsPane(sash, this::reveal);
        content = new SnapshotContent(model);
        tree = new LineTree(left, Texts.text("snapshot.tree"), content, model, line -> {
            line.filter(DeviceNode.class::isInstance).map(DeviceNode.class::cast).ifPresent(content::read);
            line.ifPresentOrElse(details::show, details::clear);
        });
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        Splitter.remember(sash, "snapshot", 42, 58);
        tree.selectFirst();
        if (model.devices().size() == 1) {
            tree.viewer().expandToLevel(2);
        }
        addListener(SWT.Dispose, event -> stopSearching());
    }

    ISelectionProvider selection() {
        return tree.viewer();
    }

    private void reveal(TreeLine line) {
        tree.reveal(line);
    }

    /** Selects a device and opens it. */
    void reveal(DeviceEntry entry) {
        model.devices().stream().filter(device -> device.entry().equals(entry)).findFirst().ifPresent(device -> {
            tree.reveal(device);
            tree.viewer().setExpandedState(device, true);
        });
    }

    /** Selects an element of a device, as soon as the device was read; the device where there is no such element. */
    void reveal(String id, String section, String element) {
        model.devices().stream().filter(device -> device.entry().id().equals(id)).findFirst().ifPresent(device -> {
            tree.reveal(device);
            tree.viewer().setExpandedState(device, true);
            content.whenRead(device, () -> device.children().stream().flatMap(line -> find(line, section, element).stream())
                    .findFirst().ifPresent(tree::reveal));
        });
    }

    private static Optional<TreeLine> find(TreeLine line, String section, String element) {
        if (line instanceof ObjectNode node && (node.object() instanceof Section
                ? !node.object().eClass().getName().equals(section) : !isOnTheWay(Metamodel.path(node.object()), element))) {
            return Optional.empty();
        }
        if (line instanceof ObjectNode node && Metamodel.path(node.object()).equals(element)) {
            return Optional.of(line);
        }
        return line.children().stream().flatMap(child -> find(child, section, element).stream()).findFirst();
    }

    private static boolean isOnTheWay(String path, String element) {
        return element.equals(path) || element.startsWith(path + "/");
    }

    private void search(String query) {
        stopSearching();
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

    private void stopSearching() {
        if (searching != null) {
            searching.cancel();
        }
    }

    private void found(Optional<Matches> matches) {
        if (search.isDisposed()) {
            return;
        }
        search.showResult(matches.map(found -> Texts.text("search.found", found.count())).orElse(""));
        tree.show(matches);
    }

    void focusSearch() {
        search.selectAll();
    }

    @Override
    public boolean setFocus() {
        return tree.control().setFocus();
    }
}
