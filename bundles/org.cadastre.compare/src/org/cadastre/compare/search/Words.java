package org.cadastre.compare.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person searches for: words, upper and lower case the same. */
record Words(List<String> words) {

    /** @throws IllegalArgumentException there is no word in the text */
    static Words of(String text) {
        List<String> words = Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("nothing to search for; give a word");
        }
        return new Words(words);
    }

    /** Whether each word is in the value or in the place around it, and at least one in the value. */
    boolean match(String value, String place) {
        String said = value.toLowerCase(Locale.ROOT);
        if (words.stream().noneMatch(said::contains)) {
            return false;
        }
        String around = words.size() == 1 ? "" : place.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> said.contains(word) || around.contains(word));
    }
}
