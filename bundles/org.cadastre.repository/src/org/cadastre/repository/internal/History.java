package org.cadastre.repository.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.eclipse.jgit.lib.ObjectId;
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
        List<SnapshotInfo> snapshots = new ArrayList<>();
        for (RevCommit commit : commits(tip, limit)) {
            SnapshotCommit.read(commit, devicesTree(commit)).ifPresent(snapshots::add);
        }
        return snapshots;
    }

    private List<RevCommit> commits(ObjectId tip, int limit) throws EstateException {
        try {
            return store.reading(reader -> {
                List<RevCommit> commits = new ArrayList<>();
                try (RevWalk walk = new RevWalk(reader)) {
                    RevCommit commit = walk.parseCommit(tip);
                    commits.add(commit);
                    while (commit.getParentCount() > 0 && commits.size() < limit) {
                        commit = walk.parseCommit(commit.getParent(0));
                        commits.add(commit);
                    }
                }
                return commits;
            });
        } catch (IOException | RuntimeException damaged) {
            throw new EstateException("The list of snapshots in " + store.directory() + " cannot be read: "
                    + Store.reason(damaged) + "; check the estate with \"git fsck\" and restore it from a copy.", damaged);
        }
    }

    /** A damaged tree makes its own snapshot unreadable, not the list. */
    private String devicesTree(RevCommit commit) throws EstateException {
        try {
            return store.reading(reader -> {
                try (TreeWalk walk = TreeWalk.forPath(reader, Layout.STATE, commit.getTree())) {
                    return walk == null ? "" : walk.getObjectId(0).name();
                }
            });
        } catch (IOException | RuntimeException damaged) {
            if (EstateException.isInterruption(damaged)) {
                throw new EstateException("The list of snapshots in " + store.directory() + " cannot be read.", damaged);
            }
            return "";
        }
    }
}
