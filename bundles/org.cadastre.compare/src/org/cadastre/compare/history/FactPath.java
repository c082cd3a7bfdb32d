package org.cadastre.compare.history;

import java.util.Locale;

import org.cadastre.compare.model.Change;

/**
 * Where on a device a fact is, in one text: "Accounts/users[alice]/shell" for an attribute of an element,
 * "Accounts/users[alice]" for the element, "Hardware/model" for an attribute of the section itself.
 */
public record FactPath(String text) {

    static FactPath of(Change change) {
        return of(change.getSection(), change.getElement(), change.getAttribute());
    }

    /**
     * @param section name of the section's class; empty for what the device itself says
     * @param element path within the section; empty for the section itself
     * @param attribute empty for the element
     */
    public static FactPath of(String section, String element, String attribute) {
        StringBuilder text = new StringBuilder(section);
        if (!element.isEmpty()) {
            text.append('/').append(element);
        }
        if (!attribute.isEmpty()) {
            text.append(text.isEmpty() ? "" : "/").append(attribute);
        }
        return new FactPath(text.toString());
    }

    /**
     * Whether the fact is the one, or below the one, that a person asks for.
     *
     * @param asked a path or the beginning of one, at a slash or a bracket; upper and lower case are the same; empty
     *        for everything
     */
    public boolean isWithin(String asked) {
        String path = text.toLowerCase(Locale.ROOT);
        String beginning = asked.strip().toLowerCase(Locale.ROOT);
        if (!path.startsWith(beginning)) {
            return false;
        }
        return beginning.isEmpty() || path.length() == beginning.length() || beginning.endsWith("/")
                || "/[".indexOf(path.charAt(beginning.length())) >= 0;
    }

    /** Whether a change at the other path brought this fact about: the fact itself, or the element around it, came. */
    boolean isAtOrBelow(FactPath other) {
        return text.equals(other.text) || text.startsWith(other.text + "/");
    }

    @Override
    public String toString() {
        return text;
    }
}
