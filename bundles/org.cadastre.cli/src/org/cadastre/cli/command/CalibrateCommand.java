package org.cadastre.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.Calibration;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Learns from snapshots that were taken while nobody worked which places change by themselves. */
@Command(name = "calibrate")
public final class CalibrateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(arity = "1..*", paramLabel = "SNAPSHOT", descriptionKey = "calibrate.snapshots")
    private List<String> names = List.of();

    public CalibrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, InterruptedException {
        try (Estate open = estate.open()) {
            List<SnapshotInfo> quiet = new ArrayList<>();
            for (String name : names) {
                SnapshotInfo snapshot = open.find(name);
                if (quiet.stream().noneMatch(one -> one.id().equals(snapshot.id()))) {
                    quiet.add(snapshot);
                }
            }
            if (quiet.size() < 2) {
                throw new CommandException(Messages.text("calibrate.two"));
            }
            Calibration calibration = Calibration.of(open, quiet);
            int known = open.volatilePlaces().load().size();
            open.volatilePlaces().add(calibration.places());
            int learned = open.volatilePlaces().load().size() - known;
            VolatileCommand.print(calibration.places(), open, terminal);
            terminal.note(Messages.text("calibrate.done", Messages.count(calibration.places().size(), "noun.place"), learned));
            if (calibration.passedOver() > 0) {
                terminal.note(Messages.text("calibrate.passedOver", Messages.count(calibration.passedOver(), "noun.difference")));
            }
        }
        return ExitCode.OK;
    }
}
