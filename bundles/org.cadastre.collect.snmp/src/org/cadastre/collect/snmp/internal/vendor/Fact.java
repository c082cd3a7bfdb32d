package org.cadastre.collect.snmp.internal.vendor;

import java.util.Locale;

/** Something that the table tells where to find, and the column of ENTITY-MIB's entPhysicalTable (RFC 6933) that holds it for a chassis. */
enum Fact {
    VENDOR(12), MODEL(13), SERIAL(11), FIRMWARE(10), SYSTEM(0);

    private final int entityColumn;

    Fact(int entityColumn) {
        this.entityColumn = entityColumn;
    }

    /** 0 where ENTITY-MIB has none. */
    int entityColumn() {
        return entityColumn;
    }

    /** The word for it in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
