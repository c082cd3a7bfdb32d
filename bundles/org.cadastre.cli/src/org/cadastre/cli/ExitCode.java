package org.cadastre.cli;

/** What the shell is told, as diff(1) does it. */
public final class ExitCode {

    /** Done; nothing changed. */
    public static final int OK = 0;
    /** Something changed, or some of the targets were not read. */
    public static final int DIFFERENT = 1;
    /** It could not be done, or not be told. */
    public static final int TROUBLE = 2;
    /** The user pressed Ctrl-C: 128 + SIGINT, as shells have it. */
    public static final int CANCELLED = 130;

    private ExitCode() {
    }
}
