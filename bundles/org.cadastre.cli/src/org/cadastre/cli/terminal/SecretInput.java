package org.cadastre.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal.Stream;

/** Gets a secret from the user without showing it, or from standard input. Never from the arguments, which others can see. */
public final class SecretInput {

    private static final int LONGEST = 4096;

    private final Terminal terminal;

    public SecretInput(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Asks for a secret twice at a terminal; else reads one line, UTF-8.
     *
     * @param prompt what is asked for
     * @return to be blanked by the caller
     */
    @SuppressWarnings("resource") // standard input stays open
    public char[] read(String prompt) throws CommandException, IOException {
        if (terminal.console().isPresent()) {
            return ask(terminal.console().get(), prompt);
        }
        if (terminal.isInteractive(Stream.IN)) {
            throw new CommandException(Messages.text("secret.visible"));
        }
        return line(terminal.in());
    }

    private static char[] ask(Console console, String prompt) throws CommandException {
        char[] first = console.readPassword("%s: ", prompt);
        char[] second = console.readPassword("%s: ", Messages.text("secret.again"));
        try {
            if (first == null || second == null || first.length == 0) {
                throw new CommandException(Messages.text("secret.none"));
            }
            if (!Arrays.equals(first, second)) {
                throw new CommandException(Messages.text("secret.different"));
            }
            return first.clone();
        } finally {
            blank(first);
            blank(second);
        }
    }

    private static char[] line(InputStream in) throws CommandException, IOException {
        byte[] bytes = new byte[LONGEST];
        CharBuffer characters = CharBuffer.allocate(0);
        try {
            int length = 0;
            for (int next = in.read(); next != -1 && next != '\n'; next = in.read()) {
                if (length == LONGEST) {
                    throw new CommandException(Messages.text("secret.long", LONGEST));
                }
                bytes[length++] = (byte) next;
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            if (length == 0) {
                throw new CommandException(Messages.text("secret.none"));
            }
            characters = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return Arrays.copyOf(characters.array(), characters.limit());
        } catch (CharacterCodingException other) {
            throw new CommandException(Messages.text("secret.encoding"));
        } finally {
            Arrays.fill(bytes, (byte) 0);
            blank(characters.array());
        }
    }

    private static void blank(char[] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
