package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.RaidArray;
import org.cadastre.model.host.RaidDrive;

/** MegaCli (MegaRAID SAS Software User Guide): paragraphs of "Name : value" below a line that names the adapter. */
final class MegaRaid {

    private static final Pattern ADAPTER = Pattern.compile("Adapter (?:#)?(\\d+).*");
    private static final Pattern FACT = Pattern.compile("([A-Za-z][\\w .']*?)\\s*:\\s*(.*)");
    private static final Pattern DRIVE = Pattern.compile("(\\d+).*");
    private static final Pattern LEVEL = Pattern.compile("Primary-(\\d+), Secondary-(\\d+).*");
    private static final Pattern SIZE = Pattern.compile("([\\d.]+) (MB|GB|TB|PB)");
    private static final Map<String, Integer> SHIFTS = Map.of("MB", 20, "GB", 30, "TB", 40, "PB", 50);

    private MegaRaid() {
    }

    /** Virtual drives, with their states. */
    static Map<RaidArray, String> arrays(Optional<CommandOutput> output) {
        Map<RaidArray, String> arrays = new LinkedHashMap<>();
        for (Map<String, String> facts : paragraphs(output, "Virtual Drive", "CacheCade Virtual Drive")) {
            RaidArray array = HostFactory.eINSTANCE.createRaidArray();
            array.setName("adapter " + facts.get("Adapter") + " drive " + facts.get("first"));
            Matcher level = LEVEL.matcher(facts.getOrDefault("RAID Level", ""));
            int spans = Optional.ofNullable(facts.get("Span Depth")).flatMap(Numbers::integer).orElse(1);
            int drives = Optional.ofNullable(facts.get("Number Of Drives")).or(() -> Optional.ofNullable(facts.get("Number Of Drives per span")))
                    .flatMap(Numbers::integer).orElse(0);
            if (level.matches()) {
                // Two mirrored spans are RAID 10, two of RAID 5 are RAID 50.
                array.setLevel("raid" + level.group(1) + (spans > 1 && !level.group(1).equals("0") ? "0" : ""));
            }
            if (drives > 0 && drives < 1000 && spans > 0 && spans < 1000) {
                array.setDisks(drives * (facts.containsKey("Number Of Drives per span") ? spans : 1));
            }
            size(facts.getOrDefault("Size", "")).ifPresent(array::setSize);
            arrays.put(array, facts.getOrDefault("State", ""));
        }
        return arrays;
    }

    /** Disks, with their states. */
    static Map<RaidDrive, String> drives(Optional<CommandOutput> output) {
        Map<RaidDrive, String> drives = new LinkedHashMap<>();
        for (Map<String, String> facts : paragraphs(output, "Enclosure Device ID")) {
            RaidDrive drive = HostFactory.eINSTANCE.createRaidDrive();
            drive.setName("adapter " + facts.get("Adapter") + " enclosure " + facts.get("Enclosure Device ID") + " slot "
                    + facts.getOrDefault("Slot Number", "?"));
            drive.setIdentification(Optional.ofNullable(facts.get("Inquiry Data")).map(text -> text.strip().replaceAll("\\s+", " ")).orElse(null));
            drive.setSize(Optional.ofNullable(facts.get("Raw Size")).map(text -> text.replaceFirst(" \\[.*", "")).orElse(null));
            drive.setTransport(facts.get("PD Type"));
            if (drives.keySet().stream().noneMatch(known -> known.getName().equals(drive.getName()))) {
                drives.put(drive, facts.getOrDefault("Firmware state", ""));
            }
        }
        return drives;
    }

    /** Each begins with a line of one of the names; the number in it is the fact "first". */
    private static List<Map<String, String>> paragraphs(Optional<CommandOutput> output, String... starts) {
        List<Map<String, String>> paragraphs = new ArrayList<>();
        String adapter = "0";
        for (String line : output.map(CommandOutput::lines).orElse(List.of())) {
            Matcher head = ADAPTER.matcher(line.strip());
            Matcher fact = FACT.matcher(line.strip());
            if (head.matches()) {
                adapter = head.group(1);
            } else if (fact.matches()) {
                if (List.of(starts).contains(fact.group(1))) {
                    Map<String, String> paragraph = new HashMap<>();
                    paragraph.put("Adapter", adapter);
                    Matcher number = DRIVE.matcher(fact.group(2));
                    paragraph.put("first", number.matches() ? number.group(1) : fact.group(2));
                    paragraphs.add(paragraph);
                }
                if (!paragraphs.isEmpty()) {
                    paragraphs.getLast().putIfAbsent(fact.group(1), fact.group(2).strip());
                }
            }
        }
        return paragraphs;
    }

    private static Optional<Long> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        return matcher.matches() ? Numbers.decimal(matcher.group(1)).filter(number -> number < 10_000)
                .map(number -> Math.round(number * (1L << SHIFTS.get(matcher.group(2))))) : Optional.empty();
    }
}
