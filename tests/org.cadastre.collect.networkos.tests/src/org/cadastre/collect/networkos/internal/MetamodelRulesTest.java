package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.collect.networkos.configuration.ConfigurationPackage;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;

/** What everything generic relies on, held against the package of this bundle, found as the product finds it. */
class MetamodelRulesTest {

    private static List<EClass> classes() {
        return EPackage.Registry.INSTANCE.getEPackage("urn:cadastre:networkos").getEClassifiers().stream().map(EClass.class::cast).toList();
    }

    @Test
    void everyClassAndEveryAttributeIsDocumented() {
        assertEquals(2, classes().size());
        for (EClass type : classes()) {
            assertFalse(Metamodel.documentation(type).isEmpty(), type.getName());
            for (EStructuralFeature feature : type.getEStructuralFeatures()) {
                assertFalse(Metamodel.documentation(feature).isEmpty(), type.getName() + "." + feature.getName());
            }
        }
    }

    @Test
    void statementsAreToldApartByTheirName() {
        EReference statements = ConfigurationPackage.eINSTANCE.getRunningConfiguration_Statements();
        assertTrue(statements.isContainment());
        assertEquals(List.of(ConfigurationPackage.eINSTANCE.getConfigurationStatement_Name()), Metamodel.keys(statements));
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
            String key = "networkos." + type.getName();
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
