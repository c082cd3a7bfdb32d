package org.cadastre.export.excel;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

import org.cadastre.export.excel.internal.Book;
import org.cadastre.export.excel.internal.Inventory;
import org.cadastre.export.excel.internal.TargetFile;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * Writes a snapshot as an Excel workbook: what the snapshot is, its targets and devices, how well each section was read,
 * and a sheet for each class of elements that occurs. Times are in UTC.
 *
 * <pre>{@code
 * new InventoryWorkbook().write(estate.read(estate.find("latest")), Path.of("inventory.xlsx"));
 * }</pre>
 *
 * <p>One device at a time is in memory; rows wait in temporary files. Thread-safe.
 */
public final class InventoryWorkbook {

    private final int rowLimit;

    public InventoryWorkbook() {
        this(Book.EXCEL_ROWS);
    }

    /** @param rowLimit rows of one sheet, header included, before it goes on in a next one */
    InventoryWorkbook(int rowLimit) {
        this.rowLimit = rowLimit;
    }

    /**
     * Writes the workbook.
     *
     * @param file is replaced if it exists; untouched on failure
     * @throws InterruptedIOException if the thread was interrupted
     * @throws IOException if the file cannot be written; the message is one line for the user
     */
    public void write(SnapshotReader snapshot, Path file) throws IOException, EstateException {
        try (TargetFile target = TargetFile.open(file);
                Book book = new Book("Cadastre: snapshot " + snapshot.info().label(), rowLimit)) {
            new Inventory(book).fill(snapshot);
            target.write(book::write);
        }
    }
}
