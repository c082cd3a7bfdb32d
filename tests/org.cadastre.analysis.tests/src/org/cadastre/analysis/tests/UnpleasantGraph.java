package org.cadastre.analysis.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Edge.Certainty;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;

/** Graphs that spoil pictures, with changes that must be seen all the same. */
enum UnpleasantGraph {
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
                nodes.add(node("n" + i, i == 299 ? Mark.ADDED : Mark.UNCHANGED));
                for (int j = 0; j < i; j++) {
                    edges.add(edge("n" + i, "n" + j, i == 150 && j == 3 ? Mark.REMOVED : i == 299 ? Mark.ADDED : Mark.UNCHANGED));
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
                    edges.add(edge("n" + (i - 1), "n" + i, i == 2500 ? Mark.REMOVED : Mark.UNCHANGED));
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
                    edges.add(edge("n" + random.nextInt(i), "n" + i, i % 200 == 7 ? Mark.MOVED : Mark.UNCHANGED));
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
}
