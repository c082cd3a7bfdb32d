package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the firmware says about the machine (SMBIOS, DMTF DSP0134), by whichever way the system shows it: sysfs, the device
 * tree, or a command ({@link FirmwareText}). Filler texts of makers who left a field out do not count.
 *
 * @param denied serial number or UUID may be read by root only
 */
record Dmi(Optional<String> manufacturer, Optional<String> model, Optional<String> serialNumber, Optional<String> uuid,
        Optional<String> biosVendor, Optional<String> biosVersion, Optional<String> biosDate, boolean denied) {

    private static final Set<String> FILLERS = Set.of("to be filled by o.e.m.", "to be filled by o.e.m", "none",
            "not specified", "not available", "not applicable", "n/a", "na", "default string", "default",
            "system serial number", "system manufacturer", "system product name", "system version",
            "chassis serial number", "0123456789", "123456789", "1234567890", "unknown", "unspecified", "empty", "oem",
            "o.e.m.", "invalid", "serial", "system serial#", "bss-0123456789", "0123456789abcdef", "invalid entry length (0). fix firmware.");
    /** SMBIOS sets no limit; no maker needs as much. */
    private static final int LONGEST_FIELD = 256;
    private static final Pattern REPEATED = Pattern.compile("([0-9a-zA-Z.\\-_ ])\\1*");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Boards sold by the thousand with one and the same UUID. */
    private static final Set<String> SHARED_UUIDS = Set.of("03000200-0400-0500-0006-000700080009",
            "00020003-0004-0005-0006-000700080009", "12345678-1234-5678-90ab-cddeefaabbcc",
            "fefefefe-fefe-fefe-fefe-fefefefefefe");

    static Dmi of(Sources sources) {
        Optional<CommandOutput> sysfs = sources.lookUp("dmi");
        if (sysfs.isPresent()) {
            return ofSysfs(Values.of(sysfs));
        }
        FirmwareText text = new FirmwareText();
        for (String name : List.of("dmidecode", "smbios")) {
            sources.lookUp(name).ifPresent(output -> text.structures(output.lines()));
        }
        sources.lookUp("kenv").ifPresent(output -> text.kenv(output.lines()));
        sources.lookUp("platform").ifPresent(output -> text.ioreg(output.lines()));
        sources.lookUp("sysctl-hardware").ifPresent(output -> text.sysctl(output.lines()));
        for (String name : List.of("prtdiag", "prtconf")) {
            sources.lookUp(name).ifPresent(output -> text.systemConfiguration(output.lines()));
        }
        sources.lookUp("aix-prtconf").ifPresent(output -> text.aix(AixMachine.facts(output)));
        Values tree = Values.of(sources.lookUp("device-tree"));
        tree.get("/proc/device-tree/model").ifPresent(model -> text.put("product", model));
        tree.get("/proc/device-tree/serial-number").ifPresent(serial -> text.put("serial", serial));
        boolean denied = sources.asked("dmidecode").filter(CommandOutput::refused).isPresent();
        return of(text.fields(), denied);
    }

    private static Dmi ofSysfs(Values values) {
        String folder = "/sys/class/dmi/id/";
        Map<String, String> fields = new HashMap<>();
        Map.of("maker", "sys_vendor", "product", "product_name", "serial", "product_serial", "chassis",
                "chassis_serial", "uuid", "product_uuid", "bios maker", "bios_vendor", "bios version", "bios_version",
                "bios date", "bios_date")
                .forEach((field, file) -> values.get(folder + file).ifPresent(value -> fields.put(field, value)));
        return of(fields, values.denied().contains(folder + "product_uuid")
                || values.denied().contains(folder + "product_serial"));
    }

    private static Dmi of(Map<String, String> fields, boolean denied) {
        return new Dmi(field(fields, "maker"), field(fields, "product"),
                field(fields, "serial").or(() -> field(fields, "chassis")),
                Optional.ofNullable(fields.get("uuid")).flatMap(Dmi::meaningfulUuid), field(fields, "bios maker"),
                field(fields, "bios version"), field(fields, "bios date"), denied);
    }

    private static Optional<String> field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).flatMap(Dmi::meaningful);
    }

    /** A text that a maker wrote on purpose. */
    static Optional<String> meaningful(String text) {
        String stripped = text.strip().replaceAll("\\s+", " ");
        boolean filler = stripped.isEmpty() || stripped.length() > LONGEST_FIELD || FILLERS.contains(stripped.toLowerCase(Locale.ROOT))
                || REPEATED.matcher(stripped).matches();
        return filler ? Optional.empty() : Optional.of(stripped);
    }

    static Optional<String> meaningfulUuid(String text) {
        String uuid = text.strip().toLowerCase(Locale.ROOT);
        boolean real = UUID.matcher(uuid).matches() && !SHARED_UUIDS.contains(uuid)
                && !REPEATED.matcher(uuid.replace("-", "")).matches();
        return real ? Optional.of(uuid) : Optional.empty();
    }
}
