package org.cadastre.ui.internal.texts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Points in time as the person writes them, in the zone of this machine. */
public final class Moments {

    private static final DateTimeFormatter SHORT = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Texts.LOCALE).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter COMPACT = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT).withLocale(Texts.LOCALE).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter EXACT = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG).withLocale(Texts.LOCALE).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofLocalizedTime(FormatStyle.SHORT).withLocale(Texts.LOCALE).withZone(ZoneId.systemDefault());

    private Moments() {
    }

    /** Date and minute; empty for no value. */
    public static String text(Instant moment) {
        return moment == null ? "" : SHORT.format(moment);
    }

    /** Date and minute in figures, for narrow columns; empty for no value. */
    public static String compact(Instant moment) {
        return moment == null ? "" : COMPACT.format(moment);
    }

    /** Hour and minute; empty for no value. */
    public static String time(Instant moment) {
        return moment == null ? "" : TIME.format(moment);
    }

    /** Weekday, date, second and zone; empty for no value. */
    public static String exact(Instant moment) {
        return moment == null ? "" : EXACT.format(moment);
    }
}
