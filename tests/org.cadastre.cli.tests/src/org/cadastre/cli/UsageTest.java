package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @TempDir
    private Path directory;

    private Run run(String line) {
        return new Run.Place(directory).run((Object[]) line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan", "credential", "credential add", "credential list", "credential remove", "snapshots", "show",
        "compare", "export", "known-host", "known-host list", "known-host remove", "demo", "version", "history", "blame",
        "graph", "topology", "communication"})
    void everyCommandHasHelp(String command) {
        Run run = run(command + " --help").ends(ExitCode.OK).says("Usage: cadastre " + command);
        assertFalse(run.lines().getFirst().startsWith("Usage"), "a command begins with what it does: " + run.out());
        assertEquals("", run.err());
    }

    @Test
    void theProgramTellsItsCommands() {
        run("--help").ends(ExitCode.OK).says("scan ", "compare ", "demo ");
        run("help compare").ends(ExitCode.OK).says("--strict");
        run("version").ends(ExitCode.OK).says("Cadastre ", "Java ");
        assertEquals(run("version").out(), run("--version").ends(ExitCode.OK).out());
    }

    @Test
    void aGroupWithoutACommandTellsWhichThereAre() {
        run("credential").ends(ExitCode.TROUBLE).warns("Usage: cadastre credential", "add", "list", "remove");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nosuch                                   | 'nosuch' is no command                  | cadastre --help
            compar --estate x a b                    | did you mean compare?                   | cadastre --help
            credential get x                         | 'get' is no command                     | cadastre credential --help
            snapshots                                | --estate                                | cadastre snapshots --help
            compare --estate x a                     | AFTER                                   | cadastre compare --help
            compare --estate x a b c                 | 'c' is one argument too many            | cadastre compare --help
            compare --estate x a b --format xml      | xml                                     | cadastre compare --help
            compare --estate x a b --formt json      | --formt                                 | cadastre compare --help
            scan --estate x --label y --purpose z    | before                                  | cadastre scan --help
            scan --estate x --label y --limit soon   | soon                                    | cadastre scan --help
            credential add ops --user ops            | --password                              | cadastre credential add --help
            """)
    void wrongUsageIsToldInTwoLines(String line, String reason, String see) {
        Run run = run(line).ends(ExitCode.TROUBLE).warns(reason, "see " + see);
        assertEquals(2, run.err().lines().count(), run.err());
        assertEquals("", run.out());
    }

    @Test
    void everyWordHasOneMeaningAndOnePlace() {
        for (String key : Messages.bundle().keySet()) {
            assertEquals(key, key.strip());
            assertFalse(Messages.bundle().getString(key).toLowerCase(Locale.ROOT).contains("todo"), key);
        }
        assertEquals("1 device", Messages.count(1, "noun.device"));
        assertEquals("1,204 devices", Messages.count(1204, "noun.device"));
        assertTrue(Messages.text("usage.see", "cadastre").endsWith("--help"));
    }
}
