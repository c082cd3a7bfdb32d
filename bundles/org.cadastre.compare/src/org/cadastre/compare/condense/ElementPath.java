package org.cadastre.compare.condense;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.model.metamodel.Metamodel;

/**
 * The last step of an element's path, as {@link Metamodel#path} writes it, taken apart: the list that holds the element,
 * and its keys. "interfaces[eth0]/addresses[192.0.2.7]" has the list "addresses" and the key "192.0.2.7".
 */
public record ElementPath(String list, List<String> keys) {

    /** @param path of an element; that of a section, which is empty, has neither list nor keys */
    public static ElementPath of(String path) {
        StringBuilder list = new StringBuilder();
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        boolean inKeys = false;
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (inKeys && character == '\\' && i + 1 < path.length()) {
                i++;
                key.append(path.charAt(i));
            } else if (inKeys && (character == ',' || character == ']')) {
                keys.add(key.toString());
                key.setLength(0);
                inKeys = character == ',';
            } else if (inKeys) {
                key.append(character);
            } else if (character == '[') {
                inKeys = true;
            } else if (character == '/') {
                list.setLength(0);
                keys.clear();
            } else {
                list.append(character);
            }
        }
        return new ElementPath(list.toString(), List.copyOf(keys));
    }

    /** The first key; empty for a section. */
    public String name() {
        return keys.isEmpty() ? "" : keys.getFirst();
    }
}
