package org.cadastre.export.excel;

import java.io.IOException;
import java.nio.file.Path;

import org.cadastre.compare.model.SnapshotComparison;

/** Writes a comparison as an Excel workbook. */
public final class ComparisonWorkbook {

    /**
     * Writes the workbook.
     *
     * @param file is replaced if it exists; untouched on failure
     * @throws IOException if the file cannot be written; the message is one line for the user
     */
    public void write(SnapshotComparison comparison, Path file) throws IOException {
        throw new IOException("The Excel export is not built yet.");
    }
}
