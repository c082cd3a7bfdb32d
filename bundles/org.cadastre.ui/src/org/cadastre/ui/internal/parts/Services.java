package org.cadastre.ui.internal.parts;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The services that the workbench stands on, for parts that the platform creates and so cannot be given them. */
public final class Services {

    private Services() {
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
