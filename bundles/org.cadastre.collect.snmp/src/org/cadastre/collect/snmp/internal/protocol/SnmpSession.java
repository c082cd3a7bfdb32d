package org.cadastre.collect.snmp.internal.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.model.TargetResult;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcher;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Sends questions to one agent from a socket of its own, so that what one device answers cannot reach another one's session. Used by
 * several threads at once.
 */
public final class SnmpSession implements AutoCloseable {

    /** How much longer than SNMP4J we wait, in case that its own clock is late. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final Snmp snmp;
    private final UdpAddress address;
    private volatile Optional<Refusal> refusal = Optional.empty();

    private SnmpSession(MessageDispatcher dispatcher, InetAddress host, int port) throws CollectionException {
        this.address = new UdpAddress(host, port);
        try {
            DefaultUdpTransportMapping transport = new DefaultUdpTransportMapping();
            transport.setMaxInboundMessageSize(Access.LARGEST_MESSAGE);
            this.snmp = new Snmp(dispatcher, transport);
            keepRefusals();
            snmp.listen();
        } catch (IOException e) {
            throw new CollectionException(TargetResult.FAILED, "no UDP socket could be opened (" + e.getMessage()
                    + "); read fewer targets at once with --concurrency", e);
        }
    }

    /** For communities. */
    public static SnmpSession open(InetAddress host, int port) throws CollectionException {
        MessageDispatcher dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        return new SnmpSession(dispatcher, host, port);
    }

    /**
     * SNMP4J rightly does not take reports that nobody signed for answers, yet no other kind tells that a password is wrong: they
     * are kept for the message.
     */
    private void keepRefusals() {
        Snmp.ReportHandler usual = snmp.getReportHandler();
        snmp.setReportHandler(new Snmp.ReportHandler() {
            @Override
            public <A extends Address> void processReport(PduHandle handle, CommandResponderEvent<A> event) {
                Refusal.of(event.getPDU()).ifPresent(one -> refusal = Optional.of(one));
                usual.processReport(handle, event);
            }
        });
    }

    /** Why the agent refuses, if it says so. */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    public static SnmpSession open(InetAddress host, int port, Credential.SnmpUser user) throws CollectionException {
        MessageDispatcher dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(SnmpUsers.processing(user));
        return new SnmpSession(dispatcher, host, port);
    }

    /** Whether the agent has told which engine of SNMPv3 it is: it does so before it looks at any password (RFC 3414, 4). */
    public boolean hasMetEngine() {
        return snmp.getMessageProcessingModel(MPv3.ID) instanceof MPv3 processing && processing.getEngineID(address) != null;
    }

    /** Sends a question once. The answer may be a report (RFC 3412, 7.1); none comes when the time is over. */
    public CompletableFuture<PDU> send(Access access, PDU question, Duration wait) {
        CompletableFuture<PDU> answer = new CompletableFuture<>();
        Target<UdpAddress> target = access.target(address);
        target.setTimeout(wait.toMillis());
        ResponseListener listener = new ResponseListener() {
            @Override
            public <A extends Address> void onResponse(ResponseEvent<A> event) {
                snmp.cancel(event.getRequest(), this);
                if (event.getResponse() != null) {
                    answer.complete(event.getResponse());
                } else {
                    answer.completeExceptionally(event.getError() == null ? new TimeoutException() : event.getError());
                }
            }
        };
        try {
            snmp.send(question, target, null, listener);
        } catch (IOException | RuntimeException unsent) {
            answer.completeExceptionally(unsent);
        }
        return answer.orTimeout(wait.plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends a question once and waits. */
    public Optional<PDU> ask(Access access, PDU question, Duration wait) throws InterruptedException {
        try {
            return Optional.of(send(access, question, wait).get());
        } catch (ExecutionException unanswered) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException closedAnyhow) {
            // A socket that cannot be closed has nothing more to say either.
        }
    }
}
