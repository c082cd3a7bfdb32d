package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.HostKeys;
import org.cadastre.collect.Reading;
import org.cadastre.collect.networkos.NetworkOsReader;
import org.cadastre.collect.networkos.Terminal;
import org.cadastre.collect.networkos.configuration.RunningConfiguration;
import org.cadastre.model.Coverage;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.OperatingSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole visit at a terminal: what is sent, what becomes of the answers, and of their absence. */
@Timeout(60)
class InterviewTest {

    private static final String VERSION = """
            Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 15.0(2)SE4, RELEASE SOFTWARE (fc1)
            sw1 uptime is 1 week
            cisco WS-C2960-24TT-L (PowerPC405) processor (revision D0) with 65536K bytes of memory.
            Processor board ID FOC1010X104
            """;

    private final List<String> audit = new ArrayList<>();

    private Reading read(Terminal terminal) throws Exception {
        HostKeys none = new HostKeys() {
            @Override
            public Set<String> known(String host, int port) {
                return Set.of();
            }

            @Override
            public void remember(String host, int port, String key) {
                throw new AssertionError();
            }
        };
        return NetworkOsReader.with(Path.of("/none"), Duration.ofMillis(500)).read(terminal, "ssh", Optional.of("ops"),
                new Context(List.of(), audit::add, none, Instant.now().plusSeconds(30)));
    }

    private static Script ios(UnaryOperator<String> configuration) {
        return Script.ofLines("sw1#", command -> switch (command) {
            case "show version" -> VERSION;
            case "terminal length 0" -> "";
            case "show running-config" -> configuration.apply(command);
            default -> "        ^\n% Invalid input detected at '^' marker.\n\n";
        }).inPiecesOf(100);
    }

    private static <T> T section(Reading reading, Class<T> type) {
        return reading.device().getSections().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void aDeviceIsReadWithEveryCommandInTheAuditLog() throws Exception {
        Script device = ios(command -> "Building configuration...\n\nCurrent configuration : 22 bytes\n!\nhostname sw1\n!\nend\n\n");
        Reading reading = read(device);
        assertEquals(List.of("show version", "terminal length 0", "show running-config"), audit);
        assertEquals(audit.stream().map(command -> command + "\r").toList(), device.typed);
        assertEquals(Optional.of("ops"), reading.credential());
        assertEquals("sw1", reading.device().getName());
        assertEquals("15.0(2)SE4", section(reading, OperatingSystem.class).getVersion());
        RunningConfiguration configuration = section(reading, RunningConfiguration.class);
        assertEquals(Coverage.COMPLETE, configuration.getCoverage());
        assertEquals(List.of("hostname sw1"), configuration.getStatements().stream().map(statement -> statement.getName()).toList());
        assertTrue(reading.observations().getSections().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`      ^/% Invalid input detected at '^' marker./` | DENIED | the account may not run \"show running-config\"",
        "% Permission denied for the role/ | DENIED | the account may not run \"show running-config\"",
        "Command authorization failed./ | DENIED | the account may not run \"show running-config\"",
        "/ | FAILED | the device answered nothing to \"show running-config\""})
    void aRefusalIsTheCoverage(String answer, Coverage coverage, String reason) throws Exception {
        String text = answer.replace('/', '\n');
        RunningConfiguration configuration = section(read(ios(command -> text)), RunningConfiguration.class);
        assertEquals(coverage, configuration.getCoverage());
        assertEquals(reason, configuration.getReason());
        assertTrue(configuration.getStatements().isEmpty());
    }

    @Test
    void aConfigurationWithoutAnEndIsNotTakenForAWholeOne() throws Exception {
        Script halves = new Script(typed -> switch (typed.strip()) {
            case "" -> "sw1#";
            case "show version" -> typed + "\n" + VERSION.replace("\n", "\r\n") + "sw1#";
            case "show running-config" -> typed + "\nhostname sw1\r\n";
            default -> typed + "\nsw1#";
        });
        RunningConfiguration configuration = section(read(halves), RunningConfiguration.class);
        assertEquals(Coverage.FAILED, configuration.getCoverage());
        assertEquals("the device fell silent before the end of \"show running-config\"", configuration.getReason());
        assertTrue(configuration.getStatements().isEmpty());
    }

    @Test
    void aConfigurationThatQuotesARefusalIsNone() throws Exception {
        String text = "hostname sw1\nbanner motd ^C\n% Invalid input is logged\n^C\nline vty 0 4\n login\n";
        assertEquals(Coverage.COMPLETE, section(read(ios(command -> text)), RunningConfiguration.class).getCoverage());
    }

    @Test
    void anUnknownSystemIsAskedEachVersionOnceAndNamed() throws Exception {
        Script device = Script.ofLines("x>", command -> "What is \"" + command + "\"?\n");
        CollectionException failure = assertThrows(CollectionException.class, () -> read(device));
        assertEquals(TargetResult.FAILED, failure.result());
        assertEquals(List.of("show version", "display version", "get system status", "/system resource print"), audit);
        assertTrue(failure.getMessage().startsWith("neither a Unix shell nor a network system that Cadastre knows answered (asked: show version, "),
                failure.getMessage());
    }

    @Test
    void silenceAndFloodsFailInOneLine() {
        assertEquals("the device took the login, but showed no prompt at the login; log in by hand and see what it waits for",
                assertThrows(CollectionException.class, () -> read(new Script(typed -> ""))).getMessage());
        assertEquals(List.of(), audit);
        byte[] noise = new byte[1 << 16];
        new Random(1).nextBytes(noise);
        String binary = new String(noise, StandardCharsets.ISO_8859_1);
        CollectionException failure = assertThrows(CollectionException.class, () -> read(new Terminal() {
            @Override
            public void type(String text) {
                // Says nothing to it.
            }

            @Override
            public String read(Duration patience) {
                return binary;
            }
        }));
        assertEquals("the device took the login, but does not come to an end of what it writes at the login; log in by hand and look at it",
                failure.getMessage());
    }
}
