package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** What everything generic relies on, held against the packages of this bundle, found as the product finds them. */
class MetamodelRulesTest {

    private static Stream<EClass> classes() {
        return Set.copyOf(EPackage.Registry.INSTANCE.keySet()).stream().filter(uri -> uri.startsWith("urn:cadastre:unix:"))
                .map(EPackage.Registry.INSTANCE::getEPackage).flatMap(found -> found.getEClassifiers().stream())
                .filter(EClass.class::isInstance).map(EClass.class::cast);
    }

    @Test
    void everySectionClassOfThePackagesHasAReader() {
        Set<String> sections = new TreeSet<>();
        classes().filter(Metamodel::isSection).forEach(type -> sections.add(type.getName()));
        HostSections.readers().forEach(reader -> sections.remove(reader.create().eClass().getName()));
        assertEquals(Set.of(), sections);
        assertTrue(classes().count() > 10, "the packages are registered");
    }

    @Test
    void everyListOfElementsHasKeysAndNoReferenceLeavesTheDevice() {
        classes().flatMap(type -> type.getEReferences().stream()).forEach(reference -> {
            assertTrue(reference.isContainment() && !Metamodel.keys(reference).isEmpty(), name(reference));
        });
    }

    @Test
    void everySectionIsDocumentedAndNoFactHasADefault() {
        classes().filter(Metamodel::isSection)
                .forEach(type -> assertTrue(!Metamodel.documentation(type).isEmpty(), type.getName()));
        classes().flatMap(type -> type.getEAttributes().stream()).filter(attribute -> !attribute.isMany())
                .forEach(attribute -> assertEquals(null, attribute.getDefaultValue(), name(attribute)));
    }

    @Test
    void everyNameIsThereInGerman() throws Exception {
        Properties german = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("cadastre.checkout"),
                "bundles/org.cadastre.ui/src/org/cadastre/ui/internal/texts/metamodel_de.properties"))) {
            german.load(reader);
        }
        Set<String> missing = new TreeSet<>();
        classes().forEach(type -> {
            String key = type.getEPackage().getNsPrefix() + "." + type.getName();
            if (!german.containsKey(key)) {
                missing.add(key);
            }
            for (EStructuralFeature feature : type.getEStructuralFeatures()) {
                if (!german.containsKey(key + "." + feature.getName()) && !german.containsKey("feature." + feature.getName())) {
                    missing.add(key + "." + feature.getName());
                }
            }
        });
        assertEquals(Set.of(), missing);
    }

    private static String name(EStructuralFeature feature) {
        return feature.getEContainingClass().getName() + "." + feature.getName();
    }
}
