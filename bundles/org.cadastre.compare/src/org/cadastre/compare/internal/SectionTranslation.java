package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SectionComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.compare.AttributeChange;
import org.eclipse.emf.compare.Diff;
import org.eclipse.emf.compare.DifferenceKind;
import org.eclipse.emf.compare.Match;
import org.eclipse.emf.compare.ReferenceChange;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Translates the differences that EMF Compare found in one section into the words of the field, as far as the coverage of
 * both sides proves them; what it does not prove is counted as unknown.
 *
 * <p>Precondition: the differences of {@link FactDiffEngine}. Postcondition: every element of either side is counted once,
 * every difference is a change, part of one, or covered by the section's one unknown, and the changes are sorted.
 */
final class SectionTranslation {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Change> ORDER = Comparator.comparing(Change::getElement)
            .thenComparing(Change::getAttribute).thenComparing(Change::getKind)
            .thenComparing(Change::getBefore, TEXT).thenComparing(Change::getAfter, TEXT);

    private final FactSchema schema;
    private final Wording wording;
    private final DeviceComparison result;
    private final List<Traveller> travellers;
    private final EClass type;
    private final Certainty certainty;
    private final MethodDifference method;
    private final Knowledge knowledge;
    private final Noise noise;
    private final Counts counts = Tally.zero();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> volatileChanges = new ArrayList<>();
    /** What only one side's program could know, where that made a difference. */
    private final SortedSet<String> unheardBefore = new TreeSet<>();
    private final SortedSet<String> unheardAfter = new TreeSet<>();

    /** Adds what is to be said of a section to the comparison of its device. */
    static void translate(Match section, FactSchema schema, Knowledge knowledge, Noise noise, Findings findings) {
        new SectionTranslation(section, schema, knowledge, noise, findings).translate(section);
    }

    private SectionTranslation(Match section, FactSchema schema, Knowledge knowledge, Noise noise, Findings findings) {
        Optional<Section> before = Optional.ofNullable((Section) section.getRight());
        Optional<Section> after = Optional.ofNullable((Section) section.getLeft());
        this.schema = schema;
        this.knowledge = knowledge;
        this.noise = noise;
        this.wording = new Wording(schema);
        this.result = findings.comparison();
        this.travellers = findings.travellers();
        this.type = after.or(() -> before).orElseThrow().eClass();
        this.certainty = new Certainty(Sight.of(before), Sight.of(after));
        this.method = before.isPresent() && after.isPresent() ? MethodDifference.between(before.get(), after.get())
                : MethodDifference.none();
    }

    private void translate(Match section) {
        if (certainty.isComparable()) {
            if (schema.hasFacts(section.getLeft()) || schema.hasFacts(section.getRight())) {
                Tally.add(counts, verdict(section), 1);
            }
            contents(section);
        } else if (certainty.hidesSomething()) {
            Tally.add(counts, Verdict.UNKNOWN, Math.max(known(certainty.before(), section.getRight()),
                    known(certainty.after(), section.getLeft())));
        }
        if (certainty.hidesSomething() || !unheardBefore.isEmpty() || !unheardAfter.isEmpty()) {
            result.getUnknowns().add(unknown());
        }
        changes.sort(ORDER);
        result.getChanges().addAll(changes);
        volatileChanges.sort(ORDER);
        result.getVolatileChanges().addAll(volatileChanges);
        result.getMethodChanges().addAll(method.changes());
        result.getSections().add(comparison());
        Tally.add(result.getElements(), counts);
    }

    private static int known(Sight sight, EObject section) {
        return sight.isNothing() ? 0 : FactSchema.count(section);
    }

    private void contents(Match container) {
        for (Diff difference : container.getDifferences()) {
            if (difference instanceof ReferenceChange whole) {
                element(whole);
            }
        }
        for (Match child : container.getSubmatches()) {
            if (child.getLeft() != null && child.getRight() != null) {
                Tally.add(counts, verdict(child), 1);
                contents(child);
            }
        }
    }

    /** A whole element that came or went. */
    private void element(ReferenceChange difference) {
        EObject element = difference.getValue();
        int number = 1 + FactSchema.count(element);
        boolean came = difference.getKind() == DifferenceKind.ADD;
        if (!(came ? provesAddition(difference.getReference()) : provesRemoval(difference.getReference()))) {
            Tally.add(counts, Verdict.UNKNOWN, number);
            return;
        }
        Verdict kind = came ? Verdict.ADDED : Verdict.REMOVED;
        Change change = change(Metamodel.path(element), kind, false);
        change.setElements(number);
        change.setSignificance(Weight.of(element.eClass(), type));
        if (came) {
            change.setAfter(wording.summary(element));
        } else {
            change.setBefore(wording.summary(element));
        }
        if (tell(change)) {
            Tally.add(counts, kind, number);
            Traveller.of(element, schema, change, result).ifPresent(travellers::add);
        } else {
            Tally.add(counts, Verdict.VOLATILE, number);
        }
    }

    /** @return whether it is told as a change, rather than as what changes by itself */
    private boolean tell(Change change) {
        boolean known = noise.isAt(result.getDevice(), change);
        (known ? volatileChanges : changes).add(change);
        return !known;
    }

    private boolean provesAddition(EStructuralFeature feature) {
        if (knowledge.lackedBefore(feature)) {
            unheardBefore.add(name(feature));
            return false;
        }
        return certainty.provesAddition();
    }

    private boolean provesRemoval(EStructuralFeature feature) {
        if (knowledge.lackedAfter(feature)) {
            unheardAfter.add(name(feature));
            return false;
        }
        return certainty.provesRemoval();
    }

    private static String name(EStructuralFeature feature) {
        return feature.getEContainingClass().getName() + "." + feature.getName();
    }

    /** Translates the differences of a pair's own attributes, and says what they make of the element. */
    private Verdict verdict(Match pair) {
        List<AttributeChange> all = pair.getDifferences().stream().filter(AttributeChange.class::isInstance)
                .map(AttributeChange.class::cast).toList();
        if (all.isEmpty()) {
            return Verdict.UNCHANGED;
        }
        Predicate<AttributeChange> isKey = difference -> isKey(pair, difference.getAttribute());
        List<AttributeChange> proven = all.stream().filter(isKey.negate()).filter(this::isProven).toList();
        boolean told = false;
        for (AttributeChange difference : proven) {
            told |= attribute(difference);
        }
        if (all.stream().anyMatch(isKey)) {
            told |= renamed(pair, all.stream().filter(isKey).map(AttributeChange::getAttribute).toList());
            return told ? Verdict.MOVED : Verdict.VOLATILE;
        }
        return proven.isEmpty() ? Verdict.UNKNOWN : told ? Verdict.CHANGED : Verdict.VOLATILE;
    }

    private static boolean isKey(Match pair, EAttribute attribute) {
        return pair.getLeft().eContainmentFeature().getEKeys().contains(attribute);
    }

    private boolean isProven(AttributeChange difference) {
        EAttribute attribute = difference.getAttribute();
        return switch (difference.getKind()) {
            case ADD -> provesAddition(attribute);
            case DELETE -> provesRemoval(attribute);
            case MOVE -> true;
            case CHANGE -> FactSchema.hasValue(difference.getMatch().getRight(), attribute)
                    ? FactSchema.hasValue(difference.getMatch().getLeft(), attribute) || provesRemoval(attribute)
                    : provesAddition(attribute);
        };
    }

    private boolean attribute(AttributeChange difference) {
        EAttribute attribute = difference.getAttribute();
        EObject before = difference.getMatch().getRight();
        EObject after = difference.getMatch().getLeft();
        Optional<String> was = switch (difference.getKind()) {
            case ADD -> Optional.empty();
            case DELETE -> Optional.of(Metamodel.text(attribute, difference.getValue()));
            case CHANGE, MOVE -> value(before, attribute);
        };
        Optional<String> is = switch (difference.getKind()) {
            case ADD -> Optional.of(Metamodel.text(attribute, difference.getValue()));
            case DELETE -> Optional.empty();
            case CHANGE, MOVE -> value(after, attribute);
        };
        Verdict kind = switch (difference.getKind()) {
            case ADD -> Verdict.ADDED;
            case DELETE -> Verdict.REMOVED;
            case CHANGE, MOVE -> Verdict.CHANGED;
        };
        Change change = change(Metamodel.path(after), kind, was.isPresent() && is.isPresent());
        change.setAttribute(attribute.getName());
        was.ifPresent(change::setBefore);
        is.ifPresent(change::setAfter);
        change.setSignificance(Weight.of(attribute, after.eClass(), type));
        return tell(change);
    }

    private static Optional<String> value(EObject element, EAttribute attribute) {
        return FactSchema.hasValue(element, attribute) ? Optional.of(Wording.text(element, attribute)) : Optional.empty();
    }

    private boolean renamed(Match pair, List<EAttribute> keys) {
        Change change = change(Metamodel.path(pair.getLeft()), Verdict.MOVED, true);
        change.setElementBefore(Metamodel.path(pair.getRight()));
        change.setBefore(Wording.values(pair.getRight(), keys));
        change.setAfter(Wording.values(pair.getLeft(), keys));
        change.setElements(1);
        change.setSignificance(Weight.of(pair.getLeft().eClass(), type));
        return tell(change);
    }

    private Change change(String element, Verdict kind, boolean valueReplaced) {
        Change change = ComparisonFactory.eINSTANCE.createChange();
        change.setSection(type.getName());
        change.setElement(element);
        change.setAttribute("");
        change.setKind(kind);
        change.setExplainedByMethod(method.mayExplain(kind, valueReplaced));
        return change;
    }

    private Unknown unknown() {
        Unknown unknown = ComparisonFactory.eINSTANCE.createUnknown();
        unknown.setSection(type.getName());
        certainty.before().coverage().ifPresent(unknown::setCoverageBefore);
        certainty.after().coverage().ifPresent(unknown::setCoverageAfter);
        unknown.setReason(reason());
        unknown.setElements(counts.getUnknown());
        return unknown;
    }

    private String reason() {
        List<String> sentences = new ArrayList<>();
        if (certainty.hidesSomething()) {
            sentences.add(certainty.told());
        }
        if (!unheardBefore.isEmpty()) {
            sentences.add("Before, the program did not know " + String.join(", ", unheardBefore) + ".");
        }
        if (!unheardAfter.isEmpty()) {
            sentences.add("After, the program did not know " + String.join(", ", unheardAfter) + ".");
        }
        return String.join(" ", sentences);
    }

    private SectionComparison comparison() {
        SectionComparison comparison = ComparisonFactory.eINSTANCE.createSectionComparison();
        comparison.setSection(type.getName());
        certainty.before().coverage().ifPresent(comparison::setCoverageBefore);
        certainty.after().coverage().ifPresent(comparison::setCoverageAfter);
        comparison.setElements(counts);
        return comparison;
    }
}
