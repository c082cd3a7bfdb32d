package org.cadastre.repository.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The files of one snapshot as Git has them. Thread-safe. */
public final class SnapshotFiles {

    private final Store store;
    private final ObjectId tree;

    /** @param commit of the snapshot */
    public SnapshotFiles(Store store, ObjectId commit) throws IOException {
        this.store = store;
        this.tree = store.reading(reader -> {
            try (RevWalk commits = new RevWalk(reader)) {
                ObjectId root = commits.parseCommit(commit).getTree().copy();
                // A damaged list of files is to be found out here rather than at some file.
                reader.open(root, Constants.OBJ_TREE).getCachedBytes();
                return root;
            }
        });
    }

    public ObjectId tree() {
        return tree;
    }

    /** Object id of a file or folder. */
    public Optional<ObjectId> id(String path) throws IOException {
        return store.reading(reader -> {
            try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
                return walk == null ? Optional.empty() : Optional.of(walk.getObjectId(0));
            }
        });
    }

    public Optional<byte[]> read(String path) throws IOException {
        Optional<ObjectId> blob = id(path);
        return blob.isEmpty() ? Optional.empty() : Optional.of(store.read(blob.get()));
    }

    /** All files below a folder ("" for all), by path. */
    public SortedMap<String, ObjectId> below(String folder) throws IOException {
        return store.reading(reader -> {
            SortedMap<String, ObjectId> files = new TreeMap<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(tree);
                walk.setRecursive(true);
                if (!folder.isEmpty()) {
                    walk.setFilter(PathFilter.create(folder));
                }
                while (walk.next()) {
                    files.put(walk.getPathString(), walk.getObjectId(0));
                }
            }
            return files;
        });
    }
}
