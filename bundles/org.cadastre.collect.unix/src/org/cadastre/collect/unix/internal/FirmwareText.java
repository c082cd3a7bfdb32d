package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the systems print what their firmware says of the machine: fields maker, product, serial, chassis (its serial number),
 * uuid, bios maker, bios version, bios date. The first word that is said of a field counts.
 */
final class FirmwareText {

    private static final Pattern KENV = Pattern.compile("smbios\\.([a-z.]+)=\"(.*)\"");
    private static final Pattern IOREG = Pattern.compile("\\s*\"([^\"]+)\" = <?\"([^\"]*)\">?");
    private static final Pattern SYSTEM_CONFIGURATION = Pattern.compile("System Configuration: +((?:Sun Microsystems|SUN MICROSYSTEMS|"
            + "Oracle Corporation)|\\S+(?: (?:Inc\\.|Corporation|Ltd\\.?|GmbH|Technologies))?) +(.*\\S)\\s*");
    private static final Pattern BIOS_CONFIGURATION = Pattern.compile("BIOS Configuration: (.*\\S) (\\S+) (\\d+/\\d+/\\d+)\\s*");

    private final Map<String, String> fields = new HashMap<>();

    Map<String, String> fields() {
        return fields;
    }

    void put(String field, String value) {
        if (!value.isBlank()) {
            fields.putIfAbsent(field, value.strip());
        }
    }

    /** dmidecode(8), smbios(8) of Solaris: a heading that names the structure, below it "Name: value". */
    void structures(List<String> lines) {
        String block = "";
        for (String line : lines) {
            boolean indented = line.startsWith("\t") || line.startsWith(" ");
            if (!indented) {
                block = line.startsWith("Handle") || line.isBlank() ? block : heading(line.strip());
                continue;
            }
            int colon = line.indexOf(": ");
            String field = colon < 0 ? "" : switch (block + "/" + line.substring(0, colon).strip()) {
                case "System Information/Manufacturer" -> "maker";
                case "System Information/Product Name", "System Information/Product" -> "product";
                case "System Information/Serial Number" -> "serial";
                case "System Information/UUID" -> "uuid";
                case "Chassis Information/Serial Number" -> "chassis";
                case "BIOS Information/Vendor" -> "bios maker";
                case "BIOS Information/Version", "BIOS Information/Version String" -> "bios version";
                case "BIOS Information/Release Date" -> "bios date";
                default -> "";
            };
            if (!field.isEmpty()) {
                put(field, line.substring(colon + 2));
            }
        }
    }

    /** smbios(8): "1     72   SMB_TYPE_SYSTEM (type 1) (system information)". */
    private static String heading(String line) {
        return line.contains("SMB_TYPE_SYSTEM") ? "System Information"
                : line.contains("SMB_TYPE_BIOS") ? "BIOS Information"
                : line.contains("SMB_TYPE_CHASSIS") ? "Chassis Information" : line;
    }

    /** kenv(1) of FreeBSD. */
    void kenv(List<String> lines) {
        named(lines, KENV, Map.of("system.maker", "maker", "system.product", "product", "system.serial", "serial", "system.uuid",
                "uuid", "chassis.serial", "chassis", "bios.vendor", "bios maker", "bios.version", "bios version", "bios.reldate",
                "bios date"));
    }

    /** ioreg(8) of macOS. */
    void ioreg(List<String> lines) {
        named(lines, IOREG, Map.of("manufacturer", "maker", "model", "product", "IOPlatformSerialNumber", "serial",
                "IOPlatformUUID", "uuid"));
    }

    private void named(List<String> lines, Pattern pattern, Map<String, String> names) {
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches() && names.containsKey(matcher.group(1))) {
                put(names.get(matcher.group(1)), matcher.group(2));
            }
        }
    }

    /** sysctl(8) of OpenBSD: hw.vendor, hw.product, hw.serialno, hw.uuid. */
    void sysctl(List<String> lines) {
        named(lines, Pattern.compile("hw\\.(vendor|product|serialno|uuid)=(.*)"),
                Map.of("vendor", "maker", "product", "product", "serialno", "serial", "uuid", "uuid"));
    }

    /** The head of prtdiag(8) or prtconf(8) of Solaris; on SPARC the architecture stands before the model, or alone. */
    void systemConfiguration(List<String> lines) {
        for (String line : lines) {
            Matcher system = SYSTEM_CONFIGURATION.matcher(line);
            Matcher bios = BIOS_CONFIGURATION.matcher(line);
            if (system.matches()) {
                put("maker", system.group(1));
                put("product", system.group(2).replaceFirst("^(sun4\\w+|i86pc)\\s*", ""));
            } else if (bios.matches()) {
                put("bios maker", bios.group(1));
                put("bios version", bios.group(2));
                put("bios date", bios.group(3));
            }
        }
    }

    /** prtconf of AIX: "System Model: IBM,9080-M9S". */
    void aix(Map<String, String> facts) {
        String model = facts.getOrDefault("System Model", "");
        int comma = model.indexOf(',');
        if (comma > 0) {
            put("maker", model.substring(0, comma));
        }
        put("product", model.substring(comma + 1));
        put("serial", facts.getOrDefault("Machine Serial Number", ""));
        put("bios version", facts.getOrDefault("Firmware Version", facts.getOrDefault("Platform Firmware level", "")).replaceFirst("^IBM,", ""));
    }
}
