package org.cadastre.collect.snmp.internal.protocol;

import java.util.List;

import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/**
 * What an agent answered to one question.
 *
 * @param status of the answer: {@link PDU#noError}, or why it refuses (RFC 3416, 3)
 * @param index which variable the status is about, from 1; agents put nonsense here
 * @param bindings as many as the agent liked
 * @param bytes length of the answer on the network, roughly
 */
record Reply(int status, int index, List<VariableBinding> bindings, int bytes) {

    static Reply of(PDU answer) {
        return new Reply(answer.getErrorStatus(), answer.getErrorIndex(), List.copyOf(answer.getVariableBindings()), answer.getBERLength());
    }

    boolean isGood() {
        return status == PDU.noError;
    }

    String words() {
        return PDU.toErrorStatusText(status);
    }
}
