package org.cadastre.scan.identity;

import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.model.IdentifierKind;

/**
 * Which device a reading belongs to, and why.
 *
 * @param device id of the device
 * @param agreeing the kinds of identifiers that spoke for it
 * @param contradicting the kinds that spoke against it, or that told it from the device it resembles
 */
public record Resolution(String device, Decision decision, Set<IdentifierKind> agreeing,
        Set<IdentifierKind> contradicting) {

    public enum Decision {
        FIRST_SEEN("seen for the first time"),
        RECOGNISED("known device"),
        REINSTALLED("known device, reinstalled"),
        CLONE("new device with the installation of another one"),
        REPLACEMENT("new device under the name of another one"),
        CORRECTED("told apart by hand");

        private final String text;

        Decision(String text) {
            this.text = text;
        }
    }

    /** One line for people. */
    public String explanation() {
        StringBuilder line = new StringBuilder(decision.text);
        if (!agreeing.isEmpty()) {
            line.append("; same ").append(names(agreeing));
        }
        if (!contradicting.isEmpty()) {
            line.append("; other ").append(names(contradicting));
        }
        return line.toString();
    }

    private static String names(Set<IdentifierKind> kinds) {
        return kinds.stream().sorted().map(IdentifierKind::getLiteral).collect(Collectors.joining(", "));
    }
}
