package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs of many systems ({@link Corpus}). */
class CorpusTest {

    private static Path corpus;

    @BeforeAll
    static void findCorpus() {
        corpus = Corpus.folder();
    }

    private static CommandOutput file(String name, String path) {
        return Corpus.answer(name, path);
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/centos-7.7/passwd.out, 21", "jc/tests/fixtures/osx-10.14.6/passwd.out, 98" })
    void accountsOfOtherSystems(String path, int users) throws IOException {
        var section = Recorded.read(new AccountsReader(), Recorded.of(file("passwd", path)));
        assertEquals(users, section.getUsers().size());
        assertEquals(null, section.getReason());
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/centos-7.7/group.out, 39", "jc/tests/fixtures/osx-10.14.6/group.out, 125" })
    void groupsOfOtherSystems(String path, int groups) throws IOException {
        assertEquals(groups, Recorded.read(new AccountsReader(), Recorded.of(file("group", path))).getGroups().size());
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/centos-7.7/mount.out, /boot, xfs", "jc/tests/fixtures/osx-10.14.6/mount.out, /, apfs",
            "glpi-agent/resources/bsd/mount/dragonfly-1, /, hammer" })
    void mountsOfOtherSystems(String path, String place, String type) throws IOException {
        var section = Recorded.read(new FileSystemsReader(), Recorded.of(file("mount", path)));
        assertTrue(section.getFileSystems().stream().anyMatch(f -> f.getMountPoint().equals(place) && f.getType().equals(type)),
                () -> section.getFileSystems().toString());
        assertTrue(section.getFileSystems().stream().noneMatch(f -> f.getType().equals("cgroup") || f.getType().equals("devfs")));
    }

    @ParameterizedTest
    @CsvSource({ "ip_addr-1", "ip_addr-2", "ip_addr-3", "ip_addr-5", "ip_addr-el8" })
    void addressesOfOtherLinuxes(String name) throws IOException {
        CommandOutput output = file("ip-address", "glpi-agent/resources/linux/ip/" + name);
        Interfaces section = Recorded.read(new InterfacesReader(), Recorded.of(output));
        assertEquals(null, section.getReason());
        long heads = output.lines().stream().filter(line -> line.matches("\\d+: .*")).count();
        assertEquals(heads, section.getInterfaces().size());
        Interface loopback = section.getInterfaces().stream()
                .filter(i -> i.getName().equals("lo")).findFirst().orElseThrow();
        assertEquals("loopback", loopback.getType());
        assertEquals("127.0.0.1", loopback.getAddresses().getFirst().getAddress());
        assertEquals(8, loopback.getAddresses().getFirst().getPrefixLength());
    }

    @ParameterizedTest
    @CsvSource({ "glpi-agent/resources/macos/ifconfig/macosx-01", "glpi-agent/resources/macos/ifconfig/imac-27-intel-2019-macosx-10.14.6",
            "glpi-agent/resources/macos/ifconfig/macbook-pro-16-intel-2019-catalina", "jc/tests/fixtures/centos-7.7/ifconfig.out",
            "jc/tests/fixtures/freebsd12/ifconfig-extra-fields.out", "jc/tests/fixtures/freebsd12/ifconfig-extra-fields2.out",
            "jc/tests/fixtures/freebsd12/ifconfig-extra-fields3.out", "jc/tests/fixtures/freebsd12/ifconfig-extra-fields4.out" })
    void addressesOfSystemsWithIfconfig(String path) throws IOException {
        CommandOutput output = file("ifconfig", path);
        Interfaces section = Recorded.read(new InterfacesReader(), Recorded.of(output));
        assertEquals(null, section.getReason());
        long heads = output.lines().stream().filter(line -> line.matches("\\S+: flags=.*")).count();
        assertEquals(heads, section.getInterfaces().size());
        assertTrue(section.getInterfaces().stream().allMatch(i -> i.getMtu() != null));
        assertTrue(section.getInterfaces().stream().flatMap(i -> i.getAddresses().stream()).allMatch(a -> a.getPrefixLength() != null));
        if (output.lines().stream().anyMatch(line -> line.contains("ether "))) {
            assertTrue(section.getInterfaces().stream().anyMatch(i -> i.getMac() != null));
        }
    }

    @Test
    void routesOfMacOs() throws IOException {
        var section = Recorded.read(new RoutesReader(), Recorded.of(file("netstat-routes", "jc/tests/fixtures/osx-10.14.6/netstat-rnl.out")));
        assertTrue(section.getRoutes().stream().anyMatch(r -> r.getDestination().equals("0.0.0.0/0") && r.getGateway() != null),
                () -> section.getRoutes().toString());
        assertTrue(section.getRoutes().stream().anyMatch(r -> r.getDestination().equals("127.0.0.0/8")));
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/centos-7.7/netstat-sudo-lnp.out, netstat, sshd",
            "jc/tests/fixtures/freebsd12/netstat-an.out, netstat-bsd, ''", "jc/tests/fixtures/osx-10.14.6/netstat-An.out, netstat-bsd, ''" })
    void listeningSocketsOfOtherSystems(String path, String name, String program) throws IOException {
        var section = Recorded.read(new ListeningSocketsReader(), Recorded.of(file(name, path)));
        if (!program.isEmpty()) {
            assertTrue(section.getSockets().stream().anyMatch(s -> s.getPort() == 22 && program.equals(s.getProgram())),
                    () -> section.getSockets().toString());
        } else if (!path.contains("An.out")) {
            assertFalse(section.getSockets().isEmpty());
        }
    }

    @Test
    void processorsOfOtherMachines() throws IOException {
        Path folder = corpus.resolve("glpi-agent/resources/linux/proc/cpuinfo");
        List<Path> files;
        try (var stream = Files.list(folder)) {
            files = stream.sorted().toList();
        }
        assertTrue(files.size() > 15);
        for (Path file : files) {
            if (Files.size(file) == 0) {
                continue;
            }
            CommandOutput output = new CommandOutput("cpuinfo", "awk", "user", Files.readAllBytes(file), "", End.EXITED, 0);
            var section = Recorded.read(new HardwareReader(), Recorded.of(output));
            assertFalse(section.getProcessors().isEmpty(), file.toString());
            assertTrue(section.getProcessors().stream().allMatch(p -> p.getModel() != null), file.toString());
        }
    }

    @Test
    void firmwareOfOtherMachines() throws IOException {
        Dmi dmi = Dmi.of(new Sources(Recorded.of(file("dmidecode", "jc/tests/fixtures/centos-7.7/dmidecode.out"))));
        assertEquals("VMware, Inc.", dmi.manufacturer().orElseThrow());
        assertEquals("VMware Virtual Platform", dmi.model().orElseThrow());
        assertTrue(dmi.serialNumber().orElseThrow().startsWith("VMware-"));
        assertTrue(dmi.uuid().isPresent());
    }

    @ParameterizedTest
    @CsvSource({ "jc/tests/fixtures/centos-7.7/ps-ef.out", "jc/tests/fixtures/centos-7.7/ss-sudo-a.out", "jc/tests/fixtures/centos-7.7/systemctl.out" })
    void aForeignFormIsNotTakenForAnEmptyHost(String path) throws IOException {
        var section = Recorded.read(new ProcessesReader(), Recorded.of(file("ps", path)));
        assertEquals("some lines of ps could not be understood", section.getReason());
    }

    @Test
    void packagesOfOpenBsdAndAix() throws IOException {
        var bsd = Recorded.read(new SoftwareReader(), Recorded.of(file("pkg_info", "glpi-agent/resources/bsd/pkg_info/sample1")));
        assertFalse(bsd.getPackages().isEmpty());
        assertEquals(null, bsd.getReason());
        Path folder = corpus.resolve("glpi-agent/resources/aix/lslpp");
        try (var stream = Files.list(folder)) {
            for (Path path : stream.sorted().toList()) {
                var aix = Recorded.read(new SoftwareReader(), Recorded.of(new CommandOutput("lslpp", "lslpp", "root",
                        Files.readAllBytes(path), "", End.EXITED, 0)));
                assertFalse(aix.getPackages().isEmpty(), path.toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "dumpxml1, Debian_Squeeze_64_bits, d0f1baf3-ac9d-e828-619f-91f074c8c6c4, 52:54:00:98:3f:cd" })
    void machinesOfOtherHypervisors(String name, String machine, String uuid, String mac) throws IOException {
        String xml = Files.readString(corpus.resolve("glpi-agent/resources/virtualization/virsh/" + name));
        var section = Recorded.read(new VirtualMachinesReader(), Recorded.of(Recorded.answer("libvirt", "machine\tshut off\tdisable\n" + xml)));
        assertEquals(null, section.getReason());
        var found = section.getMachines().getFirst();
        assertEquals(List.of(machine, uuid, List.of(mac)), List.of(found.getName(), found.getUuid(), found.getMacs()));
        assertFalse(found.getRunning());
    }

    @ParameterizedTest
    @ValueSource(strings = { "dumpxml1", "dumpxml2", "dumpxml3", "dumpxml4", "dumpxml5_lxc" })
    void everyMachineIsUnderstood(String name) throws IOException {
        String xml = Files.readString(corpus.resolve("glpi-agent/resources/virtualization/virsh/" + name));
        var section = Recorded.read(new VirtualMachinesReader(), Recorded.of(Recorded.answer("libvirt", "machine\trunning\tenable\n" + xml)));
        assertEquals(null, section.getReason());
        assertFalse(section.getMachines().isEmpty());
        assertTrue(section.getMachines().getFirst().getMemory() > 1 << 20);
    }

    @Test
    void configurationsOfContainers() throws IOException {
        String config = Files.readAllLines(corpus.resolve("glpi-agent/resources/virtualization/lxc/config")).stream()
                .map(line -> "/var/lib/lxc/name1/config\t" + line + "\n").collect(java.util.stream.Collectors.joining());
        var section = Recorded.read(new VirtualMachinesReader(), Recorded.of(Recorded.answer("lxc", config)));
        var found = section.getMachines().getFirst();
        assertEquals(List.of("lxc", "name1", List.of("01:23:45:67:89:0a"), List.of("/var/lib/lxc/name1/rootfs")),
                List.of(found.getManager(), found.getName(), found.getMacs(), found.getDisks()));
    }

    @Test
    void snaps() throws IOException {
        var section = Recorded.read(new SoftwareReader(), Recorded.of(file("snap", "glpi-agent/resources/linux/packaging/snap")));
        assertEquals(null, section.getReason());
        assertEquals(List.of("core18 20191030 (1265) canonical", "kde-frameworks-5-core18 5.61.0 (32) kde", "kdenlive 19.08.2 (22) kde",
                "scrcpy v1.10 (174) sisco311", "snapd 2.42 (4992) canonical"), section.getPackages().stream()
                        .map(p -> p.getName() + " " + p.getVersion() + " " + p.getVendor()).toList());
    }

    @Test
    void memoryModulesOfAVirtualMachine() throws IOException {
        var section = Recorded.read(new HardwareComponentsReader(), Recorded.of(file("dmi-parts", "jc/tests/fixtures/centos-7.7/dmidecode.out")));
        assertEquals(List.of("RAM slot #0 4294967296 DRAM"), section.getMemoryModules().stream()
                .map(module -> module.getSlot() + " " + module.getSize() + " " + module.getType()).toList());
    }

    @Test
    void mountEntriesWithComments() throws IOException {
        String fstab = Files.readAllLines(corpus.resolve("jc/tests/fixtures/centos-7.7/fstab.out")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> "/etc/fstab\t" + line + "\n")
                .collect(java.util.stream.Collectors.joining());
        var section = Recorded.read(new StorageReader(), Recorded.of(Recorded.answer("fstab", fstab)));
        assertEquals(List.of("/", "/boot", "swap"), section.getMountEntries().stream().map(entry -> entry.getMountPoint()).toList());
    }

    @Test
    void kernelModules() throws IOException {
        CommandOutput modules = file("modules", "jc/tests/fixtures/linux-proc/modules");
        var section = Recorded.read(new SystemStateReader(), Recorded.of(modules));
        assertEquals(modules.lines().stream().filter(line -> !line.isBlank()).count(), section.getKernelModules().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "sample1", "sample2", "sample3", "sample4", "sample5", "sample6", "sample7", "sample8", "sample9" })
    void healthOfDisks(String name) throws IOException {
        CommandOutput smart = file("smart", "glpi-agent/resources/linux/smartctl/" + name);
        boolean told = smart.lines().stream().anyMatch(line -> line.startsWith("SMART overall-health") || line.startsWith("SMART Health Status"));
        var section = Recorded.read(new StorageHealthReader(), Recorded.of(
                Recorded.answer("smart", "disk\t/dev/sda\n" + String.join("\n", smart.lines()))));
        assertEquals(told ? 1 : 0, section.getConditions().size());
        assertTrue(section.getConditions().stream().allMatch(condition -> condition.getName().equals("sda")));
    }

    private static CommandOutput lines(String name, String path, String file) throws IOException {
        String text = Files.readString(corpus.resolve(file)).lines().map(line -> path + "\t" + line + "\n").reduce("", String::concat);
        return Recorded.answer(name, text);
    }

    @Test
    void namesOfCentOs() throws IOException {
        var names = Recorded.read(new HostNamesReader(), Recorded.of(lines("hosts", "/etc/hosts", "jc/tests/fixtures/centos-7.7/hosts.out")));
        assertEquals(null, names.getReason());
        assertEquals(2, names.getEntries().size());
    }

    @ParameterizedTest
    @CsvSource({ "centos-7.7/arp-a.out", "freebsd12/arp-a.out", "osx-10.14.6/arp-a.out", "osx-10.14.6/arp-a2.out" })
    void neighboursOfOtherSystems(String path) throws IOException {
        var section = Recorded.read(new NeighbourTableReader(), Recorded.of(file("arp", "jc/tests/fixtures/" + path)));
        assertEquals(null, section.getReason());
        assertFalse(section.getNeighbours().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "centos-7.7/last.out", "centos-7.7/last-w.out", "centos-7.7/last-wF.out", "fedora32/last.out", "freebsd12/last.out", "osx-10.14.6/last.out" })
    void loginsOfOtherSystems(String path) throws IOException {
        var section = Recorded.read(new LoginsReader(), Recorded.of(Recorded.answer("who", ""), file("last", "jc/tests/fixtures/" + path)));
        assertEquals(null, section.getReason());
        assertFalse(section.getLogins().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({ "multipath1, d11, 35000c500ad9ae4b3, SEAGATE DL1800MM0159, 2" })
    void multipathDevices(String sample, String name, String wwid, String model, int paths) {
        CommandOutput output = file("multipath", "glpi-agent/resources/linux/multipath/" + sample);
        var section = Recorded.read(new StorageReader(), Recorded.of(Recorded.answer("fstab", ""), output));
        assertEquals(output.lines().stream().filter(line -> line.contains(" dm-")).count(), section.getMultipathDevices().size());
        var first = section.getMultipathDevices().stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
        assertEquals(List.of(wwid, model, paths), List.of(first.getWwid(), first.getModel(), first.getPaths()));
    }

    @Test
    void arraysOfRaidControllers() throws IOException {
        ProbeResult probe = Recorded.of(Recorded.answer("fstab", ""), file("megacli-arrays", "glpi-agent/resources/linux/megacli/set6_LDinfo"),
                file("megacli-drives", "glpi-agent/resources/linux/megacli/set6_PDlist"));
        var section = Recorded.read(new StorageReader(), probe);
        assertEquals(null, section.getReason());
        assertEquals("adapter 0 drive 0 raid1 2 599550590976", section.getRaidArrays().stream().map(array -> array.getName() + " "
                + array.getLevel() + " " + array.getDisks() + " " + array.getSize()).findFirst().orElseThrow());
        assertEquals("adapter 0 enclosure 32 slot 0, SEAGATE ST2000NM0023 GS0DZ1X2BTVZ, 1.819 TB, SAS", section.getRaidDrives().stream()
                .map(drive -> String.join(", ", drive.getName(), drive.getIdentification(), drive.getSize(), drive.getTransport()))
                .findFirst().orElseThrow());
        var health = Recorded.read(new StorageHealthReader(), probe);
        assertTrue(health.getConditions().stream().anyMatch(one -> one.getName().equals("adapter 0 drive 0") && one.getHealthy()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "set1", "set2", "set3", "set4", "set7" })
    void drivesOfRaidControllers(String name) throws IOException {
        CommandOutput list = file("megacli-drives", "glpi-agent/resources/linux/megacli/" + name + "_PDlist");
        var section = Recorded.read(new StorageReader(), Recorded.of(Recorded.answer("fstab", ""), list));
        assertEquals(list.lines().stream().filter(line -> line.startsWith("Slot Number")).count(), section.getRaidDrives().size());
        assertTrue(section.getRaidDrives().stream().allMatch(drive -> drive.getIdentification() != null));
    }
}
