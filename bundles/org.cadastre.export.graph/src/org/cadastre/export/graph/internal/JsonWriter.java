package org.cadastre.export.graph.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Finding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Node;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** Nodes, edges and findings as one JSON object. The stream stays open. */
public final class JsonWriter {

    public void write(Graph graph, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new DefaultPrettyPrinter())) {
            json.writeStartObject();
            json.writeStringField("layer", graph.layer());
            json.writeArrayFieldStart("nodes");
            for (Node node : graph.nodes()) {
                write(json, node);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (Edge edge : graph.edges()) {
                write(json, edge);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("findings");
            for (Finding finding : graph.findings()) {
                json.writeStartObject();
                json.writeStringField("rule", finding.rule());
                json.writeStringField("text", finding.text());
                strings(json, "about", finding.about());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Node node) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id());
        json.writeStringField("label", node.label());
        json.writeStringField("kind", node.kind());
        json.writeStringField("change", Words.of(node.mark()));
        strings(json, "details", node.details());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Edge edge) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", edge.id());
        json.writeStringField("kind", edge.kind());
        json.writeStringField("from", edge.from());
        json.writeStringField("fromPort", edge.fromPort());
        json.writeStringField("to", edge.to());
        json.writeStringField("toPort", edge.toPort());
        json.writeStringField("label", edge.label());
        json.writeStringField("certainty", Words.of(edge.certainty()));
        json.writeStringField("change", Words.of(edge.mark()));
        strings(json, "details", edge.details());
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
