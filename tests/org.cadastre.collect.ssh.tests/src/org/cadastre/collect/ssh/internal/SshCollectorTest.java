package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.model.Coverage;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole visit, to this very machine. */
@Timeout(120)
@SuppressWarnings("resource") // credentials hold nothing that must be closed here
class SshCollectorTest {

    @TempDir
    Path directory;
    private Sshd sshd;
    private Path key;
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void start() throws Exception {
        sshd = Sshd.start(directory, List.of("ed25519", "rsa"));
        key = directory.resolve("key");
        Commands.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "very secret", "-f", key.toString());
        sshd.authorize(key);
        visitor.time = Duration.ofSeconds(100);
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void aHostIsReadOverOneConnectionWithEverythingInTheAuditLog() throws Exception {
        Reading reading = read(root());
        assertEquals(Optional.of("root-key"), reading.credential());
        assertTrue(reading.device().getSections().size() > 10, () -> reading.device().getSections().toString());
        for (Section section : reading.device().getSections()) {
            assertEquals("ssh", section.getProtocol(), section.eClass().getName());
            assertEquals("root", section.getPrivilege(), section.eClass().getName());
        }
        assertTrue(reading.device().getSections().stream().anyMatch(section -> section.getCoverage() == Coverage.COMPLETE));
        assertFalse(reading.observations().getSections().isEmpty());

        String fingerprint = Commands.run("ssh-keygen", "-l", "-f", key + ".pub").split(" ")[1];
        assertEquals("connect 127.0.0.1:" + sshd.port, visitor.audit.get(0));
        assertEquals("ask which logins root may use", visitor.audit.get(1));
        assertEquals("authenticate as root with key " + fingerprint + " (credential root-key)", visitor.audit.get(2));
        assertTrue(visitor.audit.get(3).contains("/bin/sh -s"), visitor.audit.get(3));
        assertTrue(visitor.audit.get(3).contains("uname"), visitor.audit.get(3));
        assertEquals(4, visitor.audit.size());
        assertFalse(visitor.audit.toString().contains("very secret"));
        assertEquals(1, sshd.log().lines().filter(line -> line.contains("Accepted publickey")).count());
    }

    @Test
    void twoVisitsGiveTheSameIdentityWhicheverHostKeyWasShown() throws Exception {
        List<String> first = hostKeys(read(root()));
        visitor.keys.clear();
        visitor.remember("127.0.0.1", sshd.port, sshd.publicKey("rsa"));
        assertEquals(first, hostKeys(read(root())));
        assertFalse(first.isEmpty());
    }

    @Test
    void theSectionsOfAUserSayThatTheyAreAUsers() throws Exception {
        try (TestUser user = new TestUser("cadu", "/bin/sh")) {
            Reading reading = read(AuthenticationTest.password("pw", user));
            assertEquals(Optional.of("pw"), reading.credential());
            assertTrue(reading.device().getSections().stream().noneMatch(section -> "root".equals(section.getPrivilege())));
        }
    }

    private Credential root() {
        return AuthenticationTest.privateKey("root-key", "root", key, "very secret");
    }

    private Reading read(Credential credential) throws Exception {
        return visitor.collector.collect(Visitor.at(sshd.port), visitor.context(credential));
    }

    private static List<String> hostKeys(Reading reading) {
        return reading.device().getSections().stream().filter(Identity.class::isInstance).map(Identity.class::cast)
                .flatMap(identity -> identity.getIdentifiers().stream())
                .filter(identifier -> identifier.getKind() == IdentifierKind.SSH_HOST_KEY).map(Identifier::getValue).sorted().toList();
    }
}
