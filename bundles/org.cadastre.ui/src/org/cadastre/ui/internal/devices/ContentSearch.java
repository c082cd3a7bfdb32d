package org.cadastre.ui.internal.devices;

import java.util.Set;
import java.util.function.Consumer;

/** Looks for a text in everything that was read of the devices, beside the UI thread. One search at a time. */
public interface ContentSearch {

    /**
     * @param found gets the ids of the devices that hold the text; on the UI thread, not after {@link #stop}
     * @param failed gets the line that says why nothing could be found
     */
    void start(String query, Consumer<Set<String>> found, Consumer<String> failed);

    void stop();
}
