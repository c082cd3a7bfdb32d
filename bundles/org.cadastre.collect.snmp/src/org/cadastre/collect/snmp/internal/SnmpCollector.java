package org.cadastre.collect.snmp.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
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
import org.cadastre.collect.snmp.internal.mib.Room;
import org.cadastre.collect.snmp.internal.protocol.Conversation;
import org.cadastre.collect.snmp.internal.protocol.Login;
import org.cadastre.collect.snmp.internal.protocol.Patience;
import org.cadastre.collect.snmp.internal.section.DeviceSections;
import org.cadastre.model.TargetResult;
import org.osgi.service.component.annotations.Component;

/**
 * Reads devices with an SNMP agent: versions 1, 2c and 3 (RFC 1157, 3416, 3414). Asks by GET, GETNEXT and GETBULK only. What another
 * protocol reads of a computer is richer, so this one's sections come second.
 */
@Component
public final class SnmpCollector implements Collector {

    static final int USUAL_PORT = 161;

    private static final int RANK = -10;
    /** What is left for making sections when nothing is asked any more. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private final Patience patience;

    public SnmpCollector() {
        this(Patience.USUAL);
    }

    SnmpCollector(Patience patience) {
        this.patience = patience;
    }

    @Override
    public String id() {
        return "snmp";
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public boolean accepts(Target target) {
        return target instanceof Target.Address;
    }

    @Override
    public Set<Class<? extends Credential>> credentialKinds() {
        return Set.of(Credential.Community.class, Credential.SnmpUser.class);
    }

    @Override
    public Optional<Knock> knock() {
        return Optional.of(new SnmpKnock());
    }

    static List<Credential> usable(List<Credential> credentials) {
        return credentials.stream().filter(one -> one instanceof Credential.Community || one instanceof Credential.SnmpUser).toList();
    }

    @Override
    public Reading collect(Target target, Context context) throws CollectionException, InterruptedException {
        Target.Address address = (Target.Address) target;
        List<Credential> credentials = usable(context.credentials());
        if (credentials.isEmpty()) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED,
                    "no credential for SNMP was given; name one that holds a community or a user of SNMPv3");
        }
        Vendors vendors = vendors(context);
        Room.Shared shared = context.common().get(Room.Shared.class, Room.Shared::new);
        try (Login login = new Login(resolved(address.host()), address.portOr(USUAL_PORT), credentials, patience); Room room = new Room(shared)) {
            Login.Accepted accepted = login.accepted(context.audit());
            context.audit().sent("accepted: " + accepted.access());
            Instant end = context.deadline().minus(RESERVE);
            Conversation agent = new Conversation(accepted.session(), accepted.access(), patience, end, context.audit());
            DeviceSections sections = new DeviceReading(agent, vendors.table(), room).read();
            return new Reading(sections.device(), sections.observations(), Optional.of(accepted.access().credential().name()));
        }
    }

    private static Vendors vendors(Context context) throws CollectionException {
        try {
            return context.common().get(Vendors.class, Vendors::ofUser);
        } catch (IllegalArgumentException wrong) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED, wrong.getMessage(), wrong);
        }
    }

    private static InetAddress resolved(String host) throws CollectionException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new CollectionException(TargetResult.UNKNOWN_HOST, "the name is not known; look whether it is spelt right", unknown);
        }
    }
}
