package org.cadastre.ui.internal.snapshot;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.model.Snapshot;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.internal.tree.Matches;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * A snapshot as the editor shows it: the list of devices at once, each device when it is opened or searched.
 *
 * @param head who read what, when, why
 * @param devices sorted by name
 * @param about the line of the tree that holds the head
 */
record SnapshotModel(SnapshotReader reader, Snapshot head, List<DeviceNode> devices, ObjectNode about) {

    /** Not for the UI thread. */
    static SnapshotModel read(SnapshotReader reader) throws EstateException {
        List<DeviceNode> devices = reader.devices().stream().map(DeviceNode::new).toList();
        Snapshot head = reader.head();
        return new SnapshotModel(reader, head, devices, new ObjectNode(null, head));
    }

    List<TreeLine> roots() {
        List<TreeLine> roots = new ArrayList<>(devices);
        roots.add(about);
        return roots;
    }

    /**
     * Searches all devices. Those without a match are let go again, so that memory grows with what was found.
     */
    Matches search(String query, IProgressMonitor monitor) throws EstateException, InterruptedException {
        Matches matches = new Matches(query);
        for (DeviceNode device : devices) {
            if (monitor.isCanceled() || Thread.interrupted()) {
                throw new InterruptedException();
            }
            List<TreeLine> sections = device.read(reader);
            if (matches.search(device, sections)) {
                device.keep(sections);
            }
        }
        matches.search(about, about.children());
        return matches;
    }
}
