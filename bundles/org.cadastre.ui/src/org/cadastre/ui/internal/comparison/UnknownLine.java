package org.cadastre.ui.internal.comparison;

import java.util.List;
import java.util.stream.Stream;

import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;

/** Something that cannot be compared. */
final class UnknownLine extends TreeLine {

    private final Unknown unknown;

    UnknownLine(SectionLine section, Unknown unknown) {
        super(section);
        this.unknown = unknown;
    }

    Unknown unknown() {
        return unknown;
    }

    @Override
    public String title() {
        return Texts.text("comparison.unknown");
    }

    @Override
    public String remark() {
        return unknown.getReason() == null ? "" : unknown.getReason();
    }

    @Override
    public String icon() {
        return Icons.of(Verdict.UNKNOWN);
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
        return Stream.of(title(), remark());
    }
}
