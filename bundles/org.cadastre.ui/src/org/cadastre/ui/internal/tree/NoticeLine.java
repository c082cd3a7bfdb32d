package org.cadastre.ui.internal.tree;

import java.util.List;
import java.util.stream.Stream;

/** Stands where something is being read, or could not be. */
public final class NoticeLine extends TreeLine {

    private final String text;

    public NoticeLine(TreeLine parent, String text) {
        super(parent);
        this.text = text;
    }

    @Override
    public String title() {
        return text;
    }

    @Override
    public String remark() {
        return "";
    }

    @Override
    public String icon() {
        return "information";
    }

    @Override
    public boolean hasChildren() {
        return false;
    }

    @Override
    public List<TreeLine> children() {
        return List.of();
    }

    @Override
    public Stream<String> searchable() {
        return Stream.empty();
    }
}
