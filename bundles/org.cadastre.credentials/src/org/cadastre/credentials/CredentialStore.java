package org.cadastre.credentials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialDescription.Kind;
import org.cadastre.credentials.internal.Entry;
import org.cadastre.credentials.internal.SecretKeyFile;
import org.cadastre.credentials.internal.SnmpUserSecret;
import org.cadastre.credentials.internal.StoreFile;
import org.osgi.service.component.annotations.Component;

/**
 * Named credentials of the user who runs Cadastre, in his configuration directory, encrypted (docs/credentials.md says what
 * that protects against). Every call reads the file anew, every change is made under a lock, so that a workbench and command
 * lines that run at the same time see each other's changes. Never asks the user. Thread-safe.
 *
 * <pre>{@code
 * try (Credential credential = store.get("ops")) {
 *     scan(credential);
 * }
 * }</pre>
 */
@Component(service = CredentialStore.class)
public final class CredentialStore {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StoreFile file;
    private final SecretKeyFile key;

    /** The store of this user: the directory is told in docs/credentials.md. */
    public CredentialStore() {
        this(ConfigurationDirectory.ofUser());
    }

    /** @param directory made at the first use */
    public CredentialStore(Path directory) {
        file = new StoreFile(directory);
        key = new SecretKeyFile(directory);
    }

    /** All names, sorted. */
    public List<String> names() throws CredentialException {
        return file.read().stream().map(Entry::name).sorted().toList();
    }

    /** @throws CredentialException also when there is none of the name */
    public CredentialDescription describe(String name) throws CredentialException {
        return find(name).description();
    }

    /**
     * The credential with its secret. The caller closes it, which blanks the secret.
     *
     * @throws CredentialException also when there is none of the name
     */
    public Credential get(String name) throws CredentialException {
        Entry entry = find(name);
        CredentialDescription description = entry.description();
        Optional<char[]> secret = key.decrypt(entry);
        return switch (description.kind()) {
            case PASSWORD -> new Credential.Password(name, description.user(), secret.orElseGet(() -> new char[0]));
            case PRIVATE_KEY ->
                new Credential.PrivateKey(name, description.user(), description.keyFile().orElseThrow(), secret);
            case AGENT -> new Credential.Agent(name, description.user(), description.keyFile());
            case COMMUNITY -> new Credential.Community(name, secret.orElseGet(() -> new char[0]));
            case SNMP_USER -> SnmpUserSecret.open(description, secret.orElseGet(() -> new char[0]));
        };
    }

    /**
     * Adds a credential under its name. Copies the secret; closing the credential stays with the caller.
     *
     * @throws CredentialException also when the name is taken or cannot be one
     */
    public void add(Credential credential) throws CredentialException {
        CredentialDescription description = description(credential);
        Optional<char[]> secret = switch (credential) {
            case Credential.Password password -> Optional.of(password.password());
            case Credential.PrivateKey privateKey -> privateKey.passphrase();
            case Credential.Agent agent -> Optional.empty();
            case Credential.Community community -> Optional.of(community.community());
            case Credential.SnmpUser snmpUser -> Optional.of(SnmpUserSecret.of(snmpUser));
        };
        file.change(entries -> {
            if (entries.stream().anyMatch(entry -> entry.name().equals(description.name()))) {
                throw new CredentialException(
                        "there is a credential %s already; remove it first, or choose another name".formatted(description.name()));
            }
            List<Entry> more = new ArrayList<>(entries);
            more.add(key.encrypt(description, secret, entries.stream().noneMatch(entry -> entry.sealed().isPresent())));
            return more;
        });
    }

    /** @return whether there was one of the name */
    public boolean remove(String name) throws CredentialException {
        boolean[] found = new boolean[1];
        file.change(entries -> {
            List<Entry> fewer = entries.stream().filter(entry -> !entry.name().equals(name)).toList();
            found[0] = fewer.size() < entries.size();
            return fewer;
        });
        return found[0];
    }

    private Entry find(String name) throws CredentialException {
        List<Entry> entries = file.read();
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                return entry;
            }
        }
        throw new CredentialException(entries.isEmpty()
                ? "no credential %s; there are none yet, add it with: cadastre credential add %s".formatted(name, name)
                : "no credential %s; there are: %s".formatted(name,
                        String.join(", ", entries.stream().map(Entry::name).sorted().toList())));
    }

    private static CredentialDescription description(Credential credential) throws CredentialException {
        CredentialDescription description = switch (credential) {
            case Credential.Password password ->
                new CredentialDescription(password.name(), Kind.PASSWORD, password.user(), Optional.empty());
            case Credential.PrivateKey privateKey -> new CredentialDescription(privateKey.name(), Kind.PRIVATE_KEY,
                    privateKey.user(), Optional.of(privateKey.file().toAbsolutePath().normalize()));
            case Credential.Agent agent -> new CredentialDescription(agent.name(), Kind.AGENT, agent.user(),
                    agent.publicKey().map(file -> file.toAbsolutePath().normalize()));
            case Credential.Community community ->
                new CredentialDescription(community.name(), Kind.COMMUNITY, "", Optional.empty());
            case Credential.SnmpUser snmpUser ->
                new CredentialDescription(snmpUser.name(), Kind.SNMP_USER, snmpUser.user(), Optional.empty());
        };
        if (!NAME.matcher(description.name()).matches()) {
            throw new CredentialException(
                    "\"%s\" cannot be the name of a credential; use up to 64 letters, digits and . _ @ - and begin with a letter or digit"
                            .formatted(CONTROL.matcher(description.name()).replaceAll("?")));
        }
        if (description.user().isBlank() && description.kind() != Kind.COMMUNITY || CONTROL.matcher(description.toString()).find()) {
            throw new CredentialException("credential %s needs a user name, without control characters".formatted(description.name()));
        }
        return description;
    }
}
