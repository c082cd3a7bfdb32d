package org.cadastre.cli.command;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.cadastre.analysis.facts.DeviceFacts;
import org.cadastre.analysis.facts.EstateFacts;
import org.cadastre.analysis.facts.NetworkAddress;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.path.PathFinder;
import org.cadastre.analysis.path.RoutedPath;
import org.cadastre.analysis.path.RoutedPath.Outcome;
import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.PathJson;
import org.cadastre.cli.view.PathText;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints who is connected with whom; or the way of a packet from one device to another. */
@Command
public final class TopologyCommand extends LayerCommand {

    private static final String LAYER = "topology";

    private final Terminal terminal;
    private final Services services;

    @Option(names = "--path", arity = "2", paramLabel = "DEVICE|ADDRESS", descriptionKey = "topology.path")
    private List<String> ends = List.of();

    public TopologyCommand(Terminal terminal, Services services) {
        super(terminal, services, LAYER);
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException, InterruptedException {
        return ends.isEmpty() ? super.call() : path();
    }

    private int path() throws EstateException, CommandException, IOException, InterruptedException {
        if (ends.size() > 2 || before().isPresent() || format() != LayerFormat.text && format() != LayerFormat.json) {
            throw new CommandException(Messages.text("topology.pathAlone"));
        }
        RoutedPath path;
        try (Estate open = estate().open()) {
            GraphLayer layer = services.layers().find(LAYER).orElseThrow();
            Set<String> sections = new HashSet<>(layer.sections());
            sections.addAll(PathFinder.SECTIONS);
            EstateFacts facts = EstateFacts.read(open.read(open.find(snapshot())), sections,
                    (done, total) -> terminal.progress(Messages.text("layer.progress", done, total)));
            PathFinder finder = new PathFinder(facts, layer.derive(facts));
            DeviceFacts from = finder.device(ends.getFirst())
                    .orElseThrow(() -> new CommandException(Messages.text("topology.noDevice", ends.getFirst())));
            path = finder.path(from, destination(finder, ends.getLast()));
        } finally {
            terminal.progress("");
        }
        if (format() == LayerFormat.json) {
            new PathJson(terminal).write(path);
        } else {
            new PathText(terminal).print(path);
        }
        return path.outcome() == Outcome.REACHED ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private static String destination(PathFinder finder, String named) throws CommandException {
        if (NetworkAddress.isAddress(named)) {
            return named;
        }
        DeviceFacts device = finder.device(named)
                .orElseThrow(() -> new CommandException(Messages.text("topology.noDevice", named)));
        return finder.addresses(device).stream().findFirst()
                .orElseThrow(() -> new CommandException(Messages.text("topology.noAddress", named)));
    }
}
