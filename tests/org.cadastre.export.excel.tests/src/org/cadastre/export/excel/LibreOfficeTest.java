package org.cadastre.export.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.cadastre.repository.Estate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice reads the workbook as we meant it: another program than the one that wrote it. */
class LibreOfficeTest {

    @TempDir
    private Path directory;

    @Test
    void libreOfficeShowsTheSameCells() throws Exception {
        boolean installed = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
        assumeTrue(installed, "LibreOffice is not installed (Debian: libreoffice-calc-nogui)");
        Path book = directory.resolve("inventory.xlsx");
        try (Estate estate = SampleSnapshot.estate(directory)) {
            new InventoryWorkbook().write(estate.read(SampleSnapshot.take(estate, "before")), book);
        }
        // Every sheet into a file of its own, tab-separated, UTF-8.
        convert(book, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1");
        List<String> users = Files.readAllLines(directory.resolve("inventory-User.csv"));
        assertEquals("Device\tName\tUID\tGID\tFull name\tHome\tShell\tLocked\tPassword changed\tPassword maximum age\tExpires\tDevice ID", users.getFirst());
        assertTrue(users.stream().anyMatch(line -> line.contains("=HYPERLINK(")), users.toString());
        assertTrue(users.stream().anyMatch(line -> line.contains("-2+3")), users.toString());
        assertTrue(users.stream().anyMatch(line -> line.contains("_x0041_ and \ud83d\ude00")), users.toString());
    }

    private void convert(Path book, String format) throws IOException, InterruptedException {
        Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                "--headless", "--convert-to", format, "--outdir", directory.toString(), book.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("office.log").toFile()).start();
        try {
            assertTrue(office.waitFor(120, TimeUnit.SECONDS), "LibreOffice did not end");
        } finally {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly();
        }
    }
}
