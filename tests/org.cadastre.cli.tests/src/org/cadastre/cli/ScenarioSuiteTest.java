package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.Disk;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.scan.Scanner;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What may happen to devices between two snapshots, and what the two commands that a person types must make of it. The
 * devices are prepared; scan, identity resolution, estate, comparison and command line are the product's own.
 */
class ScenarioSuiteTest {

    @TempDir
    private Path directory;

    /** A host as it would answer. */
    private record Host(String name, Map<IdentifierKind, String> identifiers, List<String> addresses, String disk,
            Coverage coverage, String protocol) {

        static Host web() {
            return new Host("web", ids("uuid-web", "Dell ABC", "aaaa", "SHA256:web", "3c:ec:ef:00:00:01", "web"), List.of("192.0.2.1"),
                    "S-WEB", Coverage.COMPLETE, "ssh");
        }

        static Host db() {
            return new Host("db", ids("uuid-db", "Dell XYZ", "bbbb", "SHA256:db", "3c:ec:ef:00:00:02", "db"), List.of("192.0.2.2"),
                    "S-DB", Coverage.COMPLETE, "ssh");
        }

        private static Map<IdentifierKind, String> ids(String uuid, String serial, String machine, String key, String mac, String name) {
            return new EnumMap<>(Map.of(IdentifierKind.SYSTEM_UUID, uuid, IdentifierKind.SERIAL_NUMBER, serial, IdentifierKind.MACHINE_ID,
                    machine, IdentifierKind.SSH_HOST_KEY, key, IdentifierKind.MAC, mac, IdentifierKind.NAME, name));
        }

        Host with(IdentifierKind kind, String value) {
            Map<IdentifierKind, String> changed = new EnumMap<>(identifiers);
            changed.put(kind, value);
            return new Host(kind == IdentifierKind.NAME ? value : name, changed, addresses, disk, coverage, protocol);
        }

        Host without(IdentifierKind... kinds) {
            Map<IdentifierKind, String> fewer = new EnumMap<>(identifiers);
            List.of(kinds).forEach(fewer::remove);
            return new Host(name, fewer, addresses, disk, coverage, protocol);
        }

        Host at(String... others) {
            return new Host(name, identifiers, List.of(others), disk, coverage, protocol);
        }

        Host disk(String serial) {
            return new Host(name, identifiers, addresses, serial, coverage, protocol);
        }

        Host over(String other) {
            return new Host(name, identifiers, addresses, disk, coverage, other);
        }

        Host denied() {
            return new Host(name, identifiers, addresses, disk, Coverage.DENIED, protocol);
        }

        Reading reading() {
            Device device = CadastreFactory.eINSTANCE.createDevice();
            device.setName(name);
            device.setKind(DeviceKind.HOST);
            Identity identity = CadastreFactory.eINSTANCE.createIdentity();
            identifiers.forEach((kind, value) -> {
                var identifier = CadastreFactory.eINSTANCE.createIdentifier();
                identifier.setKind(kind);
                identifier.setValue(value);
                identity.getIdentifiers().add(identifier);
            });
            add(device, identity, Coverage.COMPLETE);
            OperatingSystem system = HostFactory.eINSTANCE.createOperatingSystem();
            system.setHostName(name);
            add(device, system, Coverage.COMPLETE);
            Interfaces interfaces = HostFactory.eINSTANCE.createInterfaces();
            Interface card = HostFactory.eINSTANCE.createInterface();
            card.setName("eth0");
            for (String each : addresses) {
                Address address = HostFactory.eINSTANCE.createAddress();
                address.setAddress(each);
                card.getAddresses().add(address);
            }
            interfaces.getInterfaces().add(card);
            add(device, interfaces, Coverage.COMPLETE);
            Hardware hardware = HostFactory.eINSTANCE.createHardware();
            if (coverage == Coverage.COMPLETE) {
                Disk one = HostFactory.eINSTANCE.createDisk();
                one.setName("sda");
                one.setSerialNumber(disk);
                hardware.getDisks().add(one);
            } else {
                hardware.setReason("needs root");
            }
            add(device, hardware, coverage);
            return new Reading(device, CadastreFactory.eINSTANCE.createObservations(), Optional.empty());
        }

        private void add(Device device, Section section, Coverage read) {
            section.setCoverage(read);
            section.setCollector("prepared");
            section.setProtocol(protocol);
            device.getSections().add(section);
        }
    }

    /**
     * @param expected devices "unchanged/changed/added/removed/unknown", then for each change but those of the
     *        identifiers: device name, section, element, attribute, kind; then what is unknown, after "?"
     */
    private record Scenario(String name, Map<String, Host> before, Map<String, Host> after, String... expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Scenario one(String name, UnaryOperator<Host> done, String... expected) {
        return new Scenario(name, Map.of("192.0.2.1", Host.web()), Map.of("192.0.2.1", done.apply(Host.web())), expected);
    }

    private static Map<String, Host> both(Host first, Host second) {
        Map<String, Host> hosts = new LinkedHashMap<>();
        hosts.put("192.0.2.1", first);
        hosts.put("192.0.2.2", second);
        return hosts;
    }

    static Stream<Scenario> scenarios() {
        Host web = Host.web();
        Host db = Host.db();
        return Stream.of(one("nothing happened", host -> host, "1/0/0/0/0"),
                one("renamed", host -> host.with(IdentifierKind.NAME, "www"), "0/1/0/0/0", "www OperatingSystem  hostName changed"),
                one("a new SSH host key", host -> host.with(IdentifierKind.SSH_HOST_KEY, "SHA256:new"), "0/1/0/0/0"),
                one("a new network card", host -> host.with(IdentifierKind.MAC, "3c:ec:ef:99:99:99"), "0/1/0/0/0"),
                one("another protocol", host -> host.over("snmp"), "0/0/0/0/0 read differently"),
                one("rights taken away", Host::denied, "0/0/0/0/1", "? web Hardware"),
                one("other rights that hide UUID and serial number",
                        host -> host.without(IdentifierKind.SYSTEM_UUID, IdentifierKind.SERIAL_NUMBER), "0/1/0/0/0"),
                one("a new main board under the old serial number", host -> host.with(IdentifierKind.SYSTEM_UUID, "new"), "0/1/0/0/0"),
                one("a new disk", host -> host.disk("S-NEW"), "0/1/0/0/0", "web Hardware disks[sda] serialNumber changed"),
                one("reinstalled on the same machine",
                        host -> host.with(IdentifierKind.MACHINE_ID, "ffff").with(IdentifierKind.SSH_HOST_KEY, "SHA256:new"),
                        "0/1/0/0/0", "Reinstalled on the same machine: same systemUuid, serialNumber, mac, other machineId, sshHostKey."),
                one("another machine under the same name and address", host -> db.with(IdentifierKind.NAME, "web").at("192.0.2.1"),
                        "0/0/1/1/0", "web    removed", "web    added"),
                new Scenario("re-addressed", Map.of("192.0.2.1", web), Map.of("192.0.2.9", web.at("192.0.2.9")), "0/1/0/0/0",
                        "web Interfaces interfaces[eth0]/addresses[192.0.2.1]  removed",
                        "web Interfaces interfaces[eth0]/addresses[192.0.2.9]  added"),
                new Scenario("two hosts swapped their addresses", both(web, db), both(db.at("192.0.2.1"), web.at("192.0.2.2")), "0/2/0/0/0",
                        "web Interfaces interfaces[eth0]/addresses[192.0.2.1]  moved",
                        "web Interfaces interfaces[eth0]/addresses[192.0.2.2]  moved",
                        "db Interfaces interfaces[eth0]/addresses[192.0.2.1]  moved",
                        "db Interfaces interfaces[eth0]/addresses[192.0.2.2]  moved"),
                new Scenario("two hosts swapped their names", both(web, db),
                        both(web.with(IdentifierKind.NAME, "db"), db.with(IdentifierKind.NAME, "web")), "0/2/0/0/0",
                        "db OperatingSystem  hostName changed", "web OperatingSystem  hostName changed"),
                new Scenario("a clone", Map.of("192.0.2.1", web), both(web,
                        web.with(IdentifierKind.SYSTEM_UUID, "clone").with(IdentifierKind.MAC, "3c:ec:ef:aa:aa:aa").disk("S-2").at("192.0.2.2")),
                        "1/0/0/0/1", "? web "),
                new Scenario("an address went to another host", both(web.at("192.0.2.1", "192.0.2.77"), db),
                        both(web, db.at("192.0.2.2", "192.0.2.77")), "0/2/0/0/0",
                        "web Interfaces interfaces[eth0]/addresses[192.0.2.77]  moved",
                        "db Interfaces interfaces[eth0]/addresses[192.0.2.77]  moved"),
                new Scenario("a host is switched off", both(web, db), Map.of("192.0.2.1", web), "1/0/0/0/1", "? db "),
                new Scenario("the scope got smaller", both(web, db), Map.of("192.0.2.1", web), "1/0/0/0/1", "? db "),
                new Scenario("no target in common", Map.of("192.0.2.1", web), Map.of("192.0.2.2", db), "0/0/0/0/2", "? web ", "? db ",
                        "warning"),
                new Scenario("one device read at two addresses is one", Map.of("192.0.2.1", web),
                        both(web, web), "1/0/0/0/0"),
                new Scenario("known by its name alone, and again", Map.of("192.0.2.1", onlyNamed()), Map.of("192.0.2.1", onlyNamed()),
                        "1/0/0/0/0"));
    }

    private static Host onlyNamed() {
        return Host.web().without(IdentifierKind.SYSTEM_UUID, IdentifierKind.SERIAL_NUMBER, IdentifierKind.MAC, IdentifierKind.MACHINE_ID,
                IdentifierKind.SSH_HOST_KEY);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theComparisonSaysWhatHappened(Scenario scenario) throws IOException {
        scan("before", scenario.before(), scenario.before().keySet());
        // A host that is gone is asked for all the same, unless it is the scope that got smaller.
        boolean sameScope = scenario.name().contains("switched off");
        scan("after", scenario.after(), sameScope ? scenario.before().keySet() : scenario.after().keySet());

        Run run = new Run.Place(directory).run("compare", "--estate", directory.resolve("estate"), "before", "after", "--format", "json");

        List<String> expected = new ArrayList<>(List.of(scenario.expected()));
        assertEquals(expected.stream().sorted().toList(), said(new ObjectMapper().readTree(run.out())).stream().sorted().toList(), run.out());
    }

    private void scan(String label, Map<String, Host> network, Iterable<String> scope) {
        List<Object> arguments = new ArrayList<>(List.of("scan", "--estate", directory.resolve("estate"), "--label", label));
        scope.forEach(target -> arguments.addAll(List.of("--target", target)));
        Run run = new Run.Place(directory).scanner(new Scanner(List.of(new Prepared(network)))).run(arguments.toArray());
        assertEquals("", run.code() == ExitCode.TROUBLE ? run.err() : "");
    }

    private static List<String> said(JsonNode comparison) {
        List<String> said = new ArrayList<>();
        JsonNode devices = comparison.at("/summary/devices");
        String counts = String.join("/", Stream.of("unchanged", "changed", "added", "removed", "unknown")
                .map(kind -> devices.get(kind).asText()).toList());
        boolean readDifferently = !comparison.get("readInAnotherWay").isEmpty();
        said.add(readDifferently ? "0/0/0/0/0 read differently" : counts);
        for (JsonNode change : comparison.get("changes")) {
            if (!change.get("section").asText().equals("Identity")) {
                said.add(String.join(" ", change.get("deviceName").asText(), change.get("section").asText(), change.get("element").asText(),
                        change.get("attribute").asText(), change.get("kind").asText()));
            }
        }
        comparison.get("unknown").forEach(one -> said.add("? " + one.get("deviceName").asText() + " " + one.get("section").asText()));
        for (JsonNode marked : comparison.get("marked")) {
            if (marked.get("verdict").asText().equals("changed")) {
                said.add(marked.get("reason").asText());
            }
        }
        if (!comparison.get("warnings").isEmpty()) {
            said.add("warning");
        }
        return said;
    }

    /** Devices that answer as they were prepared to. */
    private record Prepared(Map<String, Host> network) implements Collector {

        @Override
        public String id() {
            return "prepared";
        }

        @Override
        public java.util.Set<Class<? extends Credential>> credentialKinds() {
            return java.util.Set.of();
        }

        @Override
        public boolean accepts(Target target) {
            return target instanceof Target.Address;
        }

        @Override
        public Reading collect(Target target, Context context) throws CollectionException {
            Host host = network.get(target.toString());
            if (host == null) {
                throw new CollectionException(TargetResult.NO_ANSWER, "nothing answers; is it switched on?");
            }
            return host.reading();
        }
    }
}
