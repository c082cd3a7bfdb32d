package org.cadastre.collect.ssh.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Knock;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.networkos.NetworkOsReader;
import org.cadastre.collect.unix.UnixReader;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.TargetResult;
import org.osgi.service.component.annotations.Component;

import net.schmizz.sshj.Config;

/**
 * Reads Unix hosts over SSH: one connection, one channel, one script, which org.cadastre.collect.unix brings and understands. A
 * network device, which knows no such thing, is asked over a terminal for its configuration (org.cadastre.collect.networkos).
 * Uses no known_hosts and no configuration of the user who runs Cadastre, and the agent only when a credential says so; the
 * estate's host keys and the given credentials decide alone.
 */
@Component
public final class SshCollector implements Collector {

    static final int USUAL_PORT = 22;

    private final Config algorithms = new Algorithms();
    private final DialLimits limits;
    private final Agent agent;

    public SshCollector() {
        this(DialLimits.USUAL, Agent.ofUser());
    }

    SshCollector(DialLimits limits, Agent agent) {
        this.limits = limits;
        this.agent = agent;
    }

    @Override
    public String id() {
        return "ssh";
    }

    @Override
    public boolean accepts(Target target) {
        return target instanceof Target.Address || target instanceof Target.Through;
    }

    @Override
    public Set<Class<? extends Credential>> credentialKinds() {
        return Set.of(Credential.Password.class, Credential.PrivateKey.class, Credential.Agent.class);
    }

    @Override
    public Optional<Knock> knock() {
        return Optional.of(new Knock.Connect(USUAL_PORT));
    }

    @Override
    public Reading collect(Target target, Context context) throws CollectionException, InterruptedException {
        Place place = Place.of(target);
        List<Credential> credentials = context.credentials().stream()
                .filter(credential -> credentialKinds().contains(credential.getClass())).toList();
        if (credentials.isEmpty()) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED,
                    "no credential for SSH was given; name one that holds a password, a private key or the agent");
        }
        NetworkOsReader systems = NetworkOsReader.ofUser();
        KeyRing keys = context.common().get(KeyRing.class, () -> new KeyRing(agent));
        try (SshSession session = new SshSession(place, context, credentials, keys, algorithms, limits)) {
            return systems.isGreeting(session.identification()) ? networkDevice(systems, session, context) : host(session, context);
        } catch (NotUnixException refused) {
            // Such devices hang up after a command that they do not know.
            try (SshSession again = new SshSession(place, context, credentials, keys, algorithms, limits)) {
                return networkDevice(systems, again, context);
            } catch (CollectionException e) {
                throw said(e, refused.getMessage());
            }
        }
    }

    private static Reading host(SshSession session, Context context) throws CollectionException, InterruptedException, NotUnixException {
        try {
            Reading reading = new UnixReader().read(session, "ssh", session.credential(), context);
            identify(reading.device(), session.hostKeyFingerprint());
            return reading;
        } catch (CollectionException e) {
            if (!session.sentScript()) {
                context.audit().sent("(nothing of this script: what answered did not prove to be a Unix shell)");
            }
            if (NetworkOsReader.isRefusal(session.answer())) {
                throw new NotUnixException(session.answer());
            }
            if (session.answer().isEmpty()) {
                throw e;
            }
            throw said(e, session.answer());
        }
    }

    private static CollectionException said(CollectionException e, String answer) {
        return new CollectionException(e.result(), "%s; it said \"%s\"".formatted(e.getMessage(), answer), e);
    }

    private static Reading networkDevice(NetworkOsReader systems, SshSession session, Context context)
            throws CollectionException, InterruptedException {
        Reading reading = session.converse(context,
                terminal -> systems.read(terminal, "ssh", session.credential(), context));
        identify(reading.device(), session.hostKeyFingerprint());
        return reading;
    }

    /** The command line of a network device has refused the Unix shell. */
    private static final class NotUnixException extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param answer its words, in one line */
        NotUnixException(String answer) {
            super(answer);
        }
    }

    /**
     * Adds the host key that the device showed, if the probe has read none: it may not read all of them, and which one is shown
     * depends on what both sides prefer, so it must not stand beside those of the probe.
     */
    private static void identify(Device device, String fingerprint) {
        device.getSections().stream().filter(Identity.class::isInstance).map(Identity.class::cast)
                .filter(identity -> identity.getIdentifiers().stream()
                        .noneMatch(known -> known.getKind() == IdentifierKind.SSH_HOST_KEY))
                .forEach(identity -> {
                    Identifier shown = CadastreFactory.eINSTANCE.createIdentifier();
                    shown.setKind(IdentifierKind.SSH_HOST_KEY);
                    shown.setValue(fingerprint);
                    identity.getIdentifiers().add(shown);
                });
    }
}
