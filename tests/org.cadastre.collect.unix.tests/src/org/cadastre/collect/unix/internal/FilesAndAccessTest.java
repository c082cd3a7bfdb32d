package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.collect.unix.access.AuthorizedKey;
import org.cadastre.collect.unix.access.Certificate;
import org.cadastre.collect.unix.files.ConfigurationFile;
import org.cadastre.collect.unix.files.ConfigurationFiles;
import org.cadastre.collect.unix.files.PrivilegedFile;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.host.User;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;

/** Files below /etc, privileged files, sudo, keys, sshd, PAM, certificates, password ages, on a recorded server. */
class FilesAndAccessTest {

    private static final ProbeResult ROOT = Recorded.probe("debian-13-server-root");
    private static final ProbeResult USER = Recorded.probe("debian-13-server-user");

    private static ConfigurationFile file(ConfigurationFiles section, String path) {
        return section.getFiles().stream().filter(file -> file.getPath().equals(path)).findFirst().orElseThrow();
    }

    @Test
    void configurationFilesHaveOwnerModeSizeAndFingerprint() {
        ConfigurationFiles section = Recorded.read(new ConfigurationFilesReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        ConfigurationFile hosts = file(section, "/etc/hosts");
        assertEquals("root", hosts.getOwner());
        assertEquals("0644", hosts.getMode());
        assertTrue(hosts.getSize() > 50 && hosts.getSha256().matches("[0-9a-f]{64}"));
        assertEquals("link", file(section, "/etc/localtime").getType());
        assertEquals("/usr/share/zoneinfo/Etc/UTC", file(section, "/etc/localtime").getTarget());
        assertEquals("folder", file(section, "/etc/ssh").getType());
        assertEquals(List.of("user:ops:rw-"), file(section, "/etc/apt/sources.list.d/site.list").getAccessControl());
        assertTrue(section.getFiles().stream().filter(f -> f.getType().equals("file") && f.getSha256() == null)
                .allMatch(f -> f.getPath().matches(".*(shadow|opasswd|password|secret|credential|adjtime|\\.cache|mtab).*")),
                "only secrets and what rewrites itself go without");
    }

    @Test
    void extendedAttributesAreNamed() {
        ConfigurationFiles section = Recorded.read(new ConfigurationFilesReader(),
                Recorded.with(ROOT, answer("extended-attributes", "# file: /etc/hosts\nuser.origin\n\n# file: /etc/gone\nuser.other\n")));
        assertEquals(List.of("user.origin"), file(section, "/etc/hosts").getExtendedAttributes());
        assertEquals(1, section.getFiles().stream().filter(file -> !file.getExtendedAttributes().isEmpty()).count());
    }

    @Test
    void aHostWithBusyboxAloneTellsItsFilesKeysAndCertificates() {
        ProbeResult busybox = Recorded.probe("busybox-1.35-server-root");
        ConfigurationFiles files = Recorded.read(new ConfigurationFilesReader(), busybox);
        assertEquals(Coverage.COMPLETE, files.getCoverage());
        assertEquals("ops", file(files, "/etc/conf").getOwner());
        assertNotNull(file(files, "/etc/conf").getSha256());
        assertEquals("../tmp/x", file(files, "/etc/a link").getTarget());
        var privileged = Recorded.read(new PrivilegedFilesReader(), busybox);
        assertEquals(List.of("/usr/bin/su2"), privileged.getFiles().stream().map(PrivilegedFile::getPath).toList());
        assertEquals(1, Recorded.read(new AuthorizedKeysReader(), busybox).getKeys().size());
        assertEquals("CN=web.example.org", Recorded.read(new CertificatesReader(), busybox).getCertificates().getFirst().getSubject());
    }

    @Test
    void filesThatHoldPasswordsHaveNoFingerprint() {
        ConfigurationFiles section = Recorded.read(new ConfigurationFilesReader(), ROOT);
        assertNull(file(section, "/etc/shadow").getSha256());
        assertEquals("0640", file(section, "/etc/shadow").getMode());
        assertEquals("shadow", file(section, "/etc/shadow").getGroup());
        assertNotNull(file(section, "/etc/passwd").getSha256());
    }

    @Test
    void withoutRootTheFilesArePartialAndSayWhy() {
        ConfigurationFiles section = Recorded.read(new ConfigurationFilesReader(), USER);
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("reading configuration files needs root; reading fingerprints needs root", section.getReason());
        assertNotNull(file(section, "/etc/hosts").getSha256());
        assertNull(file(section, "/etc/sudoers").getSha256());
    }

    @Test
    void whatTheSystemRewritesHasNoSizeAndPassingFilesAreLeftOut() {
        String before = """
                -rw-r--r-- 1 0 0 44 Nov 23 09:00 /etc/adjtime
                -rw------- 1 0 0  0 Nov 23 09:00 /etc/.pwd.lock
                -rw-r--r-- 1 0 0 12 Nov 23 09:00 /etc/issue
                """;
        String after = before.replace(" 44 Nov 23", " 45 Nov 24").replace("/etc/.pwd.lock", "/etc/.issue.swp");
        ProbeResult one = Recorded.of(answer("configuration-files", before), answer("fingerprints", "a".repeat(64) + "  /etc/adjtime\n"));
        ProbeResult two = Recorded.of(answer("configuration-files", after), answer("fingerprints", "b".repeat(64) + "  /etc/adjtime\n"));
        EObject first = Recorded.read(new ConfigurationFilesReader(), one);
        assertTrue(org.eclipse.emf.ecore.util.EcoreUtil.equals(first, Recorded.read(new ConfigurationFilesReader(), two)));
        assertEquals(2, first.eContents().size());
    }

    @Test
    void linesOfLsInTheFormsOfSeveralSystems() {
        FileListing freeBsd = FileListing.of("-rwsr-x---  1 0  0  12345 Jan  1  2024 /etc/with two  blanks").orElseThrow();
        assertEquals("4750", freeBsd.mode());
        assertEquals("/etc/with two  blanks", freeBsd.path());
        FileListing link = FileListing.of("lrwxrwxrwx. 1 1001 1001 7 Nov 23 09:00 /etc/a -> ../b").orElseThrow();
        assertEquals("../b", link.target().orElseThrow());
        assertEquals("1777", FileListing.of("drwxrwxrwt+ 2 0 0 40 Nov 23 09:00 /etc/t").orElseThrow().mode());
        assertEquals("2640", FileListing.of("-rw-r-S--- 1 0 0 40 Nov 23 09:00 /etc/t").orElseThrow().mode());
        assertEquals("other", FileListing.of("crw-rw-rw- 1 0 0 1, 3 Nov 23 09:00 /etc/null").orElseThrow().type());
        assertTrue(FileListing.of("total 12").isEmpty());
    }

    @Test
    void privilegedFilesSayWhatTheyGiveAway() {
        var section = Recorded.read(new PrivilegedFilesReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        PrivilegedFile tool = section.getFiles().stream().filter(f -> f.getPath().equals("/usr/local/bin/tool")).findFirst().orElseThrow();
        assertEquals(List.of("setUid"), tool.getRights());
        assertEquals("4755", tool.getMode());
        assertTrue(section.getFiles().stream().anyMatch(f -> f.getPath().equals("/opt/site/open.txt")
                && f.getRights().equals(List.of("worldWritable"))));
        var old = Recorded.read(new PrivilegedFilesReader(), Recorded.of(answer("privileged-files", ""),
                answer("capabilities", "/usr/bin/ping = cap_net_raw+ep\n/usr/bin/my tool cap_net_raw=ep\n")));
        assertEquals(List.of("cap_net_raw=ep", "cap_net_raw=ep"),
                old.getFiles().stream().map(PrivilegedFile::getCapabilities).toList());
    }

    @Test
    void rulesOfSudoComeWholeAndOnlyForRoot() {
        var section = Recorded.read(new SudoRulesReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        List<String> rules = section.getRules().stream().map(rule -> rule.getSubject() + " | " + rule.getRule()).toList();
        assertTrue(rules.contains("OPERATORS | ALL = (root) NOPASSWD: /usr/bin/systemctl restart nginx, /usr/bin/journalctl"),
                rules.toString());
        assertTrue(rules.contains("%admins | ALL=(ALL:ALL) ALL"));
        assertTrue(rules.contains("Defaults:ops | !requiretty"));
        assertTrue(rules.contains("User_Alias | OPERATORS = ops, deploy"));
        assertEquals("rules of sudo need root", Recorded.read(new SudoRulesReader(), USER).getReason());
    }

    @Test
    void keysThatOpenAccountsAreKnownByTheirFingerprints() {
        var section = Recorded.read(new AuthorizedKeysReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        AuthorizedKey olga = section.getKeys().stream().filter(key -> key.getUser().equals("ops")).findFirst().orElseThrow();
        assertEquals("ssh-ed25519", olga.getType());
        assertEquals("olga@laptop", olga.getComment());
        assertNull(olga.getOptions());
        assertTrue(olga.getFingerprint().matches("SHA256:[A-Za-z0-9+/]{43}"));
        AuthorizedKey backup = section.getKeys().stream().filter(key -> key.getUser().equals("root")).findFirst().orElseThrow();
        assertEquals("backup key 1", backup.getComment());
        assertEquals("from=\"198.51.100.0/24\",command=\"/usr/bin/backup --token ***\",no-pty", backup.getOptions());
        var user = Recorded.read(new AuthorizedKeysReader(), USER);
        assertEquals(Coverage.PARTIAL, user.getCoverage());
        assertEquals("keys of other accounts need root", user.getReason());
        assertEquals(1, user.getKeys().size());
    }

    @Test
    void keysInPlacesThatAreNotLookedAtMakeTheSectionPartial() {
        ProbeResult elsewhere = Recorded.with(ROOT, "sshd", text -> text.replaceAll("(?m)^authorizedkeysfile .*$",
                "authorizedkeysfile .ssh/authorized_keys /var/lib/keys/%u").replace("authorizedkeyscommand none",
                "authorizedkeyscommand /usr/bin/sss_ssh_authorizedkeys"));
        var section = Recorded.read(new AuthorizedKeysReader(), elsewhere);
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("the SSH server also takes keys from /var/lib/keys/%u; "
                + "the SSH server also takes keys from the command /usr/bin/sss_ssh_authorizedkeys", section.getReason());
    }

    @Test
    void theSshServerIsReadAsItIsInEffect() {
        var section = Recorded.read(new SshServerReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertTrue(section.getSettings().stream().anyMatch(s -> s.getName().equals("port") && s.getValues().equals(List.of("22"))));
        assertTrue(section.getSettings().stream().anyMatch(s -> s.getName().equals("hostkey") && s.getValues().size() == 3));
        assertFalse(Recorded.read(new SshServerReader(), USER).getCoverage() == Coverage.COMPLETE);
    }

    @Test
    void modulesOfPamKeepTheirOrder() {
        var section = Recorded.read(new AuthenticationReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        var sshd = section.getServices().stream().filter(service -> service.getName().equals("sshd")).findFirst().orElseThrow();
        assertEquals("@include common-auth", sshd.getRules().getFirst());
        assertTrue(sshd.getRules().contains("account required pam_nologin.so"));
    }

    @Test
    void passwordsInRulesOfPamAreBlottedOut() {
        var section = Recorded.read(new AuthenticationReader(), Recorded.of(answer("pam",
                "/etc/pam.d/ftp\tauth required pam_mysql.so user=ftp passwd=hunter2 db=x bindpw=hunter2\n")));
        assertEquals(List.of("auth required pam_mysql.so user=ftp passwd=*** db=x bindpw=***"),
                section.getServices().getFirst().getRules());
    }

    @Test
    void certificatesAreReadFromFiles() {
        var section = Recorded.read(new CertificatesReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        Certificate snakeoil = section.getCertificates().getFirst();
        assertEquals("/etc/ssl/certs/ssl-cert-snakeoil.pem", snakeoil.getPlace());
        assertEquals("RSA", snakeoil.getKeyAlgorithm());
        assertEquals(2048, snakeoil.getKeySize());
        assertTrue(snakeoil.getValidUntil().isAfter(snakeoil.getValidFrom()));
        assertEquals("CN=vm", snakeoil.getSubject());
    }

    /** What the probe got from a server of OpenSSL 3.0 that was started for it. */
    @Test
    void certificatesAreSeenOnPorts() {
        var section = Recorded.read(new CertificatesReader(), Recorded.of(answer("certificate-ports", "port 8443\t"
                    + "MIIBqzCCAVGgAwIBAgIUcImsY5o99hfrKKYx9lLMQtLUY9EwCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPd2ViLmV4YW1wbGUub3JnMB4XDTI2MT"
                    + "EyMzE1MDQ1MVoXDTI2MTIyMzE1MDQ1MVowGjEYMBYGA1UEAwwPd2ViLmV4YW1wbGUub3JnMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaDeT"
                    + "bGj4ARpOtIjICiZiKgb3uvs1UAxQibdMQg8/miRpVKzljZ1ZXe38+KScI2sxJw9g1z+VdCx5wkQ9j2h3faN1MHMwHQYDVR0OBBYEFDh+jwPsbx"
                    + "taAnJxvYmtC3evC/tHMB8GA1UdIwQYMBaAFDh+jwPsbxtaAnJxvYmtC3evC/tHMA8GA1UdEwEB/wQFMAMBAf8wIAYDVR0RBBkwF4IPd2ViLmV4"
                    + "YW1wbGUub3JnhwR/AAABMAoGCCqGSM49BAMCA0gAMEUCIQDI4Muj0gUFF+R35IYuyV82PEukamDEmF16X7xLFuWVrAIgWWmg341o2dujHzbltH"
                    + "XWH69rrrjhLWxk0SaJL50YpHs=\n")));
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        Certificate web = section.getCertificates().getFirst();
        assertEquals("port 8443", web.getPlace());
        assertEquals(List.of("127.0.0.1", "web.example.org"), web.getNames());
        assertEquals("EC", web.getKeyAlgorithm());
        assertEquals(256, web.getKeySize());
    }

    @Test
    void aPortThatKeepsSilentIsNoProofThatItsCertificateIsGone() {
        var section = Recorded.read(new CertificatesReader(), Recorded.with(ROOT, answer("certificate-ports", "port 9090\n")));
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("port 9090 kept silent when asked for its certificate", section.getReason());
    }

    @Test
    void aPortThatNobodyCouldAskIsNoProofEither() {
        var section = Recorded.read(new CertificatesReader(), Recorded.with(ROOT, answer("certificate-ports", "unasked 443\n")));
        assertEquals(Coverage.PARTIAL, section.getCoverage());
        assertEquals("the certificate of port 443 is not known: the host has no openssl or no timeout", section.getReason());
    }

    @Test
    void passwordsHaveAnAgeButNoHash() {
        User ops = Recorded.read(new AccountsReader(), ROOT).getUsers().stream().filter(u -> u.getName().equals("ops")).findFirst()
                .orElseThrow();
        assertEquals("2026-10-01", ops.getPasswordChanged());
        assertEquals(90, ops.getPasswordMaximumAge());
        assertEquals("2027-12-31", ops.getExpires());
        assertEquals(false, ops.getLocked());
    }

    @Test
    void loginsInTheFormsOfSeveralSystems() {
        var section = Recorded.read(new LoginsReader(), Recorded.of(
                answer("who", "root     pts/0        2026-11-23 10:00 (198.51.100.99)\nops  ttys001  Nov  3 10:00 \n"),
                answer("last", """
                        root     pts/0        198.51.100.99    Mon Nov 23 10:00   still logged in
                        root     pts/1        198.51.100.99    Mon Nov 23 09:00 - 09:10  (00:10)
                        ops      tty1                          Sun Nov 22 09:00 - 09:10  (00:10)
                        reboot   system boot  6.1.0-18-amd64   Sun Nov 22 08:00   still running

                        wtmp begins Sun Nov  1 08:00:00 2026
                        """)));
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(3, section.getLogins().size(), section.getLogins().toString());
        assertEquals("198.51.100.99", section.getLogins().getFirst().getFrom());
    }

    @Test
    void noSecretGetsIntoASection() {
        HostSections sections = new HostSections(ROOT, "ssh");
        for (List<? extends Section> list : List.of(sections.device().getSections(), sections.observations().getSections())) {
            for (Section section : list) {
                section.eAllContents().forEachRemaining(element -> element.eClass().getEAllAttributes().forEach(attribute -> assertFalse(
                        String.valueOf(element.eGet(attribute)).contains("hunter2abc"), () -> section.eClass().getName() + ": " + element)));
            }
        }
    }
}
