package org.cadastre.cli.command;

import java.util.Optional;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.cli.CommandException;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/** The graph of a layer, of one snapshot or of two laid over each other. */
final class LayerReading {

    private final Terminal terminal;
    private final Layers layers;

    LayerReading(Terminal terminal, Layers layers) {
        this.terminal = terminal;
        this.layers = layers;
    }

    Graph read(Estate estate, String layer, String snapshot, Optional<String> before)
            throws EstateException, CommandException, InterruptedException {
        GraphLayer found = layers.find(layer).orElseThrow(() -> new CommandException(
                Messages.text("layer.unknown", layer, String.join(", ", layers.ids()))));
        SnapshotReader now = estate.read(estate.find(snapshot));
        Progress progress = (done, total) -> terminal.progress(Messages.text("layer.progress", done, total));
        try {
            if (before.isEmpty()) {
                return layers.graph(found, now, progress);
            }
            SnapshotReader then = estate.read(estate.find(before.get()));
            return layers.graph(found, then, now,
                    new SnapshotComparer().compare(then, now, estate.volatilePlaces().load(), Progress.none()), progress);
        } finally {
            terminal.progress("");
        }
    }
}
