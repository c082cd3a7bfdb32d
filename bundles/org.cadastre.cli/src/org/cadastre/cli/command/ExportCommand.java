package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a snapshot as a document. */
@Command(name = "export")
public final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(paramLabel = "SNAPSHOT", descriptionKey = "option.snapshot")
    private String snapshot;

    @Option(names = "--excel", required = true, paramLabel = "FILE", descriptionKey = "export.excel")
    private Path excel;

    public ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, IOException {
        try (Estate open = estate.open()) {
            new InventoryWorkbook().write(open.read(open.find(snapshot)), excel);
        }
        terminal.note(Messages.text("excel.written", excel));
        return ExitCode.OK;
    }
}
