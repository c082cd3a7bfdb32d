package org.cadastre.ui.internal.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of a tree: what it says, and what stands below it. Lines know their place, so that a match deep down can show the
 * way to it.
 */
public abstract class TreeLine {

    private final TreeLine parent;

    /** @param parent null for a root */
    protected TreeLine(TreeLine parent) {
        this.parent = parent;
    }

    /** The line above; empty for a root. */
    public final Optional<TreeLine> parent() {
        return Optional.ofNullable(parent);
    }

    /** What the line is about. */
    public abstract String title();

    /** What is worth knowing besides, shown paler; may be empty. */
    public abstract String remark();

    /** Name of the picture. */
    public abstract String icon();

    /** Cheap: does not look below. */
    public abstract boolean hasChildren();

    /** The lines below, as far as they are read. */
    public abstract List<TreeLine> children();

    /** Everything that a search may find in this very line. */
    public abstract Stream<String> searchable();

    /** What the line means, for a tooltip; may be empty. */
    public String explanation() {
        return "";
    }

    /** Whether the title stands in bold letters. */
    public boolean isStrong() {
        return false;
    }

    /** The title and those above it, from the root down. */
    public final String path() {
        return parent == null ? title() : parent.path() + " \u203a " + title();
    }

    @Override
    public final String toString() {
        return remark().isEmpty() ? title() : title() + "  " + remark();
    }
}
