package org.cadastre.export.graph.internal;

import java.util.Locale;

/** Names of enumerations as files hold them. */
final class Words {

    private Words() {
    }

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
