package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.analysis.graph.Folding;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Walk;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.SpatialIndex;
import org.junit.jupiter.api.Test;

/** What is drawn of a large graph, and how it is found again. */
class FoldingTest {

    private static final Graph GRAPH = Derived.graph("subnets", host("a").port("eth0", "", "192.0.2.1/24"),
            host("b").port("eth0", "", "192.0.2.2/24"),
            host("c").port("eth0", "", "192.0.2.3/24").port("eth1", "", "198.51.100.3/24"),
            host("d").port("eth0", "", "198.51.100.4/24"));

    @Test
    void aFoldedGroupIsOneNodeAndKeepsItsEdgesToOthers() {
        Graph folded = Folding.fold(GRAPH, "subnet", Set.of());
        assertEquals(2, folded.nodes().size());
        assertEquals(1, folded.edges().size());
        Graph open = Folding.fold(GRAPH, "subnet", Set.of("198.51.100.0/24"));
        assertEquals(3, open.nodes().size());
        assertEquals(4, open.nodesById().get(Folding.id("subnet", "192.0.2.0/24")).members());
        assertEquals(GRAPH.nodes(), Folding.fold(GRAPH, "subnet", Set.of("192.0.2.0/24", "198.51.100.0/24")).nodes());
    }

    @Test
    void neighboursAndPathsFollowEdgesEitherWay() {
        Walk walk = new Walk(GRAPH);
        assertEquals(Set.of("id-a", "subnet:192.0.2.0/24"), walk.around(Set.of("id-a"), 1));
        assertEquals(List.of("id-a", "subnet:192.0.2.0/24", "id-c", "subnet:198.51.100.0/24", "id-d"), walk.path("id-a", "id-d"));
        assertEquals(List.of(), walk.path("id-a", "nobody"));
    }

    @Test
    void theIndexFindsWhatTouchesABoxAndNothingElse() {
        Random random = new Random(7);
        SpatialIndex<Box> index = new SpatialIndex<>();
        Set<Box> all = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            double size = StrictMath.pow(random.nextDouble(), 6) * 5000;
            Box box = new Box(random.nextDouble() * 9000 - 3000, random.nextDouble() * 9000 - 3000, size, random.nextDouble() * size);
            all.add(box);
            index.add(box, box);
        }
        for (int i = 0; i < 50; i++) {
            Box window = new Box(random.nextDouble() * 9000 - 3000, random.nextDouble() * 9000 - 3000, random.nextInt(2000), 300);
            Set<Box> found = new HashSet<>();
            index.find(window, found::add);
            assertEquals(all.stream().filter(window::intersects).collect(Collectors.toSet()), found);
        }
    }
}
