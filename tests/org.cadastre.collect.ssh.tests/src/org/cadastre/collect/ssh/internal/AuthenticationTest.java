package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class AuthenticationTest {

    private static final String PASSPHRASE = "open sesame ünd so";

    @TempDir
    static Path directory;
    private static TestUser user;
    private static TestUser other;
    private static Sshd sshd;
    private static Sshd interactive;
    private static Path right;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() throws Exception {
        Sshd.require();
        user = new TestUser("cada", "/bin/sh");
        other = new TestUser("cadb", "/bin/sh");
        sshd = Sshd.start(directory.resolve("sshd"), List.of("ed25519"), "PasswordAuthentication yes",
                "KbdInteractiveAuthentication no", "MaxAuthTries 3");
        interactive = Sshd.start(directory.resolve("interactive"), List.of("ed25519"), "PasswordAuthentication no",
                "KbdInteractiveAuthentication yes");
        right = directory.resolve("right");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", right.toString());
        sshd.authorize(right);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] { sshd, interactive, user, other }) {
            if (part != null) {
                part.close();
            }
        }
    }

    /** Name, then the command that writes a private key to the file at its end; KEY stands for the file, PASS for the passphrase. */
    static Stream<List<String>> kindsOfKeys() {
        return Stream.of(
                List.of("ed25519", "ssh-keygen -q -t ed25519 -N 'PASS' -f KEY"),
                List.of("rsa", "ssh-keygen -q -t rsa -b 2048 -N 'PASS' -f KEY"),
                List.of("rsa-pem", "ssh-keygen -q -t rsa -b 2048 -m PEM -N 'PASS' -f KEY"),
                List.of("rsa-pkcs8", "ssh-keygen -q -t rsa -b 2048 -m PKCS8 -N 'PASS' -f KEY"),
                List.of("ecdsa256", "ssh-keygen -q -t ecdsa -b 256 -N 'PASS' -f KEY"),
                List.of("ecdsa384", "ssh-keygen -q -t ecdsa -b 384 -N 'PASS' -f KEY"),
                List.of("ecdsa521", "ssh-keygen -q -t ecdsa -b 521 -N 'PASS' -f KEY"),
                List.of("ecdsa-pem", "ssh-keygen -q -t ecdsa -b 256 -m PEM -N 'PASS' -f KEY"),
                List.of("ecdsa-pkcs8", "ssh-keygen -q -t ecdsa -b 256 -m PKCS8 -N 'PASS' -f KEY"),
                List.of("ed25519-gcm", "ssh-keygen -q -t ed25519 -Z aes256-gcm@openssh.com -N 'PASS' -f KEY"));
    }

    @ParameterizedTest
    @MethodSource("kindsOfKeys")
    void everyKindOfKeyLogsIn(List<String> kind) throws Exception {
        assertEquals("in", logIn(key(kind, ""), ""));
    }

    @ParameterizedTest
    @MethodSource("kindsOfKeys")
    void everyKindOfEncryptedKeyLogsInWithItsPassphrase(List<String> kind) throws Exception {
        assertEquals("in", logIn(key(kind, PASSPHRASE), PASSPHRASE));
    }

    @ParameterizedTest
    @MethodSource("kindsOfKeys")
    void aWrongPassphraseIsToldAndNothingIsSentForIt(List<String> kind) throws Exception {
        Path file = key(kind, PASSPHRASE);
        CollectionException wrong = visitor.failure(sshd.port, privateKey("k", "root", file, "tell-nobody"));
        assertTrue(wrong.getMessage().contains(file + " cannot be decrypted"), wrong.getMessage());
        CollectionException none = visitor.failure(sshd.port, privateKey("k", "root", file, ""));
        assertTrue(none.getMessage().contains(file + " is encrypted and the credential has no passphrase"), none.getMessage());
        assertFalse(visitor.audit.toString().contains("authenticate"));
        assertNoSecret("tell-nobody", wrong);
    }

    @Test
    void keysThatOpensslWroteLogIn() throws Exception {
        for (String command : List.of(
                "openssl genpkey -algorithm ed25519 -out KEY",
                "openssl genpkey -algorithm ed25519 -aes256 -pass 'pass:PASS' -out KEY",
                "openssl ecparam -name secp384r1 -genkey -out KEY",
                "openssl genrsa -traditional -aes128 -passout 'pass:PASS' -out KEY 2048",
                "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out KEY")) {
            Path file = directory.resolve("openssl" + Math.abs(command.hashCode()));
            Commands.run("sh", "-c", command.replace("KEY", file.toString()).replace("PASS", PASSPHRASE));
            String passphrase = command.contains("PASS") ? PASSPHRASE : "";
            Files.writeString(Path.of(file + ".pub"),
                    PublicKeys.line(KeyFile.read((Credential.PrivateKey) privateKey("k", "root", file, passphrase)).getPublic()));
            sshd.authorize(file);
            assertEquals("in", visitor.run(sshd.port, "echo in", privateKey("k", "root", file, passphrase)).strip(), command);
        }
    }

    @Test
    void aPublicKeyBesideTheFileDoesNotMatter() throws Exception {
        Path file = directory.resolve("lonely");
        Commands.run("cp", right.toString(), file.toString());
        Files.writeString(Path.of(file + ".pub"), "ssh-ed25519 nonsense");
        assertEquals("in", visitor.run(sshd.port, "echo in", privateKey("k", "root", file, "")).strip());
    }

    @Test
    void aPasswordLogsIn() throws Exception {
        assertEquals(user.name, visitor.run(sshd.port, "whoami", password("pw", user)).strip());
        assertNoSecret(user.password, null);
        assertTrue(visitor.audit.contains("authenticate as " + user.name + " with a password (credential pw)"), visitor.audit.toString());
    }

    @Test
    void aPasswordAnswersTheOnlyPrompt() throws Exception {
        assertEquals(user.name, visitor.run(interactive.port, "whoami", password("pw", user)).strip());
        assertNoSecret(user.password, null);
    }

    @Test
    void aWrongPasswordIsSentOnceAndTold() throws Exception {
        String secret = "wrong-" + System.nanoTime();
        for (Sshd server : List.of(sshd, interactive)) {
            CollectionException failure = visitor.failure(server.port,
                    new Credential.Password("pw", user.name, secret.toCharArray()));
            assertEquals(TargetResult.ACCESS_DENIED, failure.result());
            assertTrue(failure.getMessage().contains("credential pw: user " + user.name + " or the password is wrong"),
                    failure.getMessage());
            assertNoSecret(secret, failure);
            assertFalse(server.log().contains(secret));
        }
        assertEquals(1, sshd.log().lines().filter(line -> line.contains("Failed password for " + user.name)).count());
    }

    @Test
    void aKeyThatIsNotAuthorizedIsNamedByItsFingerprint() throws Exception {
        Path file = directory.resolve("stranger");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString());
        CollectionException failure = visitor.failure(sshd.port, privateKey("stranger", "root", file, ""));
        assertEquals(TargetResult.ACCESS_DENIED, failure.result());
        String fingerprint = Commands.run("ssh-keygen", "-l", "-f", file.toString()).split(" ")[1];
        assertTrue(failure.getMessage().contains("the host refuses key " + fingerprint + " for user root"), failure.getMessage());
    }

    @Test
    void credentialsAreTriedInOrderAndTheAcceptedOneIsReported() throws Exception {
        Path stranger = directory.resolve("stranger2");
        Commands.run("ssh-keygen", "-q", "-t", "rsa", "-N", "", "-f", stranger.toString());
        try (SshSession session = visitor.open(sshd.port,
                privateKey("missing", "root", directory.resolve("nowhere"), ""),
                privateKey("stranger", "root", stranger, ""),
                new Credential.Password("wrong", other.name, "no".toCharArray()),
                password("good", user),
                privateKey("late", "root", right, ""))) {
            assertEquals(Optional.of("good"), session.credential());
        }
        assertFalse(visitor.audit.toString().contains("late"));
    }

    @Test
    void aServerThatHangsUpAfterSomeRefusalsIsDialledAgain() throws Exception {
        Credential[] credentials = new Credential[6];
        for (int i = 0; i < 5; i++) {
            Path stranger = directory.resolve("many" + i);
            Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", stranger.toString());
            credentials[i] = privateKey("many" + i, "root", stranger, "");
        }
        credentials[5] = privateKey("right", "root", right, "");
        try (SshSession session = visitor.open(sshd.port, credentials)) {
            assertEquals(Optional.of("right"), session.credential());
        }
    }

    @Test
    void allRefusedCredentialsAreTold() throws Exception {
        CollectionException failure = visitor.failure(sshd.port,
                privateKey("missing", "root", directory.resolve("nowhere"), ""),
                new Credential.Password("wrong", other.name, "no".toCharArray()));
        assertEquals(TargetResult.ACCESS_DENIED, failure.result());
        assertTrue(failure.getMessage().contains("credential missing: key file " + directory.resolve("nowhere") + " does not exist"),
                failure.getMessage());
        assertTrue(failure.getMessage().contains("credential wrong: user " + other.name), failure.getMessage());
    }

    @Test
    void aMethodThatTheHostDoesNotTakeIsNotTried() throws Exception {
        try (Sshd keysOnly = Sshd.start(directory.resolve("keysonly"), List.of("ed25519"), "PasswordAuthentication no",
                "KbdInteractiveAuthentication no")) {
            CollectionException failure = visitor.failure(keysOnly.port, password("pw", user));
            assertEquals(TargetResult.ACCESS_DENIED, failure.result());
            assertTrue(failure.getMessage().contains("the host takes only publickey"), failure.getMessage());
            assertFalse(visitor.audit.toString().contains("authenticate"), visitor.audit.toString());
        }
    }

    @Test
    void aHostThatWantsTwoCredentialsGetsBoth() throws Exception {
        try (Sshd both = Sshd.start(directory.resolve("both"), List.of("ed25519"), "PasswordAuthentication yes",
                "AuthenticationMethods publickey,password")) {
            both.authorize(right);
            Commands.run("chmod", "755", directory.toString()); // sshd reads it with the user's rights
            Credential key = privateKey("key", user.name, right, "");
            CollectionException failure = visitor.failure(both.port, key);
            assertTrue(failure.getMessage().contains("wants a second credential"), failure.getMessage());
            assertEquals("in", visitor.run(both.port, "echo in", key, password("pw", user)).strip());
        }
    }

    @Test
    void noCredentialForSshIsNotAttempted() {
        CollectionException failure = visitor.failure(sshd.port);
        assertEquals(TargetResult.NOT_ATTEMPTED, failure.result());
        assertTrue(visitor.audit.isEmpty());
    }

    @Test
    void theSecretsOfTheCredentialsStayWithTheCaller() throws Exception {
        Credential.Password credential = (Credential.Password) password("pw", user);
        visitor.run(sshd.port, "true", credential);
        assertEquals(user.password, new String(credential.password()));
    }

    private Path key(List<String> kind, String passphrase) throws Exception {
        Path file = directory.resolve(kind.get(0) + (passphrase.isEmpty() ? "" : "-encrypted"));
        if (!Files.exists(file)) {
            Commands.run("sh", "-c", kind.get(1).replace("KEY", file.toString()).replace("PASS", passphrase));
            sshd.authorize(file);
        }
        return file;
    }

    private String logIn(Path file, String passphrase) throws Exception {
        String output = visitor.run(sshd.port, "echo in", privateKey("k", "root", file, passphrase)).strip();
        String fingerprint = Commands.run("ssh-keygen", "-l", "-f", file + ".pub").split(" ")[1];
        assertTrue(visitor.audit.contains("authenticate as root with key " + fingerprint + " (credential k)"), visitor.audit.toString());
        return output;
    }

    private void assertNoSecret(String secret, CollectionException failure) {
        assertFalse(visitor.audit.toString().contains(secret));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause).contains(secret), cause.toString());
        }
    }

    static Credential password(String name, TestUser user) {
        return new Credential.Password(name, user.name, user.password.toCharArray());
    }

    static Credential privateKey(String name, String user, Path file, String passphrase) {
        return new Credential.PrivateKey(name, user, file,
                passphrase.isEmpty() ? Optional.empty() : Optional.of(passphrase.toCharArray()));
    }
}
