package org.cadastre.cli.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.scan.ScanResult;

/** Shows what a snapshot is, its devices, and the targets that were not read. */
public final class SnapshotText {

    private final Terminal terminal;

    public SnapshotText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(SnapshotReader snapshot) throws EstateException {
        SnapshotInfo info = snapshot.info();
        Snapshot head = snapshot.head();
        heading(Messages.text("show.snapshot", info.label()));
        fact("show.purpose", info.purpose().getLiteral());
        fact("show.operator", info.operator());
        fact("show.ticket", info.ticket());
        fact("show.started", Moments.local(info.started()));
        fact("show.finished", Moments.local(info.finished()));
        fact("show.scope", String.join(", ", head.getScope()));
        fact("show.id", info.id());
        fact("show.tool", head.getTool());
        terminal.line("");
        devices(snapshot.devices());
        targets(head.getTargets());
    }

    private void devices(List<DeviceEntry> devices) {
        heading(Messages.count(devices.size(), "noun.device"));
        TextTable table = new TextTable(
                List.of("NAME", "KIND", "SYSTEM", "ADDRESSES", "ELEMENTS", "SECTIONS NOT COMPLETE", "ID"));
        for (DeviceEntry entry : devices) {
            table.add(Arrays.asList(entry.name(), entry.kind().getLiteral(), entry.operatingSystem(), addresses(entry),
                    entry.elements(), entry.gaps() == 0 ? null : entry.gaps(), entry.id()));
        }
        table.print(terminal, "  ");
    }

    private static String addresses(DeviceEntry entry) {
        int most = 3;
        String first = String.join(", ", entry.addresses().stream().limit(most).toList());
        return entry.addresses().size() > most ? first + ", ..." : first;
    }

    private void targets(List<TargetOutcome> targets) {
        List<TargetOutcome> failures = targets.stream().filter(ScanResult::isFailure).toList();
        long silent = targets.stream().filter(target -> target.getResult() != TargetResult.READ).count() - failures.size();
        List<String> lines = new ArrayList<>();
        failures.forEach(target -> lines.add(target.getTarget() + ": " + target.getMessage()));
        if (silent > 0) {
            lines.add(Messages.text("show.silent", Messages.count(silent, "noun.address")));
        }
        if (!lines.isEmpty()) {
            terminal.line("");
            heading(Messages.text("show.notRead"));
            lines.forEach(line -> terminal.line("  " + Printable.line(line)));
        }
    }

    private void heading(String text) {
        terminal.line(Colour.BOLD.of(Printable.line(text), terminal));
    }

    private void fact(String key, String value) {
        if (value != null && !value.isEmpty()) {
            terminal.line("  " + String.format("%-10s", Messages.text(key)) + Printable.line(value));
        }
    }
}
