package org.cadastre.cli.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.GraphText;
import org.cadastre.export.graph.GraphExport;
import org.cadastre.export.graph.GraphFormat;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints one layer of the graph: its edges, and the contradictions that came up. */
@Command
public class LayerCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;
    private final String layer;

    @Mixin
    private EstateOption estate;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", descriptionKey = "option.snapshot")
    private String snapshot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "BEFORE", descriptionKey = "graph.before")
    private Optional<String> before;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "layer.format")
    private LayerFormat format;

    public LayerCommand(Terminal terminal, Services services, String layer) {
        this.terminal = terminal;
        this.services = services;
        this.layer = layer;
    }

    final EstateOption estate() {
        return estate;
    }

    final String snapshot() {
        return snapshot;
    }

    final Optional<String> before() {
        return before;
    }

    final LayerFormat format() {
        return format;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException, InterruptedException {
        try (Estate open = estate.open()) {
            Graph graph = new LayerReading(terminal, services.layers()).read(open, layer, snapshot, before);
            if (format == LayerFormat.text) {
                new GraphText(terminal).print(graph);
            } else {
                new GraphExport().write(graph, GraphFormat.valueOf(format.name()), terminal.bytes());
            }
        }
        return ExitCode.OK;
    }
}
