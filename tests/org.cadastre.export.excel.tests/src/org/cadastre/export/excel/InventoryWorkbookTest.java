package org.cadastre.export.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryWorkbookTest {

    @TempDir
    private Path directory;
    private Estate estate;
    private Path file;

    @BeforeEach
    void makeEstate() throws EstateException {
        estate = SampleSnapshot.estate(directory);
        file = directory.resolve("inventory.xlsx");
    }

    @AfterEach
    void closeEstate() {
        estate.close();
    }

    private ReadBack written() throws EstateException, IOException {
        new InventoryWorkbook().write(estate.read(SampleSnapshot.take(estate, "before")), file);
        return new ReadBack(file);
    }

    @Test
    void everyElementClassThatOccursHasASheetAndNoOtherHas() throws Exception {
        try (ReadBack book = written()) {
            assertEquals(List.of("Snapshot", "Targets", "Devices", "Coverage", "Operating system", "Interface", "Address",
                    "File system", "User", "Load (observed)"), book.sheets());
        }
    }

    @Test
    void valuesAreOfTheirTypes() throws Exception {
        try (ReadBack book = written()) {
            XSSFCell speed = book.cell("Interface", "Speed (bit/s)", "Name", "eth0");
            assertEquals(CellType.NUMERIC, speed.getCellType());
            assertEquals(10_000_000_000d, speed.getNumericCellValue());
            assertEquals("#,##0", speed.getCellStyle().getDataFormatString());
            XSSFCell enabled = book.cell("Interface", "Enabled", "Name", "eth0");
            assertEquals(CellType.BOOLEAN, enabled.getCellType());
            assertTrue(enabled.getBooleanCellValue());
            XSSFCell uid = book.cell("User", "UID", "Name", "alice");
            assertEquals(4_294_967_294d, uid.getNumericCellValue());
            assertEquals("0", uid.getCellStyle().getDataFormatString());
            XSSFCell boot = book.cell("Load (observed)", "Boot time (UTC)", "Device", "web1");
            assertTrue(DateUtil.isCellDateFormatted(boot));
            assertEquals(LocalDateTime.ofInstant(SampleSnapshot.BOOTED, ZoneOffset.UTC), boot.getLocalDateTimeCellValue());
            assertEquals("relatime, rw", book.cell("File system", "Options", "Mount point", "/").getStringCellValue());
        }
    }

    @Test
    void aNumberThatExcelWouldRoundIsText() throws Exception {
        try (ReadBack book = written()) {
            assertEquals("9007199254740993", book.cell("File system", "Size (bytes)", "Mount point", "/").getStringCellValue());
        }
    }

    @Test
    void anElementInsideOfAnotherSaysWhichAndKeysComeFirst() throws Exception {
        try (ReadBack book = written()) {
            assertEquals(List.of("Device", "Belongs to", "Address"), book.titles("Address").subList(0, 3));
            assertEquals("interfaces[eth0]", book.cell("Address", "Belongs to", "Address", "192.0.2.7").getStringCellValue());
            assertEquals("00000000000000a1", book.cell("Address", "Device ID", "Address", "192.0.2.7").getStringCellValue());
        }
    }

    @Test
    void headersAreFrozenFilteredAndRepeatedOnPaper() throws Exception {
        try (ReadBack book = written()) {
            for (String name : book.sheets().subList(1, book.sheets().size())) {
                XSSFSheet sheet = book.sheet(name);
                assertEquals(1, sheet.getPaneInformation().getHorizontalSplitPosition(), name);
                assertTrue(sheet.getPaneInformation().isFreezePane(), name);
                CellRangeAddress filtered = CellRangeAddress.valueOf(sheet.getCTWorksheet().getAutoFilter().getRef());
                assertEquals(new CellRangeAddress(0, sheet.getLastRowNum(), 0, book.titles(name).size() - 1), filtered, name);
                assertEquals(0, sheet.getRepeatingRows().getFirstRow(), name);
                assertTrue(sheet.getPrintSetup().getLandscape(), name);
                assertEquals(1, sheet.getPrintSetup().getFitWidth(), name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob", "carol", "dave", "erin"})
    void aValueThatLooksLikeAFormulaStaysTextWhenItIsEdited(String user) throws Exception {
        try (ReadBack book = written()) {
            XSSFCell cell = book.cell("User", "Full name", "Name", user);
            assertEquals(CellType.STRING, cell.getCellType());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
            assertFalse(book.cell("User", "Name", "Name", user).getCellStyle().getQuotePrefixed());
        }
    }

    @Test
    void noCharacterOfATextIsLostUnseen() throws Exception {
        try (ReadBack book = written()) {
            assertEquals("bell\u2407 and _x0041_ and \ud83d\ude00",
                    book.cell("User", "Full name", "Name", "frank").getStringCellValue());
            String cut = book.cell("User", "Full name", "Name", "grace").getStringCellValue();
            assertEquals(32_767, cut.length());
            assertTrue(cut.endsWith("x ... [cut: the text has 40000 characters]"), cut.substring(32_700));
        }
    }

    @Test
    void columnsAreAsWideAsTheirContentsUpToALimit() throws Exception {
        try (ReadBack book = written()) {
            XSSFSheet users = book.sheet("User");
            assertTrue(users.getColumnWidth(book.titles("User").indexOf("UID")) >= 11 * 256);
            assertEquals(61 * 256, users.getColumnWidth(book.titles("User").indexOf("Full name")));
            assertTrue(users.getColumnWidth(book.titles("User").indexOf("Device ID")) > 16 * 256);
        }
    }

    @Test
    void aSectionThatIsNotCompleteStandsOutWithItsReason() throws Exception {
        try (ReadBack book = written()) {
            assertEquals("the shadow file needs root",
                    book.cell("Coverage", "Reason", "Section", "Accounts").getStringCellValue());
            XSSFCell partial = book.cell("Coverage", "Coverage", "Section", "Accounts");
            XSSFCell complete = book.cell("Coverage", "Coverage", "Section", "Operating system");
            assertEquals("partial", partial.getStringCellValue());
            assertNotEquals(null, partial.getCellStyle().getFillForegroundColorColor());
            assertNull(complete.getCellStyle().getFillForegroundColorColor());
        }
    }

    @Test
    void theFirstSheetTellsWhatTheSnapshotIs() throws Exception {
        try (ReadBack book = written()) {
            List<String> texts = book.texts("Snapshot");
            assertTrue(texts.containsAll(List.of("Snapshot before", "alice", "CHG-12", "db1, web1", "Devices")), texts.toString());
            assertEquals("port 22 is closed; start sshd",
                    book.cell("Targets", "What happened, what to do", "Target", "db1").getStringCellValue());
            assertEquals("192.0.2.7", book.cell("Devices", "Addresses", "Device", "web1").getStringCellValue());
        }
    }

    @Test
    void rowsThatDoNotFitGoOnInANextSheetAndTheFirstSheetSaysSo() throws Exception {
        var snapshot = SampleSnapshot.take(estate, "many", List.of(SampleSnapshot.web1(25)));
        new InventoryWorkbook(11).write(estate.read(snapshot), file);
        try (ReadBack book = new ReadBack(file)) {
            assertTrue(book.sheets().containsAll(List.of("Package", "Package (2)", "Package (3)")), book.sheets().toString());
            assertEquals(book.sheets().indexOf("Package") + 2, book.sheets().indexOf("Package (3)"));
            assertEquals(10, book.sheet("Package").getLastRowNum());
            assertEquals(5, book.sheet("Package (3)").getLastRowNum());
            assertEquals(book.titles("Package"), book.titles("Package (3)"));
            assertEquals("package-000024",
                    book.cell("Package (3)", "Name", "Name", "package-000024").getStringCellValue());
            assertTrue(book.texts("Snapshot").contains("Package (2), Package (3)"));
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldInOneLine() throws Exception {
        var snapshot = estate.read(SampleSnapshot.take(estate, "before"));
        Path nowhere = directory.resolve("missing/inventory.xlsx");
        for (Path target : List.of(directory, nowhere, Path.of("/dev/full"))) {
            IOException fault = assertThrows(IOException.class, () -> new InventoryWorkbook().write(snapshot, target));
            assertTrue(fault.getMessage().contains(target.equals(nowhere) ? nowhere.getParent().toString() : target.toString()),
                    fault.getMessage());
            assertEquals(1, fault.getMessage().lines().count());
        }
        assertTrue(Files.exists(Path.of("/dev/full")));
    }

    @Test
    void anExportThatBreaksOffLeavesTheOldFileAndNoOther() throws Exception {
        var snapshot = estate.read(SampleSnapshot.take(estate, "before"));
        Files.writeString(file, "old");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> new InventoryWorkbook().write(snapshot, file));
        assertTrue(Thread.interrupted());
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of("estate", "inventory.xlsx"), files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aLinkStaysALink() throws Exception {
        var snapshot = estate.read(SampleSnapshot.take(estate, "before"));
        Path real = Files.writeString(directory.resolve("real.xlsx"), "old");
        Files.createSymbolicLink(file, real);
        new InventoryWorkbook().write(snapshot, file);
        assertTrue(Files.isSymbolicLink(file));
        try (ReadBack book = new ReadBack(real)) {
            assertEquals("Snapshot", book.sheets().getFirst());
        }
    }
}
