package org.cadastre.scan.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Purpose;
import org.cadastre.model.Section;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.HostFactory;
import org.cadastre.repository.Estate;
import org.cadastre.scan.ScanListener;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;
import org.cadastre.scan.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device that speaks several protocols, or answers at several addresses, is one device with all that was read of it. */
class SeveralProtocolsTest {

    @TempDir
    Path folder;
    private Estate estate;

    @BeforeEach
    void anEstate() throws Exception {
        estate = Estate.create(folder.resolve("estate"), "test");
    }

    @AfterEach
    void close() {
        estate.close();
    }

    private interface Answer {
        Reading at(String target) throws CollectionException;
    }

    private record Protocol(String id, int rank, Answer answer) implements Collector {

        @Override
        public boolean accepts(Target target) {
            return true;
        }

        @Override
        public Set<Class<? extends Credential>> credentialKinds() {
            return Set.of();
        }

        @Override
        public Reading collect(Target target, Context context) throws CollectionException {
            context.audit().sent(id + " asks " + target);
            return answer.at(target.toString());
        }
    }

    private static Reading reading(Identity identity, Section... sections) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.getSections().add(identity);
        device.getSections().addAll(List.of(sections));
        return new Reading(device, CadastreFactory.eINSTANCE.createObservations(), Optional.empty());
    }

    private static Identity shows(Object... kindsAndValues) {
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        for (int i = 0; i < kindsAndValues.length; i += 2) {
            var identifier = CadastreFactory.eINSTANCE.createIdentifier();
            identifier.setKind((IdentifierKind) kindsAndValues[i]);
            identifier.setValue((String) kindsAndValues[i + 1]);
            identity.getIdentifiers().add(identifier);
        }
        return identity;
    }

    private static <T extends Section> T by(String collector, Coverage coverage, T section) {
        section.setCollector(collector);
        section.setCoverage(coverage);
        return section;
    }

    private static Answer fails(TargetResult result, String message) {
        return target -> {
            throw new CollectionException(result, message);
        };
    }

    private ScanResult scan(String label, List<String> targets, Collector... collectors) throws Exception {
        return new Scanner(List.of(collectors)).scan(estate, new ScanRequest(label, Purpose.ROUTINE, "", "", targets, List.of(),
                Duration.ofSeconds(5), 4), new ScanListener() {
                    // hears nothing
                });
    }

    private Device only(ScanResult result) throws Exception {
        var snapshot = estate.read(result.snapshot());
        assertEquals(1, snapshot.devices().size());
        return snapshot.device(snapshot.devices().getFirst().id());
    }

    private static Set<String> sections(Device device) {
        Set<String> sections = new TreeSet<>();
        device.getSections().forEach(one -> sections.add(one.eClass().getName() + " " + one.getCollector()));
        return sections;
    }

    private static final Answer SSH = target -> reading(
            shows(IdentifierKind.NAME, "web1", IdentifierKind.MAC, "3c:00:00:00:00:01", IdentifierKind.SYSTEM_UUID, "u1"),
            by("ssh", Coverage.COMPLETE, HostFactory.eINSTANCE.createAccounts()),
            by("ssh", Coverage.COMPLETE, HostFactory.eINSTANCE.createInterfaces()),
            by("ssh", Coverage.DENIED, HostFactory.eINSTANCE.createHardware()));
    private static final Answer SNMP = target -> reading(
            shows(IdentifierKind.NAME, "web1", IdentifierKind.MAC, "3c:00:00:00:00:01", IdentifierKind.SNMP_ENGINE_ID, "8000"),
            by("snmp", Coverage.COMPLETE, HostFactory.eINSTANCE.createInterfaces()),
            by("snmp", Coverage.COMPLETE, HostFactory.eINSTANCE.createRoutes()),
            by("snmp", Coverage.PARTIAL, HostFactory.eINSTANCE.createHardware()));

    @Test
    void aDeviceReadOverTwoProtocolsHasTheSectionsOfBothAndTheBetterOfEach() throws Exception {
        ScanResult result = scan("both", List.of("web1"), new Protocol("snmp", 1, SNMP), new Protocol("ssh", 2, SSH));
        Device device = only(result);
        assertEquals(Set.of("Accounts ssh", "Hardware snmp", "Identity null", "Interfaces ssh", "Routes snmp"), sections(device));
        TargetOutcome outcome = result.targets().getFirst();
        assertEquals("ssh, snmp", outcome.getProtocol());
        assertEquals("ssh asks web1\nsnmp asks web1\n", estate.read(result.snapshot()).audit(device.getId()));
        Identity identity = (Identity) device.getSections().stream().filter(Identity.class::isInstance).findFirst().orElseThrow();
        assertEquals(4, identity.getIdentifiers().size());
    }

    @Test
    void itStaysOneDeviceWhicheverProtocolAnswersLater() throws Exception {
        String id = only(scan("both", List.of("web1"), new Protocol("snmp", 1, SNMP), new Protocol("ssh", 2, SSH))).getId();
        assertEquals(id, only(scan("ssh", List.of("web1"), new Protocol("ssh", 2, SSH))).getId());
        assertEquals(id, only(scan("snmp", List.of("192.0.2.1"), new Protocol("snmp", 1, SNMP))).getId());
    }

    @Test
    void aProtocolThatIsNotSpokenCostsNothingAndOneThatRefusesIsTold() throws Exception {
        TargetOutcome silent = scan("silent", List.of("web1"), new Protocol("ssh", 2, SSH),
                new Protocol("snmp", 1, fails(TargetResult.NO_ANSWER, "silence"))).targets().getFirst();
        assertEquals(TargetResult.READ, silent.getResult());
        assertNull(silent.getMessage());
        TargetOutcome denied = scan("denied", List.of("web1"), new Protocol("ssh", 2, SSH),
                new Protocol("snmp", 1, fails(TargetResult.ACCESS_DENIED, "knows none of the users"))).targets().getFirst();
        assertEquals(TargetResult.READ, denied.getResult());
        assertEquals("snmp: knows none of the users", denied.getMessage());
    }

    @Test
    void whereNoProtocolReadsItTheMostTellingReasonIsTold() throws Exception {
        ScanResult result = scan("x", List.of("web1", "web2"), new Protocol("ssh", 2,
                target -> target.equals("web2") ? SSH.at(target) : fails(TargetResult.NO_ANSWER, "silence").at(target)),
                new Protocol("snmp", 1, fails(TargetResult.ACCESS_DENIED, "knows none of the users")));
        assertEquals(TargetResult.ACCESS_DENIED, result.targets().getFirst().getResult());
        assertEquals("knows none of the users", result.targets().getFirst().getMessage());
    }

    @Test
    void twoMachinesBehindOneAddressAreNotMixed() throws Exception {
        ScanResult result = scan("nat", List.of("web1"), new Protocol("ssh", 2, SSH), new Protocol("snmp", 1,
                target -> reading(shows(IdentifierKind.SYSTEM_UUID, "u2", IdentifierKind.NAME, "gate"),
                        by("snmp", Coverage.COMPLETE, HostFactory.eINSTANCE.createRoutes()))));
        assertEquals(Set.of("Accounts ssh", "Hardware ssh", "Identity null", "Interfaces ssh"), sections(only(result)));
        assertTrue(result.targets().getFirst().getMessage().contains("another device"));
    }

    @Test
    void aSwitchThatAnswersAtThreeAddressesIsOneDeviceWithWhatEachOfThemTold() throws Exception {
        Function<String, Section> says = target -> switch (target) {
            case "192.0.2.1" -> by("snmp", Coverage.COMPLETE, HostFactory.eINSTANCE.createInterfaces());
            case "192.0.2.2" -> by("snmp", Coverage.TIMED_OUT, HostFactory.eINSTANCE.createRoutes());
            default -> by("snmp", Coverage.COMPLETE, HostFactory.eINSTANCE.createRoutes());
        };
        ScanResult result = scan("three", List.of("192.0.2.1", "192.0.2.2", "192.0.2.3"), new Protocol("snmp", 1,
                target -> reading(shows(IdentifierKind.SNMP_ENGINE_ID, "8000"), says.apply(target))));
        Device device = only(result);
        assertEquals(Set.of("Identity null", "Interfaces snmp", "Routes snmp"), sections(device));
        assertTrue(device.getSections().stream().allMatch(one -> one.getCoverage() == Coverage.COMPLETE));
        assertEquals("snmp asks 192.0.2.1\nsnmp asks 192.0.2.2\nsnmp asks 192.0.2.3\n",
                estate.read(result.snapshot()).audit(device.getId()));
    }
}
