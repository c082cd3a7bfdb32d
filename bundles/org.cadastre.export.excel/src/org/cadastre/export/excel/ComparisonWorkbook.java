package org.cadastre.export.excel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.compare.Certificate;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.internal.Book;
import org.cadastre.export.excel.internal.Differences;
import org.cadastre.export.excel.internal.TargetFile;
import org.cadastre.repository.EstateException;

/**
 * Writes a comparison as an Excel workbook: first what is proven unchanged and what was changed, in plain sentences; then
 * every change with before and after side by side, what is unchanged, what changes by itself, and what cannot be known and
 * why, each by device and section.
 * Times are in UTC.
 *
 * <pre>{@code
 * new ComparisonWorkbook().write(new Certificate(comparison, before, after), Path.of("changes.xlsx"));
 * }</pre>
 *
 * <p>Rows wait in temporary files, so memory does not grow with them. Thread-safe.
 */
public final class ComparisonWorkbook {

    private final int rowLimit;

    public ComparisonWorkbook() {
        this(Book.EXCEL_ROWS);
    }

    /** @param rowLimit rows of one sheet, header included, before it goes on in a next one */
    ComparisonWorkbook(int rowLimit) {
        this.rowLimit = rowLimit;
    }

    /**
     * Writes the workbook.
     *
     * @param certificate of the comparison, whose snapshots are read for the list of what is unchanged
     * @param file is replaced if it exists; untouched on failure
     * @throws InterruptedIOException if the thread was interrupted
     * @throws EstateException if a snapshot's own record cannot be read
     * @throws IOException if the file cannot be written; the message is one line for the user
     */
    public void write(Certificate certificate, Path file) throws EstateException, IOException {
        write(certificate, LinkChanges.none(), file);
    }

    /** As above, with a sheet of the links that were added, removed or moved, if there are any. */
    public void write(Certificate certificate, LinkChanges links, Path file) throws EstateException, IOException {
        SnapshotComparison comparison = certificate.comparison();
        String footer = "Cadastre: " + comparison.getBefore().getLabel() + " compared with " + comparison.getAfter().getLabel();
        try (TargetFile target = TargetFile.open(file); Book book = new Book(footer, rowLimit)) {
            new Differences(book).fill(certificate, links);
            target.write(book::write);
        }
    }
}
