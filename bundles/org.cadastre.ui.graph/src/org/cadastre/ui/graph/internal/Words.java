package org.cadastre.ui.graph.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Style;

/** The words of the pages, in the user's language. */
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.cadastre.ui.graph.internal.messages",
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Words() {
    }

    static String text(String key, Object... values) {
        return MessageFormat.format(BUNDLE.getString(key), values);
    }

    /** The name of a layer; its id where another bundle brought it. */
    static String layer(String id) {
        return known("page.", id);
    }

    /** The name of a grouping; its id where another bundle's layer brought it. */
    static String grouping(String id) {
        return known("by.", id);
    }

    static String style(Style style) {
        return BUNDLE.getString("style." + style.name().toLowerCase(Locale.ROOT));
    }

    /** What a node is, as layers call it; the word of the layer where another bundle brought it. */
    static String kind(String kind) {
        return known("kind.", kind);
    }

    /** A line that a layer says of a node: "host web1", "gateway, not read". As it is where it is unknown here. */
    static String detail(String line) {
        String key = "says." + line.replaceAll("[^a-z]+", "-");
        if (BUNDLE.containsKey(key)) {
            return BUNDLE.getString(key);
        }
        String first = line.split(" ", 2)[0];
        return BUNDLE.containsKey("kind." + first) ? kind(first) + line.substring(first.length()) : line;
    }

    private static String known(String prefix, String id) {
        try {
            return BUNDLE.getString(prefix + id);
        } catch (MissingResourceException foreign) {
            return id;
        }
    }

    /** What a mark is called in the legend. */
    static String mark(Mark mark) {
        return BUNDLE.getString("mark." + mark.name().toLowerCase(Locale.ROOT));
    }
}
