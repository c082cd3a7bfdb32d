package org.cadastre.cli.command;

import java.util.List;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.collect.Target;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownHost;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.TargetList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks after the host keys that an estate knows. */
@Command(name = "known-host")
public final class KnownHostCommand extends CommandGroup {

    private static final int SSH_PORT = 22;

    private final Terminal terminal;

    public KnownHostCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list")
    int list(@Mixin EstateOption estate) throws EstateException {
        TextTable table = new TextTable(List.of("HOST", "KEY"));
        try (Estate open = estate.open()) {
            for (KnownHost host : open.knownHosts().all()) {
                table.add(List.of(host.address(), host.key()));
            }
        }
        if (table.isEmpty()) {
            terminal.note(Messages.text("knownHost.none"));
        } else {
            table.print(terminal, "");
        }
        return ExitCode.OK;
    }

    @Command(name = "remove")
    int remove(@Mixin EstateOption estate,
            @Parameters(paramLabel = "HOST[:PORT]", descriptionKey = "knownHost.host") String host)
            throws EstateException, ScanException, CommandException {
        boolean known = switch (TargetList.parse(List.of(host)).getFirst()) {
            case Target.Address address when !address.swept() -> forget(estate, address.host(), address);
            case Target.Through through when !through.address().swept() -> forget(estate, through.knownAs(), through.address());
            default -> throw new CommandException(Messages.text("knownHost.noHost", host));
        };
        if (!known) {
            throw new CommandException(Messages.text("knownHost.unknown", host, estate.directory()));
        }
        terminal.note(Messages.text("knownHost.removed", host));
        return ExitCode.OK;
    }

    private static boolean forget(EstateOption estate, String knownAs, Target.Address address) throws EstateException {
        try (Estate open = estate.open()) {
            return open.knownHosts().forget(knownAs, address.portOr(SSH_PORT));
        }
    }
}
