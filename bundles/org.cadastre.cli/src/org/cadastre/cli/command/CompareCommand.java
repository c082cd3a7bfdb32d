package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.ComparisonJson;
import org.cadastre.cli.view.ComparisonText;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed from one snapshot to another, what did not, and what cannot be known. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "option.snapshot")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "option.snapshot")
    private String after;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    @Option(names = "--excel", paramLabel = "FILE", descriptionKey = "compare.excel")
    private Optional<Path> excel;

    @Option(names = "--strict", descriptionKey = "compare.strict")
    private boolean strict;

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, IOException, InterruptedException {
        SnapshotComparison comparison = compare();
        switch (format) {
            case text -> new ComparisonText(terminal).print(comparison);
            case json -> new ComparisonJson(terminal).write(comparison);
        }
        if (excel.isPresent()) {
            new ComparisonWorkbook().write(comparison, excel.get());
            terminal.note(Messages.text("excel.written", excel.get()));
        }
        return exitCode(comparison);
    }

    private SnapshotComparison compare() throws EstateException, InterruptedException {
        try (Estate open = estate.open()) {
            SnapshotReader first = open.read(open.find(before));
            SnapshotReader second = open.read(open.find(after));
            return new SnapshotComparer().compare(first, second,
                    (done, total) -> terminal.progress(Messages.text("compare.progress", done, total)));
        } finally {
            terminal.progress("");
        }
    }

    private int exitCode(SnapshotComparison comparison) {
        if (comparison.getDevices().stream().anyMatch(device -> !device.getChanges().isEmpty())) {
            return ExitCode.DIFFERENT;
        }
        if (comparison.getDevices().stream().noneMatch(device -> !device.getUnknowns().isEmpty())) {
            return ExitCode.OK;
        }
        terminal.note(Messages.text(strict ? "compare.unknownStrict" : "compare.unknown"));
        return strict ? ExitCode.TROUBLE : ExitCode.OK;
    }
}
