package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins with keys that a real ssh-agent holds. */
@Timeout(60)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class AgentTest {

    private static final Credential ANY = new Credential.Agent("mine", "root", Optional.empty());

    @TempDir
    Path directory;
    private Sshd sshd;
    private AgentProgram program;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(directory, List.of("ed25519"), "MaxAuthTries 3", "TrustedUserCAKeys " + directory.resolve("ca.pub"));
        program = new AgentProgram(directory.resolve("agent"));
        visitor = new Visitor(program.client());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] { sshd, program }) {
            if (part != null) {
                part.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ed25519", "rsa", "ecdsa" })
    void everyKindOfKeyInTheAgentLogsIn(String type) throws Exception {
        Path key = key("known", type);
        sshd.authorize(key);
        program.add(key);
        Files.delete(key); // the agent alone has it now
        assertEquals("in", logIn(ANY));
        assertTrue(visitor.audit.contains("authenticate as root with the agent's key " + fingerprint(key) + " (credential mine)"),
                visitor.audit.toString());
    }

    @Test
    void aCertificateInTheAgentLogsIn() throws Exception {
        Path authority = key("ca", "ed25519");
        for (String type : List.of("ed25519", "rsa")) {
            Path key = key("certified-" + type, type);
            Commands.run("ssh-keygen", "-q", "-s", authority.toString(), "-I", "somebody", "-n", "root", key + ".pub");
            program.add(key);
            Credential onlyIt = new Credential.Agent("mine", "root", Optional.of(Path.of(key + "-cert.pub")));
            assertEquals("in", logIn(onlyIt), type);
        }
    }

    /** A server of another kind, which does not take every hash for RSA. */
    @ParameterizedTest
    @ValueSource(strings = { "rsa", "ecdsa" })
    void dropbearIsLoggedInTo(String type) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/sbin/dropbear")), "needs dropbear (Debian: dropbear-bin)");
        Path key = key("known", type);
        program.add(key);
        try (TestUser user = new TestUser("cadd", "/bin/sh"); Dropbear dropbear = new Dropbear(directory)) {
            dropbear.authorize(user, key);
            assertEquals("in", visitor.run(dropbear.port, "echo in", new Credential.Agent("mine", user.name, Optional.empty())).strip());
        }
    }

    @Test
    void moreKeysThanTheServerTakesTriesAreOfferedOnSeveralConnections() throws Exception {
        for (int i = 0; i < 7; i++) {
            program.add(key("stranger" + i, i == 3 ? "rsa" : "ed25519"));
        }
        Path right = key("right", "ed25519");
        sshd.authorize(right);
        program.add(right);
        assertEquals("in", logIn(ANY));
    }

    @Test
    void onlyTheKeyThatIsNamedIsOffered() throws Exception {
        program.add(key("stranger", "ed25519"));
        Path right = key("right", "ecdsa");
        sshd.authorize(right);
        program.add(right);
        assertEquals("in", logIn(new Credential.Agent("mine", "root", Optional.of(Path.of(right + ".pub")))));
        assertFalse(sshd.log().contains(fingerprint(directory.resolve("stranger"))), "the other key was offered");
    }

    @Test
    void keysThatTheHostRefusesAreTold() throws Exception {
        Path stranger = key("stranger", "ed25519");
        program.add(stranger);
        CollectionException failure = visitor.failure(sshd.port, ANY);
        assertEquals(TargetResult.ACCESS_DENIED, failure.result());
        assertTrue(failure.getMessage().contains("credential mine: the host refuses the agent's key " + fingerprint(stranger)
                + " for user root"), failure.getMessage());
    }

    @Test
    void whatIsWrongWithTheAgentIsTold() throws Exception {
        assertFailure("the SSH agent has no keys; add one with ssh-add", visitor, ANY);
        program.add(key("one", "ed25519"));
        Path other = key("other", "ed25519");
        assertFailure("does not have the key " + fingerprint(other), visitor,
                new Credential.Agent("mine", "root", Optional.of(Path.of(other + ".pub"))));
        assertFailure("is no public key", visitor, new Credential.Agent("mine", "root", Optional.of(other)));
        assertFailure("cannot be read", visitor, new Credential.Agent("mine", "root", Optional.of(directory.resolve("none"))));
        assertFailure("SSH_AUTH_SOCK is not set", new Visitor(), ANY);
        assertFailure("cannot be used", new Visitor(new Agent(Optional.of(directory.resolve("nowhere").toString()))), ANY);
        assertFailure("cannot be used", new Visitor(new Agent(Optional.of(other.toString()))), ANY);
    }

    /** A locked agent has no keys to show; one that locks between the question and the signature refuses to sign. */
    @Test
    void anAgentThatLiesOrRefusesIsTold() throws Exception {
        byte[] refusal = { 0, 0, 0, 1, 5 };
        byte[] huge = { 127, 0, 0, 0, 12 };
        byte[] cut = { 0, 0, 0, 9, 12, 0, 0, 0, 1, 0, 0, 0, 99 };
        byte[] hangsUp = {};
        for (byte[] answer : List.of(refusal, huge, cut, hangsUp)) {
            try (ServerSocketChannel listener = listener()) {
                Thread.ofPlatform().daemon().start(() -> answer(listener, answer));
                assertFailure("cannot be used", new Visitor(new Agent(Optional.of(socketOf(listener)))), ANY);
            }
        }
    }

    @Test
    void aKeyFileIsTriedWhereTheAgentsKeysDoNotDo() throws Exception {
        program.add(key("stranger", "ed25519"));
        Path right = key("right", "ed25519");
        sshd.authorize(right);
        assertEquals("in", logIn(ANY, AuthenticationTest.privateKey("file", "root", right, "")));
    }

    private String logIn(Credential... credentials) throws Exception {
        return visitor.run(sshd.port, "echo in", credentials).strip();
    }

    private void assertFailure(String words, Visitor by, Credential credential) {
        String message = by.failure(sshd.port, credential).getMessage();
        assertTrue(message.contains(words), message);
    }

    private Path key(String name, String type) {
        Path file = directory.resolve(name);
        Commands.run("ssh-keygen", "-q", "-t", type, "-N", "", "-f", file.toString());
        return file;
    }

    private static String fingerprint(Path key) {
        return Commands.run("ssh-keygen", "-l", "-f", key + ".pub").split(" ")[1];
    }

    private ServerSocketChannel listener() throws Exception {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(directory.resolve("liar" + System.nanoTime())));
        return listener;
    }

    private static String socketOf(ServerSocketChannel listener) throws Exception {
        return listener.getLocalAddress().toString();
    }

    private static void answer(ServerSocketChannel listener, byte[] answer) {
        try (SocketChannel connection = listener.accept(); OutputStream out = Channels.newOutputStream(connection)) {
            connection.read(ByteBuffer.allocate(5));
            out.write(answer);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
