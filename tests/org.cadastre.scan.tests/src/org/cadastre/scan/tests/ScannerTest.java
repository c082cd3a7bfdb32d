package org.cadastre.scan.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Purpose;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.Estate;
import org.cadastre.scan.Pause;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.ScanListener;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;
import org.cadastre.scan.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scan with devices of every temper. The collector is a stand-in for what a network can do; all else is real. */
class ScannerTest {

    private static final ScanListener NOBODY = new ScanListener() {
        // hears nothing
    };

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

    /** What a device does when it is asked. */
    private interface Behaviour {
        Reading answer() throws CollectionException, InterruptedException;
    }

    private record Network(Function<String, Behaviour> devices, Set<Class<? extends Credential>> credentialKinds)
            implements Collector {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public boolean accepts(Target target) {
            return target instanceof Target.Address;
        }

        @Override
        public Reading collect(Target target, Context context) throws CollectionException, InterruptedException {
            context.audit().sent("who are you, " + target + "?");
            return devices.apply(target.toString()).answer();
        }
    }

    private static Scanner scanner(Function<String, Behaviour> devices) {
        return new Scanner(List.of(new Network(devices, Set.of())));
    }

    private static ScanRequest request(String label, String... targets) {
        return new ScanRequest(label, Purpose.ROUTINE, "tester", "", List.of(targets), List.of(), Duration.ofSeconds(2), 8);
    }

    private static Reading host(String name) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setName(name);
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        for (IdentifierKind kind : List.of(IdentifierKind.SYSTEM_UUID, IdentifierKind.NAME)) {
            var identifier = CadastreFactory.eINSTANCE.createIdentifier();
            identifier.setKind(kind);
            identifier.setValue(name);
            identity.getIdentifiers().add(identifier);
        }
        device.getSections().add(identity);
        return new Reading(device, CadastreFactory.eINSTANCE.createObservations(), Optional.empty());
    }

    private static Map<String, TargetResult> results(ScanResult result) {
        return result.targets().stream().collect(Collectors.toMap(TargetOutcome::getTarget, TargetOutcome::getResult));
    }

    @Test
    void aDeviceOfBadTemperCostsItsOwnTargetOnly() throws Exception {
        Scanner scanner = scanner(target -> switch (target) {
            case "hangs" -> () -> {
                Thread.sleep(60_000);
                return null;
            };
            case "deaf" -> () -> {
                // not even an interruption reaches it
                for (long end = System.nanoTime() + 5_000_000_000L; System.nanoTime() < end;) {
                    Thread.onSpinWait();
                }
                return null;
            };
            case "breaks" -> () -> {
                throw new IllegalStateException("a fault in the collector");
            };
            case "floods" -> () -> {
                throw new StackOverflowError();
            };
            case "refuses" -> () -> {
                throw new CollectionException(TargetResult.REFUSED, "nothing listens there");
            };
            default -> () -> host(target);
        });

        ScanResult result = scanner.scan(estate,
                request("mixed", "hangs", "a", "deaf", "b", "breaks", "floods", "refuses", "c"), NOBODY);

        assertEquals(Map.of("hangs", TargetResult.TIMED_OUT, "deaf", TargetResult.TIMED_OUT, "breaks", TargetResult.FAILED,
                "floods", TargetResult.FAILED, "refuses", TargetResult.REFUSED, "a", TargetResult.READ, "b",
                TargetResult.READ, "c", TargetResult.READ), results(result));
        assertEquals(5, result.failures().size());
        result.failures().forEach(outcome -> assertEquals(1, outcome.getMessage().lines().count(), outcome.getMessage()));
        assertEquals(List.of("a", "b", "c"), names("mixed"));
    }

    private List<String> names(String label) throws Exception {
        return estate.read(estate.find(label)).devices().stream().map(entry -> entry.name()).sorted().toList();
    }

    @Test
    void whoeverAnswersFirstTheSnapshotIsTheSame() throws Exception {
        String[] targets = { "a", "b", "c", "d", "e", "f" };
        scanner(target -> () -> host(target)).scan(estate, request("quick", targets), NOBODY);
        scanner(target -> () -> {
            Thread.sleep(50L * ('f' - target.charAt(0)));
            return host(target);
        }).scan(estate, request("slow", targets), NOBODY);
        assertEquals(estate.find("quick").devicesTree(), estate.find("slow").devicesTree());
        assertFalse(estate.find("quick").devicesTree().isEmpty());
    }

    @Test
    void aDeviceReachedOverTwoAddressesIsSavedOnce() throws Exception {
        ScanResult result = scanner(target -> () -> host("same")).scan(estate, request("twice", "one", "two"), NOBODY);
        assertEquals(List.of("same"), names("twice"));
        assertEquals(1, result.targets().stream().map(TargetOutcome::getDevice).distinct().count());
        assertTrue(result.targets().get(1).getMessage().contains("same device"));
    }

    @Test
    void whatWasAskedIsInTheAuditLogOfTheDevice() throws Exception {
        ScanResult result = scanner(target -> () -> host(target)).scan(estate, request("audited", "a"), NOBODY);
        String device = result.targets().getFirst().getDevice();
        assertEquals("who are you, a?\n", estate.read(result.snapshot()).audit(device));
    }

    @Test
    void theHeadTellsScopeAndRecognition() throws Exception {
        Scanner scanner = scanner(target -> () -> host(target));
        scanner.scan(estate, request("first", "a"), NOBODY);
        ScanResult second = scanner.scan(estate, request("second", "a"), NOBODY);
        assertEquals(List.of("a"), List.copyOf(estate.read(second.snapshot()).head().getScope()));
        assertEquals("known device; same systemUuid, name", second.targets().getFirst().getRecognition());
    }

    @Test
    void whereNothingCouldBeReadNoSnapshotIsTaken() throws Exception {
        Scanner scanner = scanner(target -> () -> {
            throw new CollectionException(TargetResult.NO_ANSWER, "nobody there");
        });
        assertThrows(ScanException.class, () -> scanner.scan(estate, request("empty", "a"), NOBODY));
        assertEquals(List.of(), estate.snapshots());
    }

    @Test
    void aCancelledScanLeavesTheEstateAsItWas() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Scanner scanner = scanner(target -> () -> {
            reading.countDown();
            try {
                Thread.sleep(60_000);
                return null;
            } catch (InterruptedException stopped) {
                interrupted.countDown();
                throw stopped;
            }
        });
        Thread[] scan = new Thread[1];
        Throwable[] end = new Throwable[1];
        scan[0] = Thread.ofPlatform().start(() -> {
            try {
                scanner.scan(estate, new ScanRequest("cancelled", Purpose.ROUTINE, "", "", List.of("a"), List.of(),
                        Duration.ofMinutes(5), 4), NOBODY);
            } catch (Exception stopped) {
                end[0] = stopped;
            }
        });
        reading.await();
        scan[0].interrupt();
        scan[0].join(10_000);
        assertFalse(scan[0].isAlive());
        assertEquals(InterruptedException.class, end[0].getClass());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS), "the collector was not stopped");
        assertEquals(List.of(), estate.snapshots());
    }

    @Test
    void aTargetWithoutFittingCredentialIsNotAttemptedAndSaysSo() throws Exception {
        Scanner scanner = new Scanner(List.of(new Network(target -> () -> host(target), Set.of(Credential.Password.class))));
        ScanException refusal = assertThrows(ScanException.class, () -> scanner.scan(estate, request("x", "a"), NOBODY));
        assertTrue(refusal.getMessage().contains("no snapshot"));
        try (Credential password = new Credential.Password("ops", "ops", "secret".toCharArray())) {
            ScanRequest request = new ScanRequest("y", Purpose.ROUTINE, "", "", List.of("a"), List.of(password),
                    Duration.ofSeconds(2), 4);
            assertEquals(Map.of("a", TargetResult.READ), results(scanner.scan(estate, request, NOBODY)));
        }
    }

    @Test
    void theListenerHearsOfEachTarget() throws Exception {
        List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        scanner(target -> () -> host(target)).scan(estate, request("heard", "a", "b"), new ScanListener() {
            @Override
            public void targetsKnown(int count) {
                heard.add("known " + count);
            }

            @Override
            public void targetFinished(TargetOutcome outcome) {
                heard.add(outcome.getTarget() + " " + outcome.getResult());
            }
        });
        assertEquals("known 2", heard.getFirst());
        assertEquals(Set.of("known 2", "a read", "b read"), Set.copyOf(heard));
    }

    @Test
    void aScanThatIsHeldBeginsNoFurtherTargetUntilItGoesOn() throws Exception {
        Pause pause = new Pause();
        CountDownLatch firstAsked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        Scanner scanner = scanner(target -> () -> {
            asked.add(target);
            firstAsked.countDown();
            answer.await();
            return host(target);
        });
        CountDownLatch firstRead = new CountDownLatch(1);
        ScanRequest oneAtATime = new ScanRequest("held", Purpose.ROUTINE, "", "", List.of("a", "b", "c"), List.of(),
                Duration.ofMinutes(1), 1);
        var scan = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return scanner.scan(estate, oneAtATime, new ScanListener() {
                    @Override
                    public void targetFinished(TargetOutcome outcome) {
                        firstRead.countDown();
                    }
                }, pause);
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        assertTrue(firstAsked.await(20, TimeUnit.SECONDS));
        pause.hold();
        answer.countDown();
        assertTrue(firstRead.await(20, TimeUnit.SECONDS), "the target under way was not read to its end");
        Thread.sleep(300);
        assertEquals(1, asked.size(), asked.toString());
        assertFalse(scan.isDone());
        pause.goOn();
        assertEquals(3, scan.get(20, TimeUnit.SECONDS).snapshot().devices());
    }

    @Test
    void onlyWhatFailedIsAskedAgainAndTheSnapshotIsThatOfOneScan() throws Exception {
        Behaviour broken = () -> {
            throw new CollectionException(TargetResult.ACCESS_DENIED, "none of the credentials was accepted");
        };
        ScanResult first = scanner(target -> target.equals("b") ? broken : () -> host(target)).scan(estate,
                request("first", "a", "b", "c"), NOBODY);
        List<String> asked = new java.util.concurrent.CopyOnWriteArrayList<>();
        Scanner later = scanner(target -> {
            asked.add(target);
            return () -> host(target);
        });
        ScanResult completed = later.complete(estate, first.snapshot(), request("completed"), NOBODY, new Pause());
        scanner(target -> () -> host(target)).scan(estate, request("at once", "a", "b", "c"), NOBODY);

        assertEquals(List.of("b"), asked);
        assertEquals(List.of("a", "b", "c"), names("completed"));
        assertEquals(estate.find("at once").devicesTree(), estate.find("completed").devicesTree());
        assertEquals(List.of(), completed.failures());
        assertEquals(List.of("a", "b", "c"), List.copyOf(estate.read(completed.snapshot()).head().getScope()));
        assertEquals("who are you, a?\n", estate.read(completed.snapshot()).audit(completed.targets().getFirst().getDevice()));
        assertEquals(List.of(), estate.read(completed.snapshot()).verify());
        assertThrows(ScanException.class, () -> later.complete(estate, completed.snapshot(), request("again"), NOBODY, new Pause()));
    }
}
