package org.cadastre.cli.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Finding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;

/** Prints the edges of a graph as a table, those that changed first, and its findings below. */
public final class GraphText {

    private final Terminal terminal;

    public GraphText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(Graph graph) {
        Map<String, Node> nodes = graph.nodesById();
        TextTable table = new TextTable(List.of("CHANGE", "FROM", "PORT", "TO", "PORT", "WHAT", "CERTAINTY"));
        graph.edges().stream().sorted(Comparator.comparing((Edge edge) -> edge.mark() == Mark.UNCHANGED)
                .thenComparing(edge -> nodes.get(edge.from()).label()).thenComparing(Edge::fromPort)
                .thenComparing(edge -> nodes.get(edge.to()).label()).thenComparing(Edge::id))
                .forEach(edge -> table.add(List.of(edge.mark() == Mark.UNCHANGED ? "" : word(edge.mark()),
                        nodes.get(edge.from()).label(), edge.fromPort(), nodes.get(edge.to()).label(), edge.toPort(),
                        what(edge), edge.certainty() == Certainty.CERTAIN ? "" : word(edge.certainty()))));
        if (table.isEmpty()) {
            terminal.note(Messages.text("layer.none"));
        } else {
            table.print(terminal, "");
        }
        if (!graph.findings().isEmpty()) {
            terminal.line("");
            terminal.line(Messages.text("layer.findings"));
            for (Finding finding : graph.findings()) {
                terminal.line("  " + Printable.line(finding.text()));
            }
        }
    }

    /** What the ports do not tell already; where a thing moved, where it was before. */
    private static String what(Edge edge) {
        if (edge.mark() == Mark.MOVED) {
            return edge.details().getLast();
        }
        return edge.label().contains(edge.fromPort()) && edge.kind().equals("link")
                ? edge.details().stream().filter(detail -> detail.startsWith("VLAN ")).findFirst().orElse("") : edge.label();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
