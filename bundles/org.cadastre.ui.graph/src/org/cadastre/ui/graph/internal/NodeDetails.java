package org.cadastre.ui.graph.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.layout.Line;

/** What is told of the selection, as text: of one node its details and its lines, of several their names. */
final class NodeDetails {

    private static final int MOST = 200;

    private NodeDetails() {
    }

    static String of(Scene scene, Set<String> selected) {
        List<Node> nodes = selected.stream().flatMap(id -> scene.shape(id).stream()).map(shape -> shape.node()).toList();
        List<String> text = new ArrayList<>();
        if (nodes.size() == 1) {
            Node node = nodes.getFirst();
            text.add(node.label() + marked(node.mark()));
            text.addAll(details(node));
            text.add("");
            scene.linesAt(selected).stream().limit(MOST).forEach(line -> lines(text, scene, line, node.id()));
        } else if (!nodes.isEmpty()) {
            text.add(Words.text("selected", nodes.size()));
            text.add("");
            nodes.stream().limit(MOST).forEach(node -> text.add(node.label() + marked(node.mark())));
        }
        return String.join("\n", text);
    }

    /** What its layer says of a node, in the user's language. */
    static List<String> details(Node node) {
        return node.members() > 1 ? List.of(Words.text("members", node.members()))
                : node.details().stream().map(Words::detail).toList();
    }

    private static void lines(List<String> text, Scene scene, Line line, String node) {
        String other = line.from().equals(node) ? line.to() : line.from();
        text.add("\u2013 " + scene.shape(other).map(shape -> shape.node().label()).orElse(other) + marked(line.mark()));
        line.edges().stream().limit(MOST).filter(edge -> !edge.label().isEmpty())
                .forEach(edge -> text.add("    " + edge.label() + (line.edges().size() > 1 ? marked(edge.mark()) : "")));
    }

    private static String marked(Mark mark) {
        return mark == Mark.UNCHANGED ? "" : " (" + mark.sign() + " " + Words.mark(mark) + ")";
    }
}
