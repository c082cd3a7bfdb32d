package org.cadastre.ui.internal.parts;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The services that the workbench stands on, for parts that the platform creates and so cannot be given them. */
public final class Services {

    private Services() {
    }

    /** All services of a type, the highest ranking first. */
    public static <T> List<T> all(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        startComponents(context);
        try {
            return context.getServiceReferences(type, null).stream().sorted(Comparator.reverseOrder())
                    .map(context::getService).filter(Objects::nonNull).toList();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A bundle that nobody loads a class of is not started by itself; then its components are not seen. */
    private static void startComponents(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get("Service-Component") != null && bundle.getState() == Bundle.RESOLVED) {
                try {
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                } catch (BundleException fault) {
                    throw new IllegalStateException(bundle.getSymbolicName() + " does not start", fault);
                }
            }
        }
    }

    /** @throws IllegalStateException when the installation lacks the service */
    public static <T> T get(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("no service " + type.getName());
        }
        return context.getService(reference);
    }
}
