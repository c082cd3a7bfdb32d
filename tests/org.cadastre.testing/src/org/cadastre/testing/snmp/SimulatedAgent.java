package org.cadastre.testing.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * An agent that answers from a walk, over SNMPv1 and SNMPv2c, GET, GETNEXT and GETBULK as RFC 3416 wants it. What hostile agents do
 * otherwise, they override.
 */
public class SimulatedAgent {

    /** What fits into one Ethernet frame, which is what most agents send at most. */
    public static final int USUAL_MESSAGE = 1_472;

    private static final int OVERHEAD = 64;

    private final Walk walk;
    private final String community;
    private final Map<String, Walk> contexts = new ConcurrentHashMap<>();
    private final AtomicLong questions = new AtomicLong();

    public SimulatedAgent(Walk walk, String community) {
        this.walk = walk;
        this.community = community;
    }

    /** Answers to "community@context" as switches of Cisco do, each VLAN a context. */
    public SimulatedAgent context(String name, Walk answers) {
        contexts.put(name, answers);
        return this;
    }

    /** How many messages came in. */
    public long questions() {
        return questions.get();
    }

    protected Walk walk() {
        return walk;
    }

    /** @return the datagrams to send for one that came in; none for silence */
    public List<byte[]> answers(byte[] datagram) throws IOException {
        questions.incrementAndGet();
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(datagram));
        BER.decodeHeader(in, new BER.MutableByte());
        Integer32 version = new Integer32();
        version.decodeBER(in);
        OctetString name = new OctetString();
        name.decodeBER(in);
        if (version.getValue() > SnmpConstants.version2c) {
            return List.of();
        }
        if (!name.toString().equals(community)) {
            String[] parts = name.toString().split("@", 2);
            return parts.length == 2 && parts[0].equals(community) && contexts.containsKey(parts[1])
                    ? new SimulatedAgent(contexts.get(parts[1]), name.toString()).answers(datagram) : List.of();
        }
        PDU question = version.getValue() == SnmpConstants.version1 ? new PDUv1() : new PDU();
        question.decodeBER(in);
        List<byte[]> datagrams = new ArrayList<>();
        for (PDU answer : answers(question)) {
            datagrams.addAll(sent(message(version, name, answer)));
        }
        return datagrams;
    }

    /** For agents that damage what they send. */
    protected List<byte[]> sent(byte[] message) {
        return List.of(message);
    }

    protected List<PDU> answers(PDU question) {
        PDU answer = question instanceof PDUv1 ? new PDUv1() : new PDU();
        answer.setType(PDU.RESPONSE);
        answer.setRequestID(question.getRequestID());
        switch (question.getType()) {
            case PDU.GET -> question.getVariableBindings().forEach(one -> answer.add(got(one.getOid())));
            case PDU.GETNEXT -> question.getVariableBindings().forEach(one -> answer.add(next(one.getOid())));
            case PDU.GETBULK -> bulk(question, answer);
            default -> {
                return List.of();
            }
        }
        return List.of(question instanceof PDUv1 ? version1(question, answer) : fitting(question, answer));
    }

    /** SNMPv1 has no exceptions: one variable that is missing spoils all (RFC 1157, 4.1.2). */
    private static PDU version1(PDU question, PDU answer) {
        for (int i = 0; i < answer.size(); i++) {
            if (answer.get(i).isException()) {
                answer.setVariableBindings(question.getVariableBindings());
                answer.setErrorStatus(PDU.noSuchName);
                answer.setErrorIndex(i + 1);
                return answer;
            }
        }
        return answer;
    }

    private static PDU fitting(PDU question, PDU answer) {
        if (question.getType() != PDU.GETBULK && answer.getBERLength() > Short.MAX_VALUE * 2 - OVERHEAD) {
            answer.setVariableBindings(List.of());
            answer.setErrorStatus(PDU.tooBig);
        }
        return answer;
    }

    private void bulk(PDU question, PDU answer) {
        List<OID> places = new ArrayList<>(question.getVariableBindings().stream().map(VariableBinding::getOid).toList());
        int single = Math.min(question.getNonRepeaters(), places.size());
        int length = OVERHEAD;
        for (int i = 0; i < single; i++) {
            answer.add(next(places.get(i)));
        }
        for (int repetition = 0; repetition < question.getMaxRepetitions(); repetition++) {
            for (int i = single; i < places.size(); i++) {
                VariableBinding next = next(places.get(i));
                length += next.getBERLength();
                if (length > largestMessage()) {
                    return;
                }
                answer.add(next);
                places.set(i, next.getOid());
            }
        }
    }

    protected int largestMessage() {
        return USUAL_MESSAGE;
    }

    protected VariableBinding got(OID oid) {
        Optional<Variable> value = walk.get(oid);
        return value.map(one -> new VariableBinding(oid, one)).orElseGet(() -> new VariableBinding(oid, Null.noSuchObject));
    }

    protected VariableBinding next(OID oid) {
        Optional<Map.Entry<OID, Variable>> next = walk.next(oid);
        return next.map(one -> new VariableBinding(one.getKey(), one.getValue())).orElseGet(() -> new VariableBinding(oid, Null.endOfMibView));
    }

    private static byte[] message(Integer32 version, OctetString community, PDU answer) throws IOException {
        int length = version.getBERLength() + community.getBERLength() + answer.getBERLength();
        BEROutputStream out = new BEROutputStream(ByteBuffer.allocate(length + 2 * Long.BYTES));
        BER.encodeHeader(out, BER.SEQUENCE, length);
        version.encodeBER(out);
        community.encodeBER(out);
        answer.encodeBER(out);
        out.getBuffer().flip();
        byte[] message = new byte[out.getBuffer().remaining()];
        out.getBuffer().get(message);
        return message;
    }
}
