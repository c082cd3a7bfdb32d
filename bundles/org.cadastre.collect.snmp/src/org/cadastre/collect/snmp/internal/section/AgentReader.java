package org.cadastre.collect.snmp.internal.section;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.mib.Words;
import org.cadastre.collect.snmp.network.Agent;
import org.cadastre.collect.snmp.network.AgentUser;
import org.cadastre.collect.snmp.network.NetworkFactory;
import org.cadastre.collect.snmp.network.NotificationTarget;
import org.snmp4j.smi.OID;

/** What the agent says of the device and of itself (SNMPv2-MIB, RFC 3418; SNMP-TARGET-MIB, RFC 3413; SNMP-USER-BASED-SM-MIB, RFC 3414). */
final class AgentReader implements SectionReader<Agent> {

    private static final Table TARGETS = Table.of("snmpTargetAddrTable", "1.3.6.1.6.3.12.1.2.1", 2, 3);
    private static final Table USERS = Table.of("usmUserTable", "1.3.6.1.6.3.15.1.2.2.1", 5, 8);

    /** RFC 1213: bit 0 is layer 1. */
    private static final Words SERVICES = Words.from(0, "physical", "datalink", "internet", "endToEnd", "", "", "applications");
    /** Last number of the object identifiers below snmpAuthProtocols (RFC 3414, 5; RFC 7860, 8). */
    private static final Map<Integer, String> DIGESTS = Map.of(1, "none", 2, "md5", 3, "sha1", 4, "sha224", 5, "sha256", 6, "sha384", 7, "sha512");
    /** Below snmpPrivProtocols (RFC 3414, 5; RFC 3826, 2). */
    private static final Map<Integer, String> CIPHERS = Map.of(1, "none", 2, "des", 4, "aes128");
    private static final OID DIGEST = new OID("1.3.6.1.6.3.10.1.1");
    private static final OID CIPHER = new OID("1.3.6.1.6.3.10.1.2");

    @Override
    public Agent create() {
        return NetworkFactory.eINSTANCE.createAgent();
    }

    @Override
    public List<OID> scalars() {
        return SystemGroup.ALL;
    }

    @Override
    public List<Table> tables() {
        return List.of(TARGETS, USERS);
    }

    @Override
    public void read(Agent section, Mib mib) {
        mib.text(SystemGroup.DESCRIPTION).ifPresent(section::setDescription);
        mib.text(SystemGroup.OBJECT_ID).ifPresent(section::setObjectId);
        mib.text(SystemGroup.NAME).ifPresent(section::setName);
        mib.text(SystemGroup.CONTACT).ifPresent(section::setContact);
        mib.text(SystemGroup.LOCATION).ifPresent(section::setLocation);
        mib.integer(SystemGroup.SERVICES).ifPresent(services -> {
            for (int bit = 0; bit < SERVICES.words().size(); bit++) {
                if ((services & 1 << bit) != 0 && !SERVICES.words().get(bit).isEmpty()) {
                    section.getServices().add(SERVICES.of(bit));
                }
            }
        });
        mib.rows(TARGETS).stream().filter(row -> row.octets(3).length > 2).forEach(row -> {
            byte[] octets = row.octets(3);
            // snmpUDPDomain: four octets of address, two of port (RFC 3417, 2).
            Values.address(Arrays.copyOf(octets, octets.length - 2)).ifPresent(address -> {
                int port = (octets[octets.length - 2] & 0xff) << 8 | octets[octets.length - 1] & 0xff;
                NotificationTarget target = NetworkFactory.eINSTANCE.createNotificationTarget();
                // Not the name of the row: some agents put the community into it.
                target.setName(address + " " + port);
                target.setAddress(address);
                target.setPort(port);
                section.getNotificationTargets().add(target);
            });
        });
        mib.each(USERS, row -> {
            Index index = row.index();
            index.octets();
            AgentUser user = NetworkFactory.eINSTANCE.createAgentUser();
            user.setName(Values.text(index.octets()));
            row.oid(5).ifPresent(protocol -> user.setAuthentication(protocol(protocol, DIGEST, DIGESTS)));
            row.oid(8).ifPresent(protocol -> user.setPrivacy(protocol(protocol, CIPHER, CIPHERS)));
            section.getUsers().add(user);
        });
    }

    private static String protocol(OID protocol, OID family, Map<Integer, String> names) {
        return protocol.startsWith(family) ? names.getOrDefault(protocol.last(), protocol.toDottedString()) : protocol.toDottedString();
    }
}
