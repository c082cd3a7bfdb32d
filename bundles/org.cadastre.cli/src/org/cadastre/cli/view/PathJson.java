package org.cadastre.cli.view;

import java.io.IOException;
import java.util.Locale;

import org.cadastre.analysis.path.Hop;
import org.cadastre.analysis.path.RoutedPath;
import org.cadastre.cli.terminal.Terminal;

/** Writes the way of a packet as JSON. docs/graph.md tells the fields; more may come, none will go. */
public final class PathJson {

    private final Terminal terminal;

    public PathJson(Terminal terminal) {
        this.terminal = terminal;
    }

    public void write(RoutedPath path) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.object(() -> {
                json.field("outcome", path.outcome().name().toLowerCase(Locale.ROOT));
                json.field("text", path.text());
                json.array("hops", path.hops(), (Hop hop) -> json.object(() -> {
                    json.field("device", hop.device());
                    json.field("deviceName", hop.name());
                    json.field("leaves", hop.leaves());
                    json.field("route", hop.route());
                    json.field("gateway", hop.gateway());
                    json.array("over", hop.over(), (String name) -> json.value(name));
                }));
            });
        }
    }
}
