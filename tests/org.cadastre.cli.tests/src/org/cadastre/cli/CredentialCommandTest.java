package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.cli.terminal.Terminal;
import org.cadastre.collect.Credential;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
import org.cadastre.credentials.CredentialStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCommandTest {

    private static final String SECRET = "s3cr\u00e4t #1";

    @TempDir
    private Path directory;
    private Run.Place place;

    @BeforeEach
    void choosePlace() {
        place = new Run.Place(directory);
    }

    private Credential stored(String name) throws Exception {
        return new CredentialStore(directory.resolve("credentials")).get(name);
    }

    @Test
    void aPasswordIsReadFromStandardInputAndNeverShown() throws Exception {
        Run added = place.input(SECRET + "\nmore").run("credential", "add", "ops", "--user", "root", "--password")
                .ends(ExitCode.OK).warns("credential ops kept");
        Run listed = place.run("credential", "list").ends(ExitCode.OK).says("ops", "password", "root");
        for (Run run : List.of(added, listed)) {
            assertFalse((run.out() + run.err()).contains(SECRET));
        }
        try (Credential credential = stored("ops")) {
            assertArrayEquals(SECRET.toCharArray(), ((Credential.Password) credential).password());
        }
        assertNoFileHolds(SECRET);
    }

    @Test
    void aKeyIsKeptByItsPathWithItsPassphrase() throws Exception {
        Path key = Files.writeString(directory.resolve("id"), "key");
        place.input(SECRET + "\r\n").run("credential", "add", "k", "--user", "root", "--key", key, "--passphrase")
                .ends(ExitCode.OK);
        place.input("").run("credential", "add", "open", "--user", "root", "--key", key).ends(ExitCode.OK);
        try (Credential locked = stored("k"); Credential open = stored("open")) {
            assertArrayEquals(SECRET.toCharArray(), ((Credential.PrivateKey) locked).passphrase().orElseThrow());
            assertEquals(key, ((Credential.PrivateKey) open).file());
            assertFalse(((Credential.PrivateKey) open).passphrase().isPresent());
        }
    }

    @Test
    void anAgentIsKeptWithTheKeyThatIsMeant() throws Exception {
        Path key = Files.writeString(directory.resolve("id"), "private");
        Path half = Files.writeString(directory.resolve("id.pub"), "public");
        place.run("credential", "add", "any", "--user", "root", "--agent").ends(ExitCode.OK);
        place.run("credential", "add", "one", "--user", "root", "--agent", "--key", half).ends(ExitCode.OK);
        place.run("credential", "add", "beside", "--user", "root", "--agent", "--key", key).ends(ExitCode.OK);
        assertEquals(new Credential.Agent("any", "root", Optional.empty()), stored("any"));
        assertEquals(new Credential.Agent("one", "root", Optional.of(half)), stored("one"));
        assertEquals(new Credential.Agent("beside", "root", Optional.of(half)), stored("beside"));
        place.run("credential", "list").says("agent", half.toString());
        for (List<String> kinds : List.of(List.of("--agent", "--password"), List.of("--key", key.toString(), "--password"))) {
            place.run(Stream.concat(Stream.of("credential", "add", "both", "--user", "root"), kinds.stream()).toArray())
                    .ends(ExitCode.TROUBLE).warns("give one of --password, --key FILE, --agent");
        }
        place.run("credential", "add", "both", "--user", "root", "--agent", "--passphrase").failsInOneLine("--passphrase goes with --key");
    }

    @Test
    void aCommunityHasNoUser() throws Exception {
        place.input(SECRET + "\n").run("credential", "add", "lan", "--community").ends(ExitCode.OK).warns("credential lan kept");
        assertFalse(place.run("credential", "list").ends(ExitCode.OK).says("lan", "community").out().contains(SECRET));
        try (Credential credential = stored("lan")) {
            assertArrayEquals(SECRET.toCharArray(), ((Credential.Community) credential).community());
        }
        assertNoFileHolds(SECRET);
        place.run("credential", "add", "x", "--community", "--user", "u").ends(ExitCode.TROUBLE).warns("a community has no user");
        place.run("credential", "add", "x", "--password").ends(ExitCode.TROUBLE).warns("--user USER");
    }

    @Test
    void aUserOfSnmpHasAPasswordForEachProtection() throws Exception {
        place.input(SECRET + "\nother " + SECRET + "\n").run("credential", "add", "v3", "--user", "ro", "--snmp", "--auth", "SHA256", "--priv", "AES128")
                .ends(ExitCode.OK);
        place.input(SECRET + "\n").run("credential", "add", "auth", "--user", "ro", "--snmp", "--auth", "MD5").ends(ExitCode.OK);
        place.input("").run("credential", "add", "open", "--user", "ro", "--snmp").ends(ExitCode.OK);
        try (Credential both = stored("v3"); Credential one = stored("auth"); Credential none = stored("open")) {
            Credential.SnmpUser user = (Credential.SnmpUser) both;
            assertEquals("ro", user.user());
            assertEquals(SnmpAuthentication.SHA256, user.authentication());
            assertArrayEquals(SECRET.toCharArray(), user.authenticationPassword());
            assertEquals(SnmpPrivacy.AES128, user.privacy());
            assertArrayEquals(("other " + SECRET).toCharArray(), user.privacyPassword());
            assertEquals(SnmpPrivacy.NONE, ((Credential.SnmpUser) one).privacy());
            assertEquals(SnmpAuthentication.NONE, ((Credential.SnmpUser) none).authentication());
        }
        assertFalse(place.run("credential", "list").says("SNMPv3 user", "ro").out().contains(SECRET));
        assertNoFileHolds(SECRET);
        place.run("credential", "add", "x", "--user", "u", "--snmp", "--priv", "DES").failsInOneLine("--auth DIGEST");
        place.input("short\n").run("credential", "add", "x", "--user", "u", "--snmp", "--auth", "SHA").failsInOneLine("at least 8 characters");
        place.run("credential", "add", "x", "--user", "u", "--password", "--auth", "SHA").failsInOneLine("go with --snmp");
    }

    @Test
    void badInputIsToldInOneLine() throws Exception {
        place.run("credential", "add", "x", "--user", "u", "--password").failsInOneLine("no secret was given");
        place.input("\n").run("credential", "add", "x", "--user", "u", "--password").failsInOneLine("no secret was given");
        place.input("x".repeat(5000)).run("credential", "add", "x", "--user", "u", "--password").failsInOneLine("4096");
        place.run("credential", "add", "x", "--user", "u", "--key", directory.resolve("none")).failsInOneLine("does not exist");
        place.run("credential", "add", "x", "--user", "u", "--key", directory).failsInOneLine(directory.toString());
        place.input("a\n").run("credential", "add", "b c", "--user", "u", "--password").failsInOneLine("b c");
        place.run("credential", "remove", "nosuch").failsInOneLine("nosuch");
        place.run("credential", "list").ends(ExitCode.OK).warns("no credentials yet");
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        place.input("first\n").run("credential", "add", "ops", "--user", "root", "--password").ends(ExitCode.OK);
        place.input("second\n").run("credential", "add", "ops", "--user", "root", "--password")
                .failsInOneLine("there is a credential ops already");
        place.run("credential", "remove", "ops").ends(ExitCode.OK).warns("ops");
        place.input("second\n").run("credential", "add", "ops", "--user", "root", "--password").ends(ExitCode.OK);
    }

    @Test
    void aSecretThatWouldBeSeenIsNotAskedFor() {
        place.interactive(Terminal.Stream.IN).run("credential", "add", "ops", "--user", "root", "--password")
                .failsInOneLine("would be seen");
    }

    private void assertNoFileHolds(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(secret), file.toString());
            }
        }
    }
}
