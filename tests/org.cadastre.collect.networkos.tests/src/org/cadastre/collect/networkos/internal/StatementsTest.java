package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.collect.networkos.configuration.ConfigurationStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a configuration's lines. */
class StatementsTest {

    private static OperatingSystemDefinition system(String name) {
        return OperatingSystems.own().known().stream().filter(system -> system.name().equals(name)).findFirst().orElseThrow();
    }

    private static Map<String, String> read(String system, String text) {
        Map<String, String> statements = new LinkedHashMap<>();
        for (ConfigurationStatement statement : new Statements(system(system)).read(text.lines().toList())) {
            statements.put(statement.getName(), statement.getText() == null ? "" : statement.getText());
        }
        return statements;
    }

    @Test
    void indentedLinesBelongToTheLineAbove() {
        assertEquals(Map.of("hostname sw1", "", "interface Ethernet1", " description up\n  nested\n", "interface Ethernet2", " shutdown\n"),
                read("Cisco IOS", "!\nhostname sw1\n!\ninterface Ethernet1\n description up\n  nested\nexit\n!\ninterface Ethernet2\n shutdown\n!\nend\n"));
    }

    @Test
    void theSameLineTwiceIsTwoStatements() {
        assertEquals(List.of("crypto map a", "crypto map a (2)"), List.copyOf(read("Cisco IOS", "crypto map a\n one\ncrypto map a\n two\n").keySet()));
    }

    @Test
    void theOrderOfAccessListsIsKept() {
        String one = "access-list 10 permit 10.0.0.1\naccess-list 10 deny any\n";
        assertEquals(Map.of("access-list 10", one, "hostname a", ""), read("Cisco IOS", one + "hostname a\n"));
        assertFalse(read("Cisco IOS", one).equals(read("Cisco IOS", "access-list 10 deny any\naccess-list 10 permit 10.0.0.1\n")));
    }

    @Test
    void aBannerIsOneStatementWhateverStandsInIt() {
        assertEquals(Map.of("banner motd ^C", "No entry\n!\nend\n^C\n", "line vty 0 4", " login\n"),
                read("Cisco IOS", "banner motd ^C\nNo entry\n!\nend\n^C\nline vty 0 4\n login\n"));
        assertEquals(Map.of("banner motd", "No entry\nEOF\n", "hostname a", ""), read("Arista EOS", "banner motd\nNo entry\nEOF\nhostname a\n"));
        assertEquals(List.of("banner motd ^Cshort^C", "hostname a"), List.copyOf(read("Cisco IOS", "banner motd ^Cshort^C\nhostname a\n").keySet()));
    }

    @Test
    void linesOfJunosAreTogetherByTheirFirstWords() {
        assertEquals(Map.of("set interfaces ge-0/0/0", "set interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24\nset interfaces ge-0/0/0 mtu 9000\n",
                "set system host-name", "set system host-name sw1\n"),
                read("Juniper Junos", "set system host-name sw1\nset interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24\n"
                        + "set interfaces ge-0/0/0 mtu 9000\n\n{master:0}\n"));
    }

    @Test
    void aLineThatWasBrokenForTheTerminalIsOneBeforeItsSecretsAreMasked() {
        assertEquals(Map.of("/ppp secret add", "/ppp secret add name=u password=***\n"),
                read("MikroTik RouterOS", "/ppp secret add name=u pass\\\n    word=hemlich\n"));
    }

    @Test
    void configToEndIsOneStatementOfFortiOs() {
        assertEquals(Map.of("config system global", "    set hostname \"fw\"\n", "config firewall policy", "    edit 1\n        config x\n        end\n    next\n"),
                read("Fortinet FortiOS", "#config-version=FGT60E-6.4.5-FW-build1828:opmode=0\n#conf_file_ver=1\nconfig system global\n    set hostname \"fw\"\nend\n"
                        + "config firewall policy\n    edit 1\n        config x\n        end\n    next\nend\n"));
    }

    @Test
    void whatMovesByItselfIsLeftOut() {
        assertEquals(Map.of("hostname a", ""), read("Cisco IOS", """
                Building configuration...

                Current configuration : 1234 bytes
                !
                ! Last configuration change at 10:00:00 UTC Mon Jan 5 2026 by ops
                ! NVRAM config last updated at 10:00:00 UTC Mon Jan 5 2026
                hostname a
                ntp clock-period 17179869
                """));
        assertEquals(Map.of("hostname a", ""), read("Cisco NX-OS",
                "!Command: show running-config\n!Running configuration last done at: Mon\n!Time: Mon Jan 5 10:00:00 2026\nhostname a\n"));
        assertEquals(Map.of("hostname a", ""), read("Cisco ASA", ": Saved\n: Serial Number: X\nASA Version 9.1(2)\nhostname a\nCryptochecksum:1234\n: end\n"));
        assertEquals(Map.of("/ip address add", "/ip address add address=10.0.0.1/24\n"), read("MikroTik RouterOS",
                "# jan/05/2026 10:00:00 by RouterOS 6.48.6\n# software id = ABCD-EFGH\n#\n# model = X\n# serial number = Y\n/ip address add address=10.0.0.1/24\n"));
        assertEquals(Map.of("sysname a", ""), read("Huawei VRP",
                "!Software Version V200R010\n!Last configuration was updated at 2026-01-05 by ops\n#\nsysname a\n#\nreturn\n"));
    }

    @Test
    void aPrivateKeyLeavesNothingAndWhatFollowsIsThere() {
        String key = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkq\nProc-Type: 4,ENCRYPTED\nabc+/=\n-----END ENCRYPTED PRIVATE KEY-----\"\n";
        assertEquals(Map.of("config vpn certificate local", " *** (private key)\n    set range global\n"),
                read("Fortinet FortiOS", "config vpn certificate local\n    set private-key \"" + key + "    set range global\nend\n"));
        assertEquals(Map.of("crypto x", " *** (private key)\n", "hostname a b", ""),
                read("Cisco IOS", "crypto x\n-----BEGIN RSA PRIVATE KEY-----\nMIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkq\nhostname a b\n"));
    }

    @Test
    void aCertificateIsKeptForItIsPublic() {
        String text = "    set certificate \"-----BEGIN CERTIFICATE-----\nMIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqMIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkq\n-----END CERTIFICATE-----\"\n";
        assertEquals(Map.of("config vpn certificate ca", text), read("Fortinet FortiOS", "config vpn certificate ca\n" + text + "end\n"));
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertEquals(Map.of("description a\uFFFDb\uFFFDc", ""), read("Cisco IOS", "description a\u0001b\uD800c\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password ", "\"", "'", "key=", "-----BEGIN PRIVATE KEY", "x=\"", "a ", "aA1", "snmp-server host ", "://a:", "snmp-server host 1.1.1.1 ",
        "auth md5 ", "$1$", "standby ip ", "token,"})
    void noLineTakesLong(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read("Cisco IOS", piece.repeat(200_000 / piece.length())));
    }
}
