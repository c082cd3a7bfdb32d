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
import org.cadastre.cli.UserDirectories;
import org.cadastre.cli.terminal.SecretInput;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a credential. The secret is asked for or read from standard input: arguments can be seen by everybody. */
@Command(name = "add")
public final class AddCredentialCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", descriptionKey = "credential.name")
    private String name;

    @Option(names = "--user", required = true, paramLabel = "USER", descriptionKey = "credential.user")
    private String user;

    @Option(names = "--password", descriptionKey = "credential.password")
    private boolean password;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "credential.key")
    private Path key;

    @Option(names = "--agent", descriptionKey = "credential.agent")
    private boolean agent;

    @Option(names = "--passphrase", descriptionKey = "credential.passphrase")
    private boolean passphrase;

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
        if (password ? agent || key != null : !agent && key == null) {
            throw new ParameterException(spec.commandLine(), Messages.text("credential.oneKind"));
        }
        if (passphrase && (agent || key == null)) {
            throw new CommandException(Messages.text("credential.noKey"));
        }
        return password ? password() : agent ? agent() : privateKey();
    }

    private Credential password() throws CommandException, IOException {
        return new Credential.Password(name, user,
                new SecretInput(terminal).read(Messages.text("credential.ask.password", user)));
    }

    /** A "~" that no shell has replaced: there is none on Windows, and others leave it alone behind "--key=". */
    private Path keyFile() {
        return key.startsWith("~") ? UserDirectories.home().resolve(Path.of("~").relativize(key)) : key;
    }

    private Credential privateKey() throws CommandException, IOException {
        Path file = keyFile();
        requireReadable(file);
        Optional<char[]> secret = passphrase
                ? Optional.of(new SecretInput(terminal).read(Messages.text("credential.ask.passphrase", file)))
                : Optional.empty();
        return new Credential.PrivateKey(name, user, file, secret);
    }

    /** The key of an agent is named by its public half, as in ssh_config(5); who names the private one means that beside it. */
    private Credential agent() throws CommandException {
        if (key == null) {
            return new Credential.Agent(name, user, Optional.empty());
        }
        Path half = Path.of(keyFile() + ".pub");
        Path named = Files.isRegularFile(half) ? half : keyFile();
        requireReadable(named);
        return new Credential.Agent(name, user, Optional.of(named));
    }

    private static void requireReadable(Path file) throws CommandException {
        if (!Files.isRegularFile(file)) {
            throw new CommandException(Messages.text("credential.keyMissing", file));
        }
        if (!Files.isReadable(file)) {
            throw new CommandException(Messages.text("credential.keyUnreadable", file));
        }
    }
}
