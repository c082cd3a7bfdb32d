package org.cadastre.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.cli.view.JsonOutput;
import org.cadastre.cli.view.Moments;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the snapshots of an estate, newest first. */
@Command(name = "snapshots")
public final class SnapshotsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public SnapshotsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, IOException {
        try (Estate open = estate.open()) {
            List<SnapshotInfo> snapshots = open.snapshots();
            switch (format) {
                case text -> print(snapshots);
                case json -> write(snapshots);
            }
        }
        return ExitCode.OK;
    }

    private void print(List<SnapshotInfo> snapshots) {
        if (snapshots.isEmpty()) {
            terminal.note(Messages.text("snapshots.none"));
            return;
        }
        TextTable table = new TextTable(
                List.of("LABEL", "ID", "PURPOSE", "FINISHED", "DEVICES", "ELEMENTS", "OPERATOR", "TICKET"));
        for (SnapshotInfo info : snapshots) {
            table.add(List.of(info.label(), info.id().substring(0, 10), info.purpose().getLiteral(),
                    Moments.local(info.finished()), info.devices(), info.elements(), info.operator(), info.ticket()));
        }
        table.print(terminal, "");
    }

    private void write(List<SnapshotInfo> snapshots) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.array(snapshots, info -> json.object(() -> {
                json.field("id", info.id());
                json.field("label", info.label());
                json.field("purpose", info.purpose().getLiteral());
                json.field("started", info.started());
                json.field("finished", info.finished());
                json.field("operator", info.operator());
                json.field("ticket", info.ticket());
                json.field("devices", info.devices());
                json.field("elements", info.elements());
                json.field("devicesTree", info.devicesTree());
            }));
        }
    }
}
