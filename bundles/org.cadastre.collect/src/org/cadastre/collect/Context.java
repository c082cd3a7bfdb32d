package org.cadastre.collect;

import java.time.Instant;
import java.util.List;

/**
 * What a collector is given for one target. Used by that target's thread only.
 *
 * @param credentials those the operator chose for the scan, in the order to try them; the collector picks the kinds it knows
 * @param audit takes down everything that is sent to the device
 * @param hostKeys the host keys that the estate knows
 * @param deadline when the thread will be interrupted; a collector plans its own limits to end before
 * @param common what the targets of the scan have in common
 * @param texts absolute paths of files whose text the operator wants, with wildcards as in a shell; for collectors that read files
 */
public record Context(List<Credential> credentials, AuditLog audit, HostKeys hostKeys, Instant deadline, Common common,
        List<String> texts) {

    public Context {
        credentials = List.copyOf(credentials);
        texts = List.copyOf(texts);
    }

    /** For an operator who wants no texts. */
    public Context(List<Credential> credentials, AuditLog audit, HostKeys hostKeys, Instant deadline, Common common) {
        this(credentials, audit, hostKeys, deadline, common, List.of());
    }

    /** For a target on its own, with nothing in common with others. */
    public Context(List<Credential> credentials, AuditLog audit, HostKeys hostKeys, Instant deadline) {
        this(credentials, audit, hostKeys, deadline, new Common());
    }
}
