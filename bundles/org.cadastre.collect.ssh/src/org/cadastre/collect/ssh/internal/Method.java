package org.cadastre.collect.ssh.internal;

import java.security.KeyPair;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cadastre.collect.Credential;

import net.schmizz.sshj.userauth.keyprovider.KeyPairWrapper;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/** How one credential is shown to a device. {@link #toString()} names the credential for messages. */
sealed interface Method {

    static Method of(Credential credential, KeyRing keys) {
        return switch (credential) {
            case Credential.Password password -> new ByPassword(password);
            case Credential.PrivateKey key -> new ByKey(key, keys);
            case Credential.Agent agent -> new ByAgent(agent, keys);
            case Credential.Community community -> throw new IllegalArgumentException(community.toString());
            case Credential.SnmpUser snmpUser -> throw new IllegalArgumentException(snmpUser.toString());
        };
    }

    String user();

    /** Reads what the credential names. */
    void prepare() throws UnusableKeyException;

    /** Whether it is one of the methods (RFC 4252) that the device takes. */
    boolean fits(Collection<String> allowed);

    /** What is shown, for the audit log. */
    String evidence();

    AuthMethod on(Collection<String> allowed);

    /**
     * Whether it is worth another connection, now that the device hung up on this one.
     *
     * @param fresh nothing else was tried on this one
     */
    default boolean deservesAnother(boolean fresh) {
        return !fresh;
    }

    /**
     * Why it was refused, and what to do.
     *
     * @param partly the device took it, but wants another one besides
     */
    String refusal(boolean partly);

    /** A password, sent as such or as the answer to the prompt for it, once only: servers count wrong ones. */
    final class ByPassword implements Method {

        private final Credential.Password credential;
        private Optional<PasswordPrompt> prompt = Optional.empty();

        ByPassword(Credential.Password credential) {
            this.credential = credential;
        }

        @Override
        public String user() {
            return credential.user();
        }

        @Override
        public void prepare() {
            // Nothing to read.
        }

        @Override
        public boolean fits(Collection<String> allowed) {
            return allowed.contains("password") || allowed.contains("keyboard-interactive");
        }

        @Override
        public String evidence() {
            return "a password (credential " + credential.name() + ")";
        }

        @Override
        public AuthMethod on(Collection<String> allowed) {
            if (allowed.contains("password")) {
                return new OncePassword(PasswordUtils.createOneOff(credential.password().clone()));
            }
            PasswordPrompt answers = new PasswordPrompt(credential.password());
            prompt = Optional.of(answers);
            return new AuthKeyboardInteractive(answers);
        }

        @Override
        public String refusal(boolean partly) {
            return prompt.flatMap(PasswordPrompt::unanswered)
                    .map("the host asks \"%s\" besides the password, which Cadastre cannot answer"::formatted)
                    .orElse(partly ? "the password is right, but the host wants a second credential of %s".formatted(user())
                            : "user %s or the password is wrong, or the password has expired".formatted(user()));
        }

        @Override
        public String toString() {
            return "credential " + credential.name();
        }
    }

    /** A private key. */
    final class ByKey implements Method {

        private final Credential.PrivateKey credential;
        private final KeyRing ring;
        private Optional<KeyPair> keys = Optional.empty();

        ByKey(Credential.PrivateKey credential, KeyRing ring) {
            this.credential = credential;
            this.ring = ring;
        }

        @Override
        public String user() {
            return credential.user();
        }

        @Override
        public void prepare() throws UnusableKeyException {
            keys = Optional.of(ring.key(credential));
        }

        @Override
        public boolean fits(Collection<String> allowed) {
            return allowed.contains("publickey");
        }

        @Override
        public String evidence() {
            return "key " + fingerprint() + " (credential " + credential.name() + ")";
        }

        @Override
        public AuthMethod on(Collection<String> allowed) {
            return new AuthPublickey(new KeyPairWrapper(keys.orElseThrow()));
        }

        @Override
        public String refusal(boolean partly) {
            return partly ? "the key is right, but the host wants a second credential of %s".formatted(user())
                    : "the host refuses key %s for user %s; add it to the user's authorized_keys".formatted(fingerprint(), user());
        }

        @Override
        public String toString() {
            return "credential " + credential.name();
        }

        private String fingerprint() {
            return PublicKeys.fingerprint(keys.orElseThrow().getPublic());
        }
    }

    /** The keys of an agent, one after the other. */
    final class ByAgent implements Method {

        private final Credential.Agent credential;
        private final KeyRing ring;
        private List<Agent.Key> keys = List.of();
        private Optional<AgentLogin> login = Optional.empty();

        ByAgent(Credential.Agent credential, KeyRing ring) {
            this.credential = credential;
            this.ring = ring;
        }

        @Override
        public String user() {
            return credential.user();
        }

        @Override
        public void prepare() throws UnusableKeyException {
            keys = ring.keys(credential);
            login = Optional.of(new AgentLogin(ring.agent(), keys));
        }

        @Override
        public boolean fits(Collection<String> allowed) {
            return allowed.contains("publickey");
        }

        @Override
        public String evidence() {
            return "the agent's %s (credential %s)".formatted(fingerprints(), credential.name());
        }

        @Override
        public AuthMethod on(Collection<String> allowed) {
            return login.orElseThrow();
        }

        @Override
        public boolean deservesAnother(boolean fresh) {
            return login.orElseThrow().goOn(fresh);
        }

        @Override
        public String refusal(boolean partly) {
            return login.flatMap(AgentLogin::problem).map(UnusableKeyException::getMessage)
                    .orElse(partly ? "a key of the agent is right, but the host wants a second credential of %s".formatted(user())
                            : "the host refuses the agent's %s for user %s; add one to the user's authorized_keys"
                                    .formatted(fingerprints(), user()));
        }

        @Override
        public String toString() {
            return "credential " + credential.name();
        }

        private String fingerprints() {
            return (keys.size() == 1 ? "key " : "keys ")
                    + keys.stream().map(key -> PublicKeys.fingerprint(key.blob())).collect(Collectors.joining(", "));
        }
    }

    /** Asks for the password once; a request to change it (RFC 4252, 8) is a refusal. */
    final class OncePassword extends AuthPassword {

        OncePassword(PasswordFinder password) {
            super(password, null);
        }

        @Override
        public boolean shouldRetry() {
            return false;
        }
    }
}
