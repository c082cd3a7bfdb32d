package org.cadastre.collect.snmp.internal.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is known of the vendors' devices: a table in text, and another one that a user writes. How they are written is told in
 * docs/snmp.md. Immutable.
 */
public final class VendorTable {

    /** Name of the file that a user may write, in the directory of settings. */
    public static final String FILE = "snmp-vendors.txt";

    private static final String OWN = "vendors.txt";
    private static final String ENTERPRISES = "enterprises.txt";
    private static final String ENTERPRISE = "1.3.6.1.4.1.";
    /** Short enough to be asked for things below it: the longest identifier has 128 numbers (RFC 2578, 3.5). */
    private static final Pattern OBJECT_ID = Pattern.compile("\\d{1,10}(\\.\\d{1,10}){1,80}");

    private final Map<String, List<VendorBlock>> blocks;

    private VendorTable(List<VendorBlock> all) {
        Map<String, List<VendorBlock>> byPrefix = new HashMap<>();
        all.forEach(block -> byPrefix.computeIfAbsent(block.prefix(), none -> new ArrayList<>()).add(block));
        this.blocks = Map.copyOf(byPrefix);
    }

    /** The table that comes with Cadastre. */
    public static VendorTable standard() {
        return new VendorTable(own());
    }

    /**
     * A user's table before the one that comes with Cadastre.
     *
     * @param file need not exist
     * @throws IllegalArgumentException when the file cannot be read or understood: one line that says where and what
     */
    public static VendorTable with(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (NoSuchFileException none) {
            return standard();
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + " is not text in UTF-8; save it so, or remove it", binary);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read; make it readable, or remove it", unreadable);
        }
    }

    /**
     * A text before the table that comes with Cadastre.
     *
     * @param source where the text comes from, for messages
     * @throws IllegalArgumentException when it cannot be understood: one line that says where and what
     */
    public static VendorTable of(String source, String text) {
        List<VendorBlock> all = new ArrayList<>(read(source, text));
        all.addAll(own());
        return new VendorTable(all);
    }

    /**
     * @param said sysObjectID without a dot in front; counts as none where it is no object identifier
     * @param sysDescr may be empty
     */
    public VendorProfile profile(String said, String sysDescr) {
        String sysObjectId = OBJECT_ID.matcher(said).matches() ? said : "";
        List<VendorBlock> found = new ArrayList<>();
        for (String prefix = sysObjectId; !prefix.isEmpty(); prefix = prefix.substring(0, Math.max(0, prefix.lastIndexOf('.')))) {
            found.addAll(blocks.getOrDefault(prefix, List.of()));
        }
        found.addAll(blocks.getOrDefault("", List.of()));
        return new VendorProfile(sysObjectId, sysDescr, List.copyOf(found));
    }

    private static List<VendorBlock> own() {
        List<VendorBlock> all = new ArrayList<>(read(OWN, resource(OWN)));
        for (String line : resource(ENTERPRISES).lines().filter(line -> !line.startsWith("#")).toList()) {
            int blank = line.indexOf(' ');
            all.add(VendorBlock.named(ENTERPRISE + line.substring(0, blank), line.substring(blank + 1)));
        }
        return all;
    }

    private static String resource(String name) {
        try (InputStream table = VendorTable.class.getResourceAsStream(name)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<VendorBlock> read(String source, String text) {
        List<BlockText> texts = new ArrayList<>();
        int number = 0;
        for (String raw : text.lines().toList()) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                read(line, texts);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("%s, line %d: %s".formatted(source, number, wrong.getMessage()), wrong);
            }
        }
        return texts.stream().map(BlockText::block).toList();
    }

    private static void read(String line, List<BlockText> texts) {
        int sign = line.indexOf('=');
        if (line.startsWith("[") && line.endsWith("]") && line.length() > 2) {
            texts.add(new BlockText(line.substring(1, line.length() - 1)));
        } else if (sign > 0 && !texts.isEmpty()) {
            texts.getLast().add(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
        } else {
            throw new IllegalArgumentException("\"%s\" is neither [sysObjectID vendor] nor, below that, key = value".formatted(line));
        }
    }
}
