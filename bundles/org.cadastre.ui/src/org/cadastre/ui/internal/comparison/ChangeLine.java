package org.cadastre.ui.internal.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.emf.ecore.EAttribute;

/** One change: an attribute with another value, or an element that came, went or moved. */
final class ChangeLine extends TreeLine {

    private static final int REMARK_LENGTH = 60;

    private final Change change;
    private final Verdict verdict;
    private final Optional<EAttribute> attribute;

    /** @param verdict the kind of the change, or {@link Verdict#VOLATILE} when it is known to happen by itself */
    ChangeLine(SectionLine section, Change change, Verdict verdict) {
        super(section);
        this.change = change;
        this.verdict = verdict;
        attribute = change.getAttribute() == null || change.getAttribute().isEmpty() ? Optional.empty()
                : ElementPath.attribute(change.getSection(), change.getElement(), change.getAttribute());
    }

    Change change() {
        return change;
    }

    Verdict verdict() {
        return verdict;
    }

    /** For reading; empty when there was nothing. */
    String before() {
        return readable(change.getBefore());
    }

    /** For reading; empty when there is nothing any more. */
    String after() {
        return readable(change.getAfter());
    }

    private String readable(String text) {
        boolean isWhole = change.getAttribute() == null || change.getAttribute().isEmpty();
        return isWhole ? ElementPath.attributes(change.getSection(), change.getElement(), text)
                : ElementPath.value(attribute, text);
    }

    @Override
    public String title() {
        String element = ElementPath.title(change.getSection(), change.getElement());
        String name = attribute.map(ModelTexts::label).orElse(change.getAttribute() == null ? "" : change.getAttribute());
        if (element.isEmpty()) {
            return name.isEmpty() ? Texts.text("comparison.wholeSection") : name;
        }
        return name.isEmpty() ? element : element + ": " + name;
    }

    @Override
    public String remark() {
        if (change.getKind() == Verdict.CHANGED) {
            return shortened(before()) + " \u2192 " + shortened(after());
        }
        if (change.getKind() == Verdict.ADDED || change.getKind() == Verdict.REMOVED) {
            return shortened(change.getKind() == Verdict.ADDED ? after() : before());
        }
        return change.getElementBefore() == null ? ""
                : Texts.text("comparison.movedFrom", ElementPath.title(change.getSection(), change.getElementBefore()));
    }

    private static String shortened(String text) {
        String line = text.isEmpty() ? Texts.text("comparison.nothing") : text.strip().replaceAll("\\s*\\n\\s*", ", ").replaceAll("\\s+", " ");
        return line.length() > REMARK_LENGTH ? line.substring(0, REMARK_LENGTH) + "\u2026" : line;
    }

    @Override
    public String icon() {
        return Icons.of(verdict);
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
        return Stream.of(title(), before(), after());
    }
}
