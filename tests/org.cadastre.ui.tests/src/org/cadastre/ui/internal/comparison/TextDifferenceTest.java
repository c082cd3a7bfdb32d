package org.cadastre.ui.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.cadastre.ui.internal.comparison.TextDifference.Part;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    @Test
    void onlyTheWordsThatDifferAreMarked() {
        String before = "rw,relatime,errors=remount-ro";
        String after = "rw,noatime,errors=remount-ro,discard";
        TextDifference difference = TextDifference.of(before, after);
        assertEquals("relatime", marked(before, difference.before()));
        assertEquals("noatime|,discard", marked(after, difference.after()));
    }

    @Test
    void equalTextsHaveNoMarks() {
        TextDifference difference = TextDifference.of("the same", "the same");
        assertEquals(List.of(), difference.before());
        assertEquals(List.of(), difference.after());
    }

    @Test
    void aTextThatCameIsMarkedAsAWhole() {
        assertEquals(List.of(new Part(0, 8)), TextDifference.of("", "Name: x1").after());
    }

    @Test
    void hugeTextsAreMarkedFromTheFirstToTheLastDifference() {
        String before = "a " + "x ".repeat(TextDifference.MOST_WORDS) + "z";
        String after = "a " + "y ".repeat(TextDifference.MOST_WORDS) + "z";
        TextDifference difference = TextDifference.of(before, after);
        assertEquals(1, difference.before().size());
        assertEquals(2, difference.before().getFirst().start());
    }

    private static String marked(String text, List<Part> parts) {
        return parts.stream().map(part -> text.substring(part.start(), part.start() + part.length()))
                .collect(Collectors.joining("|"));
    }
}
