package org.cadastre.cli.view;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.ThreeWay;
import org.cadastre.compare.ThreeWay.Side;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.DeviceComparison;

/** Prints what happened on each of two sides since their common base. */
public final class ThreeWayText {

    private final Terminal terminal;

    public ThreeWayText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(ThreeWay comparison) {
        snapshot("threeWay.base", comparison.first().getBefore());
        snapshot("threeWay.first", comparison.first().getAfter());
        snapshot("threeWay.second", comparison.second().getAfter());
        List<DeviceComparison> devices = new ArrayList<>(comparison.first().getDevices());
        devices.addAll(comparison.second().getDevices());
        ChangeText text = new ChangeText(terminal, devices);
        for (Side side : Side.values()) {
            List<ThreeWay.Entry> entries = comparison.changes().stream().filter(entry -> entry.side() == side).toList();
            terminal.line("");
            terminal.line(Colour.BOLD.of(Messages.text("threeWay." + side, Messages.count(entries.size(), "noun.difference")),
                    terminal));
            entries.forEach(entry -> print(entry, text));
        }
        long unknown = devices.stream().mapToLong(device -> device.getUnknowns().size()).sum();
        if (unknown > 0) {
            terminal.line("");
            terminal.line(Messages.text("threeWay.unknown", unknown));
        }
    }

    private void print(ThreeWay.Entry entry, ChangeText text) {
        String place = Printable.line(entry.device().getName()) + "  "
                + ChangeText.section(entry.changes().getFirst().getSection()) + ": ";
        terminal.line("  " + place + text.of(entry.changes().getFirst()));
        if (entry.side() == Side.BOTH_DIFFERENTLY) {
            terminal.line("  " + " ".repeat(place.length()) + text.of(entry.changes().getLast()));
        }
    }

    private void snapshot(String side, ComparedSnapshot snapshot) {
        terminal.line(Messages.text(side, Printable.line(snapshot.getLabel()), Moments.local(snapshot.getFinished()),
                snapshot.getId().substring(0, 10)));
    }
}
