package org.cadastre.ui.internal.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The lines of a tree that a search found. A line is shown when it matches, when it leads to one that does, or when it
 * lies below one that does. Filled by one thread, then only read.
 */
public final class Matches {

    private final String query;
    private final Set<TreeLine> hits = new HashSet<>();
    private final Set<TreeLine> ways = new HashSet<>();

    /** @param query must occur in a line, in any case of its letters */
    public Matches(String query) {
        this.query = query.strip().toLowerCase(Locale.ROOT);
    }

    public String query() {
        return query;
    }

    public int count() {
        return hits.size();
    }

    /** Looks at a line and at all below it. Does not go below a hit: it is shown with all that it holds. */
    public boolean search(TreeLine node, List<? extends TreeLine> children) {
        if (matches(node)) {
            hits.add(node);
            return true;
        }
        boolean found = false;
        for (TreeLine child : children) {
            found |= search(child, child.children());
        }
        if (found) {
            ways.add(node);
        }
        return found;
    }

    public boolean shows(TreeLine node) {
        if (ways.contains(node)) {
            return true;
        }
        for (TreeLine above = node; above != null; above = above.parent().orElse(null)) {
            if (hits.contains(above)) {
                return true;
            }
        }
        return false;
    }

    /** Lines to open so that the hits are seen. */
    public Set<TreeLine> ways() {
        return ways;
    }

    private boolean matches(TreeLine node) {
        return node.searchable().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(query));
    }
}
