package org.cadastre.cli.view;

import java.util.List;

import org.cadastre.analysis.path.Hop;
import org.cadastre.analysis.path.RoutedPath;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;

/** Prints the way of a packet, a line for each device that sends it on. */
public final class PathText {

    private final Terminal terminal;

    public PathText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(RoutedPath path) {
        TextTable table = new TextTable(List.of("", "DEVICE", "LEAVES", "ROUTE", "TO", "OVER"));
        int number = 0;
        for (Hop hop : path.hops()) {
            number++;
            table.add(List.of(number, hop.name(), hop.leaves(), hop.route(), hop.gateway(), String.join(", ", hop.over())));
        }
        if (!table.isEmpty()) {
            table.print(terminal, "");
        }
        terminal.line(Printable.line(path.text()));
    }
}
