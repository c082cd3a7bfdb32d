package org.cadastre.export.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.apache.poi.xssf.usermodel.XSSFCell;
import org.cadastre.compare.Certificate;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.Software;
import org.cadastre.repository.Estate;
import org.cadastre.repository.VolatilePlace;
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
        return compared(before, after, List.of(), rowLimit);
    }

    private ReadBack compared(Device before, Device after, List<VolatilePlace> known, int rowLimit) throws Exception {
        var first = estate.read(SampleSnapshot.take(estate, "before", List.of(before)));
        var second = estate.read(SampleSnapshot.take(estate, "after", List.of(after)));
        SnapshotComparison comparison = new SnapshotComparer().compare(first, second, known, Progress.none());
        new ComparisonWorkbook(rowLimit).write(new Certificate(comparison, first, second), file);
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
            assertEquals(List.of("Summary", "Changes", "Unchanged", "Changed by themselves", "Unknown", "Counts"), book.sheets());
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
            int certificate = texts.indexOf("Of all that was read on both sides, on 1 device");
            assertEquals(List.of("Unchanged", "9.0", "proven by equal hashes: 9 elements on 1 device"),
                    texts.subList(certificate + 3, certificate + 6), texts.toString());
            assertTrue(texts.contains("Nothing that was read on both sides has changed."), texts.toString());
            assertEquals("equal hashes", book.cell("Unchanged", "Known from", "Section", "Software").getStringCellValue());
            assertEquals(3, book.cell("Unchanged", "Elements", "Section", "Software").getNumericCellValue());
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

    @Test
    void whatIsKnownToChangeByItselfIsCountedAndListedApart() throws Exception {
        Device after = completelyRead();
        section(after, Interfaces.class).getInterfaces().getFirst().setMtu(9000);
        var known = List.of(new VolatilePlace(VolatilePlace.EVERY_DEVICE, "Interfaces", "interfaces[eth0]", "mtu", "by hand"));
        try (ReadBack book = compared(completelyRead(), after, known, 1000)) {
            assertTrue(book.texts("Summary").contains("1 difference in 1 known volatile place"), book.texts("Summary").toString());
            assertEquals("9000", book.cell("Changed by themselves", "After", "Element", "interfaces[eth0]").getStringCellValue());
            assertEquals(0, book.sheet("Changes").getLastRowNum());
        }
    }

    @Test
    void aWarningComesBeforeTheNumbers() throws Exception {
        var snapshot = estate.read(SampleSnapshot.take(estate, "before", List.of(completelyRead())));
        SnapshotComparison comparison = new SnapshotComparer().compare(snapshot, snapshot, Progress.none());
        comparison.getWarnings().add("The two snapshots have no target in common.");
        new ComparisonWorkbook(1000).write(new Certificate(comparison, snapshot, snapshot), file);
        try (ReadBack book = new ReadBack(file)) {
            List<String> texts = book.texts("Summary");
            int warning = texts.indexOf("The two snapshots have no target in common.");
            assertTrue(warning > 0 && warning < texts.indexOf("Unchanged"), texts.toString());
        }
    }
}
