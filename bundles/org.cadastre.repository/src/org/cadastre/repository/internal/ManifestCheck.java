package org.cadastre.repository.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.cadastre.repository.EstateException;
import org.eclipse.jgit.lib.ObjectId;

/** Holds the files of a snapshot against its manifest. Reads all of them. */
public final class ManifestCheck {

    private ManifestCheck() {
    }

    /**
     * @param manifest text of MANIFEST.sha256
     * @return one line for each file that is missing, additional, unreadable or different; empty if all is well
     * @throws IllegalArgumentException if the text is no manifest
     * @throws IOException when the thread was interrupted
     */
    public static List<String> problems(String manifest, SortedMap<String, ObjectId> files, Store store) throws IOException {
        SortedMap<String, ObjectId> found = new TreeMap<>(files);
        found.remove(Layout.MANIFEST);
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> file : Manifest.read(manifest).entrySet()) {
            ObjectId blob = found.remove(file.getKey());
            Optional<String> problem = blob == null ? Optional.of("is missing") : problem(blob, file.getValue(), store);
            problem.ifPresent(text -> problems.add(file.getKey() + ": " + text));
        }
        found.keySet().forEach(path -> problems.add(path + ": is not in the manifest"));
        return problems;
    }

    private static Optional<String> problem(ObjectId blob, String hash, Store store) throws IOException {
        try {
            boolean same = HexFormat.of().formatHex(Manifest.hash(store.read(blob))).equals(hash);
            return same ? Optional.empty() : Optional.of("is not what the manifest says");
        } catch (IOException | RuntimeException damaged) {
            if (EstateException.isInterruption(damaged)) {
                throw damaged;
            }
            return Optional.of("cannot be read: " + Store.reason(damaged));
        }
    }
}
