package org.cadastre.repository.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The chain of snapshots. Reads the commits and their top trees, some hundred bytes each. Thread-safe. */
public final class History {

    private final Store store;

    public History(Store store) {
        this.store = store;
    }

    /** Newest first. Commits on the branch that are no snapshots are passed over. */
    public List<SnapshotInfo> snapshots() throws EstateException {
        Optional<ObjectId> tip = store.tip(Store.SNAPSHOTS);
        return tip.isEmpty() ? List.of() : since(tip.get(), Integer.MAX_VALUE);
    }

    /** @param commit of a snapshot */
    public SnapshotInfo snapshot(ObjectId commit) throws EstateException {
        return since(commit, 1).getFirst();
    }

    private List<SnapshotInfo> since(ObjectId tip, int limit) throws EstateException {
        try {
            return store.reading(reader -> since(reader, tip, limit));
        } catch (IOException | RuntimeException damaged) {
            throw new EstateException("The list of snapshots in " + store.directory() + " cannot be read: "
                    + Store.reason(damaged) + "; check the estate with \"git fsck\" and restore it from a copy.", damaged);
        }
    }

    private static List<SnapshotInfo> since(ObjectReader reader, ObjectId tip, int limit) throws IOException {
        List<SnapshotInfo> snapshots = new ArrayList<>();
        try (RevWalk commits = new RevWalk(reader)) {
            RevCommit commit = commits.parseCommit(tip);
            while (commit != null && snapshots.size() < limit) {
                SnapshotCommit.read(commit, devicesTree(reader, commit)).ifPresent(snapshots::add);
                commit.disposeBody();
                commit = commit.getParentCount() == 0 ? null : commits.parseCommit(commit.getParent(0));
            }
        }
        return snapshots;
    }

    /** A damaged tree makes its own snapshot unreadable, not the list. */
    private static String devicesTree(ObjectReader reader, RevCommit commit) {
        try (TreeWalk walk = TreeWalk.forPath(reader, Layout.STATE, commit.getTree())) {
            return walk == null ? "" : walk.getObjectId(0).name();
        } catch (IOException | RuntimeException damaged) {
            return "";
        }
    }
}
