package org.cadastre.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.cli.view.JsonOutput;
import org.cadastre.cli.view.Moments;
import org.cadastre.compare.history.DeviceHistory;
import org.cadastre.compare.history.FactOrigin;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells since when each fact of a device, or of one part of it, has been as it is. */
@Command(name = "blame")
public final class BlameCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(index = "0", paramLabel = "DEVICE", descriptionKey = "show.device")
    private String device;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATH", defaultValue = "", descriptionKey = "history.path")
    private String path;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public BlameCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException {
        try (Estate open = estate.open()) {
            List<FactOrigin> origins = DeviceHistory.of(open, DeviceChoice.findEver(open, device)).origins(path);
            if (origins.isEmpty()) {
                throw new CommandException(Messages.text("blame.none", path));
            }
            switch (format) {
                case text -> print(origins);
                case json -> write(origins);
            }
        }
        return ExitCode.OK;
    }

    private void print(List<FactOrigin> origins) {
        TextTable table = new TextTable(List.of("SINCE", "SNAPSHOT", "PATH", "VALUE"));
        for (FactOrigin origin : origins) {
            String since = Moments.local(origin.firstSeen().finished());
            table.add(List.of(origin.event().isPresent() ? since : Messages.text("blame.orEarlier", since),
                    origin.firstSeen().label(), origin.path(), origin.value()));
        }
        table.print(terminal, "");
    }

    private void write(List<FactOrigin> origins) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.array(origins, origin -> json.object(() -> {
                json.field("path", origin.path());
                json.field("value", origin.value());
                json.field("firstSnapshot", origin.firstSeen().label());
                json.field("notAfter", origin.firstSeen().finished());
                json.field("notBefore", origin.event().map(event -> event.before().started()).orElse(null));
            }));
        }
    }
}
