package org.cadastre.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.export.graph.GraphExport;
import org.cadastre.export.graph.GraphFormat;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a layer of a snapshot, or of two laid over each other, into a file. */
@Command(name = "graph")
public final class GraphCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;

    @Mixin
    private EstateOption estate;

    @Parameters(arity = "2..3", paramLabel = "SNAPSHOT [BEFORE] FILE", hideParamSyntax = true, descriptionKey = "graph.arguments")
    private List<String> arguments;

    @Option(names = "--layer", paramLabel = "LAYER", defaultValue = "topology", descriptionKey = "graph.layer")
    private String layer;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "graph.format")
    private Optional<GraphFormat> format;

    public GraphCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException, InterruptedException {
        Path file = Path.of(arguments.getLast());
        GraphFormat wanted = format.isPresent() ? format.get() : byName(file);
        Optional<String> before = arguments.size() > 2 ? Optional.of(arguments.get(1)) : Optional.empty();
        try (Estate open = estate.open()) {
            Graph graph = new LayerReading(terminal, services.layers()).read(open, layer, arguments.getFirst(), before);
            new GraphExport().write(graph, wanted, file);
            terminal.note(Messages.text("graph.written", file, Messages.count(graph.nodes().size(), "noun.node"),
                    Messages.count(graph.edges().size(), "noun.edge")));
        }
        return ExitCode.OK;
    }

    private static GraphFormat byName(Path file) throws CommandException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(GraphFormat.values()).filter(one -> name.endsWith("." + one.name())).findFirst()
                .orElseThrow(() -> new CommandException(Messages.text("graph.noFormat", file)));
    }
}
