package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Processor;

/** The machine as Solaris and its kin tell it: prtconf(8), psrinfo(8), iostat(8), dladm(8). */
final class SolarisMachine {

    private static final Pattern MEMORY = Pattern.compile("Memory size: (\\d+) ?(Megabytes?|MB|Gigabytes?|GB)\\s*");
    private static final Pattern SOCKET = Pattern.compile(
            "The (?:(\\S+) )?physical processor has (?:(\\d+) cores? and )?(\\d+) virtual processors? \\(.*");
    private static final Pattern ERRORS = Pattern.compile("(\\S+)\\s+Soft Errors: .*");
    private static final Pattern DRIVE = Pattern.compile("Vendor: (.*?) *Product: (.*?) *Revision: (.*?) *Serial No: *(.*?) *");
    private static final Pattern SIZE = Pattern.compile("Size: .*<(-?\\d+) bytes>.*");

    private SolarisMachine() {
    }

    static Optional<Long> memory(CommandOutput prtconf) {
        return prtconf.lines().stream().map(MEMORY::matcher).filter(Matcher::matches).findFirst()
                .flatMap(size -> Numbers.whole(size.group(1)).filter(number -> number < 1L << 32)
                        .map(number -> number << (size.group(2).startsWith("M") ? 20 : 30)));
    }

    /** psrinfo -pv: a line a socket; below it cores, the kind of processor, and indented once more what it is sold as. */
    static List<Processor> processors(CommandOutput psrinfo) {
        List<Processor> processors = new ArrayList<>();
        Processor processor = null;
        for (String line : psrinfo.lines()) {
            Matcher socket = SOCKET.matcher(line);
            if (socket.matches()) {
                processor = HostFactory.eINSTANCE.createProcessor();
                processor.setSocket(processors.size());
                processor.setModel(socket.group(1));
                Optional.ofNullable(socket.group(2)).flatMap(Numbers::integer).ifPresent(processor::setCores);
                Numbers.integer(socket.group(3)).ifPresent(processor::setThreads);
                processors.add(processor);
            } else if (processor != null && !line.isBlank() && !line.strip().startsWith("The core has")) {
                // "SPARC-T5 (chipid 0, clock 3600 MHz)", then "Intel(r) Xeon(r) CPU E5410 @ 2.33GHz [ Socket: AM4 ]".
                boolean sold = line.startsWith("\t") || line.startsWith("      ");
                String name = line.replaceFirst(sold ? "\\[ Socket.*" : "\\(.*", "").strip().replaceAll("\\s+", " ");
                if (!name.isEmpty() && (sold || processor.getModel() == null)) {
                    processor.setModel(name);
                }
            }
        }
        return processors;
    }

    /** iostat -En. What has no size is a drive with exchangeable media that is empty. */
    static List<Disk> disks(CommandOutput iostat) {
        Map<String, Disk> disks = new LinkedHashMap<>();
        Disk disk = null;
        for (String line : iostat.lines()) {
            Matcher head = ERRORS.matcher(line);
            Matcher drive = DRIVE.matcher(line);
            Matcher size = SIZE.matcher(line);
            if (head.matches()) {
                disk = HostFactory.eINSTANCE.createDisk();
                disk.setName(head.group(1));
            } else if (disk != null && drive.matches()) {
                disk.setVendor(Dmi.meaningful(drive.group(1)).filter(vendor -> !vendor.equals("ATA")).orElse(null));
                disk.setModel(Dmi.meaningful(drive.group(2)).orElse(null));
                disk.setFirmware(Dmi.meaningful(drive.group(3)).orElse(null));
                disk.setSerialNumber(Dmi.meaningful(drive.group(4)).orElse(null));
            } else if (disk != null && size.matches()) {
                Optional<Long> bytes = Numbers.whole(size.group(1)).filter(number -> number > 0);
                bytes.ifPresent(disk::setSize);
                if (bytes.isPresent() && !String.valueOf(disk.getModel()).matches(".*(CD|DVD)[-+ ]?(ROM|R).*")) {
                    disks.putIfAbsent(disk.getName(), disk);
                }
                disk = null;
            }
        }
        return List.copyOf(disks.values());
    }

    /** dladm show-phys: link, media, state, speed in Mbit/s, duplex, device. Speed and duplex count while there is a link. */
    static void links(CommandOutput dladm, List<Interface> interfaces) {
        for (String line : dladm.lines()) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 6 && words[2].equals("up")) {
                interfaces.stream().filter(one -> one.getName().equals(words[0])).forEach(one -> {
                    Numbers.whole(words[3]).filter(speed -> speed > 0 && speed < 1L << 32).ifPresent(speed -> one.setSpeed(speed * 1_000_000));
                    one.setDuplex(words[4].equals("full") || words[4].equals("half") ? words[4] : null);
                });
            }
        }
    }
}
