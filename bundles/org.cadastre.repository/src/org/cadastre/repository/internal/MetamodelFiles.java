package org.cadastre.repository.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/**
 * The metamodel that a snapshot is written in, as Ecore files: what other versions of the program, and people without
 * it, need to read the snapshot. Thread-safe.
 */
public final class MetamodelFiles {

    private final Set<EClass> seen = ConcurrentHashMap.newKeySet();
    private final Set<EPackage> packages = ConcurrentHashMap.newKeySet();

    /** Takes note of the classes of an object and of everything in it. */
    public void add(EObject root) {
        add(root.eClass());
        for (Iterator<EObject> contents = root.eAllContents(); contents.hasNext();) {
            add(contents.next().eClass());
        }
    }

    private void add(EClass type) {
        if (!seen.add(type)) {
            return;
        }
        add(type.getEPackage());
        type.getESuperTypes().forEach(this::add);
        for (EStructuralFeature feature : type.getEStructuralFeatures()) {
            add(feature.getEType().getEPackage());
        }
    }

    private void add(EPackage used) {
        if (used != EcorePackage.eINSTANCE) {
            packages.add(used);
        }
    }

    /** The files by their paths; the same packages give the same bytes. */
    public SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (EPackage used : packages) {
            if (files.put(Layout.metamodel(used.getNsPrefix()), write(used)) != null) {
                throw new IllegalStateException("two metamodels have the prefix " + used.getNsPrefix());
            }
        }
        return files;
    }

    private static byte[] write(EPackage used) {
        // A copy, because saving takes an object out of the resource it is in.
        Resource resource = new XMIResourceImpl(URI.createURI(used.getNsURI()));
        resource.getContents().add(EcoreUtil.copy(used));
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            resource.save(bytes, Map.of(XMLResource.OPTION_ENCODING, "UTF-8", XMLResource.OPTION_LINE_WIDTH, 120));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
