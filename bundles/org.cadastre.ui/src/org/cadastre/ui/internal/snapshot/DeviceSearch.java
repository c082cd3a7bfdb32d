package org.cadastre.ui.internal.snapshot;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

import org.cadastre.repository.EstateException;
import org.cadastre.ui.internal.devices.ContentSearch;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.Matches;
import org.eclipse.core.runtime.IProgressMonitor;

/** Searches the sections of all devices of a snapshot; keeps none of them in memory. */
final class DeviceSearch implements ContentSearch {

    private final SnapshotModel model;
    private Work<Set<String>> searching;

    DeviceSearch(SnapshotModel model) {
        this.model = model;
    }

    @Override
    public void start(String query, Consumer<Set<String>> found, Consumer<String> failed) {
        stop();
        searching = Work.of(Texts.text("search.running"), monitor -> search(query, monitor), found, failed);
        searching.setSystem(true);
        searching.schedule();
    }

    @Override
    public void stop() {
        if (searching != null) {
            searching.cancel();
        }
    }

    private Set<String> search(String query, IProgressMonitor monitor) throws EstateException, InterruptedException {
        Set<String> found = new HashSet<>();
        for (DeviceNode device : model.devices()) {
            if (monitor.isCanceled() || Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (new Matches(query).search(device, device.read(model.reader()))) {
                found.add(device.entry().id());
            }
        }
        return found;
    }
}
