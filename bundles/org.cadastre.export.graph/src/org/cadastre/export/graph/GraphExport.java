package org.cadastre.export.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.export.graph.internal.DrawIoWriter;
import org.cadastre.export.graph.internal.GraphMlWriter;
import org.cadastre.export.graph.internal.JsonWriter;
import org.cadastre.export.graph.internal.PdfWriter;
import org.cadastre.export.graph.internal.PngWriter;
import org.cadastre.export.graph.internal.SvgWriter;

/**
 * Writes a graph as a file, without a display.
 *
 * <pre>{@code
 * new GraphExport().write(graph, GraphFormat.svg, Path.of("topology.svg"));
 * }</pre>
 */
public final class GraphExport {

    private final Function<Picture, Legend> legends;

    /** With a legend in English. */
    public GraphExport() {
        legends = Legend::new;
    }

    /** @param word what a mark is called in the legend */
    public GraphExport(Function<Mark, String> word) {
        legends = picture -> new Legend(picture, word);
    }

    /** @throws InterruptedException when the thread was interrupted during the layout */
    public void write(Graph graph, GraphFormat format, Path file) throws IOException, InterruptedException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(graph, format, out);
        }
    }

    /** The same into a stream, which stays open. */
    public void write(Graph graph, GraphFormat format, OutputStream out) throws IOException, InterruptedException {
        write(format == GraphFormat.graphml || format == GraphFormat.json ? Picture.unplaced(graph)
                : new GraphLayout().place(graph), format, out);
    }

    /** A picture as somebody arranged it. */
    public void write(Picture picture, GraphFormat format, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            write(picture, format, out);
        }
    }

    /** The same of a picture as somebody arranged it. */
    public void write(Picture picture, GraphFormat format, OutputStream out) throws IOException {
        switch (format) {
            case graphml -> new GraphMlWriter().write(picture.graph(), out);
            case json -> new JsonWriter().write(picture.graph(), out);
            case svg -> new SvgWriter().write(picture, legends.apply(picture), out);
            case drawio -> new DrawIoWriter().write(picture, out);
            case png -> new PngWriter().write(picture, legends.apply(picture), out);
            case pdf -> new PdfWriter().write(picture, legends.apply(picture), out);
        }
    }
}
