package org.cadastre.cli.view;

import java.io.IOException;
import java.util.List;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.compare.Certificate;
import org.cadastre.repository.EstateException;

/** Prints the lists behind the numbers of a comparison. */
public final class CertificateText {

    private final Terminal terminal;

    public CertificateText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(Certificate certificate, List<Certificate.Part> parts) throws EstateException, IOException {
        for (Certificate.Part part : parts) {
            TextTable table = new TextTable(List.of("DEVICE", "SECTION", "ELEMENTS", "GROUNDS"));
            certificate.list(part, line -> table.add(List.of(line.deviceName(), ChangeText.section(line.section()),
                    line.elements(), line.grounds())));
            terminal.line("");
            terminal.line(Colour.BOLD.of(Printable.line(Messages.text("compare.list." + part)), terminal));
            if (table.isEmpty()) {
                terminal.line("  " + Messages.text("compare.list.none"));
            } else {
                table.print(terminal, "  ");
            }
        }
    }
}
