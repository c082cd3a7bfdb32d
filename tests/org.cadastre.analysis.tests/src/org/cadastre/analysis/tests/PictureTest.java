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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
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

    /** Graphs that spoil pictures. */
    enum Unpleasant {
        HUB {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                for (int i = 0; i < 5000; i++) {
                    nodes.add(node("leaf" + i, Mark.values()[i % 700 == 0 ? i / 700 % 6 : 0]));
                    edges.add(edge("hub", "leaf" + i, Mark.values()[i % 700 == 0 ? i / 700 % 6 : 0]));
                }
                nodes.add(node("hub", Mark.UNCHANGED));
            }
        },
        MESH {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                for (int i = 0; i < 300; i++) {
                    nodes.add(node("n" + i, Mark.UNCHANGED));
                    for (int j = 0; j < i; j++) {
                        edges.add(edge("n" + i, "n" + j, Mark.UNCHANGED));
                    }
                }
            }
        },
        CHAIN {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                for (int i = 0; i < 5000; i++) {
                    nodes.add(node("n" + i, Mark.UNCHANGED));
                    if (i > 0) {
                        edges.add(edge("n" + (i - 1), "n" + i, Mark.UNCHANGED));
                    }
                }
            }
        },
        PIECES {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                for (int i = 0; i < 60; i++) {
                    nodes.add(node("n" + i, Mark.UNCHANGED));
                    if (i % 4 > 0) {
                        edges.add(edge("n" + (i - 1), "n" + i, Mark.UNCHANGED));
                    }
                }
                nodes.add(node("alone", Mark.ADDED));
            }
        },
        LOOPS_AND_PARALLELS {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                nodes.addAll(List.of(node("a", Mark.UNCHANGED), node("b", Mark.CHANGED)));
                edges.add(edge("a", "a", Mark.UNCHANGED));
                for (int i = 0; i < 5; i++) {
                    edges.add(edge("a", "b", "parallel " + i, Mark.UNCHANGED));
                    edges.add(edge("b", "a", "back " + i, Mark.REMOVED));
                }
            }
        },
        NAMES {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                nodes.add(node("long".repeat(75), Mark.MOVED));
                nodes.add(node("\u0645\u0643\u062a\u0628 \u0627\u0644\u0634\u0628\u0643\u0629", Mark.REMOVED));
                nodes.add(node("\u65e5\u672c <&\"'>\u0001", Mark.UNKNOWN));
                nodes.add(node("", Mark.UNCHANGED));
                for (int i = 1; i < 4; i++) {
                    edges.add(edge(nodes.get(0).id(), nodes.get(i).id(), nodes.get(i).mark()));
                }
            }
        },
        RINGS {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                for (int i = 0; i < 90; i++) {
                    nodes.add(node("n" + i, Mark.UNCHANGED));
                    edges.add(edge("n" + i, "n" + (i % 9 == 8 ? i - 8 : i + 1), Mark.UNCHANGED));
                    edges.add(edge("n" + i / 9, "n" + i, "up", Mark.UNCHANGED));
                }
            }
        },
        NETWORK {
            @Override
            void fill(List<Node> nodes, List<Edge> edges) {
                Random random = new Random(1);
                for (int i = 0; i < 600; i++) {
                    nodes.add(node("n" + i, Mark.UNCHANGED));
                    if (i > 0) {
                        edges.add(edge("n" + random.nextInt(i), "n" + i, Mark.UNCHANGED));
                    }
                    if (i > 10 && i % 2 == 0) {
                        edges.add(edge("n" + i, "n" + random.nextInt(i), "second", Mark.UNCHANGED));
                    }
                }
            }
        };

        abstract void fill(List<Node> nodes, List<Edge> edges);

        Graph graph() {
            List<Node> nodes = new ArrayList<>();
            List<Edge> edges = new ArrayList<>();
            fill(nodes, edges);
            Collections.shuffle(nodes, new Random());
            Collections.shuffle(edges, new Random());
            return new Graph("sample", nodes, edges, List.of(), edge -> false);
        }
    }

    static Node node(String name, Mark mark) {
        return new Node(name, name, "host", Optional.of(name), Map.of("kind", "host"), List.of("host " + name), mark, 1);
    }

    static Edge edge(String from, String to, Mark mark) {
        return edge(from, to, "", mark);
    }

    static Edge edge(String from, String to, String label, Mark mark) {
        return new Edge(from + "|" + to + "|" + label, "link", from, "", to, "", label, Certainty.CERTAIN, Set.of(), Set.of(),
                List.of(), mark);
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStylePlacesAllNodesApartAndTheSameEachTime(Style style) throws Exception {
        for (Unpleasant kind : List.of(Unpleasant.PIECES, Unpleasant.LOOPS_AND_PARALLELS, Unpleasant.NAMES, Unpleasant.RINGS)) {
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
        Graph graph = Unpleasant.NETWORK.graph();
        Map<String, Point> places = RememberedPlaces.of(new GraphLayout().place(graph));
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Edge> edges = new ArrayList<>(graph.edges());
        nodes.add(node("new", Mark.ADDED));
        edges.add(edge("n7", "new", Mark.ADDED));
        Picture later = RememberedPlaces.restore(new GraphLayout().place(graph.with(nodes, edges)), places);
        Map<String, Point> now = RememberedPlaces.of(later);
        places.forEach((id, place) -> assertEquals(0, Math.hypot(place.x() - now.get(id).x(), place.y() - now.get(id).y()), 0.01, id));
        Box added = later.shapes().stream().filter(shape -> shape.node().id().equals("new")).findFirst().orElseThrow().box();
        assertEquals(1, later.shapes().stream().filter(shape -> shape.box().intersects(added)).count());
    }

    @ParameterizedTest
    @EnumSource(Unpleasant.class)
    void everythingHasAPlaceOfItsOwnAndEveryLineEndsAtItsNodes(Unpleasant kind) throws Exception {
        Graph graph = kind.graph();
        Picture picture = new GraphLayout().place(graph);
        assertEquals(graph.nodes().size(), picture.shapes().size());
        assertEquals(graph.edges().size(), picture.lines().stream().mapToInt(line -> line.edges().size()).sum());
        List<Shape> byHeight = picture.shapes().stream().sorted((one, other) -> Double.compare(one.box().y(), other.box().y()))
                .toList();
        for (int i = 0; i < byHeight.size(); i++) {
            Shape one = byHeight.get(i);
            for (int j = i + 1; j < byHeight.size()
                    && byHeight.get(j).box().y() < one.box().y() + one.box().height(); j++) {
                assertFalse(one.box().grown(-0.5).intersects(byHeight.get(j).box().grown(-0.5)), () -> one + " is overlapped");
            }
        }
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

    @ParameterizedTest
    @EnumSource(value = Unpleasant.class, names = { "PIECES", "LOOPS_AND_PARALLELS", "NAMES", "NETWORK" })
    void theSameGraphGivesTheSamePicture(Unpleasant kind) throws Exception {
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
        Graph graph = Unpleasant.NAMES.graph();
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
