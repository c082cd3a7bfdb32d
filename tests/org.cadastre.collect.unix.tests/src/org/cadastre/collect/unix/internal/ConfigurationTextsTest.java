package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.cadastre.collect.unix.Transcript;
import org.cadastre.collect.unix.UnixProbe;
import org.cadastre.collect.unix.files.ConfigurationTexts;
import org.cadastre.model.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTextsTest {

    @TempDir
    Path folder;

    /** The real probe, on files of this machine. */
    private ConfigurationTexts read(String... paths) throws Exception {
        UnixProbe probe = UnixProbe.create(List.of(paths));
        String script = new String(probe.script(), java.nio.charset.StandardCharsets.UTF_8);
        String marker = script.substring("CADASTRE_MARKER=".length(), script.indexOf('\n'));
        Process shell = new ProcessBuilder("/bin/sh", "-s").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread.ofVirtual().start(() -> {
            try (OutputStream input = shell.getOutputStream()) {
                input.write(probe.script());
            } catch (java.io.IOException ended) {
                return;
            }
        });
        byte[] output = shell.getInputStream().readAllBytes();
        shell.waitFor();
        return Recorded.read(new ConfigurationTextsReader(),
                TranscriptParser.parse(marker, new Transcript(output, Transcript.Ending.FINISHED)).orElseThrow());
    }

    @Test
    void theTextOfTheFilesThatWereAskedForAndOfNoOther() throws Exception {
        Files.writeString(folder.resolve("one.conf"), "listen 80\npassword = hunter2\nPasswordAuthentication no\n");
        Files.writeString(folder.resolve("two's.conf"), "snmp community hunter2\n");
        Files.writeString(folder.resolve("app-secret.conf"), "hunter2\n");
        Files.writeString(folder.resolve("other.txt"), "not asked for\n");
        Files.setPosixFilePermissions(folder.resolve("one.conf"), PosixFilePermissions.fromString("rw-r--r--"));
        ConfigurationTexts section = read(folder + "/*.conf", folder + "/missing");
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("some of the files that were asked for hold secrets", section.getReason());
        assertEquals(List.of(folder + "/one.conf", folder + "/two's.conf"), section.getTexts().stream().map(file -> file.getPath()).toList());
        assertEquals("listen 80\npassword = ***\nPasswordAuthentication no\n", section.getTexts().getFirst().getText());
        assertEquals("snmp community ***\n", section.getTexts().getLast().getText());
    }

    @Test
    void aPrivateKeyDoesNotComeThrough() {
        ConfigurationTexts section = Recorded.read(new ConfigurationTextsReader(), Recorded.of(answer("texts", """
                text /etc/ssl/both.pem\tcomment
                text /etc/ssl/both.pem\t-----BEGIN RSA PRIVATE KEY-----
                text /etc/ssl/both.pem\tMIIEpAIBAAKCAQEA
                text /etc/ssl/both.pem\t-----END RSA PRIVATE KEY-----
                text /etc/ssl/both.pem\tafter
                text /etc/other\tdb.password: "hunter2 x"
                """)));
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals("comment\n*** (private key)\nafter\n", section.getTexts().getFirst().getText());
        assertEquals("db.password: ***\n", section.getTexts().getLast().getText());
    }

    @Test
    void withoutAskingThereIsNoSuchSection() {
        assertFalse(new ConfigurationTextsReader().wanted(Recorded.probe("debian-12-storage-root")));
        assertTrue(new HostSections(Recorded.probe("debian-12-storage-root"), "ssh").device().getSections().stream()
                .noneMatch(ConfigurationTexts.class::isInstance));
    }
}
