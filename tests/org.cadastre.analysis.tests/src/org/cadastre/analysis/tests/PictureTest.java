package org.cadastre.analysis.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Folding;
import org.junit.jupiter.params.provider.ValueSource;
import java.util.Optional;
import java.util.Set;
import java.util.Random;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Style;
import org.cadastre.analysis.layout.RememberedPlaces;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.export.graph.GraphExport;
import org.cadastre.export.graph.GraphFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of graphs, the unpleasant ones first. */
class PictureTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStylePlacesAllNodesApartAndTheSameEachTime(Style style) throws Exception {
        for (UnpleasantGraph kind : List.of(UnpleasantGraph.PIECES, UnpleasantGraph.LOOPS_AND_PARALLELS, UnpleasantGraph.NAMES, UnpleasantGraph.RINGS)) {
            Picture picture = new GraphLayout(style, () -> false).place(kind.graph());
            assertEquals(kind.graph().nodes().size(), picture.shapes().size());
            for (Shape one : picture.shapes()) {
                assertEquals(1, picture.shapes().stream().filter(two -> two.box().grown(-0.5).intersects(one.box().grown(-0.5)))
                        .count(), () -> style + ", " + kind + ": " + one);
            }
            assertEquals(RememberedPlaces.of(picture),
                    RememberedPlaces.of(new GraphLayout(style, () -> false).place(kind.graph())));
        }
    }

    @Test
    void whatWasThereKeepsItsPlaceAndWhatIsNewComesBesideIt() throws Exception {
        Graph graph = UnpleasantGraph.NETWORK.graph();
        Map<String, Point> places = RememberedPlaces.of(new GraphLayout().place(graph));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Edge> edges = new ArrayList<>(graph.edges());
        nodes.add(UnpleasantGraph.node("new", Mark.ADDED));
        edges.add(UnpleasantGraph.edge("n7", "new", Mark.ADDED));
        Picture later = RememberedPlaces.restore(new GraphLayout().place(graph.with(nodes, edges)), places);
        Map<String, Point> now = RememberedPlaces.of(later);
        places.forEach((id, place) -> assertEquals(0, Math.hypot(place.x() - now.get(id).x(), place.y() - now.get(id).y()), 0.01, id));
        Box added = later.shapes().stream().filter(shape -> shape.node().id().equals("new")).findFirst().orElseThrow().box();
        assertEquals(1, later.shapes().stream().filter(shape -> shape.box().intersects(added)).count());
    }

    @ParameterizedTest
    @EnumSource(UnpleasantGraph.class)
    void everythingHasAPlaceOfItsOwnAndEveryLineEndsAtItsNodes(UnpleasantGraph kind) throws Exception {
        Graph graph = kind.graph();
        Picture picture = new GraphLayout().place(graph);
        assertEquals(graph.nodes().size(), picture.shapes().size());
        assertEquals(graph.edges().size(), picture.lines().stream().mapToInt(line -> line.edges().size()).sum());
        assertApart(picture);
        Map<String, Shape> shapes = new HashMap<>();
        picture.shapes().forEach(shape -> shapes.put(shape.node().id(), shape));
        for (Line line : picture.lines()) {
            assertTrue(shapes.get(line.from()).box().grown(1).contains(line.points().getFirst().x(), line.points().getFirst().y()),
                    line::toString);
            assertTrue(shapes.get(line.to()).box().grown(1).contains(line.points().getLast().x(), line.points().getLast().y()),
                    line::toString);
            line.label().ifPresent(label -> assertTrue(picture.shapes().stream()
                    .noneMatch(shape -> shape.box().grown(-1).intersects(label)), line::toString));
        }
    }

    private static void assertApart(Picture picture) {
        List<Shape> byHeight = picture.shapes().stream().sorted((one, other) -> Double.compare(one.box().y(), other.box().y()))
                .toList();
        for (int i = 0; i < byHeight.size(); i++) {
            Shape one = byHeight.get(i);
            for (int j = i + 1; j < byHeight.size()
                    && byHeight.get(j).box().y() < one.box().y() + one.box().height(); j++) {
                assertFalse(one.box().grown(-0.5).intersects(byHeight.get(j).box().grown(-0.5)), () -> one + " is overlapped");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 10, 300, 1500, 50_000 })
    void anEstateOfAnySizeHasAPicture(int size) throws Exception {
        Random random = new Random(size);
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(new Node("n" + i, "node-" + i, i % 40 == 0 ? "switch" : "host", Optional.of("n" + i),
                    Map.of("site", "site-" + i * 200 / size), List.of(), i == size / 2 ? Mark.ADDED : Mark.UNCHANGED, 1));
            if (i > 0) {
                edges.add(UnpleasantGraph.edge("n" + random.nextInt(i), "n" + i, Mark.UNCHANGED));
            }
        }
        Graph graph = new Graph("sample", nodes, edges, List.of(), edge -> false);
        Graph shown = size > 1500 ? Folding.fold(graph, "site", Set.of()) : graph;
        Picture picture = new GraphLayout().place(shown);
        assertApart(picture);
        assertEquals(size, picture.shapes().stream().mapToInt(shape -> shape.node().members()).sum());
        assertEquals(1, picture.shapes().stream().filter(shape -> shape.node().mark() != Mark.UNCHANGED).count());
    }

    @ParameterizedTest
    @EnumSource(value = UnpleasantGraph.class, names = { "PIECES", "LOOPS_AND_PARALLELS", "NAMES", "NETWORK" })
    void theSameGraphGivesTheSamePicture(UnpleasantGraph kind) throws Exception {
        assertEquals(svg(kind.graph()), svg(kind.graph()));
    }

    private static String svg(Graph graph) throws Exception {
        return new String(written(graph, GraphFormat.svg), StandardCharsets.UTF_8);
    }

    private static byte[] written(Graph graph, GraphFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GraphExport().write(graph, format, out);
        return out.toByteArray();
    }

    @Test
    void nodesAndEdgesStayWhatTheyAreInEveryFormat() throws Exception {
        Graph graph = UnpleasantGraph.NAMES.graph();
        for (GraphFormat format : List.of(GraphFormat.svg, GraphFormat.graphml, GraphFormat.drawio)) {
            var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(written(graph, format)));
            String element = Map.of(GraphFormat.svg, "g", GraphFormat.graphml, "edge", GraphFormat.drawio, "mxCell").get(format);
            assertTrue(document.getElementsByTagName(element).getLength() >= graph.edges().size(), format::toString);
        }
        assertTrue(new String(written(graph, GraphFormat.json), StandardCharsets.UTF_8).contains("\"change\" : \"moved\""));
        try (PDDocument pdf = Loader.loadPDF(written(graph, GraphFormat.pdf))) {
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(pdf).contains("longlong"));
            assertFalse(pdf.getPage(0).getResources().getXObjectNames().iterator().hasNext(), "nothing is an image");
        }
        Path image = directory.resolve("graph.png");
        new GraphExport().write(graph, GraphFormat.png, image);
        assertTrue(ImageIO.read(image.toFile()).getWidth() > 400);
        assertTrue(Files.size(image) > 2000);
    }
}
