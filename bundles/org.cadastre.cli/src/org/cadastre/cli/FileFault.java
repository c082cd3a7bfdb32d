package org.cadastre.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What Java says of a file is often no more than its name; this says what is the matter with it. */
final class FileFault {

    private FileFault() {
    }

    /** One line for the user. */
    static String text(IOException fault) {
        return switch (fault) {
            case AccessDeniedException denied -> Messages.text("file.denied", denied.getFile());
            case NoSuchFileException missing -> Messages.text("file.missing", missing.getFile());
            case FileAlreadyExistsException there -> Messages.text("file.exists", there.getFile());
            case NotDirectoryException other -> Messages.text("file.noDirectory", other.getFile());
            case FileSystemException other when other.getReason() != null ->
                Messages.text("file.other", other.getFile(), other.getReason());
            default -> String.valueOf(fault.getMessage());
        };
    }
}
