package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.SnmpAuthentication;
import org.cadastre.collect.SnmpPrivacy;
import org.cadastre.collect.Target;
import org.cadastre.collect.snmp.network.Agent;
import org.cadastre.model.Coverage;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Interfaces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 3 (RFC 3414), with net-snmp's agent at the other end: all digests and ciphers that it has. */
class Version3Test {

    private static final String AUTHENTICATION = "4uthentic4tion";
    private static final String PRIVACY = "pr1v4cy-pr1v4cy";

    @TempDir
    private static Path directory;
    private static Snmpd agent;

    static Stream<Arguments> protections() {
        return Stream.of(Arguments.of(SnmpAuthentication.NONE, SnmpPrivacy.NONE), Arguments.of(SnmpAuthentication.MD5, SnmpPrivacy.NONE),
                Arguments.of(SnmpAuthentication.MD5, SnmpPrivacy.DES), Arguments.of(SnmpAuthentication.SHA, SnmpPrivacy.NONE),
                Arguments.of(SnmpAuthentication.SHA, SnmpPrivacy.AES128), Arguments.of(SnmpAuthentication.SHA224, SnmpPrivacy.AES128),
                Arguments.of(SnmpAuthentication.SHA256, SnmpPrivacy.AES128), Arguments.of(SnmpAuthentication.SHA384, SnmpPrivacy.AES128),
                Arguments.of(SnmpAuthentication.SHA512, SnmpPrivacy.AES192), Arguments.of(SnmpAuthentication.SHA512, SnmpPrivacy.AES256),
                Arguments.of(SnmpAuthentication.SHA, SnmpPrivacy.AES192C), Arguments.of(SnmpAuthentication.SHA, SnmpPrivacy.AES256C));
    }

    private static String user(SnmpAuthentication digest, SnmpPrivacy cipher) {
        return "u" + digest + cipher;
    }

    /** In the words of snmpd.conf(5). */
    private static Stream<String> configured(SnmpAuthentication digest, SnmpPrivacy cipher) {
        String name = user(digest, cipher);
        String protection = digest == SnmpAuthentication.NONE ? "" : " " + digest.name().replaceFirst("(?<=SHA)(?=\\d)", "-") + " " + AUTHENTICATION
                + (cipher == SnmpPrivacy.NONE ? "" : " " + cipher.name().replace("AES128", "AES").replaceFirst("(?<=AES)(?=\\d)", "-").replaceFirst("C$", "-C") + " " + PRIVACY);
        String level = digest == SnmpAuthentication.NONE ? "noauth" : cipher == SnmpPrivacy.NONE ? "auth" : "priv";
        return Stream.of("createUser " + name + protection, "rouser " + name + " " + level);
    }

    @BeforeAll
    static void start() throws Exception {
        List<String> lines = new ArrayList<>(List.of("sysName v3"));
        protections().flatMap(one -> configured((SnmpAuthentication) one.get()[0], (SnmpPrivacy) one.get()[1])).forEach(lines::add);
        agent = new Snmpd(directory, lines);
    }

    @AfterAll
    static void stop() throws Exception {
        agent.close();
    }

    private static Credential.SnmpUser credential(String user, SnmpAuthentication digest, String authentication, SnmpPrivacy cipher, String privacy) {
        return new Credential.SnmpUser("v3", user, digest, authentication.toCharArray(), cipher, privacy.toCharArray());
    }

    private static Reading read(List<String> audit, Credential... credentials) throws CollectionException, InterruptedException {
        return new SnmpCollector().collect(new Target.Address("127.0.0.1", agent.port(), false), NetSnmpTest.context(audit, credentials));
    }

    @ParameterizedTest
    @MethodSource("protections")
    void eachProtectionIsSpoken(SnmpAuthentication digest, SnmpPrivacy cipher) throws Exception {
        List<String> audit = new ArrayList<>();
        Reading reading = read(audit, credential(user(digest, cipher), digest, AUTHENTICATION, cipher, PRIVACY));
        assertEquals("v3", NetSnmpTest.section(reading, Agent.class).getName());
        assertEquals(Coverage.COMPLETE, NetSnmpTest.section(reading, Interfaces.class).getCoverage());
        assertEquals("SNMPv3", NetSnmpTest.section(reading, Interfaces.class).getPrivilege());
        List<Identifier> identifiers = NetSnmpTest.section(reading, Identity.class).getIdentifiers();
        assertTrue(identifiers.stream().anyMatch(one -> one.getKind() == IdentifierKind.SNMP_ENGINE_ID), identifiers.toString());
        assertNoSecret(audit);
    }

    private static void assertNoSecret(List<String> lines) {
        lines.forEach(line -> assertFalse(line.contains(AUTHENTICATION) || line.contains(PRIVACY), line));
    }

    private static void assertRefused(String reason, Credential credential) {
        List<String> audit = new ArrayList<>();
        CollectionException refused = assertThrows(CollectionException.class, () -> read(audit, credential));
        assertEquals(TargetResult.ACCESS_DENIED, refused.result(), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertTrue(refused.getMessage().contains("v3"), refused.getMessage());
        assertNoSecret(audit);
        assertNoSecret(List.of(refused.getMessage()));
    }

    @Test
    void whatIsWrongIsTold() {
        assertRefused("does not know user nobody", credential("nobody", SnmpAuthentication.SHA, AUTHENTICATION, SnmpPrivacy.NONE, ""));
        assertRefused("authentication password", credential(user(SnmpAuthentication.SHA, SnmpPrivacy.AES128), SnmpAuthentication.SHA,
                "wrong password", SnmpPrivacy.AES128, PRIVACY));
        assertRefused("authentication password or digest", credential(user(SnmpAuthentication.SHA, SnmpPrivacy.AES128), SnmpAuthentication.MD5,
                AUTHENTICATION, SnmpPrivacy.AES128, PRIVACY));
        assertRefused("privacy password or cipher", credential(user(SnmpAuthentication.SHA, SnmpPrivacy.AES128), SnmpAuthentication.SHA,
                AUTHENTICATION, SnmpPrivacy.AES128, "wrong password"));
    }

    @Test
    void ofSeveralTheOneThatIsAcceptedIsRemembered() throws Exception {
        Credential wrong = new Credential.SnmpUser("wrong", "nobody", SnmpAuthentication.SHA, AUTHENTICATION.toCharArray(), SnmpPrivacy.NONE, new char[0]);
        Credential community = new Credential.Community("lan", "public".toCharArray());
        Credential right = credential(user(SnmpAuthentication.SHA256, SnmpPrivacy.AES128), SnmpAuthentication.SHA256, AUTHENTICATION,
                SnmpPrivacy.AES128, PRIVACY);
        assertEquals("v3", read(new ArrayList<>(), community, wrong, right).credential().orElseThrow());
    }

    @Test
    void noPacketIsLogged() throws Exception {
        read(new ArrayList<>(), credential(user(SnmpAuthentication.SHA, SnmpPrivacy.AES128), SnmpAuthentication.SHA, AUTHENTICATION, SnmpPrivacy.AES128, PRIVACY));
        assertNoSecret(Files.readAllLines(directory.resolve("snmpd.log")));
    }
}
