package org.cadastre.cli.command;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.VolatilePlace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks after the places that are known to change by themselves. */
@Command(name = "volatile")
public final class VolatileCommand extends CommandGroup {

    private final Terminal terminal;

    public VolatileCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list")
    int list(@Mixin EstateOption estate) throws EstateException {
        try (Estate open = estate.open()) {
            List<VolatilePlace> known = open.volatilePlaces().load();
            if (known.isEmpty()) {
                terminal.note(Messages.text("volatile.none"));
            } else {
                print(known, open, terminal);
            }
        }
        return ExitCode.OK;
    }

    @Command(name = "add")
    int add(@Mixin EstateOption estate,
            @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "volatile.path") String path,
            @Option(names = "--device", paramLabel = "DEVICE", descriptionKey = "volatile.device") Optional<String> device)
            throws EstateException, CommandException {
        try (Estate open = estate.open()) {
            String on = device.isPresent() ? DeviceChoice.findEver(open, device.get()) : VolatilePlace.EVERY_DEVICE;
            open.volatilePlaces().add(List.of(place(on, path)));
        }
        terminal.note(Messages.text("volatile.added", path));
        return ExitCode.OK;
    }

    @Command(name = "remove")
    int remove(@Mixin EstateOption estate,
            @Parameters(index = "0", paramLabel = "PATH", descriptionKey = "volatile.removePath") String path)
            throws EstateException, CommandException {
        try (Estate open = estate.open()) {
            List<VolatilePlace> gone = open.volatilePlaces().load().stream().filter(place -> place.path().equals(path)).toList();
            if (gone.isEmpty()) {
                throw new CommandException(Messages.text("volatile.unknown", path));
            }
            open.volatilePlaces().remove(gone);
        }
        terminal.note(Messages.text("volatile.removed", path));
        return ExitCode.OK;
    }

    /** "Section/element/attribute", "Section/element" or "Section//attribute". */
    private static VolatilePlace place(String device, String path) throws CommandException {
        int section = path.indexOf('/');
        String rest = path.substring(section + 1);
        int attribute = rest.lastIndexOf('/');
        boolean endsInElement = rest.endsWith("]") || section < 0;
        if (section <= 0 || rest.isEmpty()) {
            throw new CommandException(Messages.text("volatile.noPath", path));
        }
        if (endsInElement) {
            return new VolatilePlace(device, path.substring(0, section), rest, "", Messages.text("volatile.byHand"));
        }
        return new VolatilePlace(device, path.substring(0, section), attribute < 0 ? "" : rest.substring(0, attribute),
                rest.substring(attribute + 1), Messages.text("volatile.byHand"));
    }

    static void print(Collection<VolatilePlace> places, Estate estate, Terminal terminal) throws EstateException {
        if (places.isEmpty()) {
            return;
        }
        Map<String, String> names = names(estate);
        TextTable table = new TextTable(List.of("DEVICE", "PATH", "LEARNED"));
        for (VolatilePlace place : places) {
            table.add(List.of(names.getOrDefault(place.device(), place.device()), place.path(), place.learned()));
        }
        table.print(terminal, "");
    }

    /** The names of the newest snapshot; a device that it does not have is shown by its id. */
    private static Map<String, String> names(Estate estate) throws EstateException {
        Map<String, String> names = new HashMap<>();
        Optional<SnapshotInfo> newest = estate.snapshots().stream().findFirst();
        if (newest.isPresent()) {
            for (DeviceEntry entry : estate.read(newest.get()).devices()) {
                names.put(entry.id(), entry.name());
            }
        }
        return names;
    }
}
