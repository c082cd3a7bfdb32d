package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Common;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.protocol.Patience;
import org.cadastre.collect.snmp.network.Agent;
import org.cadastre.model.Coverage;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.testing.snmp.AgentSimulator;
import org.cadastre.testing.snmp.SimulatedAgent;
import org.cadastre.testing.snmp.Walk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Agents that lie, stumble or attack. Each costs its own target only, in bounded time, and what it can tell is read. */
class HostileAgentsTest {

    private static final int PORTS = 30;
    private static final OID NAMES = new OID("1.3.6.1.2.1.31.1.1.1.1");
    private static final OID DESCRIPTIONS = new OID("1.3.6.1.2.1.2.2.1.2");
    private static final OID SPEEDS = new OID("1.3.6.1.2.1.2.2.1.5");
    private static final Patience SHORT = new Patience(List.of(Duration.ofMillis(150), Duration.ofMillis(400), Duration.ofMillis(1_000),
            Duration.ofMillis(1_000)), 2);
    /** Of a machine on which many other things run. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private AgentSimulator simulator;

    @BeforeEach
    void start() throws IOException {
        simulator = new AgentSimulator();
    }

    @AfterEach
    void stop() throws Exception {
        simulator.close();
    }

    static Walk switchWalk() {
        Map<OID, Variable> values = new HashMap<>();
        values.put(SystemGroup.DESCRIPTION, new OctetString("a switch"));
        values.put(SystemGroup.OBJECT_ID, new OID("1.3.6.1.4.1.99999.1"));
        values.put(SystemGroup.UPTIME, new TimeTicks(100));
        values.put(SystemGroup.NAME, new OctetString("sw1"));
        for (int i = 1; i <= PORTS; i++) {
            values.put(new OID(DESCRIPTIONS).append(i), new OctetString("port " + i));
            values.put(new OID("1.3.6.1.2.1.2.2.1.3").append(i), new Integer32(6));
            values.put(new OID("1.3.6.1.2.1.2.2.1.4").append(i), new Integer32(1500));
            values.put(new OID("1.3.6.1.2.1.2.2.1.6").append(i), new OctetString(new byte[] { 0, 1, 2, 3, 4, (byte) i }));
            values.put(new OID("1.3.6.1.2.1.2.2.1.7").append(i), new Integer32(1));
            values.put(new OID("1.3.6.1.2.1.2.2.1.8").append(i), new Integer32(1));
            values.put(new OID(NAMES).append(i), new OctetString("Gi0/" + i));
        }
        return new Walk(values);
    }

    private Reading read(SimulatedAgent agent) throws Exception {
        int port = simulator.add("127.77.1.1", 0, agent);
        return assertTimeoutPreemptively(LIMIT, () -> read(port));
    }

    private static Reading read(int port) throws CollectionException, InterruptedException {
        return read(port, new Common());
    }

    private static Reading read(int port, Common common) throws CollectionException, InterruptedException {
        return new SnmpCollector(SHORT).collect(new Target.Address("127.77.1.1", port, false), new Context(
                List.of(new Credential.Community("lab", "public".toCharArray())), action -> { }, NetSnmpTest.NO_KEYS,
                Instant.now().plus(LIMIT), common));
    }

    private static Interfaces interfaces(Reading reading) {
        return NetSnmpTest.section(reading, Interfaces.class);
    }

    private static void assertAllIsRead(Reading reading) {
        assertEquals("sw1", NetSnmpTest.section(reading, Agent.class).getName());
        assertEquals(Coverage.COMPLETE, interfaces(reading).getCoverage(), interfaces(reading).getReason());
        assertEquals(PORTS, interfaces(reading).getInterfaces().size());
        Interface last = interfaces(reading).getInterfaces().getLast();
        assertEquals("Gi0/" + PORTS, last.getName());
        assertEquals("00:01:02:03:04:1e", last.getMac());
        assertEquals(1500, last.getMtu());
        assertTrue(last.getEnabled());
    }


    private static void assertPartial(Reading reading, String reason) {
        assertEquals(Coverage.PARTIAL, interfaces(reading).getCoverage());
        assertTrue(interfaces(reading).getReason().contains(reason), interfaces(reading).getReason());
    }

    /** An agent that is otherwise as it should be. */
    private static class Hostile extends SimulatedAgent {

        Hostile(Walk walk) {
            super(walk, "public");
        }

        Hostile() {
            this(switchWalk());
        }
    }

    @Test
    void anHonestAgentIsReadCompletely() throws Exception {
        assertAllIsRead(read(new Hostile()));
    }

    @Test
    void anAgentOfVersion1IsReadCompletely() throws Exception {
        assertAllIsRead(read(new Hostile() {
            @Override
            public List<byte[]> answers(byte[] datagram) throws IOException {
                // The version is the third field: sequence, its length, integer, one, version.
                return datagram[datagram[1] < 0 ? 2 + (datagram[1] & 0x7f) + 2 : 4] == 0 ? super.answers(datagram) : List.of();
            }
        }));
    }

    @Test
    void anAgentThatGoesBackwardsDoesNotKeepUsForever() throws Exception {
        assertPartial(read(new Hostile() {
            @Override
            protected VariableBinding next(OID oid) {
                return oid.equals(new OID(DESCRIPTIONS).append(20)) ? super.next(new OID(DESCRIPTIONS).append(4)) : super.next(oid);
            }
        }), "repeats itself at 1.3.6.1.2.1.2.2.1.2.5");
    }

    @Test
    void anAgentThatRepeatsOneRowDoesNotKeepUsForever() throws Exception {
        assertPartial(read(new Hostile() {
            @Override
            protected VariableBinding next(OID oid) {
                VariableBinding next = super.next(oid);
                return oid.equals(new OID(DESCRIPTIONS).append(7)) ? new VariableBinding(oid, next.getVariable()) : next;
            }
        }), "repeats itself");
    }

    @Test
    void rowsInNoOrderAreAllRead() throws Exception {
        // 1 ... 9, 20, 10 ... 19, 21 ...: as agents that sort indices as text have them.
        assertAllIsRead(read(new Hostile() {
            @Override
            protected VariableBinding next(OID oid) {
                OID place = new OID(oid);
                if (oid.startsWith(DESCRIPTIONS) && oid.size() > DESCRIPTIONS.size()) {
                    switch (oid.last()) {
                        case 9 -> place.setValue(new OID(DESCRIPTIONS).append(19).getValue());
                        case 20 -> place.setValue(new OID(DESCRIPTIONS).append(9).getValue());
                        case 19 -> place.setValue(new OID(DESCRIPTIONS).append(20).getValue());
                        default -> { }
                    }
                }
                return super.next(place);
            }
        }));
    }

    @Test
    void aTableWithoutEndIsLeft() throws Exception {
        Reading reading = read(new Hostile() {
            @Override
            protected VariableBinding next(OID oid) {
                return oid.startsWith(NAMES) ? new VariableBinding(oid.size() == NAMES.size() ? new OID(oid).append(1) : oid.nextPeer(),
                        new OctetString("x")) : super.next(oid);
            }
        });
        assertEquals(PORTS, interfaces(reading).getInterfaces().size());
        assertPartial(reading, "ifXTable");
    }

    @Test
    void wrongTypesAreUnderstoodOrLeftOut() throws Exception {
        Map<OID, Variable> wrong = new HashMap<>();
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.4.1"), new OctetString("1500"));
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.4.2"), new OctetString("many"));
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.4.3"), new OID("1.2.3"));
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.6.2"), new OctetString("00:0a:0b:0c:0d:0e"));
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.6.3"), new Integer32(7));
        wrong.put(new OID("1.3.6.1.2.1.2.2.1.7.4"), new Counter32(4_000_000_000L));
        wrong.put(SystemGroup.SERVICES, new OctetString("all"));
        wrong.put(SystemGroup.LOCATION, new TimeTicks(5));
        List<Interface> interfaces = interfaces(read(new Hostile(switchWalk().with(wrong)))).getInterfaces();
        assertEquals(1500, interfaces.get(0).getMtu());
        assertEquals(null, interfaces.get(1).getMtu());
        assertEquals("00:0a:0b:0c:0d:0e", interfaces.get(1).getMac());
        assertEquals(null, interfaces.get(2).getMtu());
        assertEquals(null, interfaces.get(2).getMac());
        assertFalse(interfaces.get(3).getEnabled());
    }

    @Test
    void octetsThatAreNoTextAreShownAsTheyAre() throws Exception {
        Map<OID, Variable> strange = new HashMap<>();
        strange.put(SystemGroup.LOCATION, new OctetString(new byte[] { (byte) 0x81, 0, 3, (byte) 0x9f }));
        strange.put(SystemGroup.CONTACT, new OctetString(new byte[] { 'M', (byte) 0xfc, 'l', 'l', 'e', 'r', 0 }));
        strange.put(new OID(NAMES).append(1), new OctetString("Gi0/1\u0000"));
        Agent agent = NetSnmpTest.section(read(new Hostile(switchWalk().with(strange))), Agent.class);
        assertEquals("0x8100039f", agent.getLocation());
        assertEquals("M\u00fcller", agent.getContact());
    }

    @Test
    void missingColumnsLeaveTheOthers() throws Exception {
        Map<OID, Variable> values = new HashMap<>(switchWalk().values());
        values.keySet().removeIf(oid -> oid.startsWith(new OID("1.3.6.1.2.1.2.2.1.4")) || oid.startsWith(DESCRIPTIONS));
        Interfaces interfaces = interfaces(read(new Hostile(new Walk(values))));
        assertEquals(Coverage.COMPLETE, interfaces.getCoverage());
        assertEquals(PORTS, interfaces.getInterfaces().size());
        assertEquals("Gi0/1", interfaces.getInterfaces().getFirst().getName());
        assertEquals(null, interfaces.getInterfaces().getFirst().getMtu());
    }

    @Test
    void namesThatComeTwiceAreToldApart() throws Exception {
        Map<OID, Variable> same = new HashMap<>();
        same.put(new OID(NAMES).append(2), new OctetString("Gi0/1"));
        List<Interface> interfaces = interfaces(read(new Hostile(switchWalk().with(same)))).getInterfaces();
        assertEquals(List.of("Gi0/1 (1)", "Gi0/1 (2)", "Gi0/3"), interfaces.stream().map(Interface::getName).limit(3).toList());
    }

    @Test
    void answersThatAreCutOffAreSilence() throws Exception {
        assertAllIsRead(read(new Hostile() {
            private int count;

            @Override
            protected List<byte[]> sent(byte[] message) {
                return List.of(++count % 3 == 0 ? Arrays.copyOf(message, message.length / 2) : message);
            }
        }));
    }

    @Test
    void anAgentThatKnowsNoBulkIsRead() throws Exception {
        assertAllIsRead(read(new Hostile() {
            @Override
            protected List<PDU> answers(PDU question) {
                return question.getType() == PDU.GETBULK ? List.of(error(question, PDU.genErr, 1)) : super.answers(question);
            }
        }));
    }

    @Test
    void anAgentThatFallsAsleepOverBulkIsRead() throws Exception {
        assertAllIsRead(read(new Hostile() {
            private long wakes;

            @Override
            protected List<PDU> answers(PDU question) {
                if (System.nanoTime() < wakes) {
                    return List.of();
                }
                if (question.getType() == PDU.GETBULK) {
                    wakes = System.nanoTime() + Duration.ofMillis(200).toNanos();
                    return List.of();
                }
                return super.answers(question);
            }
        }));
    }

    @Test
    void anAgentThatNeedsSmallPacketsIsRead() throws Exception {
        assertAllIsRead(read(new Hostile() {
            @Override
            protected List<PDU> answers(PDU question) {
                List<PDU> answers = super.answers(question);
                return answers.getFirst().getBERLength() > 400 ? List.of(error(question, PDU.tooBig, 0)) : answers;
            }
        }));
    }

    @Test
    void anAgentThatIsSilentAboutLongAnswersIsRead() throws Exception {
        assertAllIsRead(read(new Hostile() {
            @Override
            protected List<byte[]> sent(byte[] message) {
                return message.length > 600 ? List.of() : List.of(message);
            }
        }));
    }

    @Test
    void nonsenseInTheErrorIndexIsNotBelieved() throws Exception {
        Reading reading = read(new Hostile() {
            @Override
            protected List<PDU> answers(PDU question) {
                boolean isAboutMtu = question.getVariableBindings().stream().anyMatch(one -> one.getOid().startsWith(new OID("1.3.6.1.2.1.2.2.1.4")));
                return isAboutMtu ? List.of(error(question, PDU.genErr, 77)) : super.answers(question);
            }
        });
        assertEquals(PORTS, interfaces(reading).getInterfaces().size());
        assertPartial(reading, "refused");
    }

    @Test
    void answersToOtherQuestionsAreNotTaken() throws Exception {
        Reading reading = read(new Hostile() {
            @Override
            protected List<PDU> answers(PDU question) {
                List<PDU> answers = new ArrayList<>();
                PDU forged = error(question, PDU.noError, 0);
                forged.getVariableBindings().forEach(one -> one.setVariable(new OctetString("forged")));
                forged.setRequestID(new Integer32(question.getRequestID().getValue() ^ 0x2a000000));
                answers.add(forged);
                answers.addAll(super.answers(question));
                return answers;
            }
        });
        assertAllIsRead(reading);
        assertNotEquals("forged", NetSnmpTest.section(reading, Agent.class).getDescription());
    }

    /** The answer to a question comes when the next one has been asked already. */
    @Test
    void lateAnswersAreNotTakenForOthers() throws Exception {
        Reading reading = read(new Hostile() {
            private List<byte[]> late = List.of();
            private int count;

            @Override
            public List<byte[]> answers(byte[] datagram) throws IOException {
                List<byte[]> now = super.answers(datagram);
                List<byte[]> before = late;
                boolean isKept = ++count > 4 && count % 4 == 0;
                late = isKept ? now : List.of();
                return isKept ? before : Stream.concat(before.stream(), now.stream()).toList();
            }
        });
        assertAllIsRead(reading);
    }

    @Test
    void answersOfOtherThingsThanAskedForAreNotTaken() throws Exception {
        Reading reading = read(new Hostile() {
            @Override
            protected VariableBinding got(OID oid) {
                return oid.equals(SystemGroup.LOCATION) ? new VariableBinding(SystemGroup.CONTACT, new OctetString("forged")) : super.got(oid);
            }
        });
        assertAllIsRead(reading);
    }

    @Test
    void anAgentThatLosesEveryThirdPacketIsRead() throws Exception {
        assertAllIsRead(read(new Hostile() {
            private int count;

            @Override
            protected List<PDU> answers(PDU question) {
                return ++count % 3 == 0 ? List.of() : super.answers(question);
            }
        }));
    }

    @Test
    void randomOctetsAreSilence() throws Exception {
        int port = simulator.add("127.77.1.1", 0, new Hostile() {
            private final Random random = new Random(6);

            @Override
            public List<byte[]> answers(byte[] datagram) {
                List<byte[]> noise = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    byte[] octets = new byte[random.nextInt(1, 1400)];
                    random.nextBytes(octets);
                    noise.add(octets);
                }
                return noise;
            }
        });
        CollectionException silent = assertThrows(CollectionException.class, () -> assertTimeoutPreemptively(LIMIT, () -> read(port)));
        assertEquals(TargetResult.NO_ANSWER, silent.result());
    }

    /** One bit of each answer is another. Nobody can tell what is true then; it must end. */
    @Test
    void damagedAnswersDoNotKeepUsForever() throws Exception {
        int port = simulator.add("127.77.1.1", 0, new Hostile() {
            private final Random random = new Random(7);

            @Override
            protected List<byte[]> sent(byte[] message) {
                message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
                return List.of(message);
            }
        });
        assertTimeoutPreemptively(LIMIT, () -> {
            try {
                read(port);
            } catch (CollectionException noAnswer) {
                assertEquals(TargetResult.NO_ANSWER, noAnswer.result());
            }
        });
    }

    @Test
    void answersOfSixtyThousandOctetsAreTaken() throws Exception {
        assertAllIsRead(read(new Hostile() {
            @Override
            protected int largestMessage() {
                return 60_000;
            }

            @Override
            protected List<PDU> answers(PDU question) {
                if (question.getType() == PDU.GETBULK) {
                    question.setMaxRepetitions(5_000);
                }
                return super.answers(question);
            }
        }));
    }

    @Test
    void anAgentThatFallsSilentLeavesWhatItSaid() throws Exception {
        Reading reading = read(new Hostile() {
            private int count;

            @Override
            protected List<PDU> answers(PDU question) {
                return ++count > 6 ? List.of() : super.answers(question);
            }
        });
        assertEquals("sw1", NetSnmpTest.section(reading, Agent.class).getName());
        assertNotEquals(Coverage.COMPLETE, interfaces(reading).getCoverage());
    }

    @Test
    void emptyAnswersEndTheWalk() throws Exception {
        Reading reading = read(new Hostile() {
            @Override
            protected List<PDU> answers(PDU question) {
                List<PDU> answers = super.answers(question);
                if (question.getType() != PDU.GET) {
                    answers.getFirst().setVariableBindings(List.of());
                }
                return answers;
            }
        });
        assertEquals("sw1", NetSnmpTest.section(reading, Agent.class).getName());
        assertPartial(reading, "empty answer");
    }

    @Test
    void nullsAreNoValues() throws Exception {
        Map<OID, Variable> empty = new HashMap<>();
        empty.put(SystemGroup.LOCATION, new Null());
        empty.put(new OID(SPEEDS).append(1), new Null());
        Reading reading = read(new Hostile(switchWalk().with(empty)));
        assertAllIsRead(reading);
        assertEquals(null, NetSnmpTest.section(reading, Agent.class).getLocation());
    }

    /** Ten of thirty are hostile: silent, endless, damaged. The other twenty are read as if these were not there. */
    @Test
    void hostileAgentsCostTheOthersNothing() throws Exception {
        List<Callable<Boolean>> reads = new ArrayList<>();
        Common common = new Common();
        for (int i = 0; i < 30; i++) {
            boolean isHostile = i % 3 == 0;
            SimulatedAgent agent = isHostile ? hostile(i / 3) : new Hostile();
            int port = simulator.add("127.77.1.1", 0, agent);
            reads.add(() -> {
                if (!isHostile) {
                    assertAllIsRead(read(port, common));
                    return true;
                }
                try {
                    read(port, common);
                } catch (CollectionException noAnswer) {
                    assertEquals(TargetResult.NO_ANSWER, noAnswer.result());
                }
                return false;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            int good = 0;
            for (Future<Boolean> one : assertTimeoutPreemptively(LIMIT.multipliedBy(3), () -> threads.invokeAll(reads))) {
                good += one.get() ? 1 : 0;
            }
            assertEquals(20, good);
        }
    }

    /** By turns one without end, one that falls silent, one whose answers are damaged. */
    private static SimulatedAgent hostile(int turn) {
        return switch (turn % 3) {
            case 0 -> new Hostile() {
                @Override
                protected VariableBinding next(OID oid) {
                    return new VariableBinding(oid.size() < 20 ? oid.successor() : oid.nextPeer(), new OctetString("x"));
                }
            };
            case 1 -> new Hostile() {
                private int count;

                @Override
                protected List<PDU> answers(PDU question) {
                    return ++count > 6 ? List.of() : super.answers(question);
                }
            };
            default -> new Hostile() {
                private final Random random = new Random(turn);

                @Override
                protected List<byte[]> sent(byte[] message) {
                    message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(8));
                    return List.of(message);
                }
            };
        };
    }

    private static PDU error(PDU question, int status, int index) {
        PDU answer = new PDU(PDU.RESPONSE, question.getVariableBindings());
        answer.setRequestID(question.getRequestID());
        answer.setErrorStatus(status);
        answer.setErrorIndex(index);
        return answer;
    }
}
