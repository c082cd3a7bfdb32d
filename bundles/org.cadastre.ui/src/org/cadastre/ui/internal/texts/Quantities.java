package org.cadastre.ui.internal.texts;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers with a unit as people read them: 8.0 GiB, 1 Gbit/s, 3 d 4 h. Bytes use the binary prefixes of IEC 80000-13, rates
 * and frequencies the decimal ones.
 */
public final class Quantities {

    private static final List<String> BINARY = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final List<String> DECIMAL = List.of("k", "M", "G", "T", "P");
    /** Below this many bytes the exact number says more (an MTU, a small file). */
    private static final long BYTES_TO_COUNT = 10 * 1024L;

    private final Locale locale;

    public Quantities(Locale locale) {
        this.locale = locale;
    }

    /** A number for reading, rounded; units that are not known here are put behind the number. */
    public String rounded(Number value, String unit) {
        return switch (unit) {
            case "bytes" -> bytes(value.longValue());
            case "seconds" -> duration(value.longValue());
            case "bit/s" -> prefixed(value.doubleValue(), "bit/s");
            case "hertz" -> prefixed(value.doubleValue(), "Hz");
            default -> exact(value, unit);
        };
    }

    /** The number itself with all its digits and its unit. */
    public String exact(Number value, String unit) {
        return (number(value) + " " + unit).strip();
    }

    /** A number without unit; whole ones stay ungrouped up to four digits. */
    public String number(Number value) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(3);
        format.setGroupingUsed(Math.abs(value.doubleValue()) >= 10_000);
        return format.format(value);
    }

    private String bytes(long value) {
        if (Math.abs(value) < BYTES_TO_COUNT) {
            return exact(value, "bytes");
        }
        double scaled = value / 1024.0;
        int prefix = 0;
        while (Math.abs(scaled) >= 1024 && prefix < BINARY.size() - 1) {
            scaled /= 1024;
            prefix++;
        }
        return oneDigit(scaled) + " " + BINARY.get(prefix);
    }

    private String prefixed(double value, String unit) {
        double scaled = value;
        int prefix = -1;
        while (Math.abs(scaled) >= 1000 && prefix < DECIMAL.size() - 1) {
            scaled /= 1000;
            prefix++;
        }
        return oneDigit(scaled) + " " + (prefix < 0 ? "" : DECIMAL.get(prefix)) + unit;
    }

    private String oneDigit(double value) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        format.setGroupingUsed(false);
        return format.format(value);
    }

    private static String duration(long seconds) {
        Duration duration = Duration.ofSeconds(seconds);
        List<String> parts = new ArrayList<>();
        if (duration.toDays() > 0) {
            parts.add(duration.toDays() + " d");
        }
        if (duration.toHours() > 0) {
            parts.add(duration.toHoursPart() + " h");
        }
        if (duration.toDays() == 0 && duration.toMinutes() > 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        if (duration.toHours() == 0) {
            parts.add(duration.toSecondsPart() + " s");
        }
        return String.join(" ", parts);
    }
}
