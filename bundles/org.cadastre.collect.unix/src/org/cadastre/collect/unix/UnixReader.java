package org.cadastre.collect.unix;

import java.util.Optional;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.Reading;
import org.cadastre.collect.unix.internal.HostSections;
import org.cadastre.collect.unix.internal.ProbeResult;
import org.cadastre.collect.unix.internal.TranscriptParser;
import org.cadastre.model.TargetResult;

/**
 * Reads a Unix host through a shell: sends the probe, takes its transcript apart, gives the sections. What a collector of a
 * protocol calls once it has a session:
 *
 * <pre>{@code
 * Shell shell = (script, limits) -> session.exec("exec /bin/sh -s", script, limits);
 * Reading reading = new UnixReader().read(shell, "ssh", Optional.of(credential.name()), context);
 * }</pre>
 *
 * <p>Thread-safe; needs some three times the memory of the transcript, at most 72 MiB. Not responsible for the session.
 */
public final class UnixReader {

    /**
     * Runs the probe once and reads all sections of host.xcore.
     *
     * @param protocol provenance of the sections: "local", "ssh"
     * @param credential name of the credential that was accepted
     * @throws CollectionException when what answered is no POSIX shell, or the shell could not be started
     */
    public Reading read(Shell shell, String protocol, Optional<String> credential, Context context)
            throws CollectionException, InterruptedException {
        UnixProbe probe = UnixProbe.create(context.texts());
        context.audit().sent(probe.auditText());
        Transcript transcript = shell.run(probe.script(), UnixProbe.limits(context.deadline()));
        return parse(probe, transcript, protocol, credential);
    }

    /** The second half of {@link #read}: a pure function of the transcript. */
    public Reading parse(UnixProbe probe, Transcript transcript, String protocol, Optional<String> credential)
            throws CollectionException {
        ProbeResult result = TranscriptParser.parse(probe.marker(), transcript)
                .orElseThrow(() -> nothingRead(transcript.ending()));
        HostSections sections = new HostSections(result, protocol);
        return new Reading(sections.device(), sections.observations(), credential);
    }

    private static CollectionException nothingRead(Transcript.Ending ending) {
        return switch (ending) {
            case TIMED_OUT -> new CollectionException(TargetResult.TIMED_OUT,
                    "the host's shell did not begin within the time limit; try a longer one");
            case LOST -> new CollectionException(TargetResult.FAILED, "the connection broke off before anything was read");
            case TOO_LARGE, FINISHED -> new CollectionException(TargetResult.FAILED,
                    "what answered is no POSIX shell; use an account that may run /bin/sh");
        };
    }
}
