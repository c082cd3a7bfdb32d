package org.cadastre.repository.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.repository.DeviceDifference;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Finds the state files that differ between two snapshots by the ids of the trees. Equal trees are not opened. */
public final class StateDifference {

    private StateDifference() {
    }

    /** @param before id of "devices/" before, and after it that after; empty if the snapshot has no device */
    public static List<DeviceDifference> between(Store store, Optional<ObjectId> before, Optional<ObjectId> after)
            throws IOException {
        if (before.equals(after)) {
            return List.of();
        }
        return store.reading(reader -> between(reader, before, after));
    }

    private static List<DeviceDifference> between(ObjectReader reader, Optional<ObjectId> before,
            Optional<ObjectId> after) throws IOException {
        List<DeviceDifference> differences = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(files(reader, before));
            walk.addTree(files(reader, after));
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                differences.add(new DeviceDifference(Layout.device(walk.getPathString()), blob(walk, 0), blob(walk, 1)));
            }
        }
        return differences;
    }

    private static AbstractTreeIterator files(ObjectReader reader, Optional<ObjectId> folder) throws IOException {
        return folder.isPresent() ? new CanonicalTreeParser(null, reader, folder.get()) : new EmptyTreeIterator();
    }

    private static Optional<String> blob(TreeWalk walk, int side) {
        return walk.getFileMode(side) == FileMode.MISSING ? Optional.empty()
                : Optional.of(walk.getObjectId(side).name());
    }
}
