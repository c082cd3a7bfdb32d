package org.cadastre.collect.networkos;

import java.io.IOException;
import java.time.Duration;

/**
 * An interactive terminal on a device: the seam between what is asked and the protocol that carries it. Used by one thread.
 */
public interface Terminal {

    /**
     * Types some text as it is; a line ends with a carriage return.
     *
     * @throws IOException when the connection is gone
     */
    void type(String text) throws IOException;

    /**
     * What the device wrote since the last call.
     *
     * @param patience how long to wait for the first of it
     * @return empty when nothing came in that time
     * @throws IOException when the connection is gone and all that came has been given
     */
    String read(Duration patience) throws IOException, InterruptedException;
}
