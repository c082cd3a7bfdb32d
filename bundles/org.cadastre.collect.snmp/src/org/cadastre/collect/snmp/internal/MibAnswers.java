package org.cadastre.collect.snmp.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.vendor.Answers;
import org.snmp4j.smi.OID;

/** What an agent answered, as the table of vendors wants to have it. */
record MibAnswers(Mib mib) implements Answers {

    @Override
    public Optional<String> text(String oid) {
        return mib.text(new OID(oid));
    }

    @Override
    public Map<String, String> column(String oid) {
        Map<String, String> cells = new LinkedHashMap<>();
        OID column = new OID(oid);
        mib.below(column).forEach((cell, value) -> Values.text(value)
                .ifPresent(text -> cells.put(new OID(cell.getValue(), column.size(), cell.size() - column.size()).toDottedString(), text)));
        return cells;
    }
}
