package org.cadastre.cli.view;

import java.io.IOException;
import java.util.List;

import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.IdentityText.Recognition;
import org.cadastre.model.IdentifierKind;
import org.cadastre.scan.identity.IdentityReport;

/** Writes why a device is the one it is as JSON. */
public final class IdentityJson {

    private final Terminal terminal;

    public IdentityJson(Terminal terminal) {
        this.terminal = terminal;
    }

    public void write(String device, IdentityReport report, List<Recognition> recognitions) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.object(() -> {
                json.field("device", device);
                json.array("identifiers", report.identifiers(), one -> json.object(() -> {
                    json.field("kind", one.kind().getLiteral());
                    json.field("layer", IdentityText.layer(one.kind()));
                    json.field("value", one.value());
                    json.field("since", one.first());
                }));
                json.array("recognitions", recognitions, one -> json.object(() -> {
                    json.field("snapshot", one.snapshot());
                    json.field("target", one.outcome().getTarget());
                    json.field("recognition", one.outcome().getRecognition());
                }));
                json.array("relatives", report.relatives(), one -> json.object(() -> {
                    json.field("device", one.device());
                    json.array("same", one.same(), (IdentifierKind kind) -> json.value(kind.getLiteral()));
                    json.array("different", one.different(), (IdentifierKind kind) -> json.value(kind.getLiteral()));
                }));
                json.array("corrections", report.corrections(), one -> json.object(() -> {
                    json.field("device", one.device());
                    json.field("shown", one.shown().map(Object::toString).orElse(null));
                    json.field("becomes", one.becomes());
                    json.field("operator", one.operator());
                    json.field("recorded", one.recorded());
                    json.field("reason", one.reason());
                }));
            });
        }
    }
}
