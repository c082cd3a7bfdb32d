package org.cadastre.collect.snmp.internal.protocol;

import java.time.Duration;
import java.util.List;

/**
 * How long a question waits for its answer.
 *
 * @param waits one for each time that it is sent, growing, because an agent that is slow does not become faster by more questions
 * @param silences so many questions in a row without an answer, all their repetitions included, and the agent counts as gone
 */
public record Patience(List<Duration> waits, int silences) {

    public static final Patience USUAL = new Patience(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), 2);

    public Patience {
        waits = List.copyOf(waits);
    }

    /** For questions that need not be answered: sent twice, and the first silence is enough. */
    public Patience less() {
        return new Patience(waits.subList(0, Math.min(2, waits.size())), 1);
    }
}
