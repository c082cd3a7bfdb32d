package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    private Path directory;

    @Test
    void theDemoComparesThisMachineWithItselfAndSaysWhereAllIs() throws IOException {
        Path place = directory.resolve("demo");
        for (int demo = 1; demo <= 2; demo++) {
            Run run = new Run.Place(directory).run("demo", "--directory", place, "--no-workbench").ends(ExitCode.OK)
                    .says("UNCHANGED", "estate", "changes.xlsx", "inventory.xlsx");
            assertEquals("", run.err());
            try (Stream<Path> demos = Files.list(place)) {
                List<Path> all = demos.toList();
                assertEquals(demo, all.size(), "demos do not meet");
                for (Path one : all) {
                    assertTrue(Files.size(one.resolve("changes.xlsx")) > 0);
                    assertTrue(Files.size(one.resolve("inventory.xlsx")) > 0);
                    new Run.Place(directory).run("compare", "--estate", one.resolve("estate"), "before", "after").says("Elements");
                }
            }
        }
    }

    @Test
    void aPlaceThatIsNoDirectoryIsTold() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        new Run.Place(directory).run("demo", "--directory", file).failsInOneLine(file + " is there already");
    }
}
