package org.cadastre.ui.internal.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.LineContent;
import org.cadastre.ui.internal.tree.NoticeLine;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.jface.viewers.AbstractTreeViewer;
import org.eclipse.jface.viewers.Viewer;

/** The lines of a snapshot. Devices are read when they are opened. */
final class SnapshotContent extends LineContent {

    private final SnapshotModel model;
    private final Set<DeviceNode> reading = new HashSet<>();
    private final Map<DeviceNode, Runnable> waiting = new HashMap<>();
    private AbstractTreeViewer viewer;

    SnapshotContent(SnapshotModel model) {
        super(input -> ((SnapshotModel) input).roots());
        this.model = model;
    }

    @Override
    public void inputChanged(Viewer shownIn, Object oldInput, Object newInput) {
        viewer = (AbstractTreeViewer) shownIn;
    }

    @Override
    public Object[] getChildren(Object element) {
        if (element instanceof DeviceNode device && !device.isRead()) {
            read(device);
            return new Object[] { new NoticeLine(device, Texts.text("snapshot.reading")) };
        }
        return super.getChildren(element);
    }

    /** Reads a device unless it is there; the tree shows it as soon as it is. */
    void read(DeviceNode device) {
        if (device.isRead() || !reading.add(device)) {
            return;
        }
        Work<List<TreeLine>> work = Work.of(Texts.text("snapshot.reading"), monitor -> device.read(model.reader()),
                sections -> arrived(device, sections),
                line -> arrived(device, List.of(new NoticeLine(device, line))));
        work.setSystem(true);
        work.schedule();
    }

    /** Does something with a device's lines, now or when they were read. */
    void whenRead(DeviceNode device, Runnable action) {
        if (device.isRead()) {
            action.run();
        } else {
            waiting.put(device, action);
            read(device);
        }
    }

    private void arrived(DeviceNode device, List<TreeLine> sections) {
        reading.remove(device);
        device.keep(sections);
        if (!viewer.getControl().isDisposed()) {
            viewer.refresh(device);
            if (viewer.getStructuredSelection().getFirstElement() == device) {
                // Those who show the selected line beside the tree have more to show now.
                viewer.setSelection(viewer.getSelection());
            }
            Optional.ofNullable(waiting.remove(device)).ifPresent(Runnable::run);
        }
    }
}
