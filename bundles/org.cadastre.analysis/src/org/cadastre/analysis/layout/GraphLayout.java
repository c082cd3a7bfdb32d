package org.cadastre.analysis.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Node;

/**
 * Gives everything in a graph its place. The steps: parallel edges become one line; connected pieces are placed one by one (see
 * {@link PieceLayout}); the pieces go side by side, largest first, single nodes last, in a grid.
 *
 * <p>Deterministic: the same graph gives the same picture on every machine.
 */
public final class GraphLayout {

    private static final double GAP = 48;
    private static final double GRID_GAP = 14;

    private final Style style;
    private final BooleanSupplier cancelled;

    public GraphLayout() {
        this(() -> false);
    }

    /** @param cancelled asked now and then; if it is so, {@link #place} throws */
    public GraphLayout(BooleanSupplier cancelled) {
        this(Style.LAYERED, cancelled);
    }

    /** The same in another style. */
    public GraphLayout(Style style, BooleanSupplier cancelled) {
        this.style = style;
        this.cancelled = cancelled;
    }

    /** @throws InterruptedException when it was cancelled or the thread interrupted */
    public Picture place(Graph graph) throws InterruptedException {
        List<Line> lines = Line.bundle(graph.edges());
        List<Piece> pieces = new ArrayList<>();
        List<Piece> singles = new ArrayList<>();
        for (Component component : Component.of(graph.nodes(), lines)) {
            if (Thread.interrupted() || cancelled.getAsBoolean()) {
                throw new InterruptedException();
            }
            (component.nodes().size() == 1 ? singles : pieces).add(new PieceLayout(component, style, cancelled).place());
        }
        pieces.sort(Comparator.comparingInt((Piece piece) -> -piece.shapes().size())
                .thenComparing(piece -> piece.shapes().getFirst().node().id()));
        singles.sort(Comparator.comparing(piece -> piece.shapes().getFirst().node().label()));
        if (!singles.isEmpty()) {
            pieces.add(Piece.packed(singles, GRID_GAP));
        }
        Piece all = Piece.packed(pieces, GAP);
        return Picture.of(graph, all.shapes(), all.lines());
    }

    /** Nodes that hang together, and the lines between them; sorted by id. */
    record Component(List<Node> nodes, List<Line> lines) {

        static List<Component> of(List<Node> nodes, List<Line> lines) {
            Map<String, String> root = new LinkedHashMap<>();
            nodes.forEach(node -> root.put(node.id(), node.id()));
            lines.forEach(line -> root.put(find(root, line.from()), find(root, line.to())));
            Map<String, Component> components = new LinkedHashMap<>();
            nodes.forEach(node -> components.computeIfAbsent(find(root, node.id()),
                    key -> new Component(new ArrayList<>(), new ArrayList<>())).nodes().add(node));
            lines.forEach(line -> components.get(find(root, line.from())).lines().add(line));
            return List.copyOf(components.values());
        }

        private static String find(Map<String, String> root, String id) {
            String at = id;
            while (!root.get(at).equals(at)) {
                root.put(at, root.get(root.get(at)));
                at = root.get(at);
            }
            return at;
        }
    }
}
