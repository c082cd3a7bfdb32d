package org.cadastre.benchmarks;

import java.util.Locale;

/** Prints figures as they come. */
final class Report {

    void line(String text, Object... values) {
        System.out.println("  " + String.format(Locale.ROOT, text, values));
        System.out.flush();
    }

    /** One figure beside the peer's, and how many times smaller ours is. */
    void ratio(String what, double ours, double peers, String unit, String peer) {
        line("%-34s %,12.3f %s   %s %,12.3f %s   1/%,.1f", what, ours, unit, peer, peers, unit, peers / ours);
    }
}
