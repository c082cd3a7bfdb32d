package org.cadastre.ui.internal.snapshot;

import java.util.List;
import java.util.stream.Stream;

import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** The elements of one containment, for sections and elements that have several. */
public final class GroupNode extends TreeLine {

    private final EReference containment;
    private final List<TreeLine> elements;

    GroupNode(TreeLine parent, EReference containment, List<? extends EObject> elements) {
        super(parent);
        this.containment = containment;
        this.elements = elements.stream().map(element -> (TreeLine) new ObjectNode(this, element)).toList();
    }

    @Override
    public String title() {
        return ModelTexts.label(containment);
    }

    @Override
    public String remark() {
        return Integer.toString(elements.size());
    }

    @Override
    public String icon() {
        return "group";
    }

    @Override
    public boolean hasChildren() {
        return !elements.isEmpty();
    }

    @Override
    public List<TreeLine> children() {
        return elements;
    }

    @Override
    public Stream<String> searchable() {
        return Stream.of(title());
    }

    @Override
    public String explanation() {
        return ModelTexts.documentation(containment);
    }
}
