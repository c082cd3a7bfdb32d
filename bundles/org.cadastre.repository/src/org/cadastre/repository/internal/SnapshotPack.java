package org.cadastre.repository.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The new objects of one snapshot, in one pack file. What the snapshot before has already is not written again; nothing
 * else that lies about in the repository is relied on, because only what a branch leads to is safe from "git gc".
 * Not thread-safe.
 */
public final class SnapshotPack extends ObjectInserter.Filter {

    private final PackInserter pack;
    private final Path folder;
    private final Set<ObjectId> known;

    /** @param before commit whose objects need not be written again */
    public SnapshotPack(Store store, Optional<ObjectId> before) throws IOException {
        this.pack = store.newPackInserter();
        this.pack.checkExisting(false);
        this.folder = store.directory().resolve("objects").resolve("pack");
        this.known = before.isPresent() ? store.reading(reader -> objects(reader, before.get())) : Set.of();
    }

    private static Set<ObjectId> objects(ObjectReader reader, ObjectId commit) throws IOException {
        Set<ObjectId> objects = new HashSet<>();
        try (RevWalk commits = new RevWalk(reader); TreeWalk walk = new TreeWalk(reader)) {
            ObjectId root = commits.parseCommit(commit).getTree().copy();
            objects.add(root);
            walk.addTree(root);
            while (walk.next()) {
                objects.add(walk.getObjectId(0));
                if (walk.isSubtree()) {
                    walk.enterSubtree();
                }
            }
        }
        return objects;
    }

    @Override
    protected ObjectInserter delegate() {
        return pack;
    }

    @Override
    public ObjectId insert(int type, byte[] data) throws IOException {
        return insert(type, data, 0, data.length);
    }

    @Override
    public ObjectId insert(int type, byte[] data, int offset, int length) throws IOException {
        ObjectId id = pack.idFor(type, data, offset, length);
        return known.contains(id) ? id : pack.insert(type, data, offset, length);
    }

    /** Finishes the pack and brings it to the disk. Objects inserted later go into another one. */
    @Override
    public void flush() throws IOException {
        Set<Path> before = files();
        pack.flush();
        for (Path file : files()) {
            if (!before.contains(file)) {
                Branch.force(file);
            }
        }
        Branch.force(folder);
    }

    private Set<Path> files() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    /** Drops what was not flushed. */
    @Override
    public void close() {
        pack.close();
    }
}
