package org.cadastre.collect.unix;

import org.cadastre.collect.CollectionException;

/**
 * A way to run a script in a POSIX shell on one host: the seam between the probe and the protocols that carry it.
 *
 * <p>An implementation
 * <ul>
 * <li>starts {@code /bin/sh -s}; where a login shell of the account's own stands between (SSH), it sends the command
 * {@code exec /bin/sh -s}, which sh, csh and fish understand alike, and waits for a sign that there is a shell;
 * <li>writes the script to standard input <em>while</em> it reads standard output (either side may block otherwise),
 * then closes standard input;
 * <li>asks for no terminal; reads standard error to nowhere;
 * <li>stops at the limits with what it has, and ends the shell;
 * <li>ends the shell and everything it started when its thread is interrupted.
 * </ul>
 */
@FunctionalInterface
public interface Shell {

    /**
     * Runs a script.
     *
     * @param script text of a POSIX sh script, UTF-8, ended by a line feed
     * @return what came back, whole or cut; a transcript that is cut is no error
     * @throws CollectionException when the shell could not be started at all
     */
    Transcript run(byte[] script, Limits limits) throws CollectionException, InterruptedException;
}
