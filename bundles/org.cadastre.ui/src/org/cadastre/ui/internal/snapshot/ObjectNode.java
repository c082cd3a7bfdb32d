package org.cadastre.ui.internal.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * Anything that the model holds: a section, an element, the head of the snapshot. Knows no class of section: titles,
 * groups and attributes come from the metamodel.
 */
public final class ObjectNode extends TreeLine {

    private static final int REMARK_VALUES = 2;

    private final EObject object;
    private List<TreeLine> children;

    ObjectNode(TreeLine parent, EObject object) {
        super(parent);
        this.object = object;
    }

    public EObject object() {
        return object;
    }

    /** The section itself, if the line is one. */
    public Optional<Section> section() {
        return object instanceof Section section ? Optional.of(section) : Optional.empty();
    }

    public boolean isObservation() {
        return Metamodel.isObservation(object.eClass());
    }

    @Override
    public String title() {
        return object instanceof Snapshot ? Texts.text("snapshot.head") : ModelTexts.title(object);
    }

    @Override
    public String remark() {
        return switch (object) {
            case Section section -> sectionRemark(section);
            case Snapshot snapshot -> "";
            default -> Metamodel.contentAttributes(object.eClass()).stream().filter(this::isRemarkable)
                    .map(attribute -> ModelTexts.value(attribute, object.eGet(attribute))).filter(text -> !text.isEmpty())
                    .limit(REMARK_VALUES).collect(Collectors.joining(", "));
        };
    }

    private String sectionRemark(Section section) {
        List<String> remarks = new ArrayList<>();
        long count = Metamodel.contentReferences(object.eClass()).isEmpty() ? 0 : elementCount();
        if (!Metamodel.contentReferences(object.eClass()).isEmpty()
                && (count > 0 || section.getCoverage() == Coverage.COMPLETE)) {
            remarks.add(Long.toString(count));
        }
        if (section.getCoverage() != Coverage.COMPLETE) {
            remarks.add(ModelTexts.literal(section.getCoverage(), CadastrePackage.Literals.SECTION, "coverage"));
        }
        if (isObservation()) {
            remarks.add(Texts.text("snapshot.observation"));
        }
        return String.join(", ", remarks);
    }

    private long elementCount() {
        return Metamodel.contentReferences(object.eClass()).stream()
                .mapToLong(reference -> elements(object, reference).size()).sum();
    }

    /** Not what the title says already, and nothing that says little without its name. */
    private boolean isRemarkable(EAttribute attribute) {
        EReference place = object.eContainmentFeature();
        boolean needsItsName = attribute.isMany() || object.eGet(attribute) instanceof Boolean;
        return !needsItsName && (place == null || !Metamodel.keys(place).contains(attribute));
    }

    @Override
    public String icon() {
        return switch (object) {
            case Section section when section.getCoverage() == Coverage.COMPLETE && isObservation() -> "observation";
            case Section section -> Icons.of(section.getCoverage());
            case Snapshot snapshot -> "information";
            case TargetOutcome outcome -> outcome.getResult() == TargetResult.READ ? "coverage-complete" : "coverage-failed";
            default -> "element";
        };
    }

    @Override
    public boolean hasChildren() {
        return !children().isEmpty();
    }

    @Override
    public synchronized List<TreeLine> children() {
        if (children == null) {
            children = below();
        }
        return children;
    }

    /** One list of elements stands directly below; several get a line each. */
    private List<TreeLine> below() {
        List<EReference> references = Metamodel.contentReferences(object.eClass());
        List<TreeLine> nodes = new ArrayList<>();
        for (EReference reference : references) {
            List<? extends EObject> elements = elements(object, reference);
            if (references.size() == 1 || !reference.isMany()) {
                elements.forEach(element -> nodes.add(new ObjectNode(this, element)));
            } else if (!elements.isEmpty()) {
                nodes.add(new GroupNode(this, reference, elements));
            }
        }
        return List.copyOf(nodes);
    }

    @SuppressWarnings("unchecked")
    private static List<? extends EObject> elements(EObject owner, EReference reference) {
        return switch (owner.eGet(reference)) {
            case null -> List.of();
            case List<?> many -> (List<? extends EObject>) many;
            case Object one -> List.of((EObject) one);
        };
    }

    @Override
    public Stream<String> searchable() {
        Stream<String> values = object.eClass().getEAllAttributes().stream()
                .filter(attribute -> !isProvenanceWord(attribute))
                .map(attribute -> ModelTexts.value(attribute, object.eGet(attribute))).filter(text -> !text.isEmpty());
        return Stream.concat(Stream.of(title()), values);
    }

    /** "complete", "ssh" and "root" stand in every section: finding them all would find nothing. */
    private boolean isProvenanceWord(EAttribute attribute) {
        return Metamodel.isProvenance(attribute) && !(attribute == CadastrePackage.Literals.SECTION__REASON)
                && !(object.eGet(attribute) instanceof Enumerator coverage && coverage != Coverage.COMPLETE);
    }

    @Override
    public String explanation() {
        String reason = section().map(Section::getReason).orElse("");
        return (ModelTexts.documentation(object.eClass()) + "\n" + reason).strip();
    }
}
