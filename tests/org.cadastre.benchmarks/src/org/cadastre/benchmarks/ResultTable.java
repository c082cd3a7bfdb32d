package org.cadastre.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one benchmark, each beside its peer's. */
public final class ResultTable {

    private static final List<String> HEADER = List.of("FIGURE", "CADASTRE", "PEER", "RATIO", "AIM", "");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    private boolean missed;

    /** A figure held against a peer's: at most so many times as much is the aim, e.g. 1.0 / 50. */
    public void ratio(String figure, Quantity own, String peer, Quantity peers, double atMost) {
        double ratio = own.value() / peers.value();
        row(figure, own.toString(), peer + " " + peers, ratio(ratio), "<= " + ratio(atMost), ratio <= atMost);
    }

    /** A figure with an aim of its own. */
    public void limit(String figure, Quantity own, Quantity atMost) {
        row(figure, own.toString(), "", "", "<= " + atMost, own.value() <= atMost.value());
    }

    /** A figure for information, held against a peer's. */
    public void compare(String figure, Quantity own, String peer, Quantity peers) {
        rows.add(List.of(figure, own.toString(), peer + " " + peers, ratio(own.value() / peers.value()), "", ""));
    }

    /** A figure for information. */
    public void figure(String figure, Quantity own) {
        rows.add(List.of(figure, own.toString(), "", "", "", ""));
    }

    private void row(String figure, String own, String peer, String ratio, String aim, boolean met) {
        rows.add(List.of(figure, own, peer, ratio, aim, met ? "met" : "MISSED"));
        missed |= !met;
    }

    private static String ratio(double ratio) {
        return ratio < 0.5 ? String.format(Locale.ROOT, "1/%.0f", 1 / ratio) : String.format(Locale.ROOT, "%.2f", ratio);
    }

    boolean isMissed() {
        return missed;
    }

    void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
                line.append(String.format("%-" + Math.max(1, width) + "s  ", row.get(column)));
            }
            out.println("  " + line.toString().stripTrailing());
        }
    }
}
