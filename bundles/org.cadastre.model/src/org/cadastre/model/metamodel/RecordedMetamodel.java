package org.cadastre.model.metamodel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.CadastrePackage;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * The metamodel as somebody wrote it down in Ecore files: that of a snapshot, which may come from another version of the
 * program, or from one with other collectors. What this version does not know can be read with it all the same.
 *
 * <p>The core (urn:cadastre:model: devices, sections, coverage) is always that of the running program; a version that
 * changes it raises the number of the estate's format.
 *
 * <p>Immutable, safe for any thread.
 */
public final class RecordedMetamodel {

    private final Map<String, EPackage> packages;

    private RecordedMetamodel(Map<String, EPackage> packages) {
        this.packages = packages;
    }

    /**
     * @param files the Ecore files, one package each, by any name
     * @throws IOException when one of them is none; the message says which
     */
    public static RecordedMetamodel read(Map<String, byte[]> files) throws IOException {
        ResourceSet set = new ResourceSetImpl();
        set.setPackageRegistry(new EPackageRegistryImpl());
        set.getPackageRegistry().put(CadastrePackage.eNS_URI, CadastrePackage.eINSTANCE);
        set.getPackageRegistry().put("http://www.eclipse.org/emf/2002/Ecore", EPackage.Registry.INSTANCE
                .getEPackage("http://www.eclipse.org/emf/2002/Ecore"));
        set.getResourceFactoryRegistry().getExtensionToFactoryMap().put("*", new EcoreResourceFactoryImpl());
        List<EPackage> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            EPackage read = load(set, file.getKey(), file.getValue());
            if (read.getNsURI().equals(CadastrePackage.eNS_URI)) {
                // What refers to the core is to find the one that is installed.
                set.getResources().remove(read.eResource());
            } else {
                found.add(read);
            }
        }
        EcoreUtil.resolveAll(set);
        found.forEach(each -> each.setEFactoryInstance(new ForeignFactory(each)));
        return of(found);
    }

    /** What the running program knows of the packages of other metamodels. */
    public static RecordedMetamodel installed(RecordedMetamodel... like) {
        return of(Stream.of(like).flatMap(each -> each.packages.keySet().stream()).distinct()
                .filter(EPackage.Registry.INSTANCE::containsKey).map(EPackage.Registry.INSTANCE::getEPackage).toList());
    }

    private static RecordedMetamodel of(Collection<EPackage> packages) {
        return new RecordedMetamodel(packages.stream()
                .collect(Collectors.toUnmodifiableMap(EPackage::getNsURI, each -> each)));
    }

    private static EPackage load(ResourceSet set, String name, byte[] bytes) throws IOException {
        // Under a name of its own first: packages refer to each other by their namespace.
        Resource resource = set.createResource(URI.createURI("memory:/" + name));
        try {
            resource.load(new ByteArrayInputStream(bytes), Map.of(XMLResource.OPTION_PARSER_FEATURES,
                    Map.of("http://apache.org/xml/features/disallow-doctype-decl", true)));
        } catch (IOException | RuntimeException unreadable) {
            throw new IOException(name + " is no metamodel: " + String.valueOf(unreadable.getMessage()).lines().findFirst()
                    .orElse(""), unreadable);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().getFirst() instanceof EPackage read)
                || read.getNsURI() == null) {
            throw new IOException(name + " is no metamodel");
        }
        resource.setURI(URI.createURI(read.getNsURI()));
        return read;
    }

    /** For a {@link org.cadastre.model.canonical.CanonicalForm} that reads what was written with this metamodel. */
    public EPackage.Registry registry() {
        EPackage.Registry registry = new EPackageRegistryImpl();
        registry.put(CadastrePackage.eNS_URI, CadastrePackage.eINSTANCE);
        registry.putAll(packages);
        return registry;
    }

    /** A new object of a class that is described in a file only; a section's is a {@link org.cadastre.model.Section}. */
    public static EObject create(EClass type) {
        return new ForeignFactory(type.getEPackage()).create(type);
    }

    /** Whether all that was written with the other metamodel can be read with this one. */
    public boolean covers(RecordedMetamodel other) {
        return other.packages.values().stream().flatMap(each -> each.getEClassifiers().stream()).allMatch(this::covers);
    }

    private boolean covers(EClassifier wanted) {
        EClassifier mine = counterpart(wanted);
        return switch (wanted) {
            case EClass type -> mine instanceof EClass known
                    && type.getEStructuralFeatures().stream().allMatch(feature -> has(known, feature));
            case EEnum type -> mine instanceof EEnum known && type.getELiterals().stream()
                    .allMatch(literal -> known.getEEnumLiteralByLiteral(literal.getLiteral()) != null);
            default -> mine != null;
        };
    }

    private static boolean has(EClass type, EStructuralFeature wanted) {
        EStructuralFeature mine = type.getEStructuralFeature(wanted.getName());
        return mine != null && mine.isMany() == wanted.isMany()
                && mine.getEType().getName().equals(wanted.getEType().getName());
    }

    private EClassifier counterpart(EClassifier wanted) {
        EPackage mine = packages.get(wanted.getEPackage().getNsURI());
        return mine == null ? null : mine.getEClassifier(wanted.getName());
    }

    /** Whether whoever wrote with this metamodel knew the class without the feature, and so could say nothing about it. */
    public boolean lacks(EStructuralFeature feature) {
        return feature.getEContainingClass().getEPackage() != CadastrePackage.eINSTANCE
                && counterpart(feature.getEContainingClass()) instanceof EClass type
                && type.getEStructuralFeature(feature.getName()) == null;
    }
}
