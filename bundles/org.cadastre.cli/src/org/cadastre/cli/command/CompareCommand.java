package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.CertificateText;
import org.cadastre.cli.view.ComparisonJson;
import org.cadastre.cli.view.ComparisonText;
import org.cadastre.cli.view.ThreeWayJson;
import org.cadastre.cli.view.ThreeWayText;
import org.cadastre.compare.Certificate;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.ThreeWay;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.VolatilePlace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what changed from one snapshot to another, what did not, and what cannot be known. */
@Command(name = "compare")
public final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;

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

    @Option(names = "--base", paramLabel = "SNAPSHOT", descriptionKey = "compare.base")
    private Optional<String> base;

    @Option(names = "--list", paramLabel = "PART", descriptionKey = "compare.list")
    private List<Certificate.Part> lists = List.of();

    @Option(names = "--with-volatile", descriptionKey = "compare.withVolatile")
    private boolean withVolatile;

    public CompareCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException, InterruptedException {
        if (base.isPresent() && (excel.isPresent() || !lists.isEmpty())) {
            throw new CommandException(Messages.text("compare.baseAlone"));
        }
        try (Estate open = estate.open()) {
            List<VolatilePlace> known = withVolatile ? List.of() : open.volatilePlaces().load();
            SnapshotReader first = open.read(open.find(before));
            SnapshotReader second = open.read(open.find(after));
            if (base.isPresent()) {
                SnapshotReader common = open.read(open.find(base.get()));
                return tell(ThreeWay.of(compare(common, first, known), compare(common, second, known)));
            }
            return tell(compare(first, second, known), first, second);
        }
    }

    private SnapshotComparison compare(SnapshotReader one, SnapshotReader other, List<VolatilePlace> known)
            throws EstateException, InterruptedException {
        try {
            return new SnapshotComparer().compare(one, other, known,
                    (done, total) -> terminal.progress(Messages.text("compare.progress", done, total)));
        } finally {
            terminal.progress("");
        }
    }

    private LinkChanges links(SnapshotComparison comparison, SnapshotReader first, SnapshotReader second)
            throws EstateException, InterruptedException {
        try {
            return LinkChanges.read(services.layers(), first, second, comparison,
                    (done, total) -> terminal.progress(Messages.text("layer.progress", done, total)));
        } finally {
            terminal.progress("");
        }
    }

    private int tell(SnapshotComparison comparison, SnapshotReader first, SnapshotReader second)
            throws EstateException, IOException, InterruptedException {
        LinkChanges links = links(comparison, first, second);
        Certificate certificate = new Certificate(comparison, first, second);
        switch (format) {
            case text -> {
                new ComparisonText(terminal).print(comparison, links);
                new CertificateText(terminal).print(certificate, lists);
            }
            case json -> new ComparisonJson(terminal).write(comparison, links, certificate, lists);
        }
        if (excel.isPresent()) {
            new ComparisonWorkbook().write(certificate, links, excel.get());
            terminal.note(Messages.text("excel.written", excel.get()));
        }
        return exitCode(List.of(comparison));
    }

    private int tell(ThreeWay comparison) throws IOException {
        switch (format) {
            case text -> new ThreeWayText(terminal).print(comparison);
            case json -> new ThreeWayJson(terminal).write(comparison);
        }
        return exitCode(List.of(comparison.first(), comparison.second()));
    }

    private int exitCode(List<SnapshotComparison> comparisons) {
        List<DeviceComparison> devices = comparisons.stream().flatMap(one -> one.getDevices().stream()).toList();
        if (devices.stream().anyMatch(device -> !device.getChanges().isEmpty())) {
            return ExitCode.DIFFERENT;
        }
        if (devices.stream().allMatch(device -> device.getUnknowns().isEmpty())) {
            return ExitCode.OK;
        }
        terminal.note(Messages.text(strict ? "compare.unknownStrict" : "compare.unknown"));
        return strict ? ExitCode.TROUBLE : ExitCode.OK;
    }
}
