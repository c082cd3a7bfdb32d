package org.cadastre.scan.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Knock;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.unix.networking.NeighbourEntry;
import org.cadastre.collect.unix.networking.NeighbourTable;
import org.cadastre.collect.unix.networking.NetworkingFactory;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Purpose;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.Estate;
import org.cadastre.scan.Discovery;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.ScanListener;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;
import org.cadastre.scan.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking for devices that nobody named one by one. The protocol is made up: it knows who is there. */
class SweepTest {

    @TempDir
    Path folder;
    private Estate estate;
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    @BeforeEach
    void anEstate() throws Exception {
        estate = Estate.create(folder.resolve("estate"), "test");
    }

    @AfterEach
    void close() {
        estate.close();
    }

    /** @param there who answers the question of the protocol */
    private record Gossip(Set<String> asked, Set<String> there, Map<String, List<String>> neighbours, Optional<Knock> knock)
            implements Collector {

        @Override
        public String id() {
            return "gossip";
        }

        @Override
        public boolean accepts(Target target) {
            return target instanceof Target.Address;
        }

        @Override
        public Set<Class<? extends Credential>> credentialKinds() {
            return Set.of();
        }

        @Override
        public Reading collect(Target target, Context context) throws CollectionException {
            asked.add(target.toString());
            if (!there.contains(target.toString())) {
                throw new CollectionException(TargetResult.NO_ANSWER, "silence");
            }
            Device device = CadastreFactory.eINSTANCE.createDevice();
            Identity identity = CadastreFactory.eINSTANCE.createIdentity();
            var name = CadastreFactory.eINSTANCE.createIdentifier();
            name.setKind(IdentifierKind.NAME);
            name.setValue("host of " + target);
            identity.getIdentifiers().add(name);
            device.getSections().add(identity);
            NeighbourTable table = NetworkingFactory.eINSTANCE.createNeighbourTable();
            for (String address : neighbours.getOrDefault(target.toString(), List.of())) {
                NeighbourEntry entry = NetworkingFactory.eINSTANCE.createNeighbourEntry();
                entry.setInterface("eth0");
                entry.setAddress(address);
                table.getNeighbours().add(entry);
            }
            var observations = CadastreFactory.eINSTANCE.createObservations();
            observations.getSections().add(table);
            return new Reading(device, observations, Optional.empty());
        }
    }

    private record Roll(Set<String> there) implements Knock.Question {

        @Override
        public String name() {
            return "gossip";
        }

        @Override
        public int packets(List<Credential> credentials) {
            return 1;
        }

        @Override
        public boolean isAnswered(String host, List<Credential> credentials, Duration patience) {
            return there.contains(host);
        }
    }

    private Gossip gossip(Set<String> there, Knock knock) {
        return new Gossip(asked, there, Map.of(), Optional.of(knock));
    }

    /** Nothing but the protocol's own question is sent, unless a test says otherwise. */
    private static Discovery quiet(String... spread) {
        return new Discovery(10_000, Duration.ofMillis(300), List.of(), false, List.of(spread));
    }

    private ScanResult scan(Collector collector, Discovery discovery, String... targets) throws Exception {
        return new Scanner(List.of(collector)).scan(estate, new ScanRequest("swept", Purpose.ROUTINE, "", "", List.of(targets),
                List.of(), Duration.ofSeconds(5), 32, List.of(), discovery), new ScanListener() {
                    // hears nothing
                });
    }

    private static Map<String, TargetResult> results(ScanResult result) {
        return result.targets().stream().collect(Collectors.toMap(TargetOutcome::getTarget, TargetOutcome::getResult));
    }

    @Test
    void onlyWhatAnswersIsReadAndTheSilentAreInTheSnapshotAsWell() throws Exception {
        Set<String> there = Set.of("127.3.0.2", "127.3.0.5");
        ScanResult result = scan(gossip(there, new Roll(there)), quiet(), "127.3.0.0/29");
        assertEquals(there, asked);
        assertEquals(6, result.targets().size());
        assertEquals(4, results(result).values().stream().filter(TargetResult.NO_ANSWER::equals).count());
        assertEquals(List.of(), result.failures());
    }

    @Test
    void anOpenPortIsAnAnswerAndSoIsARefusal() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName("127.3.0.9"))) {
            Set<String> there = Set.of("127.3.0.9");
            ScanResult result = scan(gossip(there, new Knock.Connect(server.getLocalPort())), quiet(), "127.3.0.8-10");
            assertEquals(Set.of("127.3.0.10", "127.3.0.8", "127.3.0.9"), asked);
            assertEquals(Map.of("127.3.0.8", TargetResult.REFUSED, "127.3.0.9", TargetResult.READ, "127.3.0.10",
                    TargetResult.REFUSED), results(result));
            assertTrue(result.targets().getFirst().getMessage().contains("something is there"));
            assertEquals(List.of(), result.failures());
        }
    }

    @Test
    void aProtocolThatCannotKnockIsAskedForEveryAddress() throws Exception {
        scan(new Gossip(asked, Set.of("127.3.0.1"), Map.of(), Optional.empty()), quiet(), "127.3.0.0/29");
        assertEquals(6, asked.size());
    }

    @Test
    void nothingIsSentToWhatIsExcludedAndTheSnapshotSaysSo() throws Exception {
        Set<String> there = Set.of("127.3.0.2", "127.3.0.5");
        ScanResult result = scan(gossip(there, new Roll(there)), quiet(), "127.3.0.0/29", "!127.3.0.4-6");
        assertEquals(Set.of("127.3.0.2"), asked);
        assertFalse(results(result).containsKey("127.3.0.5"));
        assertEquals(Set.of("127.3.0.0/29", "!127.3.0.4-6"), Set.copyOf(estate.read(result.snapshot()).head().getScope()));
    }

    @Test
    void theScanSpreadsToNeighboursOfNeighboursWithinTheScopeOnly() throws Exception {
        Set<String> there = Set.of("127.3.0.1", "127.3.0.2", "127.3.0.3", "127.3.0.4", "127.9.0.1");
        Gossip gossip = new Gossip(asked, there, Map.of("127.3.0.1", List.of("127.3.0.2", "127.9.0.1", "127.3.0.4", "127.3.0.66"),
                "127.3.0.2", List.of("127.3.0.1", "127.3.0.3")), Optional.of(new Roll(there)));
        ScanResult result = scan(gossip, quiet("127.3.0.0/24"), "127.3.0.1", "!127.3.0.4");
        assertEquals(Set.of("127.3.0.1", "127.3.0.2", "127.3.0.3"), asked);
        assertEquals(Map.of("127.3.0.1", TargetResult.READ, "127.3.0.2", TargetResult.READ, "127.3.0.66", TargetResult.NO_ANSWER,
                "127.3.0.3", TargetResult.READ), results(result));
        assertTrue(estate.read(result.snapshot()).head().getScope().contains("neighbours within 127.3.0.0/24"));
    }

    @Test
    void aSpreadThatIsNoRangeIsNamed() {
        ScanException refusal = assertThrows(ScanException.class, () -> scan(gossip(Set.of(), new Roll(Set.of())), quiet("web"), "x"));
        assertTrue(refusal.getMessage().contains("'web'"));
    }
}
