package org.cadastre.benchmarks;

import java.time.Duration;
import java.util.Locale;

/** A measured figure with its unit. */
public record Quantity(double value, Unit unit) {

    public enum Unit {
        MILLISECONDS, BYTES, NUMBER
    }

    public static Quantity of(Duration time) {
        return new Quantity(time.toNanos() / 1e6, Unit.MILLISECONDS);
    }

    public static Quantity bytes(long bytes) {
        return new Quantity(bytes, Unit.BYTES);
    }

    public static Quantity number(double number) {
        return new Quantity(number, Unit.NUMBER);
    }

    @Override
    public String toString() {
        return switch (unit) {
            case MILLISECONDS -> value < 10 ? text("%.2f ms", value) : value < 10_000 ? text("%,.0f ms", value)
                    : text("%,.1f s", value / 1000);
            case BYTES -> value < 10_000 ? text("%,.0f bytes", value) : value < 10_000_000 ? text("%,.1f kB", value / 1e3)
                    : text("%,.1f MB", value / 1e6);
            case NUMBER -> value == Math.rint(value) ? text("%,.0f", value) : text("%,.2f", value);
        };
    }

    private static String text(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
