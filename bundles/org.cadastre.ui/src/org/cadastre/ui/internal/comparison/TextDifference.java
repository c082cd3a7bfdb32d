package org.cadastre.ui.internal.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts of two texts differ, word by word: a longest common subsequence between what both begin and end with. Texts
 * with more differing words than {@value #MOST_WORDS} are marked from the first to the last difference, so that the cost
 * stays bounded.
 *
 * @param before parts that are only in the first text, in order
 * @param after parts that are only in the second text, in order
 */
record TextDifference(List<Part> before, List<Part> after) {

    static final int MOST_WORDS = 2000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** Offset and length in characters. */
    record Part(int start, int length) {
    }

    private record Word(String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    static TextDifference of(String before, String after) {
        List<Word> left = words(before);
        List<Word> right = words(after);
        int head = 0;
        while (head < Math.min(left.size(), right.size()) && same(left, head, right, head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(left.size(), right.size()) - head
                && same(left, left.size() - 1 - tail, right, right.size() - 1 - tail)) {
            tail++;
        }
        List<Word> onlyLeft = left.subList(head, left.size() - tail);
        List<Word> onlyRight = right.subList(head, right.size() - tail);
        if (onlyLeft.size() > MOST_WORDS || onlyRight.size() > MOST_WORDS) {
            return new TextDifference(parts(onlyLeft), parts(onlyRight));
        }
        return between(onlyLeft, onlyRight);
    }

    private static TextDifference between(List<Word> left, List<Word> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = same(left, i, right, j) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Word> onlyLeft = new ArrayList<>();
        List<Word> onlyRight = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (same(left, i, right, j)) {
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                onlyLeft.add(left.get(i++));
            } else {
                onlyRight.add(right.get(j++));
            }
        }
        onlyLeft.addAll(left.subList(i, left.size()));
        onlyRight.addAll(right.subList(j, right.size()));
        return new TextDifference(parts(onlyLeft), parts(onlyRight));
    }

    private static boolean same(List<Word> left, int i, List<Word> right, int j) {
        return left.get(i).text().equals(right.get(j).text());
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new Word(matcher.group(), matcher.start()));
        }
        return words;
    }

    /** Neighbouring words become one part. */
    private static List<Part> parts(List<Word> words) {
        List<Part> parts = new ArrayList<>();
        for (Word word : words) {
            Part last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && last.start() + last.length() == word.start()) {
                parts.set(parts.size() - 1, new Part(last.start(), word.end() - last.start()));
            } else {
                parts.add(new Part(word.start(), word.text().length()));
            }
        }
        return List.copyOf(parts);
    }
}
