package org.cadastre.ui.internal.snapshot;

import java.util.List;
import java.util.Optional;

import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.coverage.CoveragePage;
import org.cadastre.ui.internal.devices.DevicesPage;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.export.Exportable;
import org.cadastre.ui.internal.overview.OverviewPage;
import org.cadastre.ui.internal.parts.Pages;
import org.cadastre.ui.internal.parts.ReadingEditor;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.SnapshotInput;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.pages.SnapshotPage;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;

/** A snapshot: at a glance, its devices as a table, all that was read as a tree, and how well it was read. */
public final class SnapshotEditor extends ReadingEditor<SnapshotModel> implements Exportable {

    private SnapshotModel model;
    private Pages pages;
    private DevicesPage devices;
    private TreePage tree;
    private CoveragePage coverage;
    private Optional<Runnable> whenShown = Optional.empty();

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
        pages = new Pages(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages.control());
        createPages(snapshot);
        getSite().setSelectionProvider(tree.selection());
        whenShown.ifPresent(Runnable::run);
        whenShown = Optional.empty();
    }

    private void createPages(SnapshotModel snapshot) {
        List<DeviceEntry> entries = snapshot.devices().stream().map(DeviceNode::entry).toList();
        Composite parent = pages.control();
        OverviewPage overview = new OverviewPage(parent, entries, snapshot.head(), filter -> {
            pages.show(devices);
            devices.showOnly(filter);
            devices.setFocus();
        }, () -> pages.show(coverage));
        devices = new DevicesPage(parent, ((SnapshotInput) getEditorInput()).estate().toString(), entries,
                new DeviceSearch(snapshot), this::reveal);
        tree = new TreePage(parent, snapshot);
        coverage = new CoveragePage(parent, snapshot.reader(), snapshot.head(), (device, section) -> reveal(device));
        pages.add(Texts.text("page.overview"), overview);
        pages.add(Texts.text("page.devices"), devices);
        pages.add(Texts.text("page.tree"), tree);
        pages.add(Texts.text("page.coverage"), coverage);
        Services.all(SnapshotPage.class).forEach(page -> pages.add(page.title(), page.create(parent, snapshot.reader())));
    }

    /**
     * Selects an element in the tree, as soon as the snapshot is there.
     *
     * @param device id of the device
     * @param section class of the section; empty for the device itself
     * @param element path of the element; empty for the section itself
     */
    public void showPlace(String device, String section, String element) {
        if (tree == null) {
            whenShown = Optional.of(() -> showPlace(device, section, element));
            return;
        }
        pages.show(tree);
        tree.reveal(device, section, element);
        tree.setFocus();
    }

    private void reveal(DeviceEntry device) {
        pages.show(tree);
        tree.reveal(device);
        tree.setFocus();
    }

    /** Searches where the person is; from pages that list no devices, in the table of devices. */
    @Override
    public void focusSearch() {
        if (pages != null && pages.isShown(tree)) {
            tree.focusSearch();
        } else if (pages != null) {
            pages.show(devices);
            devices.focusSearch();
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
        return getEditorInput().getName();
    }

    @Override
    public Writer exporter() {
        SnapshotModel shown = model;
        return (file, monitor) -> new InventoryWorkbook().write(shown.reader(), file);
    }
}
