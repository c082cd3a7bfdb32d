package org.cadastre.export.graph.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Node;

/** GraphML (graphml.graphdrawing.org) with an attribute for everything that is known. */
public final class GraphMlWriter {

    private static final List<String> NODE_KEYS = List.of("label", "kind", "change", "details");
    private static final List<String> EDGE_KEYS = List.of("label", "kind", "change", "details", "fromPort", "toPort", "certainty");

    public void write(Graph graph, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        NODE_KEYS.forEach(key -> text.append(key("node", key)));
        EDGE_KEYS.forEach(key -> text.append(key("edge", key)));
        text.append("<graph id=\"").append(Xml.escaped(graph.layer())).append("\" edgedefault=\"directed\">\n");
        for (Node node : graph.nodes()) {
            text.append("<node id=\"").append(Xml.escaped(node.id())).append("\">");
            data(text, "node", NODE_KEYS, List.of(node.label(), node.kind(), Words.of(node.mark()),
                    String.join("\n", node.details())));
            text.append("</node>\n");
        }
        for (Edge edge : graph.edges()) {
            text.append("<edge id=\"").append(Xml.escaped(edge.id())).append("\" source=\"").append(Xml.escaped(edge.from()))
                    .append("\" target=\"").append(Xml.escaped(edge.to())).append("\">");
            data(text, "edge", EDGE_KEYS, List.of(edge.label(), edge.kind(), Words.of(edge.mark()),
                    String.join("\n", edge.details()), edge.fromPort(), edge.toPort(), Words.of(edge.certainty())));
            text.append("</edge>\n");
        }
        out.write(text.append("</graph>\n</graphml>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String owner, String name) {
        return "<key id=\"" + owner + "." + name + "\" for=\"" + owner + "\" attr.name=\"" + name
                + "\" attr.type=\"string\"/>\n";
    }

    private static void data(StringBuilder text, String owner, List<String> keys, List<String> values) {
        for (int i = 0; i < keys.size(); i++) {
            text.append("<data key=\"").append(owner).append('.').append(keys.get(i)).append("\">")
                    .append(Xml.escaped(values.get(i))).append("</data>");
        }
    }
}
