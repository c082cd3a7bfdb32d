package org.cadastre.scan;

import java.time.Duration;
import java.util.List;

import org.cadastre.collect.Credential;
import org.cadastre.model.Purpose;

/**
 * What to read, why, and with what.
 *
 * @param label unique within the estate
 * @param operator who takes the snapshot
 * @param ticket number of the job; may be empty
 * @param targets as the operator gives them: local, HOST, HOST:PORT, a range, or "!" and a range that nothing is sent to
 * @param credentials to be tried, in this order; the caller closes them after the scan
 * @param limit time for one target
 * @param concurrency how many targets are read at once, at least 1
 * @param discovery how addresses are looked for that were not named one by one
 * @param texts absolute paths of files on Unix hosts whose text is to be read, with wildcards as in a shell
 */
public record ScanRequest(String label, Purpose purpose, String operator, String ticket, List<String> targets,
        List<Credential> credentials, Duration limit, int concurrency, List<String> texts, Discovery discovery) {

    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);
    public static final int DEFAULT_CONCURRENCY = 32;

    public ScanRequest {
        targets = List.copyOf(targets);
        credentials = List.copyOf(credentials);
        texts = List.copyOf(texts);
        for (String path : texts) {
            if (!path.startsWith("/") || path.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(path + " is no absolute path");
            }
        }
    }

    /** The same for other targets. */
    ScanRequest withTargets(List<String> others) {
        return new ScanRequest(label, purpose, operator, ticket, others, credentials, limit, concurrency, texts, discovery);
    }

    /** With the usual discovery. */
    public ScanRequest(String label, Purpose purpose, String operator, String ticket, List<String> targets,
            List<Credential> credentials, Duration limit, int concurrency, List<String> texts) {
        this(label, purpose, operator, ticket, targets, credentials, limit, concurrency, texts, Discovery.usual());
    }

    /** Without the text of any file. */
    public ScanRequest(String label, Purpose purpose, String operator, String ticket, List<String> targets,
            List<Credential> credentials, Duration limit, int concurrency) {
        this(label, purpose, operator, ticket, targets, credentials, limit, concurrency, List.of());
    }
}
