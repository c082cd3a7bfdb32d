package org.cadastre.ui.internal.snapshot;

import java.util.List;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.emf.ecore.EObject;

/**
 * What there is to say about one line of the tree, as names and values.
 *
 * @param name of the attribute
 * @param value for reading, rounded
 * @param exact the value with nothing rounded; empty when it is the same
 * @param documentation what the attribute means; may be empty
 */
record Facts(String name, String value, String exact, String documentation) {

    /** The attributes that have a value, in the order of the metamodel. */
    static List<Facts> of(TreeLine node) {
        return switch (node) {
            case DeviceNode device -> of(device.entry());
            case ObjectNode object -> of(object.object());
            default -> List.of();
        };
    }

    private static List<Facts> of(EObject object) {
        return Metamodel.contentAttributes(object.eClass()).stream()
                .filter(attribute -> !ModelTexts.value(attribute, object.eGet(attribute)).isEmpty())
                .map(attribute -> new Facts(ModelTexts.label(attribute), ModelTexts.value(attribute, object.eGet(attribute)),
                        ModelTexts.exactValue(attribute, object.eGet(attribute)), ModelTexts.documentation(attribute)))
                .toList();
    }

    private static List<Facts> of(DeviceEntry entry) {
        return List.of(plain("device.name", entry.name()),
                plain("device.kind", ModelTexts.literal(entry.kind(), CadastrePackage.Literals.DEVICE, "kind")),
                plain("device.system", entry.operatingSystem()), plain("device.manufacturer", entry.manufacturer()),
                plain("device.model", entry.model()), plain("device.addresses", String.join(", ", entry.addresses())),
                plain("device.elements", Long.toString(entry.elements())), plain("device.id", entry.id())).stream()
                .filter(fact -> !fact.value().isEmpty()).toList();
    }

    private static Facts plain(String label, String value) {
        return new Facts(Texts.text(label), value, "", "");
    }

    /** How well a section was read, and by whom, in few words. */
    static String provenance(Section section) {
        StringBuilder text = new StringBuilder();
        String coverage = ModelTexts.literal(section.getCoverage(), CadastrePackage.Literals.SECTION, "coverage");
        text.append(coverage.substring(0, 1).toUpperCase(Texts.LOCALE)).append(coverage.substring(1));
        if (section.getCoverage() != Coverage.COMPLETE && section.getReason() != null) {
            text.append(": ").append(section.getReason());
        }
        if (section.getCollector() != null) {
            text.append("\n").append(Texts.text("details.readBy", section.getCollector()));
            if (section.getProtocol() != null) {
                text.append(" ").append(Texts.text("details.over", section.getProtocol()));
            }
            if (section.getPrivilege() != null) {
                text.append(" ").append(Texts.text("details.as", section.getPrivilege()));
            }
        }
        if (Metamodel.isObservation(section.eClass())) {
            text.append("\n").append(Texts.text("details.observation"));
        }
        return text.toString();
    }
}
