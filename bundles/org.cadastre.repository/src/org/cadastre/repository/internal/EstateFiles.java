package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.cadastre.repository.EstateException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of the branch "estate": what an estate remembers from one snapshot to the next. Thread-safe. */
public final class EstateFiles {

    private final Store store;

    public EstateFiles(Store store) {
        this.store = store;
    }

    /** The commit that holds all files as they are now. */
    public ObjectId version() throws EstateException {
        return store.tip(Store.ESTATE).orElseThrow(() -> new EstateException(
                store.directory() + " is no estate any more: its branch \"estate\" is gone; restore it from a copy."));
    }

    /** A file, as text in UTF-8; empty if there is none. */
    public String read(String file) throws EstateException {
        return read(version(), file);
    }

    private String read(ObjectId version, String file) throws EstateException {
        try {
            return store.reading(reader -> {
                try (TreeWalk walk = TreeWalk.forPath(reader, file, tree(reader, version))) {
                    return walk == null ? ""
                            : new String(Store.read(reader, walk.getObjectId(0)), StandardCharsets.UTF_8);
                }
            });
        } catch (IOException | RuntimeException damaged) {
            throw new EstateException("The file " + file + " of the estate " + store.directory() + " cannot be read: "
                    + Store.reason(damaged) + "; check it with \"git fsck\" and restore the estate from a copy.", damaged);
        }
    }

    /**
     * Replaces a file, atomically.
     *
     * @param change gets the file as it is ("" if there is none), gives it as it is to be; called again when somebody
     *        else was faster
     * @param reason subject of the commit
     */
    public void change(String file, UnaryOperator<String> change, String reason) throws EstateException {
        new Branch(store, Store.ESTATE).advance(tip -> {
            String before = tip.isEmpty() ? "" : read(tip.get(), file);
            String after = change.apply(before);
            return after.equals(before) ? Optional.empty()
                    : Optional.of(new Branch.Next<>(commit(tip, file, after, reason), file));
        });
    }

    private ObjectId commit(Optional<ObjectId> tip, String file, String text, String reason) throws IOException {
        try (ObjectInserter inserter = store.repository().newObjectInserter(); ObjectReader reader = inserter.newReader()) {
            DirCache tree = DirCache.newInCore();
            DirCacheBuilder entries = tree.builder();
            if (tip.isPresent()) {
                try (TreeWalk walk = new TreeWalk(reader)) {
                    walk.addTree(tree(reader, tip.get()));
                    walk.setRecursive(true);
                    while (walk.next()) {
                        if (!walk.getPathString().equals(file)) {
                            entries.add(entry(walk.getPathString(), walk.getObjectId(0)));
                        }
                    }
                }
            }
            entries.add(entry(file, inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8))));
            entries.finish();
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree.writeTree(inserter));
            tip.ifPresent(commit::setParentId);
            commit.setAuthor(SnapshotCommit.person("Cadastre", Instant.now()));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage(reason + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private static DirCacheEntry entry(String path, ObjectId blob) {
        DirCacheEntry entry = new DirCacheEntry(path);
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(blob);
        return entry;
    }

    private static RevTree tree(ObjectReader reader, ObjectId version) throws IOException {
        try (RevWalk commits = new RevWalk(reader)) {
            return commits.parseCommit(version).getTree();
        }
    }
}
