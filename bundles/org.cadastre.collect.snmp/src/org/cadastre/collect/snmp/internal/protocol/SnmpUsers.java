package org.cadastre.collect.snmp.internal.protocol;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
import org.cadastre.model.TargetResult;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** The user-based security model (RFC 3414) for one user of ours. */
final class SnmpUsers {

    /** RFC 3414, 11.2. */
    private static final int SHORTEST_PASSWORD = 8;

    /** One is the agent's; a hostile one may show others, but not fill the memory with them. */
    private static final int ENGINES = 4;

    private SnmpUsers() {
    }

    /** A model of its own, so that users of the same name with other passwords do not meet. */
    static MPv3 processing(Credential.SnmpUser user) throws CollectionException {
        boolean isShort = user.authentication() != SnmpAuthentication.NONE && user.authenticationPassword().length < SHORTEST_PASSWORD
                || user.privacy() != SnmpPrivacy.NONE && user.privacyPassword().length < SHORTEST_PASSWORD;
        if (isShort) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED, ("credential %s has a password of less than %d characters, which"
                    + " SNMPv3 does not allow; add it again with the right one").formatted(user.name(), SHORTEST_PASSWORD));
        }
        SecurityProtocols protocols = protocols();
        OctetString engine = new OctetString(MPv3.createLocalEngineID());
        USM model = new USM(protocols, engine, 0);
        OID digest = digest(user.authentication());
        OID cipher = cipher(user.privacy());
        model.addUser(new UsmUser(new OctetString(user.user()), digest, digest == null ? null
                : Access.octets(user.authenticationPassword(), ""), cipher, cipher == null ? null : Access.octets(user.privacyPassword(), "")));
        MPv3 processing = new MPv3(engine.getValue(), null, protocols, SecurityModels.getCollection(new SecurityModel[] { model }),
                new CounterSupport());
        processing.setMaxEngineIdCacheSize(ENGINES);
        return processing;
    }

    private static SecurityProtocols protocols() {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        protocols.addPrivacyProtocol(new PrivAES192With3DESKeyExtension());
        protocols.addPrivacyProtocol(new PrivAES256With3DESKeyExtension());
        return protocols;
    }

    private static OID digest(SnmpAuthentication authentication) {
        return switch (authentication) {
            case NONE -> null;
            case MD5 -> AuthMD5.ID;
            case SHA -> AuthSHA.ID;
            case SHA224 -> AuthHMAC128SHA224.ID;
            case SHA256 -> AuthHMAC192SHA256.ID;
            case SHA384 -> AuthHMAC256SHA384.ID;
            case SHA512 -> AuthHMAC384SHA512.ID;
        };
    }

    private static OID cipher(SnmpPrivacy privacy) {
        return switch (privacy) {
            case NONE -> null;
            case DES -> PrivDES.ID;
            case AES128 -> PrivAES128.ID;
            case AES192 -> PrivAES192.ID;
            case AES256 -> PrivAES256.ID;
            case AES192C -> PrivAES192With3DESKeyExtension.ID;
            case AES256C -> PrivAES256With3DESKeyExtension.ID;
        };
    }
}
