package org.cadastre.ui.internal.parts;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** What went wrong, in one line for the person. What nobody foresaw goes to the log with all its details. */
public final class Problems {

    private Problems() {
    }

    /** One line that says what happened; logs the problem when it is one that nobody foresaw. */
    public static String line(Throwable problem) {
        return switch (problem) {
            case NoSuchFileException missing -> Texts.text("problem.noFile", missing.getFile());
            case FileAlreadyExistsException there -> Texts.text("problem.fileExists", there.getFile());
            case AccessDeniedException denied -> Texts.text("problem.fileDenied", denied.getFile());
            case FileSystemException file -> Texts.text("problem.file", file.getFile(), String.valueOf(file.getReason()));
            case IOException io when io.getMessage() != null -> io.getMessage();
            case Exception known when isOurs(known) -> known.getMessage();
            default -> unexpected(problem);
        };
    }

    /** Logs a problem that nobody foresaw, and gives the line that tells where. */
    public static String unexpected(Throwable problem) {
        ILog.of(Problems.class).error(String.valueOf(problem.getMessage()), problem);
        return Texts.text("problem.unexpected", Platform.getLogFileLocation().toOSString());
    }

    public static void show(Shell shell, String title, String line) {
        new MessageDialog(shell, title, null, line, MessageDialog.ERROR, 0, Texts.text("button.close")).open();
    }

    /** The exceptions of the layers below carry one clear line each. */
    private static boolean isOurs(Exception problem) {
        return !(problem instanceof RuntimeException) && problem.getMessage() != null
                && problem.getClass().getName().startsWith("org.cadastre.");
    }
}
