package org.cadastre.cli.view;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.cadastre.cli.Messages;
import org.cadastre.cli.command.DeviceCommand;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.KnownIdentifier;
import org.cadastre.scan.identity.IdentityReport;
import org.cadastre.scan.identity.Layer;

/** Tells why a device is the one it is. */
public final class IdentityText {

    private final Terminal terminal;

    public IdentityText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A target at which the device answered in some snapshot, and how it was recognised. */
    public record Recognition(String snapshot, TargetOutcome outcome) {
    }

    public void print(String device, IdentityReport report, List<Recognition> recognitions) {
        heading(Messages.text("why.title", device));
        TextTable identifiers = new TextTable(List.of("IDENTIFIER", "OF THE", "VALUE", "SINCE"));
        for (KnownIdentifier one : report.identifiers()) {
            identifiers.add(List.of(one.kind().getLiteral(), layer(one.kind()), one.value(), one.first()));
        }
        table(identifiers, "why.noIdentifiers");
        heading(Messages.text("why.recognitions"));
        TextTable history = new TextTable(List.of("SNAPSHOT", "TARGET", "WHY"));
        for (Recognition one : recognitions) {
            history.add(List.of(one.snapshot(), one.outcome().getTarget(),
                    one.outcome().getRecognition() == null ? "" : one.outcome().getRecognition()));
        }
        table(history, "why.noRecognitions");
        if (!report.relatives().isEmpty()) {
            heading(Messages.text("why.relatives"));
            TextTable relatives = new TextTable(List.of("DEVICE", "SAME", "OTHER"));
            report.relatives().forEach(one -> relatives.add(List.of(one.device(), names(one.same()), names(one.different()))));
            table(relatives, "");
        }
        if (!report.corrections().isEmpty()) {
            heading(Messages.text("why.corrections"));
            table(DeviceCommand.table(report.corrections()), "");
        }
    }

    private void heading(String text) {
        terminal.line(Colour.BOLD.of(Printable.line(text), terminal));
    }

    private void table(TextTable table, String otherwise) {
        if (table.isEmpty()) {
            terminal.line("  " + Messages.text(otherwise));
        } else {
            table.print(terminal, "  ");
        }
        terminal.line("");
    }

    static String layer(IdentifierKind kind) {
        return Layer.of(kind).name().toLowerCase(Locale.ROOT);
    }

    private static String names(Collection<IdentifierKind> kinds) {
        return kinds.stream().sorted().map(IdentifierKind::getLiteral).collect(Collectors.joining(", "));
    }
}
