package org.cadastre.export.excel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.internal.Book;
import org.cadastre.export.excel.internal.Differences;
import org.cadastre.export.excel.internal.TargetFile;

/**
 * Writes a comparison as an Excel workbook: first what is proven unchanged and what was changed, in plain sentences; then
 * every change with before and after side by side, the counts of what is unchanged, and what cannot be known and why.
 * Times are in UTC.
 *
 * <pre>{@code
 * new ComparisonWorkbook().write(comparison, Path.of("changes.xlsx"));
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
     * @param file is replaced if it exists; untouched on failure
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if the file cannot be written; the message is one line for the user
     */
    public void write(SnapshotComparison comparison, Path file) throws IOException {
        String footer = "Cadastre: " + comparison.getBefore().getLabel() + " compared with " + comparison.getAfter().getLabel();
        try (TargetFile target = TargetFile.open(file); Book book = new Book(footer, rowLimit)) {
            new Differences(book).fill(comparison);
            target.write(book::write);
        }
    }
}
