package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.Security;
import java.util.Collection;

import org.cadastre.collect.Collector;
import org.cadastre.collect.Target;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

class CollectorServiceTest {

    @Test
    void theCollectorIsAService() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(SshCollector.class).getBundleContext();
        Collection<ServiceReference<Collector>> references = context.getServiceReferences(Collector.class, null);
        assertTrue(references.stream().map(context::getService).anyMatch(SshCollector.class::isInstance));
    }

    @Test
    void itReachesAddressesOnly() {
        SshCollector collector = new SshCollector();
        assertTrue(collector.accepts(new Target.Address("host", Target.Address.DEFAULT_PORT, false)));
        assertFalse(collector.accepts(new Target.Local()));
    }

    @Test
    void noSecurityProviderIsRegisteredButForAName() {
        new Algorithms();
        assertTrue(Security.getProvider("BC") == null);
    }
}
