package org.cadastre.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.DeviceText;
import org.cadastre.cli.view.IdentityJson;
import org.cadastre.cli.view.IdentityText;
import org.cadastre.cli.view.IdentityText.Recognition;
import org.cadastre.cli.view.SnapshotJson;
import org.cadastre.cli.view.SnapshotText;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.scan.identity.IdentityReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a snapshot, or a device of it. */
@Command(name = "show")
public final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SNAPSHOT", descriptionKey = "option.snapshot")
    private Optional<String> snapshot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DEVICE", descriptionKey = "show.device")
    private Optional<String> device;

    @Option(names = "--why", paramLabel = "DEVICE", descriptionKey = "show.why")
    private Optional<String> why;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException {
        try (Estate open = estate.open()) {
            if (why.isPresent()) {
                explain(open, DeviceChoice.findEver(open, why.get()));
                return ExitCode.OK;
            }
            String name = snapshot.orElseThrow(() -> new CommandException(Messages.text("show.noSnapshot")));
            SnapshotReader reader = open.read(open.find(name));
            if (device.isPresent()) {
                show(reader, DeviceChoice.find(reader, device.get()));
            } else {
                show(reader);
            }
        }
        return ExitCode.OK;
    }

    private void explain(Estate open, String id) throws EstateException, IOException {
        IdentityReport report = IdentityReport.of(open, id);
        List<Recognition> recognitions = new ArrayList<>();
        List<SnapshotInfo> snapshots = snapshot.isPresent() ? List.of(open.find(snapshot.get())) : open.snapshots().reversed();
        for (SnapshotInfo info : snapshots) {
            open.read(info).head().getTargets().stream().filter(outcome -> id.equals(outcome.getDevice()))
                    .forEach(outcome -> recognitions.add(new Recognition(info.label(), outcome)));
        }
        switch (format) {
            case text -> new IdentityText(terminal).print(id, report, recognitions);
            case json -> new IdentityJson(terminal).write(id, report, recognitions);
        }
    }

    private void show(SnapshotReader reader) throws EstateException, IOException {
        switch (format) {
            case text -> new SnapshotText(terminal).print(reader);
            case json -> new SnapshotJson(terminal).write(reader);
        }
    }

    private void show(SnapshotReader reader, DeviceEntry entry) throws EstateException, IOException {
        switch (format) {
            case text -> new DeviceText(terminal).print(entry, reader.device(entry.id()), reader.observations(entry.id()));
            case json -> new SnapshotJson(terminal).write(reader.device(entry.id()), reader.observations(entry.id()));
        }
    }
}
