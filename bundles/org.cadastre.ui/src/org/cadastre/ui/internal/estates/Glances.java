package org.cadastre.ui.internal.estates;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.ui.internal.estates.EstateList.Use;
import org.cadastre.ui.internal.parts.Problems;

/** What is known of the snapshots of the time lines so far. Thread-safe. */
final class Glances {

    private final Map<SnapshotItem, Glance> known = new ConcurrentHashMap<>();

    /** Empty while it is being read, or when the snapshot cannot be read, which opening it tells. */
    Optional<Glance> of(SnapshotItem item) {
        return Optional.ofNullable(known.get(item));
    }

    /**
     * Looks at each snapshot, newest first; again at those that were looked at before, because somebody may have said since
     * of two devices that they are one.
     *
     * @param snapshots newest first
     * @param estates lends the estate for one look at a time
     */
    void read(Path directory, List<SnapshotInfo> snapshots, EstateList estates) {
        for (int i = 0; i < snapshots.size(); i++) {
            SnapshotItem item = new SnapshotItem(directory, snapshots.get(i));
            Optional<SnapshotInfo> before = i + 1 < snapshots.size() ? Optional.of(snapshots.get(i + 1)) : Optional.empty();
            if (estates.find(directory).isEmpty()) {
                return;
            }
            Use<Glance> look = estate -> Glance.of(estate, item.info(), before);
            try {
                known.put(item, estates.use(directory, look));
            } catch (EstateException damaged) {
                known.remove(item);
            } catch (Exception unexpected) {
                Problems.unexpected(unexpected);
                return;
            }
        }
    }
}
