package org.cadastre.ui.internal.comparison;

import java.util.List;
import java.util.stream.Stream;

import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;

/** What is to be said about one section of a device, or about the device as a whole. */
final class SectionLine extends TreeLine {

    private final String section;
    private final List<TreeLine> children;

    /**
     * @param section name of its class; empty for the device as a whole
     * @param children may still be filled by the caller
     */
    SectionLine(DeviceLine device, String section, List<TreeLine> children) {
        super(device);
        this.section = section;
        this.children = children;
    }

    String section() {
        return section;
    }

    @Override
    public String title() {
        return title(section);
    }

    /** What stands for a section; an empty name is the device as a whole. */
    static String title(String section) {
        return section.isEmpty() ? Texts.text("comparison.wholeDevice") : ElementPath.section(section);
    }

    @Override
    public String remark() {
        return Integer.toString(children.size());
    }

    /** The one of all its lines when they are of one kind. */
    @Override
    public String icon() {
        List<String> icons = children.stream().map(TreeLine::icon).distinct().toList();
        return icons.size() == 1 ? icons.getFirst() : "group";
    }

    @Override
    public boolean hasChildren() {
        return !children.isEmpty();
    }

    @Override
    public List<TreeLine> children() {
        return List.copyOf(children);
    }

    @Override
    public Stream<String> searchable() {
        return Stream.of(title());
    }
}
