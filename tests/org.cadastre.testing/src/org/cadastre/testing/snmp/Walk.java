package org.cadastre.testing.snmp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;

/**
 * What an SNMP agent once answered: recorded as .snmprec (OID|tag|value, tag in decimal, x behind it for hexadecimal values), also
 * compressed by bzip2, or as the text of snmpwalk -On. Shared by as many agents as like.
 */
public final class Walk {

    private static final Pattern WALK = Pattern.compile("\\.?(\\d+(?:\\.\\d+)+) = (?:([\\w-]+): ?)?(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final NavigableMap<OID, Variable> values;

    public Walk(Map<OID, Variable> values) {
        this.values = new TreeMap<>(values);
    }

    /** @param file ending in .snmprec, .snmprec.bz2 (bzip2(1) is needed), or anything else for snmpwalk's text */
    public static Walk of(Path file) throws IOException {
        if (!file.toString().endsWith(".bz2")) {
            try (InputStream in = Files.newInputStream(file)) {
                return of(in, file.toString().endsWith(".snmprec"));
            }
        }
        Process bzip2 = new ProcessBuilder("bzip2", "-dc", file.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream in = bzip2.getInputStream()) {
            return of(in, true);
        } finally {
            bzip2.destroy();
        }
    }

    private static Walk of(InputStream in, boolean isRecord) throws IOException {
        Map<OID, Variable> values = new TreeMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder entry = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (isRecord) {
                record(line, values);
            } else if (WALK.matcher(line).matches()) {
                printed(entry.toString(), values);
                entry = new StringBuilder(line);
            } else {
                // Octets and texts may go on in the next line.
                entry.append('\n').append(line);
            }
        }
        printed(entry.toString(), values);
        return new Walk(values);
    }

    /** Lines that are no records are left out, as the tools that play them do. */
    private static void record(String line, Map<OID, Variable> values) {
        String[] parts = line.split("\\|", 3);
        if (parts.length == 3 && parts[0].matches("\\d+(\\.\\d+)+")) {
            // "2:numeric": a value that a program would make; its initial one is taken.
            String[] tag = parts[1].split(":", 2);
            String text = tag.length == 1 ? parts[2] : initial(parts[2]);
            variable(tag[0], text).ifPresent(value -> values.put(new OID(parts[0]), value));
        }
    }

    private static String initial(String parameters) {
        Matcher matcher = Pattern.compile("(?:^|,)(?:initial|value)=([^,]*)").matcher(parameters);
        return matcher.find() ? matcher.group(1) : "0";
    }

    private static Optional<Variable> variable(String tag, String text) {
        byte[] octets = tag.endsWith("x") ? HexFormat.of().parseHex(text.strip()) : text.getBytes(StandardCharsets.UTF_8);
        long number = NUMBER.matcher(text.strip()).matches() && !tag.endsWith("x") ? new BigInteger(text.strip()).longValue() : 0;
        return Optional.ofNullable(switch (tag.replace("x", "")) {
            case "2" -> new Integer32((int) number);
            case "4" -> new OctetString(octets);
            case "6" -> text.isBlank() ? new OID("0.0") : new OID(text.strip());
            case "64" -> tag.endsWith("x") && octets.length == 4 ? new IpAddress(octets) : new IpAddress(tag.endsWith("x") ? "0.0.0.0" : text.strip());
            case "65" -> new Counter32(number & 0xffffffffL);
            case "66" -> new Gauge32(number & 0xffffffffL);
            case "67" -> new TimeTicks(number & 0xffffffffL);
            case "68" -> new Opaque(octets);
            case "70" -> new Counter64(number);
            default -> null;
        });
    }

    private static void printed(String entry, Map<OID, Variable> values) {
        Matcher matcher = WALK.matcher(entry);
        if (!matcher.matches()) {
            return;
        }
        String text = matcher.group(3).strip();
        String number = text.replaceFirst(".*\\((-?\\d+)\\).*", "$1").replaceFirst("^(-?\\d+) .*", "$1");
        Optional<Variable> value = switch (matcher.group(2) == null ? "STRING" : matcher.group(2)) {
            case "INTEGER" -> variable("2", number);
            case "STRING" -> variable("4", text.replaceFirst("(?s)^\"(.*)\"$", "$1"));
            case "Hex-STRING" -> variable("4x", text.replaceAll("\\s", ""));
            case "OID" -> variable("6", text.replaceFirst("^\\.", ""));
            case "IpAddress", "Network" -> variable("64", text);
            case "Counter32" -> variable("65", number);
            case "Gauge32", "Unsigned32" -> variable("66", number);
            case "Timeticks" -> variable("67", number);
            case "Counter64" -> variable("70", number);
            default -> Optional.empty();
        };
        value.ifPresent(one -> values.put(new OID(matcher.group(1)), one));
    }

    public Optional<Variable> get(OID oid) {
        return Optional.ofNullable(values.get(oid));
    }

    /** The one after an object identifier, which itself need not exist. */
    public Optional<Map.Entry<OID, Variable>> next(OID oid) {
        return Optional.ofNullable(values.higherEntry(oid));
    }

    public NavigableMap<OID, Variable> values() {
        return Collections.unmodifiableNavigableMap(values);
    }

    /** The same with some values changed or added. */
    public Walk with(Map<OID, Variable> changed) {
        Map<OID, Variable> all = new TreeMap<>(values);
        all.putAll(changed);
        return new Walk(all);
    }
}
