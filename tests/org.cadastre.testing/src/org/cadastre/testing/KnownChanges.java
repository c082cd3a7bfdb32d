package org.cadastre.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Changes a device here and there, and keeps the list of what a comparison must tell of it: no more and no less. */
public final class KnownChanges {

    private final Random random;
    private final AnyDevice source;
    private final boolean renames;
    /** Told when all is done, because a path may still change on the way. */
    private final List<Supplier<Told>> done = new ArrayList<>();

    public KnownChanges(Random random, AnyDevice source, boolean renames) {
        this.random = random;
        this.source = source;
        this.renames = renames;
    }

    /** @return the device after the changes */
    public Device apply(Device before) {
        Device after = EcoreUtil.copy(before);
        after.getSections().forEach(section -> change(section.eClass().getName(), section));
        return after;
    }

    public List<Told> told() {
        return done.stream().map(Supplier::get).toList();
    }

    private void change(String section, EObject element) {
        for (EAttribute attribute : Metamodel.contentAttributes(element.eClass())) {
            boolean key = element.eContainmentFeature().getEKeys().contains(attribute);
            boolean mark = AnyDevice.marks(element.eClass()).contains(attribute);
            if (!key && !mark && random.nextInt(8) == 0) {
                if (attribute.isMany()) {
                    values(section, element, attribute);
                } else {
                    value(section, element, attribute);
                }
            }
        }
        for (EReference containment : Metamodel.contentReferences(element.eClass())) {
            EList<EObject> children = AnyDevice.children(element, containment);
            for (EObject child : List.copyOf(children)) {
                if (random.nextInt(10) == 0) {
                    String path = Metamodel.path(child);
                    String size = size(child);
                    children.remove(child);
                    done.add(() -> new Told(section, path, "", Verdict.REMOVED, size, null));
                } else {
                    change(section, child);
                    if (renames && random.nextInt(6) == 0) {
                        rename(section, child);
                    }
                }
            }
            if (random.nextInt(4) == 0) {
                EObject child = source.child(containment);
                children.add(child);
                done.add(() -> new Told(section, Metamodel.path(child), "", Verdict.ADDED, null, size(child)));
            }
        }
        // Lists are sorted when a snapshot is written; here any order will do.
        Metamodel.contentReferences(element.eClass()).stream().map(containment -> AnyDevice.children(element, containment))
                .forEach(children -> shuffle(children));
    }

    private void value(String section, EObject element, EAttribute attribute) {
        Object was = element.eGet(attribute);
        Object is = was == null || random.nextInt(3) > 0 ? source.fresh(attribute) : null;
        boolean lastFactOfSection = element instanceof Section && is == null;
        if (Objects.equals(was, is) || lastFactOfSection) {
            return;
        }
        element.eSet(attribute, is);
        done.add(() -> new Told(section, Metamodel.path(element), attribute.getName(), Verdict.CHANGED, text(attribute, was),
                text(attribute, is)));
    }

    private void values(String section, EObject element, EAttribute attribute) {
        EList<Object> values = AnyDevice.values(element, attribute);
        if (attribute.isOrdered() && values.size() > 1 && random.nextBoolean()) {
            String was = Metamodel.text(attribute, values);
            values.move(0, values.size() - 1);
            String is = Metamodel.text(attribute, values);
            done.add(() -> new Told(section, Metamodel.path(element), attribute.getName(), Verdict.CHANGED, was, is));
            return;
        }
        boolean wouldBeEmpty = element instanceof Section && values.size() == 1;
        if (!values.isEmpty() && !wouldBeEmpty && random.nextBoolean()) {
            String gone = Metamodel.text(attribute, values.remove(random.nextInt(values.size())));
            done.add(() -> new Told(section, Metamodel.path(element), attribute.getName(), Verdict.REMOVED, gone, null));
        }
        if (!values.isEmpty()) {
            Object come = source.fresh(attribute);
            values.add(random.nextInt(values.size() + 1), come);
            done.add(() -> new Told(section, Metamodel.path(element), attribute.getName(), Verdict.ADDED, null,
                    Metamodel.text(attribute, come)));
        }
    }

    /** Gives an element another key that it is still recognized under, if its class can be. */
    private void rename(String section, EObject element) {
        List<EAttribute> marks = AnyDevice.marks(element.eClass());
        Optional<EAttribute> other = element.eContainmentFeature().getEKeys().stream().filter(key -> !marks.contains(key))
                .findFirst();
        if (!marks.isEmpty() && other.isPresent() && marks.stream().allMatch(element::eIsSet)) {
            String was = Metamodel.path(element);
            element.eSet(other.get(), source.fresh(other.get()));
            done.add(() -> new Told(section, Metamodel.path(element), "", Verdict.MOVED, was, null));
        }
    }

    private void shuffle(EList<EObject> children) {
        List<EObject> shuffled = new ArrayList<>(children);
        Collections.shuffle(shuffled, random);
        children.clear();
        children.addAll(shuffled);
    }

    private static String size(EObject element) {
        return String.valueOf(1 + Metamodel.countElements(element));
    }

    private static String text(EAttribute attribute, Object value) {
        return value == null ? null : Metamodel.text(attribute, value);
    }
}
