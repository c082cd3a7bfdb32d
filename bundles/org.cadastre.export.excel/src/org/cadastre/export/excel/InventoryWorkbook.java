package org.cadastre.export.excel;

import java.io.IOException;
import java.nio.file.Path;

import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/** Writes a snapshot as an Excel workbook. */
public final class InventoryWorkbook {

    /**
     * Writes the workbook.
     *
     * @param file is replaced if it exists; untouched on failure
     * @throws IOException if the file cannot be written; the message is one line for the user
     */
    public void write(SnapshotReader snapshot, Path file) throws IOException, EstateException {
        throw new IOException("The Excel export is not built yet.");
    }
}
