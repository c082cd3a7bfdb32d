package org.cadastre.collect.snmp.internal.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The right side of a line of the table, in pieces: words, "texts", /patterns/, commas and equals signs. A slash within a pattern
 * has a backslash before it.
 */
final class Tokens {

    private record Token(char type, String text) {
    }

    private static final char WORD = 'w';
    private static final char TEXT = '"';
    private static final char PATTERN = '/';

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** @throws IllegalArgumentException saying what is wrong */
    Tokens(String line) {
        int at = 0;
        while (at < line.length()) {
            char sign = line.charAt(at);
            if (sign == TEXT || sign == PATTERN) {
                int end = end(line, at, sign);
                tokens.add(new Token(sign, line.substring(at + 1, end)));
                at = end + 1;
            } else if (sign == ',' || sign == '=') {
                tokens.add(new Token(sign, String.valueOf(sign)));
                at++;
            } else if (Character.isWhitespace(sign)) {
                at++;
            } else {
                int end = at;
                while (end < line.length() && ",=\"".indexOf(line.charAt(end)) < 0 && !Character.isWhitespace(line.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(WORD, line.substring(at, end)));
                at = end;
            }
        }
    }

    private static int end(String line, int start, char sign) {
        for (int at = start + 1; at < line.length(); at++) {
            if (line.charAt(at) == '\\' && sign == PATTERN) {
                at++;
            } else if (line.charAt(at) == sign) {
                return at;
            }
        }
        throw new IllegalArgumentException("%s has no second %s".formatted(line.substring(start), sign));
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** Goes past a word if it stands here. */
    boolean take(String word) {
        boolean there = !atEnd() && tokens.get(next).type() != TEXT && tokens.get(next).type() != PATTERN && tokens.get(next).text().equals(word);
        next += there ? 1 : 0;
        return there;
    }

    Optional<String> word() {
        return next(WORD);
    }

    /** Words with a blank between them, up to what is no word, or to the word given. */
    String wordsUntil(String end) {
        List<String> words = new ArrayList<>();
        while (!atEnd() && tokens.get(next).type() == WORD && !tokens.get(next).text().equals(end)) {
            words.add(tokens.get(next++).text());
        }
        return String.join(" ", words);
    }

    Optional<String> text() {
        return next(TEXT);
    }

    /** @throws IllegalArgumentException when it cannot be understood */
    Optional<Pattern> pattern() {
        return next(PATTERN).map(text -> {
            try {
                return Pattern.compile(text);
            } catch (PatternSyntaxException unreadable) {
                throw new IllegalArgumentException("%s in the pattern /%s/".formatted(unreadable.getDescription(), text), unreadable);
            }
        });
    }

    /** Goes past the comma that must stand here, or is at the end. */
    void separator() {
        if (!atEnd() && !take(",")) {
            throw new IllegalArgumentException("there is no comma before \"%s\"".formatted(tokens.get(next).text()));
        }
    }

    private Optional<String> next(char type) {
        return atEnd() || tokens.get(next).type() != type ? Optional.empty() : Optional.of(tokens.get(next++).text());
    }

    /** What stands here, for a message. */
    String here() {
        return atEnd() ? "the end of the line" : "\"" + tokens.get(next).text() + "\"";
    }
}
