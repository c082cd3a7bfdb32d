package org.cadastre.repository.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** MANIFEST.sha256: the SHA-256 of every other file, sorted by path, in the form that "sha256sum -c" reads. */
public final class Manifest {

    private static final int DIGITS = 64;
    private static final String BETWEEN = "  ";

    private Manifest() {
    }

    public static String write(SortedMap<String, byte[]> hashes) {
        HexFormat hex = HexFormat.of();
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, byte[]> file : hashes.entrySet()) {
            hex.formatHex(text, file.getValue());
            text.append(BETWEEN).append(file.getKey()).append('\n');
        }
        return text.toString();
    }

    /**
     * The hashes by path, in hexadecimal.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    public static SortedMap<String, String> read(String text) {
        SortedMap<String, String> hashes = new TreeMap<>();
        text.lines().forEach(line -> {
            if (line.length() <= DIGITS + BETWEEN.length() || !line.startsWith(BETWEEN, DIGITS)) {
                throw new IllegalArgumentException("a line has another form than sha256sum writes");
            }
            hashes.put(line.substring(DIGITS + BETWEEN.length()), line.substring(0, DIGITS));
        });
        return hashes;
    }

    public static byte[] hash(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
