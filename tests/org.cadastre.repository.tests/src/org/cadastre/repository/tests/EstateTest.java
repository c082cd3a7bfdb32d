package org.cadastre.repository.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.cadastre.model.IdentifierKind;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownIdentifier;
import org.cadastre.repository.SnapshotInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstateTest {

    @TempDir
    Path folder;

    @Test
    void anEstateIsABareRepositoryThatGitUnderstands() throws Exception {
        Path place = folder.resolve("acme");
        try (Estate estate = Estate.create(place, "ACME Zürich = Süd")) {
            assertEquals("ACME Zürich = Süd", estate.name());
            assertEquals(List.of(), estate.snapshots());
        }
        assertEquals("", Git.complaints(place));
        assertEquals("refs/heads/main", Git.git(place, "symbolic-ref", "HEAD").strip());
        try (Estate again = Estate.openOrCreate(place); Estate once = Estate.open(place)) {
            assertEquals("ACME Zürich = Süd", again.name());
            assertEquals(again.id(), once.id());
        }
    }

    @Test
    void anEstateIsNamedAsItsDirectoryUnlessToldOtherwise() throws Exception {
        try (Estate estate = Estate.openOrCreate(folder.resolve("a/b/customer"))) {
            assertEquals("customer", estate.name());
        }
    }

    @Test
    void aCreationThatBrokeOffIsTakenUpAgain() throws Exception {
        Git.git(folder, "init", "-q", "--bare", "begun");
        try (Estate estate = Estate.openOrCreate(folder.resolve("begun"))) {
            Samples.take(estate, "first", 1, "1");
        }
        assertEquals("", Git.complaints(folder.resolve("begun")));
    }

    @Test
    void whatIsNoEstateIsSaidInOneLine() throws Exception {
        Files.createDirectories(folder.resolve("full/stuff"));
        Files.writeString(folder.resolve("file"), "x");
        Git.git(folder, "init", "-q", "work");
        Git.git(folder, "init", "-q", "--bare", "bare");
        refused(folder.resolve("absent"), "no such directory");
        refused(folder.resolve("full"), "holds no Git repository");
        refused(folder.resolve("file"), "is a directory");
        refused(folder.resolve("work"), "working copy");
        refused(folder.resolve("work/.git"), "not a bare one");
        refused(folder.resolve("bare"), "no branch \"estate\"");
        assertOneLine(assertThrows(EstateException.class, () -> Estate.create(folder.resolve("full"), "x")), "not empty");
        assertOneLine(assertThrows(EstateException.class, () -> Estate.create(folder.resolve("file/below"), "x")), "file");
        assertOneLine(assertThrows(EstateException.class, () -> Estate.openOrCreate(folder.resolve("file"))), "file");
    }

    private static void refused(Path place, String reason) {
        assertOneLine(assertThrows(EstateException.class, () -> Estate.open(place)), reason);
    }

    static void assertOneLine(EstateException refusal, String part) {
        assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
        assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
    }

    @Test
    void anEstateOfANewerFormatIsRefused() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("new"), "x")) {
            assertFalse(estate.id().isEmpty());
        }
        Path copy = folder.resolve("copy");
        Git.git(folder, "clone", "-q", "--branch", "estate", folder.resolve("new").toString(), copy.toString());
        Files.writeString(copy.resolve("estate.properties"), "format=2\n");
        Git.git(copy, "-c", "user.name=x", "-c", "user.email=x", "commit", "-qam", "newer");
        Git.git(copy, "push", "-q", "origin", "estate");
        refused(folder.resolve("new"), "use a newer version");
    }

    @Test
    void aCloneIsTheSameEstate() throws Exception {
        Path original = folder.resolve("original");
        Path clone = folder.resolve("clone");
        SnapshotInfo taken;
        try (Estate estate = Estate.create(original, "site")) {
            taken = Samples.take(estate, "first", 3, "1");
            estate.knownHosts().remember("h", 22, "ssh-ed25519 AAAA");
            estate.knownHosts().save();
        }
        Git.git(folder, "clone", "-q", "--bare", original.toString(), clone.toString());
        try (Estate estate = Estate.open(original); Estate same = Estate.open(clone)) {
            assertEquals(estate.id(), same.id());
            assertEquals(List.of(taken), same.snapshots());
            assertEquals(Set.of("ssh-ed25519 AAAA"), same.knownHosts().known("h", 22));
        }
    }

    @Test
    void aSnapshotIsFoundByLabelIdPrefixAndAge() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e")) {
            assertOneLine(assertThrows(EstateException.class, () -> estate.find("latest")), "no snapshot yet");
            SnapshotInfo before = Samples.take(estate, "before Zürich", 1, "1");
            SnapshotInfo after = Samples.take(estate, "after", 1, "2");
            assertEquals(before, estate.find("before Zürich"));
            assertEquals(before, estate.find("before Zu\u0308rich"));
            assertEquals(before, estate.find(before.id()));
            assertEquals(after, estate.find(after.id().substring(0, 10).toUpperCase()));
            assertEquals(after, estate.find("latest"));
            assertEquals(after, estate.find("latest~0"));
            assertEquals(before, estate.find("latest~1"));
            assertOneLine(assertThrows(EstateException.class, () -> estate.find("latest~2")), "oldest is \"before");
            assertOneLine(assertThrows(EstateException.class, () -> estate.find("Before")), "is it \"before Zürich\"?");
            assertOneLine(assertThrows(EstateException.class, () -> estate.find("x\ny")), "there is \"after\", \"before");
            assertOneLine(assertThrows(EstateException.class, () -> estate.find("")), "No snapshot \"\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "  ", "two\nlines", "bell\u0007", "latest", "latest~3", "line\u2028separator",
            "right\u202eleft", "lone \ud800" })
    void aLabelThatCannotBeOneIsRefused(String label) throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e")) {
            assertEquals(1, assertThrows(EstateException.class, () -> estate.newSnapshot(label)).getMessage().lines().count());
            assertThrows(EstateException.class, () -> estate.newSnapshot("x".repeat(201)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "-rf /", "--help", "#comment", "Ticket: forged", "Ø 東京 \ud83d\ude00", "HEAD", "<a@b> <c>",
            "main~1", "deadbeef" })
    void anyOtherLabelComesBackAsItWasGiven(String label) throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e")) {
            SnapshotInfo taken = Samples.take(estate, label, 1, "1");
            assertEquals(label, taken.label());
            assertEquals(taken, estate.find(label));
            assertEquals("CHG-1", taken.ticket());
            assertEquals("", Git.complaints(estate.directory()));
        }
    }

    @Test
    void aLabelIsUsedOnce() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e")) {
            Samples.take(estate, "before", 1, "1");
            assertOneLine(assertThrows(EstateException.class, () -> estate.newSnapshot(" before ")), "already");
        }
    }

    @Test
    void knownHostsAreWhatOpenSshReads() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e"); Estate other = Estate.open(folder.resolve("e"))) {
            assertEquals(Set.of(), estate.knownHosts().known("Host.example", 22));
            estate.knownHosts().remember("Host.example", 22, "ssh-ed25519 AAAA1");
            estate.knownHosts().remember("2001:db8::1", 2222, "ssh-rsa AAAA2");
            assertEquals(Set.of("ssh-ed25519 AAAA1"), estate.knownHosts().known("host.example", 22));
            other.knownHosts().remember("other", 22, "ssh-ed25519 AAAA3");
            other.knownHosts().save();
            estate.knownHosts().save();
            assertEquals("other ssh-ed25519 AAAA3\nhost.example ssh-ed25519 AAAA1\n[2001:db8::1]:2222 ssh-rsa AAAA2\n",
                    Git.git(estate.directory(), "show", "estate:known_hosts"));
            assertEquals(Set.of("ssh-rsa AAAA2"), other.knownHosts().known("2001:DB8::1", 2222));
            assertEquals(Set.of(), other.knownHosts().known("2001:db8::1", 22));
            assertThrows(IllegalArgumentException.class, () -> other.knownHosts().remember("a\nb", 22, "ssh-rsa AAAA"));
        }
    }

    @Test
    void aCommittedSnapshotSavesTheHostKeysToo() throws Exception {
        try (Estate estate = Estate.create(folder.resolve("e"), "e")) {
            estate.knownHosts().remember("h", 22, "ssh-ed25519 AAAA");
            Samples.take(estate, "s", 1, "1");
        }
        try (Estate estate = Estate.open(folder.resolve("e"))) {
            assertEquals(Set.of("ssh-ed25519 AAAA"), estate.knownHosts().known("h", 22));
        }
    }

    @Test
    void theRegistryKeepsWhatSeveralWritersLearned() throws Exception {
        KnownIdentifier one = new KnownIdentifier(IdentifierKind.MAC, "00:00:5e:00:53:01", Samples.id(1), "a", "");
        KnownIdentifier two = new KnownIdentifier(IdentifierKind.SYSTEM_UUID, "tab\tline\nback\\", Samples.id(2), "a", "b");
        try (Estate estate = Estate.create(folder.resolve("e"), "e"); Estate other = Estate.open(folder.resolve("e"))) {
            assertEquals(List.of(), estate.devices().load());
            estate.devices().update(known -> List.of(one));
            other.devices().update(known -> List.of(known.getFirst(), two));
            assertEquals(List.of(two, one), estate.devices().load());
            String version = Git.git(estate.directory(), "rev-parse", "estate");
            estate.devices().update(known -> known);
            assertEquals(version, Git.git(estate.directory(), "rev-parse", "estate"));
        }
    }
}
