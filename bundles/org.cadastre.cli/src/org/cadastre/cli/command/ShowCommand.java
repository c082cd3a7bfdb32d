package org.cadastre.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.DeviceText;
import org.cadastre.cli.view.SnapshotJson;
import org.cadastre.cli.view.SnapshotText;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

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

    @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "option.snapshot")
    private String snapshot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DEVICE", descriptionKey = "show.device")
    private Optional<String> device;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException {
        try (Estate open = estate.open()) {
            SnapshotReader reader = open.read(open.find(snapshot));
            if (device.isPresent()) {
                show(reader, DeviceChoice.find(reader, device.get()));
            } else {
                show(reader);
            }
        }
        return ExitCode.OK;
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
