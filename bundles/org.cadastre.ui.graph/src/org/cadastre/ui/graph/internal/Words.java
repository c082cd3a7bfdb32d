package org.cadastre.ui.graph.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.graph.Node;
import org.cadastre.analysis.layout.Style;

/** The words of the pages, in the user's language. */
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.cadastre.ui.graph.internal.messages",
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    /** What the layer of VLANs writes at a line, and the topology on a segment. */
    private static final Pattern PORTS = Pattern.compile("(\\d+)(?: \\+ (\\d+) tagged)? ports?");
    private static final String SILENT = "something that does not announce itself: ";
    private static final String UNMANAGED = "unmanaged, behind ";

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
        if (line.startsWith(SILENT)) {
            return text("says.silent", line.replaceAll("\\D", ""));
        }
        String key = "says." + line.replaceAll("[^a-z]+", "-");
        if (BUNDLE.containsKey(key)) {
            return BUNDLE.getString(key);
        }
        String first = line.split(" ", 2)[0];
        return BUNDLE.containsKey("kind." + first) ? kind(first) + line.substring(first.length()) : line;
    }

    /** A graph whose labels are in the user's language, as far as they are words and no names. */
    static Graph labels(Graph graph) {
        return graph.with(graph.nodes().stream().map(Words::label).toList(),
                graph.edges().stream().map(edge -> edge.labelled(label(edge.label()))).toList());
    }

    private static Node label(Node node) {
        String kindOfGroup = node.groups().getOrDefault("kind", "");
        return node.labelled(node.kind().equals("group") && node.label().equals(kindOfGroup) ? kind(kindOfGroup) : label(node.label()));
    }

    private static String label(String label) {
        Matcher ports = PORTS.matcher(label);
        if (ports.matches()) {
            int untagged = Integer.parseInt(ports.group(1));
            return ports.group(2) == null ? text("label.ports", untagged) : text("label.tagged", untagged, Integer.parseInt(ports.group(2)));
        }
        return label.startsWith(UNMANAGED) ? text("label.unmanaged", label.substring(UNMANAGED.length())) : label;
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
