package org.cadastre.collect.snmp.internal.vendor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A recorded walk (lines OID|TAG|VALUE, an x after the tag for hexadecimal) as the collector would tell of it. */
final class RecordedWalk implements Answers {

    private static final Comparator<String> BY_INDEX = Comparator.comparing((String index) -> index.length()).thenComparing(Comparator.naturalOrder());

    private final TreeMap<String, String> values = new TreeMap<>();

    static RecordedWalk of(List<String> lines) throws IOException {
        RecordedWalk walk = new RecordedWalk();
        for (String line : lines) {
            String[] parts = line.split("\\|", 3);
            if (parts.length == 3) {
                walk.values.put(parts[0], parts[1].equals("4x") ? text(HexFormat.of().parseHex(parts[2])) : parts[2]);
            }
        }
        return walk;
    }

    private static String text(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f || sign == '\r' || sign == '\n' || sign == '\t') ? text
                : HexFormat.ofDelimiter(":").formatHex(octets);
    }

    @Override
    public Optional<String> text(String oid) {
        return Optional.ofNullable(values.get(oid));
    }

    @Override
    public Map<String, String> column(String oid) {
        Map<String, String> cells = new TreeMap<>(BY_INDEX);
        values.subMap(oid + ".", oid + "/").forEach((key, value) -> cells.put(key.substring(oid.length() + 1), value));
        return new LinkedHashMap<>(cells);
    }
}
