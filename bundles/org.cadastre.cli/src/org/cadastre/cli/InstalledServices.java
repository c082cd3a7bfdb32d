package org.cadastre.cli;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.scan.Scanner;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.util.tracker.ServiceTracker;

/** The services of this installation. */
final class InstalledServices implements Services, AutoCloseable {

    private static final String HAS_COMPONENTS = "Service-Component";
    private static final long PATIENCE_MILLIS = 20_000;

    private final BundleContext context;
    private final ServiceTracker<Scanner, Scanner> scanners;
    private final ServiceTracker<Layers, Layers> layers;

    InstalledServices(BundleContext context) {
        this.context = context;
        this.scanners = new ServiceTracker<>(context, Scanner.class, null);
        scanners.open();
        this.layers = new ServiceTracker<>(context, Layers.class, null);
        layers.open();
    }

    @Override
    public Scanner scanner() {
        startComponents();
        return waitFor(scanners, "the scan service");
    }

    @Override
    public CredentialStore credentials() {
        return new CredentialStore();
    }

    @Override
    public Layers layers() {
        startComponents();
        return waitFor(layers, "the graph service");
    }

    private static <T> T waitFor(ServiceTracker<T, T> tracker, String name) {
        try {
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new IllegalStateException(name + " did not start");
            }
            return service;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + name + " started", interrupted);
        }
    }

    @Override
    public void close() {
        layers.close();
        scanners.close();
    }

    /** A bundle that nobody loads a class of, as a collector, is not started by itself; then its components are not seen. */
    private void startComponents() {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getHeaders().get(HAS_COMPONENTS) != null && bundle.getState() == Bundle.RESOLVED) {
                try {
                    bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
                } catch (BundleException fault) {
                    throw new IllegalStateException(bundle.getSymbolicName() + " does not start", fault);
                }
            }
        }
    }
}
