package org.cadastre.collect.snmp.internal.vendor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that a pattern may look at so often only: a user's pattern that tries ever more ways through a text, as (a+)+b does, finds
 * nothing instead of never coming back.
 */
final class BoundedText implements CharSequence {

    /** Longer than any answer that holds a model or a serial number. */
    private static final int LENGTH = 2_000;
    /** Some milliseconds; a pattern without such a flaw needs a few thousand looks. */
    private static final int LOOKS = 200_000;

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("the pattern tries too many ways", null, false, false);
        }
    }

    private final String text;
    private int looks;

    private BoundedText(String text) {
        this.text = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
    }

    /** The first group that took part where the pattern has groups, else everything that it matched. */
    static Optional<String> find(Pattern pattern, String text) {
        try {
            Matcher matcher = pattern.matcher(new BoundedText(text));
            if (!matcher.find()) {
                return Optional.empty();
            }
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    return Optional.of(matcher.group(group));
                }
            }
            return matcher.groupCount() == 0 ? Optional.of(matcher.group()) : Optional.empty();
        } catch (Exhausted | StackOverflowError tooHard) {
            return Optional.empty();
        }
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
