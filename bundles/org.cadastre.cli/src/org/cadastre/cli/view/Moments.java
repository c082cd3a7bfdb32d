package org.cadastre.cli.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the user's clock shows them, with the offset from UTC, so that they can be told from those of other places. */
public final class Moments {

    private Moments() {
    }

    /** "2026-11-23 09:15:02 +01:00"; empty for none. */
    public static String local(Instant time) {
        return time == null ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(ZoneId.systemDefault()).format(time);
    }
}
