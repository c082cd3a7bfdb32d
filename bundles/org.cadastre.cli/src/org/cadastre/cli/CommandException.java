package org.cadastre.cli;

/** A command cannot be carried out. The message is one line for the user: what, where, what to do. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
