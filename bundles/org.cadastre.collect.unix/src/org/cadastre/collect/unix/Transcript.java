package org.cadastre.collect.unix;

/**
 * Everything that a host wrote to standard output while a script ran, and why the output ended. Standard error is not
 * part of it: the probe carries the messages of its commands in its own frames.
 *
 * @param bytes as they came; not copied
 * @param ending only {@link Ending#FINISHED} promises that nothing is missing at the end
 */
public record Transcript(byte[] bytes, Ending ending) {

    /** Why there is no more output. */
    public enum Ending {
        /** The shell closed its output. */
        FINISHED,
        /** The time of {@link Limits} ran out. */
        TIMED_OUT,
        /** The host wrote more than the bytes of {@link Limits}. */
        TOO_LARGE,
        /** The connection broke off. */
        LOST
    }
}
