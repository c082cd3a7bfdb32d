package org.cadastre.cli.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.cli.view.Moments;
import org.cadastre.model.IdentifierKind;
import org.cadastre.repository.Correction;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.KnownIdentifier;
import org.cadastre.scan.identity.IdentityReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Corrects which readings belong to which device. */
@Command(name = "device")
public final class DeviceCommand extends CommandGroup {

    private final Terminal terminal;

    public DeviceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Who corrects, and why. */
    static final class Said {

        @Option(names = "--operator", paramLabel = "NAME", defaultValue = "${sys:user.name}", descriptionKey = "device.operator")
        private String operator;

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "device.reason")
        private String reason;

        private Correction of(String device, Optional<Correction.Mark> shown, String becomes) {
            return new Correction(device, shown, becomes, operator, Instant.now().truncatedTo(ChronoUnit.SECONDS), reason);
        }
    }

    @Command(name = "merge")
    int merge(@Mixin EstateOption estate,
            @Parameters(index = "0", paramLabel = "DEVICE", descriptionKey = "device.merged") String device,
            @Parameters(index = "1", paramLabel = "INTO", descriptionKey = "device.into") String into, @Mixin Said said)
            throws EstateException, CommandException {
        try (Estate open = estate.open()) {
            String gone = DeviceChoice.findEver(open, device);
            String stays = DeviceChoice.findEver(open, into);
            if (gone.equals(stays)) {
                throw new CommandException(Messages.text("device.same", device, into));
            }
            open.corrections().add(said.of(gone, Optional.empty(), stays));
            terminal.note(Messages.text("device.merge.done", gone, stays));
        }
        return ExitCode.OK;
    }

    @Command(name = "split")
    int split(@Mixin EstateOption estate,
            @Parameters(index = "0", paramLabel = "DEVICE", descriptionKey = "show.device") String device,
            @Parameters(index = "1", paramLabel = "KIND=VALUE", descriptionKey = "device.mark") String mark, @Mixin Said said)
            throws EstateException, CommandException {
        try (Estate open = estate.open()) {
            String whole = DeviceChoice.findEver(open, device);
            Correction.Mark shown = mark(mark, IdentityReport.of(open, whole).identifiers());
            String part = shown.idBeside(whole);
            open.corrections().add(said.of(whole, Optional.of(shown), part));
            terminal.note(Messages.text("device.split.done", shown, whole, part));
        }
        return ExitCode.OK;
    }

    /** An identifier that the device showed: what it never showed splits nothing off. */
    private static Correction.Mark mark(String text, List<KnownIdentifier> identifiers) throws CommandException {
        int equals = text.indexOf('=');
        IdentifierKind kind = equals < 0 ? null : IdentifierKind.get(text.substring(0, equals));
        String value = text.substring(equals + 1);
        if (kind == null || identifiers.stream().noneMatch(one -> one.kind() == kind && one.value().equals(value))) {
            throw new CommandException(Messages.text("device.noMark", text));
        }
        return new Correction.Mark(kind, value);
    }

    @Command(name = "corrections")
    int corrections(@Mixin EstateOption estate) throws EstateException {
        try (Estate open = estate.open()) {
            List<Correction> made = open.corrections().load();
            if (made.isEmpty()) {
                terminal.note(Messages.text("device.corrections.none"));
            } else {
                table(made).print(terminal, "");
            }
        }
        return ExitCode.OK;
    }

    public static TextTable table(List<Correction> corrections) {
        TextTable table = new TextTable(List.of("NUMBER", "WHAT", "DEVICE", "SHOWING", "IS", "BY", "WHEN", "WHY"));
        for (Correction one : corrections) {
            List<Object> row = new ArrayList<>(List.of(corrections.indexOf(one) + 1, one.isSplit() ? "split" : "merge", one.device(),
                    one.shown().map(Object::toString).orElse(""), one.becomes(), one.operator(), Moments.local(one.recorded()),
                    one.reason()));
            table.add(row);
        }
        return table;
    }

    @Command(name = "undo")
    int undo(@Mixin EstateOption estate,
            @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "device.number") int number)
            throws EstateException, CommandException {
        try (Estate open = estate.open()) {
            List<Correction> made = open.corrections().load();
            if (number < 1 || number > made.size()) {
                throw new CommandException(Messages.text("device.noNumber", number));
            }
            open.corrections().remove(made.get(number - 1));
            terminal.note(Messages.text("device.undo.done", number));
        }
        return ExitCode.OK;
    }
}
