package org.cadastre.collect;

/** How messages of SNMPv3 are authenticated: HMAC with MD5 and SHA-1 (RFC 3414, 6 and 7) or SHA-2 (RFC 7860). */
public enum SnmpAuthentication {
    NONE, MD5, SHA, SHA224, SHA256, SHA384, SHA512
}
