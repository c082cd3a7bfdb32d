package org.cadastre.repository.internal;

import java.text.Normalizer;
import java.util.regex.Pattern;

import org.cadastre.repository.EstateException;

/** What a snapshot may be called. */
public final class Labels {

    private static final int LONGEST = 200;
    private static final Pattern RESERVED = Pattern.compile("latest(~.*)?");

    private Labels() {
    }

    /** The one form of a text under which a label is kept: composed characters, no blanks around. */
    public static String normal(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFC).strip();
    }

    /** @return the label in its normal form */
    public static String valid(String label) throws EstateException {
        String normal = normal(label);
        if (normal.isEmpty()) {
            throw new EstateException("A snapshot needs a label, for example \"before the update\".");
        }
        if (normal.codePoints().anyMatch(Labels::isUnprintable)) {
            throw new EstateException("The label of a snapshot is one line without control characters: "
                    + printable(normal));
        }
        if (normal.codePointCount(0, normal.length()) > LONGEST) {
            throw new EstateException("The label of a snapshot has at most " + LONGEST + " characters: "
                    + normal.substring(0, normal.offsetByCodePoints(0, 40)) + "...");
        }
        if (RESERVED.matcher(normal).matches()) {
            throw new EstateException("\"" + normal + "\" cannot be the label of a snapshot: \"latest\" always means the"
                    + " newest one.");
        }
        return normal;
    }

    /** A text in one line, for messages and commits: what cannot be shown becomes a space. */
    public static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> line.appendCodePoint(isUnprintable(character) ? ' ' : character));
        return line.toString().strip();
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            // Overrides of the writing direction make a text show as another one.
            default -> character >= 0x202a && character <= 0x202e || character >= 0x2066 && character <= 0x2069;
        };
    }
}
