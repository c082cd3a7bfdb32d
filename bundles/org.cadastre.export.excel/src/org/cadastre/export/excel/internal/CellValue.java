package org.cadastre.export.excel.internal;

import java.time.Instant;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;

/** Values of the model as a {@link Table} takes them. */
final class CellValue {

    private CellValue() {
    }

    /** The column of an attribute: its label with the unit, and whether it is to be read as a time in UTC. */
    static Column column(EAttribute attribute) {
        String label = Metamodel.label(attribute);
        if (attribute.getEAttributeType().getInstanceClass() == Instant.class) {
            return Column.of(label + " (UTC)");
        }
        return Metamodel.unit(attribute).map(unit -> Column.grouped(label + " (" + unit + ")")).orElse(Column.of(label));
    }

    /** Numbers, booleans and times as they are, everything else as text; null for no value. */
    static Object of(EAttribute attribute, Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean truth -> truth;
            case Instant time -> time;
            default -> Metamodel.text(attribute, value);
        };
    }
}
