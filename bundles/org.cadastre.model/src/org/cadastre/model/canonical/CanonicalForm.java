package org.cadastre.model.canonical;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.host.HostPackage;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.XMLParserPool;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.eclipse.emf.ecore.xmi.impl.XMLParserPoolImpl;

/**
 * Writes and reads the files of a snapshot. The same facts give the same bytes, on any machine and in whatever order they
 * were found: XMI in UTF-8, elements sorted by their keys, sets sorted, times in UTC.
 *
 * <pre>{@code
 * byte[] bytes = new CanonicalForm().write(device);
 * Device same = new CanonicalForm().read(bytes, Device.class);
 * }</pre>
 *
 * <p>Thread-safe. Time and memory grow in step with the size of the root.
 */
public final class CanonicalForm {

    private final EPackage.Registry packages;
    private final XMLParserPool parsers = new XMLParserPoolImpl(true);
    private final Map<Object, Object> loadOptions = loadOptions();

    /** Knows the sections of all installed bundles. */
    public CanonicalForm() {
        this(EPackage.Registry.INSTANCE);
    }

    /** @param packages the metamodels to read with, for files of another version of the program */
    public CanonicalForm(EPackage.Registry packages) {
        this.packages = packages;
        // Outside of OSGi nobody else registers these two.
        CadastrePackage.eINSTANCE.eClass();
        HostPackage.eINSTANCE.eClass();
    }

    /**
     * Brings a root into canonical order, in place, and writes it.
     *
     * @return XMI in UTF-8
     */
    public byte[] write(EObject root) {
        Normalization.apply(root);
        Resource resource = new XMIResourceImpl();
        resource.getContents().add(root);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            resource.save(bytes, SAVE_OPTIONS);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            resource.getContents().clear();
        }
    }

    /**
     * @param bytes what {@link #write} gave
     * @param type class of the root
     * @throws UnreadableException when the bytes are no such file; the message says where it breaks off
     */
    public <T extends EObject> T read(byte[] bytes, Class<T> type) throws UnreadableException {
        ResourceSet set = new ResourceSetImpl();
        set.setPackageRegistry(packages);
        Resource resource = new XMIResourceImpl();
        set.getResources().add(resource);
        try {
            resource.load(new ByteArrayInputStream(bytes), loadOptions);
        } catch (IOException | RuntimeException unreadable) {
            throw new UnreadableException(reason(unreadable), unreadable);
        }
        if (resource.getContents().size() != 1 || !type.isInstance(resource.getContents().getFirst())) {
            throw new UnreadableException("it holds no " + type.getSimpleName(), null);
        }
        T root = type.cast(resource.getContents().getFirst());
        resource.getContents().clear();
        return root;
    }

    private static String reason(Exception unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it cannot be parsed").strip();
    }

    private static final Map<Object, Object> SAVE_OPTIONS = Map.of(
            XMLResource.OPTION_ENCODING, "UTF-8",
            XMLResource.OPTION_FORMATTED, true,
            XMLResource.OPTION_LINE_WIDTH, Integer.MAX_VALUE);

    private Map<Object, Object> loadOptions() {
        Map<Object, Object> options = new HashMap<>();
        options.put(XMLResource.OPTION_USE_PARSER_POOL, parsers);
        options.put(XMLResource.OPTION_DISABLE_NOTIFY, true);
        options.put(XMLResource.OPTION_DEFER_IDREF_RESOLUTION, true);
        // A snapshot may come from anywhere: no external entities, no expansion bombs.
        options.put(XMLResource.OPTION_PARSER_FEATURES,
                Map.of("http://apache.org/xml/features/disallow-doctype-decl", true));
        return options;
    }
}
