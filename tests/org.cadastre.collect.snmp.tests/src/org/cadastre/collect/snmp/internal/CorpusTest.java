package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.snmp.network.Neighbours;
import org.cadastre.collect.snmp.network.Vlan;
import org.cadastre.collect.snmp.network.Vlans;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.testing.snmp.AgentSimulator;
import org.cadastre.testing.snmp.SimulatedAgent;
import org.cadastre.testing.snmp.Walk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snmp4j.smi.OID;

/**
 * Recorded walks of real devices, played and read. What must come out is counted in the walk itself, by other means than the
 * reader's. The table of docs/snmp.md is written to target/devices.md.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("cadastre.corpus",
            Path.of(System.getProperty("cadastre.checkout"), "..", "shared", "corpus").toString()), "snmp");
    private static final List<String> TABLE = new ArrayList<>();

    private static AgentSimulator simulator;

    static Stream<Path> walks() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of(CORPUS);
        }
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.filter(file -> file.toString().contains(".snmprec")).sorted().toList().stream();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        simulator = new AgentSimulator();
    }

    @AfterAll
    static void stop() throws Exception {
        simulator.close();
        Files.write(Files.createDirectories(Path.of("target")).resolve("devices.md"), TABLE);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyDeviceIsReadAsItsWalkHasIt(Path file) throws Exception {
        Assumptions.assumeTrue(Files.isRegularFile(file), "no recorded walks at " + CORPUS);
        Walk walk = Walk.of(file);
        int port = simulator.add("127.77.0.1", 0, new SimulatedAgent(walk, "public"));
        Reading reading = new SnmpCollector().collect(new Target.Address("127.77.0.1", port, false),
                NetSnmpTest.context(new ArrayList<>(), new Credential.Community("lab", "public".toCharArray())));
        List<Section> sections = new ArrayList<>(reading.device().getSections());
        sections.addAll(reading.observations().getSections());
        for (Section section : sections) {
            // The walks have no contexts, in which Cisco keeps the forwarding tables of VLANs.
            boolean isInContexts = section.eClass().getName().equals("ForwardingTable") && !VlansOf.cisco(walk).isEmpty();
            boolean isOfComputer = section instanceof Hardware && section.getReason() != null && section.getReason().startsWith("SNMP does not tell");
            assertTrue(section.getCoverage() == Coverage.COMPLETE || isInContexts || isOfComputer, section.eClass().getName() + ": " + section.getReason());
        }
        Interfaces interfaces = NetSnmpTest.section(reading, Interfaces.class);
        Set<Integer> numbers = indices(walk, "1.3.6.1.2.1.2.2.1.2").collect(Collectors.toSet());
        assertTrue(interfaces.getInterfaces().size() >= numbers.size(), interfaces.getInterfaces().size() + " interfaces of " + numbers.size());
        Set<String> addresses = interfaces.getInterfaces().stream().flatMap(one -> one.getAddresses().stream())
                .map(address -> address.getAddress()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = cells(walk, "1.3.6.1.2.1.4.20.1.1").map(oid -> walk.get(oid).orElseThrow().toString())
                .filter(address -> !address.equals("0.0.0.0")).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(addresses.containsAll(told), addresses + " of " + told);
        Vlans vlans = NetSnmpTest.section(reading, Vlans.class);
        assertEquals(VlansOf.all(walk), vlans.getVlans().stream().map(Vlan::getNumber).collect(Collectors.toCollection(TreeSet::new)));
        Neighbours neighbours = NetSnmpTest.section(reading, Neighbours.class);
        assertEquals(neighbours(walk), neighbours.getNeighbours().size());
        table(file, reading, numbers.size(), addresses.size(), vlans.getVlans().size(), neighbours.getNeighbours().size());
    }

    private static void table(Path file, Reading reading, int... counts) {
        Hardware hardware = NetSnmpTest.section(reading, Hardware.class);
        OperatingSystem system = NetSnmpTest.section(reading, OperatingSystem.class);
        List<String> cells = new ArrayList<>(List.of(file.getFileName().toString().replaceFirst("\\.snmprec.*", ""), reading.device().getKind().getLiteral()));
        Stream.of(hardware.getManufacturer(), hardware.getModel(), hardware.getSerialNumber(), system.getVersion())
                .forEach(text -> cells.add(text == null ? "" : text.replace("|", "/")));
        for (int count : counts) {
            cells.add(String.valueOf(count));
        }
        TABLE.add("| " + String.join(" | ", cells) + " |");
    }

    private static Stream<OID> cells(Walk walk, String column) {
        OID prefix = new OID(column);
        return walk.values().tailMap(prefix).keySet().stream().takeWhile(oid -> oid.startsWith(prefix));
    }

    private static Stream<Integer> indices(Walk walk, String column) {
        return cells(walk, column).map(OID::last);
    }

    /** Rows whose interface, neighbour and port differ. */
    private static int neighbours(Walk walk) {
        long lldp = cells(walk, "1.0.8802.1.1.2.1.4.1.1.7").map(oid -> {
            OID chassis = new OID(oid);
            chassis.set(new OID("1.0.8802.1.1.2.1.4.1.1").size(), 5);
            return oid.get(oid.size() - 2) + " " + walk.get(chassis).orElse(null) + " " + walk.get(oid).orElseThrow();
        }).distinct().count();
        long cdp = cells(walk, "1.3.6.1.4.1.9.9.23.1.2.1.1.6").map(oid -> {
            OID port = new OID(oid);
            port.set(new OID("1.3.6.1.4.1.9.9.23.1.2.1.1").size(), 7);
            return oid.get(oid.size() - 2) + " " + walk.get(port).orElse(null) + " " + walk.get(oid).orElseThrow();
        }).distinct().count();
        return (int) (lldp + cdp);
    }

    /** VLANs by each of the tables that have them. */
    private static final class VlansOf {

        static Set<Integer> cisco(Walk walk) {
            OID types = new OID("1.3.6.1.4.1.9.9.46.1.3.1.1.3");
            return cells(walk, types.toDottedString()).filter(oid -> walk.get(oid).orElseThrow().toInt() == 1).map(OID::last).collect(Collectors.toSet());
        }

        static Set<Integer> all(Walk walk) {
            Set<Integer> all = new TreeSet<>(cisco(walk));
            Stream.of("1.3.6.1.2.1.17.7.1.4.3.1.1", "1.3.6.1.2.1.17.7.1.4.3.1.2", "1.3.6.1.2.1.17.7.1.4.2.1.4").flatMap(column -> indices(walk, column)).forEach(all::add);
            cells(walk, "1.3.6.1.4.1.9.9.68.1.2.2.1.2").map(oid -> walk.get(oid).orElseThrow().toInt()).forEach(all::add);
            all.removeIf(number -> number < 1 || number > 4094);
            return all;
        }
    }
}
