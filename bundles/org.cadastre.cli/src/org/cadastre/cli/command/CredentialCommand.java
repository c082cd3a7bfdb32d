package org.cadastre.cli.command;

import java.util.List;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.credentials.CredentialDescription;
import org.cadastre.credentials.CredentialException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps the credentials that scans use. */
@Command(name = "credential", addMethodSubcommands = false)
public final class CredentialCommand extends CommandGroup {

    private final Terminal terminal;
    private final Services services;

    public CredentialCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Command(name = "list")
    int list() throws CredentialException {
        TextTable table = new TextTable(List.of("NAME", "KIND", "USER", "KEY FILE"));
        for (String name : services.credentials().names()) {
            CredentialDescription description = services.credentials().describe(name);
            String kind = Messages.text("credential.kind." + description.kind());
            table.add(List.of(name, kind, description.user(), description.keyFile().map(Object::toString).orElse("")));
        }
        if (table.isEmpty()) {
            terminal.note(Messages.text("credential.empty"));
        } else {
            table.print(terminal, "");
        }
        return ExitCode.OK;
    }

    @Command(name = "remove")
    int remove(@Parameters(paramLabel = "NAME", descriptionKey = "credential.name") String name)
            throws CredentialException, CommandException {
        if (!services.credentials().remove(name)) {
            throw new CommandException(Messages.text("credential.unknown", name));
        }
        terminal.note(Messages.text("credential.removed", name));
        return ExitCode.OK;
    }
}
