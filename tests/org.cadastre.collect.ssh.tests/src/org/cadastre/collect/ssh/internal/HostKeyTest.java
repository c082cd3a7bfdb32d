package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.model.TargetResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class HostKeyTest {

    @TempDir
    Path directory;
    private Credential credential;
    private Path key;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void require() {
        Sshd.require();
    }

    @BeforeEach
    void makeKey() {
        key = directory.resolve("key");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        credential = AuthenticationTest.privateKey("key", "root", key, "");
    }

    @ParameterizedTest
    @ValueSource(strings = { "ed25519", "rsa", "ecdsa" })
    void theKeyOfAFirstVisitIsRememberedAndKnownAtTheSecond(String type) throws Exception {
        try (Sshd sshd = start(directory, type)) {
            assertEquals("in", visitor.run(sshd.port, "echo in", credential).strip());
            assertEquals(Set.of(sshd.publicKey(type)), visitor.known("127.0.0.1", sshd.port));
            assertEquals("in", visitor.run(sshd.port, "echo in", credential).strip());
            try (SshSession session = visitor.open(sshd.port, credential)) {
                assertEquals(sshd.fingerprint(type), session.hostKeyFingerprint());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ed25519", "rsa", "ecdsa" })
    void aHostWithSeveralKeysIsNotChangedWhicheverIsKnown(String type) throws Exception {
        try (Sshd sshd = start(directory, "ed25519", "rsa", "ecdsa")) {
            visitor.remember("127.0.0.1", sshd.port, sshd.publicKey(type) + " a comment");
            assertEquals("in", visitor.run(sshd.port, "echo in", credential).strip());
        }
    }

    @Test
    void anyOfTheKnownKeysWillDo() throws Exception {
        try (Sshd sshd = start(directory, "ecdsa"); Sshd other = start(directory.resolve("other"), "ed25519", "rsa")) {
            visitor.keys.put("127.0.0.1:" + sshd.port,
                    Set.of(other.publicKey("ed25519"), other.publicKey("rsa"), sshd.publicKey("ecdsa")));
            assertEquals("in", visitor.run(sshd.port, "echo in", credential).strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "ed25519", "rsa" })
    void aChangedKeyStopsBeforeAnyLogin(String known) throws Exception {
        try (Sshd sshd = start(directory, "ed25519"); Sshd before = start(directory.resolve("before"), "ed25519", "rsa")) {
            Set<String> remembered = Set.of(before.publicKey(known));
            visitor.keys.put("127.0.0.1:" + sshd.port, remembered);
            CollectionException failure = visitor.failure(sshd.port, credential,
                    new Credential.Password("pw", "root", "not to be sent".toCharArray()));
            assertEquals(TargetResult.HOST_KEY_CHANGED, failure.result());
            assertTrue(failure.getMessage().contains(before.fingerprint(known)), failure.getMessage());
            assertTrue(failure.getMessage().contains(sshd.fingerprint("ed25519")), failure.getMessage());
            assertTrue(failure.getMessage().contains("cadastre known-host remove --estate DIR 127.0.0.1:" + sshd.port), failure.getMessage());
            assertEquals(List.of("connect 127.0.0.1:" + sshd.port), visitor.audit);
            assertFalse(sshd.log().contains("userauth-request"), sshd.log());
            assertEquals(remembered, visitor.known("127.0.0.1", sshd.port));
        }
    }

    private Sshd start(Path folder, String... hostKeys) throws Exception {
        Sshd sshd = Sshd.start(folder, List.of(hostKeys));
        sshd.authorize(key);
        return sshd;
    }
}
