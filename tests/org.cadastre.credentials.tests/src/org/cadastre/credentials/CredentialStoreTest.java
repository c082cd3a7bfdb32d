package org.cadastre.credentials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialDescription.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("resource") // the secrets of tests need no blanking
class CredentialStoreTest {

    private static final String SECRET = "pässwörd \t\n 🔑 geheim";

    @TempDir
    Path temp;
    private Path directory;
    private CredentialStore store;

    @BeforeEach
    void start() {
        directory = temp.resolve("not").resolve("yet there");
        store = new CredentialStore(directory);
    }

    @Test
    void whatWasAddedComesBack() throws Exception {
        store.add(password("ops", "root", SECRET));
        store.add(new Credential.PrivateKey("key", "admin", Path.of("/keys/id ed25519"), Optional.of(SECRET.toCharArray())));
        store.add(new Credential.PrivateKey("bare", "admin", Path.of("/keys/bare"), Optional.empty()));

        CredentialStore later = new CredentialStore(directory);
        assertEquals(List.of("bare", "key", "ops"), later.names());
        Credential.Password ops = (Credential.Password) later.get("ops");
        assertEquals(SECRET, new String(ops.password()));
        assertEquals("root", ops.user());
        Credential.PrivateKey key = (Credential.PrivateKey) later.get("key");
        assertEquals(SECRET, new String(key.passphrase().orElseThrow()));
        assertEquals(Path.of("/keys/id ed25519"), key.file());
        assertEquals("admin", key.user());
        assertTrue(((Credential.PrivateKey) later.get("bare")).passphrase().isEmpty());
    }

    @Test
    void theFirstSecretMayComeAfterCredentialsWithoutOne() throws Exception {
        store.add(new Credential.PrivateKey("bare", "admin", Path.of("/keys/bare"), Optional.empty()));
        store.add(password("ops", "root", SECRET));
        assertEquals(SECRET, new String(((Credential.Password) store.get("ops")).password()));
    }

    @Test
    void aDescriptionTellsEverythingButTheSecret() throws Exception {
        store.add(password("ops", "root", SECRET));
        store.add(new Credential.PrivateKey("key", "admin", Path.of("/keys/id"), Optional.of(SECRET.toCharArray())));
        assertEquals(new CredentialDescription("ops", Kind.PASSWORD, "root", Optional.empty()), store.describe("ops"));
        assertEquals("key /keys/id of admin", store.describe("key").toString());
        assertFalse(store.get("ops").toString().contains(SECRET));
    }

    @Test
    void aRelativeKeyFileIsKeptAsItIsFoundNow() throws Exception {
        store.add(new Credential.PrivateKey("key", "admin", Path.of("id"), Optional.empty()));
        assertEquals(Path.of("id").toAbsolutePath(), store.describe("key").keyFile().orElseThrow());
    }

    @Test
    void anEmptyStoreHasNoNames() throws Exception {
        assertEquals(List.of(), store.names());
        assertFalse(Files.exists(directory));
        assertMessage(() -> store.get("ops"), "no credential ops; there are none yet");
    }

    @Test
    void aRemovedCredentialIsGone() throws Exception {
        store.add(password("a", "root", "1"));
        store.add(password("b", "root", "2"));
        assertTrue(store.remove("a"));
        assertFalse(store.remove("a"));
        assertEquals(List.of("b"), store.names());
        assertEquals("2", new String(((Credential.Password) store.get("b")).password()));
    }

    @Test
    void anUnknownNameTellsTheKnownOnes() throws Exception {
        store.add(password("b", "root", "1"));
        store.add(password("a", "root", "2"));
        assertMessage(() -> store.get("c"), "no credential c; there are: a, b");
        assertMessage(() -> store.describe("c"), "no credential c; there are: a, b");
    }

    @Test
    void aNameIsNotTakenTwice() throws Exception {
        store.add(password("ops", "root", "first"));
        assertMessage(() -> store.add(password("ops", "root", "second")), "there is a credential ops already");
        assertEquals("first", new String(((Credential.Password) store.get("ops")).password()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "a\tb", "a\nb", "../a", "-a", ".a", "a,b", "x\u0000",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
    void aNameThatCannotBeOneIsRefused(String name) {
        assertMessage(() -> store.add(password(name, "root", "x")), "cannot be the name of a credential");
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "ops@customer", "Büro-2", "x.y_z", "0" })
    void aUsualNameIsTaken(String name) throws Exception {
        store.add(password(name, "root", "x"));
        assertEquals(List.of(name), store.names());
    }

    @Test
    void aUserOrFileWithControlCharactersIsRefused() {
        assertMessage(() -> store.add(password("a", "ro\tot", "x")), "needs a user name");
        assertMessage(() -> store.add(password("a", "", "x")), "needs a user name");
        assertMessage(() -> store.add(new Credential.PrivateKey("a", "root", Path.of("/a\nb"), Optional.empty())), "control characters");
    }

    @Test
    void noFileHoldsASecretAndNoneIsOpenToOthers() throws Exception {
        store.add(password("ops", "root", SECRET));
        store.add(password("ops2", "root", SECRET));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file.toString());
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains("geheim"), file.toString());
            }
        }
        List<String> lines = Files.readAllLines(store());
        assertFalse(lines.get(1).split("\t")[4].equals(lines.get(2).split("\t")[4]), "equal secrets look different");
    }

    @Test
    void theSecretIsBlankedByClosing() throws Exception {
        Credential.Password given = (Credential.Password) password("ops", "root", "secret");
        store.add(given);
        assertEquals("secret", new String(given.password()));
        Credential.Password got = (Credential.Password) store.get("ops");
        got.close();
        assertArrayEquals(new char[6], got.password());
    }

    @ParameterizedTest
    @ValueSource(strings = { "credentials", "credentials.key" })
    void aFileThatIsOpenToOthersIsRefused(String name) throws Exception {
        store.add(password("ops", "root", "x"));
        Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString("rw-r-----"));
        assertMessage(() -> store.get("ops"), "is open to other users; close it with: chmod 600 " + directory.resolve(name));
    }

    @Test
    void aDamagedStoreIsToldAndNotOverwritten() throws Exception {
        store.add(password("ops", "root", "x"));
        byte[] good = Files.readAllBytes(store());
        for (byte[] bad : List.of(new byte[0], new byte[] { (byte) 0xff, (byte) 0xfe, 0, 1 },
                "something else\n".getBytes(), "cadastre-credentials 2\n".getBytes(),
                "cadastre-credentials 1\nops\tPASSWORD\n".getBytes(), "cadastre-credentials 1\nops\tPASSWORD\troot\t\t%%%\n".getBytes(),
                "cadastre-credentials 1\nops\tTOKEN\troot\t\tAAAA\n".getBytes())) {
            Files.write(store(), bad);
            assertMessage(() -> store.names(), store() + " is damaged");
            assertMessage(() -> store.add(password("new", "root", "x")), store() + " is damaged");
            assertArrayEquals(bad, Files.readAllBytes(store()));
        }
        Files.write(store(), good);
        assertEquals("x", new String(((Credential.Password) store.get("ops")).password()));
    }

    @Test
    void aSecretDoesNotOpenUnderAnotherNameOrUser() throws Exception {
        store.add(password("harmless", "guest", "for the guest"));
        String text = Files.readString(store());
        for (String changed : List.of(text.replace("guest", "root"), text.replace("harmless", "harmful"),
                text.substring(0, text.length() - 6) + "AAAA=\n")) {
            Files.writeString(store(), changed);
            String name = store.names().getFirst();
            assertMessage(() -> store.get(name), "credential " + name + " does not open with");
        }
    }

    @Test
    void withoutItsKeyTheStoreTellsWhatIsMissing() throws Exception {
        store.add(password("ops", "root", "x"));
        Path key = directory.resolve("credentials.key");
        byte[] good = Files.readAllBytes(key);
        Files.write(key, new byte[32]);
        assertMessage(() -> store.get("ops"), "does not open with");
        Files.write(key, new byte[7]);
        assertMessage(() -> store.get("ops"), key + " is damaged");
        Files.delete(key);
        assertMessage(() -> store.get("ops"), key + " is missing");
        assertMessage(() -> store.add(password("new", "root", "x")), key + " is missing");
        assertFalse(Files.exists(key));
        assertEquals(List.of("ops"), store.names());
        assertTrue(store.remove("ops"));
        store.add(password("new", "root", "y"));
        assertEquals("y", new String(((Credential.Password) store.get("new")).password()));
        assertFalse(Arrays.equals(good, Files.readAllBytes(key)));
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsTold() throws Exception {
        assertMessage(() -> new CredentialStore(Path.of("/proc/cadastre")).add(password("a", "root", "x")),
                "cannot write in /proc/cadastre");
        Path file = Files.writeString(temp.resolve("file"), "");
        assertMessage(() -> new CredentialStore(file).add(password("a", "root", "x")), file + " is not a directory");
    }

    @Test
    void processesAtTheSameTimeLoseNothingOfEachOther() throws Exception {
        int count = 25;
        List<Process> processes = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            String classes = Stream.of(CredentialStore.class, Credential.class, OtherProcess.class)
                    .map(CredentialStoreTest::place).distinct().collect(Collectors.joining(File.pathSeparator));
            processes.add(new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", classes,
                    OtherProcess.class.getName(), directory.toString(), name, String.valueOf(count)).inheritIO().start());
        }
        for (int i = 0; i < count; i++) {
            store.add(password("d" + i, "ops", "d" + i));
        }
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
        assertEquals(4 * count, store.names().size());
        for (String name : store.names()) {
            assertEquals(name, new String(((Credential.Password) store.get(name)).password()));
        }
    }

    @Test
    void aChangeThatWasCutOffLeavesTheStoreAsItWas() throws Exception {
        store.add(password("ops", "root", "x"));
        Files.writeString(directory.resolve("credentials.new"), "cadastre-cred");
        assertEquals(List.of("ops"), store.names());
        store.add(password("next", "root", "y"));
        assertEquals(List.of("next", "ops"), store.names());
    }

    @Test
    void thePropertyNamesTheDirectory() {
        String before = System.getProperty(ConfigurationDirectory.PROPERTY);
        System.setProperty(ConfigurationDirectory.PROPERTY, directory.toString());
        try {
            assertEquals(directory, ConfigurationDirectory.ofUser());
        } finally {
            if (before == null) {
                System.clearProperty(ConfigurationDirectory.PROPERTY);
            } else {
                System.setProperty(ConfigurationDirectory.PROPERTY, before);
            }
        }
    }

    private Path store() {
        return directory.resolve("credentials");
    }

    private static Credential password(String name, String user, String secret) {
        return new Credential.Password(name, user, secret.toCharArray());
    }

    private static String place(Class<?> type) {
        String location = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        Path classes = Path.of(location).resolve("target").resolve("classes"); // a bundle that runs from its project
        return Files.isDirectory(classes) ? classes.toString() : location;
    }

    private static void assertMessage(Executable call, String words) {
        CredentialException failure = assertThrows(CredentialException.class, call);
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
        assertFalse(failure.getMessage().matches("(?s).*(\\n|Exception|null).*"), failure.getMessage());
    }
}
