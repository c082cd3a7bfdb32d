package org.cadastre.testing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Any device that the metamodel allows, by a seed: every class of section, keys unique, all sections complete. Most values
 * are unlike any other, so that nothing is alike by chance; about every third repeats one of a few.
 */
public final class AnyDevice {

    private static final String[] WORDS = { "alpha", "ß-straße", "日本", "a,b]c\\d", "= 1+1", "<x>&\"'", "C:\\Windows" };

    private final Random random;
    private final int most;
    private int last;

    /** @param most elements in a list */
    public AnyDevice(Random random, int most) {
        this.random = random;
        this.most = most;
    }

    /** Every section of state that any installed metamodel has, sorted by name. */
    public static List<EClass> sectionClasses() {
        return EPackage.Registry.INSTANCE.keySet().stream().filter(uri -> uri.startsWith("urn:cadastre:")).sorted()
                .flatMap(uri -> EPackage.Registry.INSTANCE.getEPackage(uri).getEClassifiers().stream())
                .filter(EClass.class::isInstance).map(EClass.class::cast)
                .filter(type -> !type.isAbstract() && Metamodel.isSection(type) && !Metamodel.isObservation(type)).toList();
    }

    public Device device() {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        device.setName("any");
        for (EClass type : sectionClasses()) {
            Section section = (Section) element(type);
            // A section that says nothing is another case.
            Metamodel.contentAttributes(type).stream().filter(attribute -> !attribute.isMany()).findFirst()
                    .ifPresent(attribute -> section.eSet(attribute, fresh(attribute)));
            device.getSections().add(section);
        }
        return device;
    }

    /** An element with all that it holds, not equal in any key to another one. */
    public EObject element(EClass type) {
        EObject element = EcoreUtil.create(type);
        for (EAttribute attribute : Metamodel.contentAttributes(type)) {
            if (attribute.isMany()) {
                values(element, attribute).addAll(someValues(attribute));
            } else if (random.nextInt(4) > 0) {
                element.eSet(attribute, random.nextInt(3) == 0 ? ordinary(attribute) : fresh(attribute));
            }
        }
        for (EReference containment : Metamodel.contentReferences(type)) {
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                children(element, containment).add(child(containment));
            }
        }
        return element;
    }

    public EObject child(EReference containment) {
        EObject child = element(containment.getEReferenceType());
        containment.getEKeys().forEach(key -> child.eSet(key, fresh(key)));
        marks(child.eClass()).stream().filter(child::eIsSet).forEach(mark -> child.eSet(mark, fresh(mark)));
        return child;
    }

    /** The attributes by which the metamodel recognizes an element under another key, first choice only. */
    public static List<EAttribute> marks(EClass type) {
        return Metamodel.annotation(type, "recognizedBy").stream()
                .flatMap(sets -> Stream.of(sets.split(";")[0].strip().split("\\s+")))
                .map(mark -> (EAttribute) type.getEStructuralFeature(mark)).toList();
    }

    private Set<Object> someValues(EAttribute attribute) {
        Set<Object> values = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(fresh(attribute));
        }
        return values;
    }

    /** A value that no other attribute has, as far as the type has that many. */
    public Object fresh(EAttribute attribute) {
        last++;
        if (attribute.getEAttributeType() instanceof EEnum literals) {
            return literals.getELiterals().get(last % literals.getELiterals().size()).getInstance();
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == Instant.class) {
            return Instant.ofEpochSecond(last);
        }
        if (type == String.class) {
            return WORDS[random.nextInt(WORDS.length)] + last;
        }
        return EcoreUtil.createFromString(attribute.getEAttributeType(),
                type == Boolean.class ? String.valueOf(random.nextBoolean()) : String.valueOf(last));
    }

    private Object ordinary(EAttribute attribute) {
        int same = last;
        last = random.nextInt(3);
        try {
            return fresh(attribute);
        } finally {
            last = same;
        }
    }

    @SuppressWarnings("unchecked")
    public static EList<Object> values(EObject element, EAttribute attribute) {
        return (EList<Object>) element.eGet(attribute);
    }

    @SuppressWarnings("unchecked")
    public static EList<EObject> children(EObject element, EReference containment) {
        return (EList<EObject>) element.eGet(containment);
    }
}
