package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.host.Disk;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AIX, Solaris, the BSDs and macOS: what their own commands wrote on real machines ({@link Corpus}). */
class OtherSystemsTest {

    private static final String AIX = "glpi-agent/resources/aix/";
    private static final String SOLARIS = "glpi-agent/resources/solaris/";
    private static final String BSD = "glpi-agent/resources/bsd/";
    private static final String MAC = "glpi-agent/resources/macos/";

    private static Hardware hardware(CommandOutput... answers) {
        return Recorded.read(new HardwareReader(), Recorded.of(answers));
    }

    private static String disks(List<Disk> disks) {
        return disks.stream().map(disk -> String.join(" ", disk.getName(), String.valueOf(disk.getVendor()), String.valueOf(disk.getModel()),
                String.valueOf(disk.getSerialNumber()), String.valueOf(disk.getFirmware()), String.valueOf(disk.getSize())))
                .collect(Collectors.joining("; "));
    }

    /** A script's answer: one recorded output, with lines before and after it. */
    private static CommandOutput script(String name, String before, String path, String after) {
        return Recorded.answer(name, before + String.join("\n", Corpus.answer(name, path).lines()) + "\n" + after);
    }

    @ParameterizedTest
    @CsvSource({ "ibm-9080-m9s, IBM, 9080-M9S, 45XY777, FW950.40 (VH950_099), PowerPC_POWER9, 1, 8589934592",
            "ibm-7040-681, IBM, 7040-681, 835A7AA, RG041021_d78e05_s, PowerPC_POWER4, 8, 10737418240" })
    void machinesWithAix(String sample, String maker, String model, String serial, String firmware, String processor, int cores, long memory) {
        Hardware hardware = hardware(Corpus.answer("aix-prtconf", AIX + "lsconf/" + sample));
        assertEquals(List.of(maker, model, serial, firmware), List.of(hardware.getManufacturer(), hardware.getModel(),
                hardware.getSerialNumber(), hardware.getBiosVersion()));
        assertEquals(List.of(processor, cores), List.of(hardware.getProcessors().getFirst().getModel(), hardware.getProcessors().getFirst().getCores()));
        assertEquals(memory, hardware.getMemory());
        assertEquals("no known way to read the disks of this system", hardware.getReason());
    }

    @ParameterizedTest
    @CsvSource({ "aix-6.1a-hdisk3, hdisk3, HITACHI DF600F 83040523 null", "aix-5.3b-hdisk0, hdisk0, IBM-ESXS ST973401SS 3LB1FV46 B51D",
            "aix-6.1b-hdisk0, hdisk0, null SAS RAID 10 Disk Array null null", "aix-5.3c-hdisk0, hdisk0, null Virtual SCSI Disk Drive null null" })
    void disksOfAix(String sample, String name, String facts) {
        Hardware hardware = hardware(script("aix-disks", "disk\t" + name + "\n", AIX + "lscfg/" + sample, "size\t70006\n"));
        assertEquals(name + " " + facts + " 73406611456", disks(hardware.getDisks()));
        assertEquals(null, hardware.getReason());
    }

    @ParameterizedTest
    @CsvSource({ "aix-5.3a, 4, U787A.001.DPM2CW2-P1-C9, YH10MS5CH923, 536870912", "aix-6.1a, 8, '', '', 0", "aix-6.1b, 2, '', '', 0" })
    void memoryModulesOfAix(String sample, int count, String slot, String serial, long size) {
        var section = Recorded.read(new HardwareComponentsReader(), Recorded.of(Corpus.answer("lsvpd", AIX + "lsvpd/" + sample)));
        assertEquals(count, section.getMemoryModules().size());
        assertTrue(section.getMemoryModules().stream().allMatch(module -> module.getSize() != null && module.getSerialNumber() != null));
        if (!slot.isEmpty()) {
            var first = section.getMemoryModules().getFirst();
            assertEquals(List.of(slot, serial, size), List.of(first.getSlot(), first.getSerialNumber(), first.getSize()));
        }
    }

    @Test
    void adaptersOfAixAndTheirHardwareAddresses() {
        var components = Recorded.read(new HardwareComponentsReader(), Recorded.of(Corpus.answer("aix-adapters", AIX + "lsdev/aix-6.1b-adapter")));
        assertTrue(components.getPciDevices().stream().anyMatch(one -> one.getAddress().equals("fcs0")
                && one.getDevice().equals("PCI Express 4Gb FC Adapter (77103224)")), components.getPciDevices().toString());
        assertEquals(Map.of("ent0", "00:21:5e:4c:c7:68", "ent1", "00:21:5e:4c:c7:69", "ent2", "00:1a:64:86:42:30", "ent3", "00:1a:64:86:42:31"),
                AixMachine.macs(Corpus.answer("aix-adapters-vpd", AIX + "lscfg/aix-6.1b-en")));
    }

    @Test
    void volumeGroupsAndFileSystemsOfAix() {
        String groups = String.join("\n", Corpus.answer("lsvg", AIX + "lsvg/aix-6.x-rootvg").lines()) + "\n"
                + String.join("\n", Corpus.answer("lsvg", AIX + "lsvg/aix-6.x-l_rootvg").lines());
        Storage storage = Recorded.read(new StorageReader(), Recorded.of(Recorded.answer("lsvg", groups), Corpus.answer("lsfs", AIX + "lsfs/aix-6.1")));
        var group = storage.getVolumeGroups().getFirst();
        assertEquals(List.of("rootvg", "000dda6e0000d600000001119e467657", 25536L << 20), List.of(group.getName(), group.getUuid(), group.getSize()));
        assertEquals("hd4 jfs2 " + (5L * 32 << 20), group.getVolumes().stream().filter(one -> one.getName().equals("hd4"))
                .map(one -> one.getName() + " " + one.getLayout() + " " + one.getSize()).findFirst().orElseThrow());
        assertEquals(List.of("/dev/hd2 /usr jfs2 [rw]"), storage.getMountEntries().stream().filter(entry -> entry.getMountPoint().equals("/usr"))
                .map(entry -> entry.getDevice() + " " + entry.getMountPoint() + " " + entry.getType() + " " + entry.getOptions()).toList());
    }

    @Test
    void everyVolumeOfEachGroupOfAixIsRead() {
        for (String sample : List.of("aix-6.1-l_rootvg", "aix-6.1-l_vg_apps01")) {
            CommandOutput list = Corpus.answer("lsvg", AIX + "lsvg/" + sample);
            assertEquals(list.lines().stream().filter(line -> line.matches(".*/(syncd|stale)\\s.*")).count(),
                    AixVolumeGroups.read(list).values().iterator().next().getVolumes().size(), sample);
        }
    }

    @ParameterizedTest
    @CsvSource({ "sample1, Sun Microsystems, SPARC Enterprise T5120, 4160749568", "sample3, Sun Microsystems, Sun Fire X4540, ",
            "sample4, SUN MICROSYSTEMS, SUN FIRE X2250, ", "sample5, 'VMware, Inc.', VMware Virtual Platform, ",
            "sample6, Sun Microsystems, Sun Fire V210, 4294967296", "sample8, Sun Microsystems, Sun SPARC Enterprise M4000 Server, 68719476736",
            "oi151, Dell Inc., PowerEdge R510, " })
    void machinesWithSolaris(String sample, String maker, String model, Long memory) {
        CommandOutput prtdiag = Corpus.answer("prtdiag", SOLARIS + "prtdiag/" + sample);
        Hardware hardware = hardware(prtdiag);
        assertEquals(List.of(maker, model), List.of(hardware.getManufacturer(), hardware.getModel()));
        assertEquals(memory, hardware(new CommandOutput("prtconf", "prtconf", "user", prtdiag.output(), "", End.EXITED, 0)).getMemory());
    }

    @Test
    void firmwareOfSolaris() {
        Hardware dell = hardware(Corpus.answer("prtdiag", SOLARIS + "prtdiag/oi151"));
        assertEquals(List.of("Dell Inc.", "1.8.2", "08/23/2011"), List.of(dell.getBiosVendor(), dell.getBiosVersion(), dell.getBiosDate()));
        Hardware sun = hardware(Corpus.answer("smbios", SOLARIS + "smbios/x86-1"));
        assertEquals(List.of("Sun Fire V40z", "R00T34E0009", "be1630df-d130-41a4-be32-fd28bb4bd1ac"),
                List.of(sun.getModel(), sun.getSerialNumber(), sun.getUuid()));
    }

    @ParameterizedTest
    @CsvSource({ "e6900-psrinfo_vp, 12, UltraSPARC-IV, 0, 2", "solaris11-psrinfo_vp, 1, UltraSPARC-T1, 8, 32", "sparc-t5-psrinfo_vp, 1, SPARC-T5, 0, 64",
            "oi-2021.10-psrinfo_vp, 1, AMD Ryzen 9 3900X 12-Core Processor, 0, 2", "v240-psrinfo_vp, 2, UltraSPARC-IIIi, 0, 1",
            "unstable9x-psrinfo_vp, 4, i386, 0, 1", "unstable10x-psrinfo_vp, 4, Intel(r) Xeon(r) CPU E5410 @ 2.33GHz, 0, 1" })
    void processorsOfSolaris(String sample, int sockets, String model, int cores, int threads) {
        var processors = hardware(Corpus.answer("psrinfo", SOLARIS + "psrinfo/" + sample)).getProcessors();
        assertEquals(sockets, processors.size());
        var first = processors.getFirst();
        assertEquals(model, first.getModel());
        assertEquals(cores, first.getCores() == null ? 0 : first.getCores());
        assertEquals(threads, first.getThreads());
    }

    @Test
    void disksOfSolaris() {
        assertEquals("c5t0d0 null VBOX HARDDISK VBe174c9f2-fe68 1.0 34359738368",
                disks(hardware(Corpus.answer("iostat", SOLARIS + "iostat/oi-2021.10")).getDisks()));
        assertEquals("c8t60060E80141A420000011A420000300Bd0 HITACHI OPEN-V -SUN null 5009 64424509440",
                disks(hardware(Corpus.answer("iostat", SOLARIS + "iostat/sample1")).getDisks()));
        // A drive for DVDs is no disk.
        assertEquals(List.of(), hardware(Corpus.answer("iostat", SOLARIS + "iostat/sample4-slash-char-in-model")).getDisks());
        assertEquals("c3t0d0 INTEL SROMBSASFC null 1.11 145999527424", disks(hardware(Corpus.answer("iostat",
                SOLARIS + "iostat/sample3-wrong-vendor-product")).getDisks().subList(0, 1)));
    }

    @ParameterizedTest
    @CsvSource({ "oi-2021.10, /var, zfs, rpool/ROOT/openindiana/var", "mount_-v_sample1, /, vxfs, /", "zfs-samples, /oracle, zfs, Z_FS_DATAPOOL/Z_FS_LV_ORACLE" })
    void mountsOfSolaris(String sample, String place, String type, String device) {
        var section = Recorded.read(new FileSystemsReader(), Recorded.of(Corpus.answer("mount", SOLARIS + "mount/" + sample)));
        assertEquals(null, section.getReason());
        assertTrue(section.getFileSystems().stream().anyMatch(one -> one.getMountPoint().equals(place) && one.getType().equals(type)
                && one.getDevice().equals(device)), () -> section.getFileSystems().toString());
        assertTrue(section.getFileSystems().stream().noneMatch(one -> one.getOptions().toString().contains("dev=")
                || List.of("proc", "ctfs", "mntfs", "objfs", "devfs").contains(one.getType())));
    }

    @Test
    void packagesOfSolaris() {
        var old = Recorded.read(new SoftwareReader(), Recorded.of(Corpus.answer("pkginfo", SOLARIS + "pkg-info/sample-sol10")));
        assertEquals(List.of("SUNWgtar 11.10.0,REV=2005.01.08.01.09 i386 Oracle Corporation", "SUNWauda 11.10.0,REV=2005.01.21.16.34 i386 Oracle Corporation",
                "SUNWbip 11.10.0,REV=2005.01.21.16.34 i386 Oracle Corporation"), old.getPackages().stream()
                        .map(p -> String.join(" ", p.getName(), p.getVersion(), p.getArchitecture(), p.getVendor())).toList());
        // The identifiers are those that "pkg info" wrote; "pkg list -Hv" writes them with flags behind.
        String list = Corpus.answer("pkg", SOLARIS + "pkg-info/sample-oi-2021.10").lines().stream().filter(line -> line.contains("FMRI: "))
                .map(line -> line.substring(line.indexOf("pkg://")) + "  i--\n").collect(Collectors.joining());
        var current = Recorded.read(new SoftwareReader(), Recorded.of(Recorded.answer("pkg-list", list)));
        assertEquals(null, current.getReason());
        assertEquals(List.of("compress/bzip2", "1.0.8-2020.0.1.0", "openindiana.org"), current.getPackages().stream()
                .filter(p -> p.getName().contains("bzip2")).flatMap(p -> List.of(p.getName(), p.getVersion(), p.getVendor()).stream()).toList());
    }

    @Test
    void fibreChannelPortsOfSolaris() {
        for (String sample : List.of("sample-1", "sample-2")) {
            CommandOutput fcinfo = Corpus.answer("fcinfo", SOLARIS + "fcinfo_hba-port/" + sample);
            var section = Recorded.read(new HardwareComponentsReader(), Recorded.of(fcinfo));
            assertEquals(fcinfo.lines().stream().filter(line -> line.startsWith("HBA Port WWN")).count(), section.getFibreChannelPorts().size());
        }
        var first = Recorded.read(new HardwareComponentsReader(), Recorded.of(Corpus.answer("fcinfo", SOLARIS + "fcinfo_hba-port/sample-1")))
                .getFibreChannelPorts().getFirst();
        assertEquals(List.of("21:00:00:e0:8b:94:b4:a3", "20:00:00:e0:8b:94:b4:a3", "QLE2462", "RFC0708N52628", "05.03.02"),
                List.of(first.getPortName(), first.getNodeName(), first.getModel(), first.getSerialNumber(), first.getFirmware()));
    }

    @Test
    void disksAndPartitionsOfFreeBsd() {
        CommandOutput geom = Corpus.answer("geom", BSD + "storages/kern.geom.confxml");
        assertEquals("ada0 null QEMU HARDDISK QM00001 null 4294967296", disks(hardware(geom).getDisks()));
        Storage storage = Recorded.read(new StorageReader(), Recorded.of(Recorded.answer("fstab", ""), geom));
        assertEquals(List.of("ada0s1b of ada0s1, 2, 536870912, freebsd-swap", "ada0s1a of ada0s1, 1, 3758039552, freebsd-ufs",
                "ada0s1 of ada0, 1, 4294918656, freebsd"), storage.getPartitions().stream().map(one -> one.getName() + " of " + one.getDisk() + ", "
                        + one.getNumber() + ", " + one.getSize() + ", " + one.getContent()).toList());
    }

    @Test
    void jailsOfFreeBsd() {
        var section = Recorded.read(new VirtualMachinesReader(), Recorded.of(Corpus.answer("jls", "glpi-agent/resources/virtualization/jails/sample1")));
        assertTrue(section.getMachines().stream().map(jail -> jail.getManager() + " " + jail.getName() + " " + jail.getDisks()).toList()
                .containsAll(List.of("jail xmpp-test3 [/home/jails/xmpp-test3]", "jail noname.local [/home/jails/noname_local]")),
                () -> section.getMachines().toString());
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/freebsd12/sysctl-a.out, Intel(R) Core(TM) i5-8279U CPU @ 2.40GHz, 1, 2107092992",
            "jc/tests/fixtures/osx-10.14.6/sysctl-a.out, Intel(R) Core(TM) i5-8279U CPU @ 2.40GHz, 8, 17179869184" })
    void processorsAndMemoryOfBsdAndMacOs(String path, String model, int threads, long memory) {
        Hardware hardware = hardware(Corpus.answer("sysctl-hardware", path));
        assertEquals(List.of(model, threads, memory), List.of(hardware.getProcessors().getFirst().getModel(),
                hardware.getProcessors().getFirst().getThreads(), hardware.getMemory()));
    }

    @ParameterizedTest
    @CsvSource({ "imac-27-intel-2019-macosx-10.14.6", "macbook-m1-pro-2021-macosx-14.5", "macbook-pro-16-apple-silicon-2021-macosx-14.4",
            "macbook-pro-16-intel-2019-catalina" })
    void wirelessInterfacesOfMacOs(String sample) {
        var section = Recorded.read(new InterfacesReader(), Recorded.of(Corpus.answer("ifconfig", MAC + "ifconfig/" + sample),
                Corpus.answer("networksetup", MAC + "ifconfig/" + sample + "-networksetup")));
        assertEquals(1, section.getInterfaces().stream().filter(one -> "wireless".equals(one.getType())).count(), () -> section.getInterfaces().toString());
    }

    @Test
    void jobsOfLaunchdThatEndedWithTrouble() {
        var section = Recorded.read(new LogSignsReader(), Recorded.of(Corpus.answer("launchctl", MAC + "firewall/launctl_list.txt")));
        assertTrue(section.getSigns().stream().anyMatch(sign -> sign.getSource().equals("com.vmware.launchd.vmware")
                && sign.getExample().equals("does not run; ended with status 71")), () -> section.getSigns().toString());
        assertTrue(section.getSigns().stream().noneMatch(sign -> sign.getSource().equals("com.apple.wifid")));
    }

    @Test
    void theFirewallOfMacOs() {
        var section = Recorded.read(new PacketFilterReader(), Recorded.of(
                Corpus.answer("application-firewall", MAC + "firewall/defaults_read_preferences_com_alf_globalstate.txt")));
        assertEquals(List.of("application firewall"), section.getActive());
    }

    /** Each recorded output under the name that the probe gives it, broken in many ways: no reader throws. */
    @Test
    void noBrokenAnswerOfTheseSystemsMakesAReaderThrow() {
        Map<String, List<Path>> samples = new HashMap<>();
        Map.ofEntries(Map.entry("aix-prtconf", AIX + "lsconf"), Map.entry("aix-disks", AIX + "lscfg"), Map.entry("aix-adapters-vpd", AIX + "lscfg"),
                Map.entry("lsvpd", AIX + "lsvpd"), Map.entry("aix-adapters", AIX + "lsdev"), Map.entry("lsvg", AIX + "lsvg"), Map.entry("lsfs", AIX + "lsfs"),
                Map.entry("lsps", AIX + "lsps"), Map.entry("prtdiag", SOLARIS + "prtdiag"), Map.entry("prtconf", SOLARIS + "prtconf"),
                Map.entry("smbios", SOLARIS + "smbios"), Map.entry("psrinfo", SOLARIS + "psrinfo"), Map.entry("iostat", SOLARIS + "iostat"),
                Map.entry("dladm", SOLARIS + "dladm"), Map.entry("mount", SOLARIS + "mount"), Map.entry("df-plain", SOLARIS + "df"),
                Map.entry("pkginfo", SOLARIS + "pkg-info"), Map.entry("fcinfo", SOLARIS + "fcinfo_hba-port"), Map.entry("geom", BSD + "storages"),
                Map.entry("system-profiler", MAC + "storages"), Map.entry("networksetup", MAC + "ifconfig"), Map.entry("launchctl", MAC + "firewall"))
                .forEach((name, folder) -> samples.put(name, Corpus.files(folder)));
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, CommandOutput> broken = new HashMap<>();
            samples.forEach((name, files) -> {
                CommandOutput real = Corpus.answer(name, Corpus.folder().relativize(files.get(random.nextInt(files.size()))).toString());
                broken.put(name, new CommandOutput(name, name, "root", SectionReadersUnderFireTest.mangle(real.output(), random), "",
                        End.values()[random.nextInt(End.values().length)], random.nextInt(3)));
            });
            SectionReadersUnderFireTest.readAll(new ProbeResult("root", 1, broken, true, Transcript.Ending.FINISHED), "other systems " + seed);
        }
    }
}
