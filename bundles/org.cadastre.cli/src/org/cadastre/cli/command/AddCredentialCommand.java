package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.SecretInput;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialException;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a credential. The secret is asked for or read from standard input: arguments can be seen by everybody. */
@Command(name = "add")
public final class AddCredentialCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;

    @Parameters(paramLabel = "NAME", descriptionKey = "credential.name")
    private String name;

    @Option(names = "--user", required = true, paramLabel = "USER", descriptionKey = "credential.user")
    private String user;

    @ArgGroup(multiplicity = "1")
    private Kind kind;

    @Option(names = "--passphrase", descriptionKey = "credential.passphrase")
    private boolean passphrase;

    /** One of the two. */
    private static final class Kind {

        @Option(names = "--password", required = true, descriptionKey = "credential.password")
        private boolean password;

        @Option(names = "--key", required = true, paramLabel = "FILE", descriptionKey = "credential.key")
        private Path key;
    }

    public AddCredentialCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws CommandException, CredentialException, IOException {
        if (services.credentials().names().contains(name)) {
            throw new CommandException(Messages.text("credential.taken", name));
        }
        try (Credential credential = credential()) {
            services.credentials().add(credential);
        }
        terminal.note(Messages.text("credential.added", name));
        return ExitCode.OK;
    }

    private Credential credential() throws CommandException, IOException {
        return kind.password ? password() : privateKey();
    }

    private Credential password() throws CommandException, IOException {
        if (passphrase) {
            throw new CommandException(Messages.text("credential.noKey"));
        }
        return new Credential.Password(name, user,
                new SecretInput(terminal).read(Messages.text("credential.ask.password", user)));
    }

    private Credential privateKey() throws CommandException, IOException {
        if (!Files.isRegularFile(kind.key)) {
            throw new CommandException(Messages.text("credential.keyMissing", kind.key));
        }
        if (!Files.isReadable(kind.key)) {
            throw new CommandException(Messages.text("credential.keyUnreadable", kind.key));
        }
        Optional<char[]> secret = passphrase
                ? Optional.of(new SecretInput(terminal).read(Messages.text("credential.ask.passphrase", kind.key)))
                : Optional.empty();
        return new Credential.PrivateKey(name, user, kind.key, secret);
    }
}
