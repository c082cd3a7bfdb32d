package org.cadastre.ui.internal.texts;

import java.util.Locale;
import java.util.Map;

import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Purpose;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Image;
import org.osgi.framework.FrameworkUtil;

/** The pictures of the workbench, by name of their file under {@code icons/}. For the UI thread. */
public final class Icons {

    /** Kinds of devices whose picture has another name than the kind. */
    private static final Map<DeviceKind, String> DEVICES = Map.of(DeviceKind.UNKNOWN, "unknown-device", DeviceKind.NETWORK_SWITCH,
            "switch");

    private Icons() {
    }

    public static ImageDescriptor descriptor(String name) {
        return ImageDescriptor.createFromURL(
                FileLocator.find(FrameworkUtil.getBundle(Icons.class), new Path("icons/" + name + ".svg")));
    }

    /** Belongs to the workbench: not to be disposed of by the caller. */
    public static Image image(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = "org.cadastre.ui/" + name;
        if (registry.getDescriptor(key) == null) {
            registry.put(key, descriptor(name));
        }
        return registry.get(key);
    }

    public static String of(Coverage coverage) {
        return "coverage-" + coverage.getName().toLowerCase(Locale.ROOT);
    }

    public static String of(Verdict verdict) {
        return "change-" + verdict.getName().toLowerCase(Locale.ROOT);
    }

    public static String of(Purpose purpose) {
        return "snapshot-" + purpose.getName().toLowerCase(Locale.ROOT);
    }

    public static String of(DeviceKind kind) {
        return DEVICES.getOrDefault(kind, kind.getName().toLowerCase(Locale.ROOT));
    }
}
