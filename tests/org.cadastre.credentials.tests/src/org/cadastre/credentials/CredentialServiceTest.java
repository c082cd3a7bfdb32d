package org.cadastre.credentials;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

class CredentialServiceTest {

    @Test
    void theStoreIsAService() {
        BundleContext context = FrameworkUtil.getBundle(CredentialStore.class).getBundleContext();
        assertNotNull(context.getService(context.getServiceReference(CredentialStore.class)));
    }
}
