package org.cadastre.collect;

/**
 * How messages of SNMPv3 are encrypted: DES (RFC 3414, 8), AES-128 (RFC 3826), AES-192 and AES-256 with keys lengthened as in
 * draft-blumenthal-aes-usm-04, or, for the names that end in C, as in draft-reeder-snmpv3-usm-3desede-00, which Cisco and others use.
 */
public enum SnmpPrivacy {
    NONE, DES, AES128, AES192, AES256, AES192C, AES256C
}
