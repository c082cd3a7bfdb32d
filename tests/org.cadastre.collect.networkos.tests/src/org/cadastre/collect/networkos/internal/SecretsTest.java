package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret of any system is left, and what is none stays. Secrets are written between braces. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(strings = {
        // Cisco IOS, types 0, 4, 5, 6, 7, 8, 9 and none
        "enable secret 5 {$1$abcd$0123456789abcdefghij.}",
        "enable secret 9 {$9$nhEmQVczB7dqsO$X.HsgL6x1il0RxkOSSvyQYwucySCt7qFm4v7pqCxkKM}",
        "enable password {cisco}", "enable password level 7 7 {094F471A1A0A}", "enable password 0 {my pass word}", "enable secret {with blanks in it}",
        "username ops privilege 15 secret 8 {$8$dsYGNam3K1SIJO$7nv/35M/qr6t.dVc7UY9zrJDWRVqncHub1PE9UlMQFs}",
        "username ops privilege 15 password 7 {02050D480809}", "username ops secret 4 {tnhtc92DXBhelxjYk8LWJrPV36S2i4ntXrpb4RFmfqY}", "username ops password 0 {hop}",
        " password 6 {UYbNJAb`ffDMDQTOZPhEXSiAAB}", " password 7 {045802150C2E}", " key 7 {045802150C2E}", " key 6 {`RQBNNZTGfg}", " key {plain}", " key 12345{6}",
        " key-string 7 {070C285F4D06}", " key-string {plain}", "tacacs-server key 7 {045802150C2E}", "tacacs-server host 10.0.0.1 key {hemlich}",
        "radius-server host 10.0.0.1 auth-port 1812 acct-port 1813 key 7 {045802150C2E}", "radius-server key {hemlich}",
        "snmp-server community {pub1ic} RO 10", "snmp-server community {pub1ic} view v1 RO 10", "snmp-server host 10.0.0.1 version 2c {pub1ic} snmp",
        "snmp-server host 10.0.0.1 {pub1ic}", "snmp-server host 10.0.0.1 traps version 2c {pub1ic}", "snmp-server host 10.0.0.1 vrf mgmt version 2c {pub1ic}",
        "snmp-server host 10.0.0.1 traps {pub1ic}", "snmp-server host 10.0.0.1 informs {pub1ic}",
        "snmp-server user u g v3 auth md5 {aupass12} priv des {prpass12}", "snmp-server user u g v3 auth sha {aupass12} priv aes 128 {prpass12}",
        "crypto isakmp key {hemlich} address 10.0.0.1", "crypto isakmp key 6 {hemlich} hostname a.b", " pre-shared-key address 10.0.0.1 key {hemlich}",
        " pre-shared-key local {hemlich}", " ip ospf message-digest-key 1 md5 7 {045802150C2E}", " ip ospf message-digest-key 1 md5 {hemlich}",
        " ip ospf authentication-key {hemlich}", " area 0 virtual-link 10.0.0.1 message-digest-key 1 md5 {hemlich}",
        " neighbor 10.0.0.1 password 7 {045802150C2E}", " neighbor 10.0.0.1 password {hemlich}", " isis password {hemlich} level-2",
        " standby 1 authentication {hemlich}", " standby 1 authentication md5 key-string {hemlich}", " vrrp 1 authentication text {hemlich}",
        " ip nhrp authentication {hemlich}", "ntp authentication-key 1 md5 {02050D480809} 7", " ppp chap password 0 {hemlich}",
        " ppp pap sent-username u password 7 {045802150C2E}", " wpa-psk ascii 7 {045802150C2E}", " authentication key-management wpa psk {x}",
        " security wpa psk set-key ascii 0 {hemlich}", "ip ftp password 7 {045802150C2E}", " path ftp://u:{hemlich}@10.0.0.1/x",
        "key config-key password-encrypt {hemlich}", " ldap-login-password {hemlich}", " hello-password {hemlich}",
        // NX-OS, ASA, EOS
        "username admin password 5 {$5$IJNDGL$zGBHRWKsZK3R4p5E2UxVlEqQ9SnhPlAL6xYHF0vEnl8}  role network-admin",
        "snmp-server user admin network-admin auth md5 {0x3c5e7f3a0b1c2d3e4f5061728394a5b6} priv {0x3c5e7f3a0b1c2d3e4f5061728394a5b6} localizedkey",
        "passwd {2KFQnbNIdI.2KYOU} encrypted", "username bob password {P4ttSyrm33SV8TYp} encrypted privilege 15", " ikev1 pre-shared-key {hemlich}",
        "snmp-server host inside 10.0.0.1 community {pub1ic} version 2c", "failover key {hemlich}", " failover ipsec pre-shared-key {hemlich}",
        "username admin privilege 15 role network-admin secret sha512 {$6$rounds$abcdefgh/}", "enable password sha512 {$6$abcdefg$h.}",
        " exec /usr/bin/TerminAttr -ingestauth=key,{hemlich} -x", "snmp-server user u g v3 localized f5717f444ca8b1d1e100 auth sha {0011aabb} priv aes {0011aabb}",
        // Junos
        "set system root-authentication encrypted-password \"{$6$abc$defghijkl}\"", "set protocols bgp group x authentication-key \"{$9$kmfzn/CpBEAt0I}\"",
        "set security ike policy p pre-shared-key ascii-text \"{$9$kmfzn/CpBEAt0I}\"", "set access radius-server 10.0.0.1 secret \"{$9$kmfzn/CpBEAt0I}\"",
        "set snmp community {pub1ic} authorization read-only", "set system login user x authentication plain-text-password-value \"{$9$kmfzn}\"",
        "set protocols ospf area 0 interface x authentication md5 1 key \"{$9$kmfzn/CpBEAt0I}\"",
        // FortiOS
        "        set password ENC {SH2nlSm9QL9tapcHPXIqAXvX7vBJuuqu22hpa0JX0sBuKIo7z2g0Kz}", "        set psksecret ENC {AAAAbbbbCCCC==}", "        set passwd ENC {AK1xyz}",
        "        set key ENC {xyz}", "        set auth-pwd ENC {xyz}", "        set secret {hemlich}", "        set unknown ENC {AK1xyz}",
        // RouterOS
        "/ppp secret add name=u password={hemlich} profile=p", "/interface wireless security-profiles set 0 wpa2-pre-shared-key=\"{with blanks}\" x=y",
        "/radius add address=10.0.0.1 secret={hemlich} service=login", "/snmp community set 0 name={pub1ic}", "/routing bgp peer add tcp-md5-key={hemlich}",
        "/snmp community add authentication-password={hemlich} name={pub1ic}", "/interface wireguard add private-key=\"{yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=}\"",
        // Aruba, ProCurve, Comware, VRP
        "password manager user-name \"admin\" sha1 \"{8843d7f92416211de9ebb963ff4ce28125932878}\"", "password manager user-name \"admin\" plaintext \"{hop}\"",
        "snmp-server community \"{pub1ic}\" unrestricted", "radius-server host 10.0.0.1 key \"{hemlich}\"",
        "user admin group administrators password ciphertext {AQBapb0dYW5+LoNE}", "snmpv3 user u auth sha auth-pass ciphertext {AQBap} priv aes priv-pass ciphertext {AQBaq}",
        "    wpa-passphrase {8e2b1a}", "mgmt-user admin root {9f3fd1cc01db2c46bb7a4bb1c0d6f3ca9d1e6c7a0b48d05b13}",
        " password hash {$h$6$vLPSUAEZ8F6jLmvV$aNZfZ8n}", " password cipher {$c$3$GMrT1eTBlkPp+w==}", " password simple {hemlich}",
        " key authentication cipher {$c$3$dJrEmMpV}", " key authentication simple {hemlich}", " super password role network-admin hash {$h$6$abc$def}",
        "snmp-agent community write simple {pr1vate} acl 2000", "snmp-agent community read cipher {%^%#Hc'Kl9#%^%#}",
        "snmp-agent usm-user v3 u g cipher authentication-mode sha {$c$3$abc} privacy-mode aes128 {$c$3$def}",
        "snmp-agent usm-user v3 u authentication-mode sha cipher {%^%#Hc'Kl9#%^%#}", " local-user u password irreversible-cipher {$1a$abc$def$}",
        "snmp-agent target-host trap address udp-domain 10.0.0.1 params securityname {pub1ic} v2c", "ospf authentication-mode md5 1 cipher {%^%#Hc'Kl9#%^%#}",
        " ospf authentication-mode simple plain {hemlich}", " ospf authentication-mode hmac-md5 1 plain {hemlich}",
        // FRR and words that no system here has
        " ip rip authentication string key {hemlich}", "password {zebra}", "enable password {zebra}", " mystery-secret {hemlich}", "api-token {hemlich}",
        "vendor shared-secret 7 {0011}", "foo passphrase \"{two words}\"", "thing {$6$salt$hash}", "thing {0123456789abcdef0123456789abcdef}", "wlan psk={hemlich}",
        "thing {eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc}", "mgmt community {hemlich}",
        "snmp-agent community read cipher {%^%#'([;L^cl\\2MQe2Y`*W*2BDdLOlhxN10bVqK@*<b'xV/O\"N;Xq:(:Tz%^%#}",
        "snmp-agent community read cipher \"{%$%#cV(!!!!r-S*Wi7:<GN$14DSU]Db&mvJ'eN,-q3~H!\"LGCAA|:|*JH(WG;4Ygv+%$%#}\"",
        "        set secret \"{he\\\"m lich x}\"", "        set psksecret {he\"m} ",
        "snmp-server community {read} RO", "snmp-server community {host} RW", "snmp-server community {rw} view v RO", "snmp-server mib community-map {pub1ic} context c"})
    void noSecretIsLeft(String marked) {
        String line = marked.replaceAll("[{}]", "");
        String masked = Secrets.masked(line, line.strip());
        for (String part : marked.split("\\{")) {
            if (part.contains("}")) {
                String secret = part.substring(0, part.indexOf('}'));
                for (String word : secret.split(" ")) {
                    assertFalse((" " + masked + " ").matches(".*[\\s\"=,:/]" + Pattern.quote(word) + "[\\s\"=,@].*"), masked);
                }
            }
        }
        assertTrue(masked.contains("***"), masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"service password-encryption", "security passwords min-length 10", "no service password-recovery", "key chain ospf",
        "interface GigabitEthernet0/1", " description uplink to sw2, patch 12", " ip address 10.0.0.1 255.255.255.0", " neighbor 10.0.0.1 send-community both",
        " set community 65000:100 additive", " match community mine", "ip community-list standard x permit 65000:1", "set policy-options community x members 65000:1",
        "aaa authentication login default group tacacs+ local", "ntp trusted-key 1", "snmp-server group g v3 priv read v", "snmp-server host 10.0.0.1 version 3 priv u",
        " standby 1 priority 110", " authentication-mode aaa", "ssh2 algorithm cipher aes256-gcm", "snmp-server location room 5", "crypto key generate rsa",
        "router bgp 65000", "ip route 0.0.0.0 0.0.0.0 10.0.0.254", "mac address-table static 0011.2233.4455 vlan 1 interface Gi0/1", " ipv6 address 2001:db8::1/64",
        "        set uuid 6e1ee1a0-8d4d-51e9-1b0e-9c6f0f1f0a55", "ip ssh pubkey-chain", "password-policy minimum-length 12"})
    void whatIsNoSecretStays(String line) {
        assertEquals(line, Secrets.masked(line, line.startsWith(" ") ? line.contains("community mine") || line.contains("65000") ? "route-map a permit 10" : "x" : line));
    }

    @Test
    void whatStandsBesideASecretStays() {
        assertEquals("snmp-server community *** RO 10", masked("snmp-server community public RO 10"));
        assertEquals("username admin password 5 ***  role network-admin", masked("username admin password 5 $5$IJNDGL$zGBHRWKs  role network-admin"));
        assertEquals("crypto isakmp key *** address 10.0.0.1", masked("crypto isakmp key two words address 10.0.0.1"));
        assertEquals("username bob password *** encrypted privilege 15", masked("username bob password P4ttSyrm33SV8TYp encrypted privilege 15"));
        assertEquals("/ppp secret add name=u password=*** profile=p", masked("/ppp secret add name=u password=x profile=p"));
        assertEquals("set snmp community *** authorization read-only", masked("set snmp community public authorization read-only"));
        assertEquals("password manager user-name \"admin\" sha1 ***", masked("password manager user-name \"admin\" sha1 \"8843d7f9\""));
    }

    @Test
    void theNameOfACommunityIsTheSecretOfFortiOs() {
        assertEquals("        set name ***", Secrets.masked("        set name \"public\"", "config system snmp community"));
        assertEquals("        set name \"lan\"", Secrets.masked("        set name \"lan\"", "config firewall address"));
    }

    @Test
    void theNumberOfAKeyInAChainIsNone() {
        assertEquals(" key 1", Secrets.masked(" key 1", "key chain ospf"));
        assertEquals(" key ***", Secrets.masked(" key 12345", "radius server x"));
    }

    private static String masked(String line) {
        return Secrets.masked(line, line);
    }
}
