package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of network operating systems, Cadastre's and a user's. */
class OperatingSystemTableTest {

    private static final String GOOD = """
            # ours
            [Acme OS]
            vendor = Acme
            version = show version
            identified = ^Acme
            configuration = show running-config
            """;

    @TempDir
    Path directory;

    @Test
    void theSystemsOfCadastreAreThere() {
        assertEquals(List.of("Cisco NX-OS", "Cisco ASA", "Cisco IOS", "Cisco Small Business", "Arista EOS", "FRRouting", "Juniper Junos",
                "HPE ArubaOS-CX", "HPE ArubaOS", "HPE ArubaOS-Switch", "HPE Comware", "Huawei VRP", "Fortinet FortiOS", "MikroTik RouterOS"),
                OperatingSystems.own().known().stream().map(OperatingSystemDefinition::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "vendor = Acme      | vendor =                           | line 3: \"vendor\" has no value",
        "[Acme OS]          | Acme OS                            | line 2: \"Acme OS\" is neither [name] nor",
        "vendor = Acme      | maker = Acme                       | line 3: there is no key \"maker\"; there are blocks, configuration, ",
        "vendor = Acme      | # vendor = Acme                    | line 2: [Acme OS] has no line \"vendor = ...\"",
        "^Acme              | ^Acme(                             | line 5: Unclosed group in the pattern ^Acme(",
        "identified = ^Acme | vendor = Acme                      | line 5: \"vendor\" is said already in line 3",
        "vendor = Acme      | vendor = Acme/blocks = some        | line 4: \"some\" is none of indented, words, config-end",
        "vendor = Acme      | vendor = Acme/model = ^Acme \\S+    | line 4: \"model\" needs a group in parentheses",
        "show version       | reload                             | line 4: \"reload\" is refused: Cadastre only reads",
        "vendor = Acme      | vendor = Acme/paging = no shutdown | line 4: \"no shutdown\" is refused"})
    void anErrorTellsFileLineAndWhat(String good, String bad, String message) throws Exception {
        Path file = Files.writeString(directory.resolve("systems.txt"), GOOD.replace(good, bad.replace('/', '\n')));
        String said = assertThrows(IllegalArgumentException.class, () -> OperatingSystems.with(file)).getMessage();
        assertTrue(said.startsWith(file + ", " + message), said);
        assertEquals(1, said.lines().count());
    }

    @Test
    void aNameMayStandInATableOnce() {
        assertEquals("t, line 7: [Acme OS] is there already",
                assertThrows(IllegalArgumentException.class, () -> OperatingSystemTable.read("t", GOOD + GOOD.substring(GOOD.indexOf('[')))).getMessage());
    }

    @Test
    void aUsersFileAddsSystemsAndReplacesThoseOfTheSameName() throws Exception {
        Path file = Files.writeString(directory.resolve("systems.txt"), GOOD + GOOD.replace("Acme OS", "Cisco IOS"));
        List<OperatingSystemDefinition> systems = OperatingSystems.with(file).known();
        assertEquals(15, systems.size());
        assertEquals("Acme OS", systems.getLast().name());
        assertEquals("Acme", systems.get(2).vendor());
        assertEquals(OperatingSystems.own().known().size(), OperatingSystems.with(directory.resolve("none")).known().size());
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Path file = Files.write(directory.resolve("systems.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertEquals(file + " is not text in UTF-8; save it so, or remove it",
                assertThrows(IllegalArgumentException.class, () -> OperatingSystems.with(file)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"show running-config", "show configuration | display set", "display current-configuration", "get system status",
        "more system:running-config", "/export terse", "/system resource print", "/export compact", "show running-config | exclude secret"})
    void whatOnlyReadsMayBeAsked(String command) {
        assertEquals(Optional.empty(), ReadingCommands.refusal(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"configure terminal", "reload", "write memory", "copy running-config startup-config", "delete x", "enable", "execute reboot",
        "show running-config > flash:x", "show version ; reload", "show version; reload", "show running-config | redirect flash:x",
        "show running-config | tee flash:x", "show running-config | append flash:x", "show configuration | save x", "/export file=x",
        "/system reboot", "/system reset-configuration", "/ip address add address=10.0.0.1", "show $(reload)", "show `reload`", "show version && reload",
        "show version || reload", "showx", "print", "export", "/import print", "/system script run print", "/ip firewall filter export compact", "get\treload", "show version\u0003reload", ":execute print",
        "shows | display", "show x | sh reload"})
    void whatDoesMoreThanReadIsRefused(String command) {
        assertTrue(ReadingCommands.refusal(command).isPresent(), command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"configure terminal", "terminal monitor", "screen-length 0", "set cli screen-length 0; request system reboot", "page", "pager lines 0"})
    void onlyPagingOfOneLoginIsSwitched(String command) {
        assertTrue(ReadingCommands.refusalOfPaging(command).isPresent(), command);
    }
}
