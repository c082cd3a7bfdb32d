package org.cadastre.collect.unix.internal;

import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.unix.Transcript;

/**
 * A transcript taken apart.
 *
 * @param privilege rights of the account: root or user
 * @param shellId process id of the shell that ran the probe, so that it can be told from the host's own processes
 * @param answers the commands' answers by name
 * @param finished the probe ran to its last line
 * @param ending why the output ended
 */
public record ProbeResult(String privilege, int shellId, Map<String, CommandOutput> answers, boolean finished,
        Transcript.Ending ending) {

    public ProbeResult {
        answers = Map.copyOf(answers);
    }

    public Optional<CommandOutput> answer(String name) {
        return Optional.ofNullable(answers.get(name));
    }
}
