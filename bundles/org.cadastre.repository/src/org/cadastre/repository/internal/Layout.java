package org.cadastre.repository.internal;

import java.util.regex.Pattern;

/** Where things are in the tree of a snapshot. */
public final class Layout {

    public static final String HEAD = "snapshot.xmi";
    public static final String INDEX = "index.tsv";
    public static final String MANIFEST = "MANIFEST.sha256";
    public static final String STATE = "devices";
    public static final String OBSERVATIONS = "observations";
    public static final String DOCUMENTATION = "documentation";
    public static final String AUDIT = "audit";
    public static final String METAMODEL = "metamodel";

    private static final Pattern DEVICE_ID = Pattern.compile("[0-9a-f]{16}");

    private Layout() {
    }

    public static boolean isDeviceId(String text) {
        return DEVICE_ID.matcher(text).matches();
    }

    public static String state(String device) {
        return STATE + sharded(device) + ".xmi";
    }

    public static String observations(String device) {
        return OBSERVATIONS + sharded(device) + ".xmi";
    }

    public static String audit(String device) {
        return AUDIT + sharded(device) + ".log";
    }

    public static String metamodel(String prefix) {
        return METAMODEL + "/" + prefix + ".ecore";
    }

    /** The id of the device whose file this is. */
    public static String device(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.indexOf('.'));
    }

    /** Folders of some hundred files stay quick everywhere, and a change touches small trees only. */
    private static String sharded(String device) {
        return "/" + device.substring(0, 2) + "/" + device;
    }
}
