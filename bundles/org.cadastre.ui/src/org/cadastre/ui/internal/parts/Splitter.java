package org.cadastre.ui.internal.parts;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.osgi.service.prefs.Preferences;

/** Remembers where a person has put the bar between two panes. */
public final class Splitter {

    private Splitter() {
    }

    /**
     * Sets the weights of the last session, or those given, and remembers what they are when the panes close.
     *
     * @param name under which they are remembered
     */
    public static void remember(SashForm sash, String name, int... weights) {
        Preferences preferences = InstanceScope.INSTANCE.getNode("org.cadastre.ui/panes");
        int[] last = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            last[i] = Math.max(1, preferences.getInt(name + i, weights[i]));
        }
        sash.setWeights(last);
        sash.addListener(SWT.Dispose, event -> {
            int[] now = sash.getWeights();
            for (int i = 0; i < now.length; i++) {
                preferences.putInt(name + i, now[i]);
            }
        });
    }
}
