package org.cadastre.collect.unix.internal;

import java.util.regex.Pattern;

/**
 * Files below /etc that no person writes: programs keep their own state there against the Filesystem Hierarchy Standard. Their
 * contents change by themselves, so that size and fingerprint say nothing; some come and go and are left out altogether.
 */
final class RewrittenFiles {

    /** Locks, editors' and package managers' passing files, sockets, logs. */
    private static final Pattern PASSING = Pattern.compile(
            ".*(/\\.pwd\\.lock|\\.lock|\\.lck|\\.pid|\\.sw[a-p]|~|/#[^/]*#|/\\.#[^/]*|\\.log|\\.dpkg-(new|tmp)|/\\.updated"
                    + "|/ssl/certs/[0-9a-f]{8}\\.\\d+|/lvm/(archive|backup|cache)/.+|/pve/.*|/printers\\.conf\\.O|/subscriptions\\.conf.*)");
    /** Clock drift, caches, leases, databases of running programs, generated lists. */
    private static final Pattern REWRITTEN = Pattern.compile(
            "/etc/(adjtime|mtab|blkid(\\.tab|/.*)|fake-hwclock\\.data|prelink\\.cache|printcap|cups/(printers|classes|lpoptions)(\\.conf)?|random-seed)"
                    + "|.*(drift|/cache/[^/]+|\\.tdb|\\.ldb|/ipp\\.txt|-status\\.txt|/lvmlocal\\.seqno|\\.cache|/samba/.*\\.dat"
                    + "|/NetworkManager/.*(seen-bssids|timestamps)|/spwd\\.db|/krb5\\.keytab)");

    private RewrittenFiles() {
    }

    static boolean isPassing(String path) {
        return path.length() > 4096 || PASSING.matcher(path).matches();
    }

    static boolean isRewritten(String path) {
        return REWRITTEN.matcher(path).matches();
    }
}
