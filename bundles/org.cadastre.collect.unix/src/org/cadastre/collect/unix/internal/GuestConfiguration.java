package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.VirtualMachine;

/** Configuration files of guests: those of Proxmox VE (qm.conf(5), pct.conf(5)) and of LXC (lxc.container.conf(5)). */
final class GuestConfiguration {

    private static final Pattern ASSIGNMENT = Pattern.compile("([\\w.]+)\\s*[:=]\\s*(.*)");
    private static final Pattern MAC = Pattern.compile("(?i)(?:^|[=,])((?:[0-9a-f]{2}:){5}[0-9a-f]{2})\\b");
    private static final Pattern DISK = Pattern.compile("(?:scsi|virtio|ide|sata|mp|efidisk|tpmstate)\\d+|rootfs");
    private static final Pattern UUID = Pattern.compile("(?:^|,)uuid=([^,]+)");

    private GuestConfiguration() {
    }

    /** Lists with a heading: a column of names or numbers, and somewhere behind it the state. */
    static Map<String, Boolean> running(Optional<CommandOutput> list) {
        Map<String, Boolean> running = new HashMap<>();
        list.ifPresent(output -> output.lines().stream().skip(1).map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 1).forEach(words -> running.put(words[0],
                        List.of(words).stream().anyMatch(word -> word.equalsIgnoreCase("running")))));
        return running;
    }

    /** /etc/pve/local/qemu-server/100.conf; what follows a heading in brackets is a saved state. */
    static VirtualMachine proxmox(String path, List<String> lines, Map<String, Boolean> running) {
        String number = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.conf$", "");
        VirtualMachine machine = VirtualMachinesReader.create("proxmox", number);
        int cores = 1;
        int sockets = 1;
        machine.setAutostart(false);
        TreeSet<String> disks = new TreeSet<>();
        TreeSet<String> macs = new TreeSet<>();
        for (String[] setting : settings(lines)) {
            String value = setting[1];
            switch (setting[0]) {
                case "name", "hostname" -> machine.setTitle(value);
                case "memory" -> Numbers.whole(value.replaceFirst("^current=|,.*", "")).ifPresent(mebibytes -> machine.setMemory(mebibytes << 20));
                case "cores" -> cores = Numbers.integer(value).orElse(1);
                case "sockets" -> sockets = Numbers.integer(value).orElse(1);
                case "onboot" -> machine.setAutostart(value.equals("1"));
                case "smbios1" -> first(UUID, value).ifPresent(machine::setUuid);
                default -> {
                    if (DISK.matcher(setting[0]).matches() && !value.contains("media=cdrom")) {
                        disks.add(value.replaceFirst(",.*", ""));
                    } else if (setting[0].startsWith("net")) {
                        first(MAC, value).ifPresent(macs::add);
                    }
                }
            }
        }
        machine.setProcessors(cores * sockets);
        machine.setRunning(running.get(number));
        machine.getDisks().addAll(disks);
        machine.getMacs().addAll(macs);
        return machine;
    }

    /** /var/lib/lxc/NAME/config */
    static VirtualMachine lxc(String path, List<String> lines, Map<String, Boolean> running) {
        String folder = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        VirtualMachine machine = VirtualMachinesReader.create("lxc", name.isEmpty() ? path : name);
        machine.setAutostart(false);
        TreeSet<String> macs = new TreeSet<>();
        for (String[] setting : settings(lines)) {
            if (setting[0].endsWith(".hwaddr")) {
                macs.add(setting[1].toLowerCase(Locale.ROOT));
            } else if (setting[0].equals("lxc.start.auto")) {
                machine.setAutostart(setting[1].equals("1"));
            } else if (setting[0].equals("lxc.rootfs.path") || setting[0].equals("lxc.rootfs")) {
                machine.getDisks().add(setting[1]);
            } else if (setting[0].equals("lxc.uts.name") && !setting[1].equals(name)) {
                machine.setTitle(setting[1]);
            }
        }
        machine.setRunning(running.get(name));
        machine.getMacs().addAll(macs);
        return machine;
    }

    private static List<String[]> settings(List<String> lines) {
        List<String[]> settings = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                break;
            }
            Matcher matcher = ASSIGNMENT.matcher(line.strip());
            if (matcher.matches()) {
                settings.add(new String[] { matcher.group(1), matcher.group(2).strip() });
            }
        }
        return settings;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
