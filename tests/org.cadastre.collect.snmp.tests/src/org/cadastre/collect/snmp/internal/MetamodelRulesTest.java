package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EReference;
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
}
