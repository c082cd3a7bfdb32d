package org.cadastre.model.canonical.tests;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Device;
import org.cadastre.model.host.HostPackage;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Any device that the metamodel allows: all section classes, values of all types, by a seed. Keys are unique. */
final class AnyModel {

    private static final String[] WORDS = { "alpha", "ß-straße", "日本", "a,b]c\\d", "= 1+1", "<x>&\"'", "line\nbreak", "tab\there", " ", "C:\\Windows" };

    private final Random random;

    AnyModel(long seed) {
        random = new Random(seed);
    }

    Device device() {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        for (EPackage model : List.of(CadastrePackage.eINSTANCE, HostPackage.eINSTANCE)) {
            for (EClassifier classifier : model.getEClassifiers()) {
                if (classifier instanceof EClass type && !type.isAbstract() && Metamodel.isSection(type)
                        && !Metamodel.isObservation(type) && random.nextInt(5) > 0) {
                    device.getSections().add((org.cadastre.model.Section) any(type));
                }
            }
        }
        return device;
    }

    private EObject any(EClass type) {
        EObject object = EcoreUtil.create(type);
        for (EAttribute attribute : type.getEAllAttributes()) {
            if (attribute.isMany()) {
                Set<Object> values = new HashSet<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    values.add(value(attribute));
                }
                @SuppressWarnings("unchecked")
                EList<Object> list = (EList<Object>) object.eGet(attribute);
                list.addAll(values);
            } else if (random.nextInt(4) > 0) {
                object.eSet(attribute, value(attribute));
            }
        }
        for (EReference containment : type.getEAllContainments()) {
            @SuppressWarnings("unchecked")
            EList<EObject> children = (EList<EObject>) object.eGet(containment);
            Set<Object> keys = new HashSet<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                EObject child = any(containment.getEReferenceType());
                List<Object> key = containment.getEKeys().stream().map(child::eGet).toList().stream()
                        .map(String::valueOf).map(Object.class::cast).toList();
                if (keys.add(key)) {
                    children.add(child);
                }
            }
        }
        return object;
    }

    private Object value(EAttribute attribute) {
        if (attribute.getEAttributeType() instanceof EEnum literals) {
            return literals.getELiterals().get(random.nextInt(literals.getELiterals().size())).getInstance();
        }
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt());
        }
        if (type == String.class) {
            return WORDS[random.nextInt(WORDS.length)] + random.nextInt(50);
        }
        String text = type == Boolean.class || type == boolean.class ? String.valueOf(random.nextBoolean())
                : String.valueOf(random.nextInt(100_000));
        return EcoreUtil.createFromString(attribute.getEAttributeType(), text);
    }
}
