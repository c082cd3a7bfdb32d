package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.UserDirectories;
import org.cadastre.cli.terminal.SecretInput;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.collect.Credential;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
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

    /** RFC 3414, 11.2. */
    private static final int SHORTEST_SNMP_PASSWORD = 8;

    private final Terminal terminal;
    private final Services services;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", descriptionKey = "credential.name")
    private String name;

    @Option(names = "--user", paramLabel = "USER", descriptionKey = "credential.user")
    private String user;

    @Option(names = "--password", descriptionKey = "credential.password")
    private boolean password;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "credential.key")
    private Path key;

    @Option(names = "--agent", descriptionKey = "credential.agent")
    private boolean agent;

    @Option(names = "--passphrase", descriptionKey = "credential.passphrase")
    private boolean passphrase;

    @Option(names = "--community", descriptionKey = "credential.community")
    private boolean community;

    @Option(names = "--snmp", descriptionKey = "credential.snmp")
    private boolean snmp;

    @Option(names = "--auth", paramLabel = "DIGEST", descriptionKey = "credential.auth")
    private SnmpAuthentication authentication;

    @Option(names = "--priv", paramLabel = "CIPHER", descriptionKey = "credential.priv")
    private SnmpPrivacy privacy;

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
        boolean isPrivateKey = key != null && !agent;
        if (Stream.of(password, isPrivateKey, agent, community, snmp).filter(chosen -> chosen).count() != 1) {
            throw new ParameterException(spec.commandLine(), Messages.text("credential.oneKind"));
        }
        if (community != (user == null)) {
            throw new ParameterException(spec.commandLine(), Messages.text(community ? "credential.noUser" : "credential.needsUser"));
        }
        if (passphrase && !isPrivateKey) {
            throw new CommandException(Messages.text("credential.noKey"));
        }
        if ((authentication != null || privacy != null) && !snmp) {
            throw new CommandException(Messages.text("credential.noSnmp"));
        }
        return password ? password() : agent ? agent() : community ? community() : snmp ? snmpUser() : privateKey();
    }

    private Credential community() throws CommandException, IOException {
        return new Credential.Community(name, new SecretInput(terminal).read(Messages.text("credential.ask.community", name)));
    }

    /** A user who is not authenticated has no secret; one whose messages are encrypted has two. */
    private Credential snmpUser() throws CommandException, IOException {
        SnmpPrivacy cipher = privacy == null ? SnmpPrivacy.NONE : privacy;
        SnmpAuthentication digest = authentication == null ? SnmpAuthentication.NONE : authentication;
        if (cipher != SnmpPrivacy.NONE && digest == SnmpAuthentication.NONE) {
            throw new CommandException(Messages.text("credential.privNeedsAuth"));
        }
        return new Credential.SnmpUser(name, user, digest, digest == SnmpAuthentication.NONE ? new char[0] : snmpPassword("authentication"),
                cipher, cipher == SnmpPrivacy.NONE ? new char[0] : snmpPassword("privacy"));
    }

    private char[] snmpPassword(String purpose) throws CommandException, IOException {
        char[] secret = new SecretInput(terminal).read(Messages.text("credential.ask." + purpose, user));
        if (secret.length < SHORTEST_SNMP_PASSWORD) {
            Arrays.fill(secret, '\0');
            throw new CommandException(Messages.text("credential.shortSnmpPassword", SHORTEST_SNMP_PASSWORD));
        }
        return secret;
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
