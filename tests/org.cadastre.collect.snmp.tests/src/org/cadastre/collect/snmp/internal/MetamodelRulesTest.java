package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** What everything generic relies on, held against the package of this bundle, found as the product finds it. */
class MetamodelRulesTest {

    private static List<EClass> classes() {
        return EPackage.Registry.INSTANCE.getEPackage("urn:cadastre:network").getEClassifiers().stream().map(EClass.class::cast).toList();
    }

    @Test
    void listsOfElementsHaveKeys() {
        for (EClass type : classes()) {
            for (EReference list : Metamodel.contentReferences(type)) {
                assertFalse(Metamodel.keys(list).isEmpty(), type.getName() + "." + list.getName());
            }
        }
    }

    @Test
    void everyClassAndEveryAttributeIsDocumented() {
        for (EClass type : classes()) {
            assertFalse(Metamodel.documentation(type).isEmpty(), type.getName());
            type.getEAttributes().forEach(attribute -> assertFalse(Metamodel.documentation(attribute).isEmpty(),
                    type.getName() + "." + attribute.getName()));
        }
    }

    @Test
    void everyNameIsThereInGerman() throws Exception {
        Properties german = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("cadastre.checkout"),
                "bundles/org.cadastre.ui/src/org/cadastre/ui/internal/texts/metamodel_de.properties"))) {
            german.load(reader);
        }
        Set<String> missing = new TreeSet<>();
        for (EClass type : classes()) {
            String key = "network." + type.getName();
            if (!german.containsKey(key)) {
                missing.add(key);
            }
            type.getEStructuralFeatures().stream().map(EStructuralFeature::getName)
                    .filter(name -> !german.containsKey(key + "." + name) && !german.containsKey("feature." + name))
                    .forEach(name -> missing.add(key + "." + name));
        }
        assertEquals(Set.of(), missing);
    }
}
