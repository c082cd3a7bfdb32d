package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.w3c.dom.Element;

/**
 * Apple's property lists in their XML form (plist(5)): a dictionary is a map, an array a list, true and false a Boolean, all
 * else a text.
 */
final class PropertyList {

    private static final int DEEPEST = 32;

    private PropertyList() {
    }

    /** What the list holds; empty where the text is no property list. */
    static Optional<Object> parse(String xml) {
        return XmlText.parse(xml.replaceFirst("<!DOCTYPE plist [^>\\[]*>", "").strip()).filter(root -> root.getTagName().equals("plist"))
                .flatMap(root -> XmlText.children(root).stream().findFirst()).map(element -> value(element, 0));
    }

    private static Object value(Element element, int depth) {
        List<Element> children = depth < DEEPEST ? XmlText.children(element) : List.of();
        switch (element.getTagName()) {
            case "dict" -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = 0; i + 1 < children.size(); i += 2) {
                    map.put(children.get(i).getTextContent().strip(), value(children.get(i + 1), depth + 1));
                }
                return map;
            }
            case "array" -> {
                List<Object> list = new ArrayList<>();
                children.forEach(child -> list.add(value(child, depth + 1)));
                return list;
            }
            case "true", "false" -> {
                return Boolean.valueOf(element.getTagName());
            }
            default -> {
                return element.getTextContent().strip();
            }
        }
    }

    /** The dictionaries of a list; what is no list has none. */
    static List<Map<?, ?>> dictionaries(Object list) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (list instanceof List<?> elements) {
            elements.forEach(element -> {
                if (element instanceof Map<?, ?> dictionary) {
                    found.add(dictionary);
                }
            });
        }
        return found;
    }

    /** A text of a dictionary that says something. */
    static Optional<String> text(Map<?, ?> dictionary, String key) {
        return dictionary.get(key) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
