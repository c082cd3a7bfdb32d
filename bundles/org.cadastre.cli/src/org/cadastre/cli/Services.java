package org.cadastre.cli;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.scan.Scanner;

/** What the commands work with. */
public interface Services {

    /** With all collectors that are installed. */
    Scanner scanner();

    CredentialStore credentials();

    /** With all layers of the graph that are installed. */
    default Layers layers() {
        return new Layers();
    }
}
