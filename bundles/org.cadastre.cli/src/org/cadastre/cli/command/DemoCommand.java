package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.UserDirectories;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.Terminal.Stream;
import org.cadastre.cli.view.ComparisonText;
import org.cadastre.cli.view.ScanProgress;
import org.cadastre.compare.Certificate;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.export.excel.ComparisonWorkbook;
import org.cadastre.export.excel.InventoryWorkbook;
import org.cadastre.model.Purpose;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows on this very machine what the program does: two snapshots, their comparison, the documents, the workbench. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final Terminal terminal;
    private final Services services;

    @Option(names = "--directory", paramLabel = "DIR", descriptionKey = "demo.directory")
    private Optional<Path> directory;

    @Option(names = "--no-workbench", descriptionKey = "demo.noWorkbench")
    private boolean noWorkbench;

    public DemoCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, EstateException, ScanException, InterruptedException {
        Path place = freshDirectory();
        Path estateDirectory = place.resolve("estate");
        Path changes = place.resolve("changes.xlsx");
        Path inventory = place.resolve("inventory.xlsx");
        try (Estate estate = Estate.create(estateDirectory, Messages.text("demo.estate"))) {
            snapshot(estate, BEFORE, Purpose.BEFORE);
            waitForChange();
            snapshot(estate, AFTER, Purpose.AFTER);
            SnapshotReader before = estate.read(estate.find(BEFORE));
            SnapshotReader after = estate.read(estate.find(AFTER));
            SnapshotComparison comparison = new SnapshotComparer().compare(before, after, Progress.none());
            say("");
            new ComparisonText(terminal).print(comparison, LinkChanges.none());
            new ComparisonWorkbook().write(new Certificate(comparison, before, after), changes);
            new InventoryWorkbook().write(after, inventory);
        }
        say("");
        say(Messages.text("demo.whereEstate", estateDirectory));
        say(Messages.text("demo.whereChanges", changes));
        say(Messages.text("demo.whereInventory", inventory));
        say("");
        workbench(estateDirectory);
        return ExitCode.OK;
    }

    private void snapshot(Estate estate, String label, Purpose purpose) throws ScanException, EstateException, InterruptedException {
        say(Messages.text("demo.scanning", label));
        ScanRequest request = new ScanRequest(label, purpose, System.getProperty("user.name"), "", List.of("local"), List.of(),
                ScanRequest.DEFAULT_LIMIT, 1);
        ScanResult result = services.scanner().scan(estate, request, new ScanProgress(terminal));
        terminal.progress("");
        say(Messages.text("demo.scanned", Messages.count(result.snapshot().elements(), "noun.element")));
    }

    private void waitForChange() throws IOException {
        if (terminal.isInteractive(Stream.IN) && terminal.isInteractive(Stream.OUT)) {
            say("");
            say(Messages.text("demo.change"));
            terminal.waitForEnter();
        }
    }

    private void workbench(Path estate) throws IOException {
        WorkbenchStart start = WorkbenchStart.ofProcess();
        List<String> arguments = List.of("--open-estate", estate.toString(), "--open-comparison", BEFORE, AFTER);
        if (noWorkbench || !start.isPossible()) {
            say(Messages.text("demo.next"));
        } else {
            start.open(arguments);
            say(Messages.text("demo.workbench"));
        }
    }

    /** One that nothing is in, so that demos never meet. */
    private Path freshDirectory() throws IOException {
        Path home = UserDirectories.home().resolve("cadastre-demo");
        Path wanted = directory.orElse(home).toAbsolutePath().normalize();
        String name = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now());
        Files.createDirectories(wanted);
        for (int attempt = 1;; attempt++) {
            Path fresh = wanted.resolve(attempt == 1 ? name : name + "-" + attempt);
            if (Files.notExists(fresh)) {
                return Files.createDirectory(fresh);
            }
        }
    }

    private void say(String line) {
        terminal.line(line);
        terminal.flush();
    }
}
