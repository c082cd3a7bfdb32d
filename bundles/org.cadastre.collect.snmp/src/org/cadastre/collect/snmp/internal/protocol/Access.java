package org.cadastre.collect.snmp.internal.protocol;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.collect.Credential;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;

/**
 * One way to ask an agent: a version of the protocol with a credential. Its text may appear anywhere.
 *
 * @param context part of the device that is asked (RFC 3411, 3.3.1): of SNMPv3 its name; Cisco takes it after the community and @
 */
public record Access(Credential credential, int version, String context) {

    public static final int LARGEST_MESSAGE = 65_507;

    /** The ways that a credential opens, the better one first. */
    public static List<Access> of(Credential credential) {
        return switch (credential) {
            case Credential.Community community -> Stream.of(SnmpConstants.version2c, SnmpConstants.version1)
                    .map(version -> new Access(community, version, "")).toList();
            case Credential.SnmpUser user -> List.of(new Access(user, SnmpConstants.version3, ""));
            default -> List.of();
        };
    }

    public Access inContext(String name) {
        return new Access(credential, version, name);
    }

    public boolean isVersion1() {
        return version == SnmpConstants.version1;
    }

    public Target<UdpAddress> target(UdpAddress address) {
        Target<UdpAddress> target = switch (credential) {
            case Credential.Community community -> new CommunityTarget<>(address,
                    octets(community.community(), context.isEmpty() ? "" : "@" + context));
            case Credential.SnmpUser user -> new UserTarget<>(address, new OctetString(user.user()), new byte[0], level(user));
            default -> throw new IllegalArgumentException(credential.toString());
        };
        target.setVersion(version);
        target.setMaxSizeRequestPDU(LARGEST_MESSAGE);
        target.setRetries(0);
        return target;
    }

    private static int level(Credential.SnmpUser user) {
        return switch (user.privacy()) {
            case NONE -> switch (user.authentication()) {
                case NONE -> SecurityLevel.NOAUTH_NOPRIV;
                default -> SecurityLevel.AUTH_NOPRIV;
            };
            default -> SecurityLevel.AUTH_PRIV;
        };
    }

    public PDU question(int type) {
        PDU question = switch (version) {
            case SnmpConstants.version1 -> new PDUv1();
            case SnmpConstants.version3 -> scoped();
            default -> new PDU();
        };
        question.setType(type);
        return question;
    }

    private ScopedPDU scoped() {
        ScopedPDU question = new ScopedPDU();
        if (!context.isEmpty()) {
            question.setContextName(new OctetString("vlan-" + context));
        }
        return question;
    }

    public static OctetString octets(char[] secret, String suffix) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        Arrays.fill(bytes.array(), (byte) 0);
        OctetString octets = new OctetString(all);
        octets.append(suffix);
        return octets;
    }

    public Optional<Credential.SnmpUser> user() {
        return credential instanceof Credential.SnmpUser user ? Optional.of(user) : Optional.empty();
    }

    /** SNMPv1, SNMPv2c or SNMPv3. */
    public String protocol() {
        return switch (version) {
            case SnmpConstants.version1 -> "SNMPv1";
            case SnmpConstants.version3 -> "SNMPv3";
            default -> "SNMPv2c";
        };
    }

    @Override
    public String toString() {
        return protocol() + " with credential " + credential.name() + (context.isEmpty() ? "" : " in VLAN " + context);
    }
}
