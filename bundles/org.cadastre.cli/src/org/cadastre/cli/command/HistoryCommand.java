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
import org.cadastre.compare.history.DeviceEvent;
import org.cadastre.compare.history.DeviceHistory;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells each change of one device, or of one part of it, with the snapshots between which it happened. */
@Command(name = "history")
public final class HistoryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(index = "0", paramLabel = "DEVICE", descriptionKey = "show.device")
    private String device;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATH", defaultValue = "", descriptionKey = "history.path")
    private String path;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException {
        try (Estate open = estate.open()) {
            List<DeviceEvent> events = DeviceHistory.of(open, DeviceChoice.findEver(open, device)).events(path);
            switch (format) {
                case text -> print(events);
                case json -> write(events);
            }
        }
        return ExitCode.OK;
    }

    private void print(List<DeviceEvent> events) {
        if (events.isEmpty()) {
            terminal.note(Messages.text("history.none"));
            return;
        }
        TextTable table = new TextTable(List.of("AFTER", "UNTIL", "WHAT", "PATH", "BEFORE", "NOW"));
        for (DeviceEvent event : events) {
            table.add(List.of(event.before().label(), event.after().label(), event.change().getKind().getLiteral(),
                    event.path(), orEmpty(event.change().getBefore()), orEmpty(event.change().getAfter())));
        }
        table.print(terminal, "");
    }

    private void write(List<DeviceEvent> events) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.array(events, event -> json.object(() -> {
                json.field("beforeSnapshot", event.before().label());
                json.field("afterSnapshot", event.after().label());
                json.field("notBefore", event.before().started());
                json.field("notAfter", event.after().finished());
                json.field("kind", event.change().getKind().getLiteral());
                json.field("path", event.path());
                json.field("before", event.change().getBefore());
                json.field("after", event.change().getAfter());
            }));
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
