package org.cadastre.export.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.Software;
import org.cadastre.repository.Estate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonWorkbookTest {

    @TempDir
    private Path directory;
    private Estate estate;
    private Path file;

    @BeforeEach
    void makeEstate() throws Exception {
        estate = SampleSnapshot.estate(directory);
        file = directory.resolve("changes.xlsx");
    }

    @AfterEach
    void closeEstate() {
        estate.close();
    }

    private ReadBack compared(Device before, Device after, int rowLimit) throws Exception {
        var first = estate.read(SampleSnapshot.take(estate, "before", List.of(before)));
        var second = estate.read(SampleSnapshot.take(estate, "after", List.of(after)));
        SnapshotComparison comparison = new SnapshotComparer().compare(first, second, Progress.none());
        new ComparisonWorkbook(rowLimit).write(comparison, file);
        return new ReadBack(file);
    }

    private static <T> T section(Device device, Class<T> type) {
        return device.getSections().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void aChangeStandsWithBeforeAndAfterSideBySideAndItsKindInWordsAndColour() throws Exception {
        Device after = SampleSnapshot.web1(3);
        section(after, Interfaces.class).getInterfaces().getFirst().setMtu(9000);
        section(after, Software.class).getPackages().removeLast();
        try (ReadBack book = compared(SampleSnapshot.web1(3), after, 1000)) {
            assertEquals(List.of("Summary", "Changes", "Unchanged", "Unknown"), book.sheets().subList(0, 4));
            XSSFCell kind = book.cell("Changes", "Kind", "Element", "interfaces[eth0]");
            assertEquals("changed", kind.getStringCellValue());
            assertEquals("1500", book.cell("Changes", "Before", "Element", "interfaces[eth0]").getStringCellValue());
            assertEquals("9000", book.cell("Changes", "After", "Element", "interfaces[eth0]").getStringCellValue());
            XSSFCell removed = book.cell("Changes", "Kind", "Kind", "removed");
            assertEquals("Software", book.cell("Changes", "Section", "Kind", "removed").getStringCellValue());
            assertNotEquals(kind.getCellStyle().getFillForegroundColorColor().getARGBHex(),
                    removed.getCellStyle().getFillForegroundColorColor().getARGBHex());
            assertEquals(2, book.sheet("Changes").getLastRowNum());
        }
    }

    @Test
    void theSummaryBeginsWithWhatIsUnchanged() throws Exception {
        try (ReadBack book = compared(completelyRead(), completelyRead(), 1000)) {
            List<String> texts = book.texts("Summary");
            assertTrue(texts.stream().anyMatch(text -> text.startsWith("Of 1 device, 1 unchanged")), texts.toString());
            assertTrue(texts.stream().anyMatch(text -> text.startsWith("Nothing that was read on both sides")), texts.toString());
            assertEquals(0, book.sheet("Changes").getLastRowNum());
        }
    }

    private static Device completelyRead() {
        Device device = SampleSnapshot.web1(3);
        section(device, Accounts.class).setCoverage(Coverage.COMPLETE);
        section(device, Accounts.class).setReason(null);
        return device;
    }

    @Test
    void whatCannotBeKnownHasBothCoveragesAndTheReason() throws Exception {
        Device after = SampleSnapshot.web1(3);
        Accounts accounts = section(after, Accounts.class);
        accounts.getUsers().clear();
        accounts.setCoverage(Coverage.DENIED);
        accounts.setReason("needs root");
        try (ReadBack book = compared(SampleSnapshot.web1(3), after, 1000)) {
            assertEquals("partial", book.cell("Unknown", "Coverage before", "Section", "Accounts").getStringCellValue());
            assertEquals("denied", book.cell("Unknown", "Coverage after", "Section", "Accounts").getStringCellValue());
            assertTrue(book.cell("Unknown", "Reason", "Section", "Accounts").getStringCellValue().contains("needs root"));
            assertFalse(book.texts("Changes").contains("removed"));
        }
    }

    @Test
    void changesThatDoNotFitGoOnInANextSheetAndTheSummarySaysSo() throws Exception {
        Device before = SampleSnapshot.web1(40);
        Device after = SampleSnapshot.web1(40);
        section(after, Software.class).getPackages().forEach(installed -> installed.setVersion("=2.0"));
        try (ReadBack book = compared(before, after, 31)) {
            assertEquals(30, book.sheet("Changes").getLastRowNum());
            assertEquals(10, book.sheet("Changes (2)").getLastRowNum());
            assertTrue(book.texts("Summary").contains("Changes (2)"));
            assertTrue(book.cell("Changes (2)", "After", "Kind", "changed").getCellStyle().getQuotePrefixed());
        }
    }
}
