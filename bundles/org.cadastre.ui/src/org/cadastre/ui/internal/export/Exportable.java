package org.cadastre.ui.internal.export;

import org.eclipse.core.runtime.IProgressMonitor;

/** A part whose content can be written as an Excel workbook. */
public interface Exportable {

    /** Writes the workbook; takes its time, so it is called beside the UI thread. */
    @FunctionalInterface
    interface Writer {
        void write(java.nio.file.Path file, IProgressMonitor monitor) throws Exception;
    }

    /** Proposed name of the file, without ending. */
    String exportName();

    /** What writes the content as it is now. */
    Writer exporter();
}
