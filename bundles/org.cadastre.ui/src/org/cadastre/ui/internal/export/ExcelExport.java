package org.cadastre.ui.internal.export;

import java.nio.file.Path;

import org.cadastre.ui.internal.estates.Places;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks for a file, writes the workbook in the background, and offers to show it. */
public final class ExcelExport {

    private ExcelExport() {
    }

    static void ask(Shell shell, String name, Exportable.Writer writer) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Texts.text("excel.title"));
        dialog.setFileName(Places.folderName(name) + ".xlsx");
        dialog.setFilterExtensions(new String[] { "*.xlsx" });
        dialog.setFilterNames(new String[] { Texts.text("excel.filter") });
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(shell, Path.of(chosen), writer);
        }
    }

    /** Writes without asking for the file. */
    public static void write(Shell shell, Path file, Exportable.Writer writer) {
        Work<Path> work = Work.of(Texts.text("excel.writing", file.getFileName().toString()), monitor -> {
            monitor.beginTask(file.getFileName().toString(), IProgressMonitor.UNKNOWN);
            writer.write(file, monitor);
            return file;
        }, written -> offer(shell, written), line -> Problems.show(shell, Texts.text("excel.title"), line));
        work.setPriority(Job.LONG);
        work.schedule();
    }

    private static void offer(Shell shell, Path file) {
        int answer = new MessageDialog(shell, Texts.text("excel.title"), null, Texts.text("excel.written", file.toString()),
                MessageDialog.INFORMATION, 2, Texts.text("excel.openFile"), Texts.text("excel.openFolder"),
                Texts.text("button.close")).open();
        if (answer == 0) {
            Program.launch(file.toString());
        } else if (answer == 1) {
            Program.launch(file.toAbsolutePath().getParent().toString());
        }
    }
}
