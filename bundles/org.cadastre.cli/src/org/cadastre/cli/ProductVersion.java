package org.cadastre.cli;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Which Cadastre this is, and what it runs on. */
public final class ProductVersion {

    private ProductVersion() {
    }

    /** "Cadastre 0.1.0.202611230800 (Java 25.0.1, Linux amd64)". */
    public static String text() {
        Bundle bundle = FrameworkUtil.getBundle(ProductVersion.class);
        return "Cadastre %s (Java %s, %s %s)".formatted(bundle == null ? "" : bundle.getVersion(),
                System.getProperty("java.version"), System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
