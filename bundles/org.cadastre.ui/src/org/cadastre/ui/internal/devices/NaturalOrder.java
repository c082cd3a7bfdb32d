package org.cadastre.ui.internal.devices;

import java.util.Comparator;

/** Texts as people sort them: numbers inside them by their value (web2 before web10, 10.0.0.9 before 10.0.0.10), any case. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {
    }

    @Override
    public int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            char left = Character.toLowerCase(one.charAt(i));
            char right = Character.toLowerCase(other.charAt(j));
            if (isDigit(left) && isDigit(right)) {
                int endOfOne = endOfNumber(one, i);
                int endOfOther = endOfNumber(other, j);
                int byNumber = compareNumbers(one, i, endOfOne, other, j, endOfOther);
                if (byNumber != 0) {
                    return byNumber;
                }
                i = endOfOne;
                j = endOfOther;
            } else if (left != right) {
                return left - right;
            } else {
                i++;
                j++;
            }
        }
        return (one.length() - i) - (other.length() - j);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Numbers of any length: without leading zeros the longer one is the greater. */
    private static int compareNumbers(String one, int from, int end, String other, int otherFrom, int otherEnd) {
        int i = from;
        int j = otherFrom;
        while (i < end - 1 && one.charAt(i) == '0') {
            i++;
        }
        while (j < otherEnd - 1 && other.charAt(j) == '0') {
            j++;
        }
        return end - i != otherEnd - j ? (end - i) - (otherEnd - j)
                : one.substring(i, end).compareTo(other.substring(j, otherEnd));
    }
}
