package org.cadastre.ui.internal.parts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Display;

/** Colours that the platform has no name for, fitting to a light and to a dark desktop. */
public final class Palette {

    private static final int DARK = 384;

    private Palette() {
    }

    /** For remarks: halfway between the text and its background. */
    public static Color pale(Display display) {
        Color text = display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
        Color back = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        return new Color(mix(text.getRed(), back.getRed()), mix(text.getGreen(), back.getGreen()),
                mix(text.getBlue(), back.getBlue()));
    }

    /** Behind text that is only in the older snapshot. */
    public static Color removed(Display display) {
        return isDark(display) ? new Color(110, 40, 40) : new Color(255, 214, 214);
    }

    /** Behind text that is only in the newer snapshot. */
    public static Color added(Display display) {
        return isDark(display) ? new Color(30, 90, 50) : new Color(205, 243, 215);
    }

    /** For bars that show how much. */
    public static Color bar(Display display) {
        return isDark(display) ? new Color(86, 138, 196) : new Color(96, 148, 206);
    }

    private static boolean isDark(Display display) {
        Color background = display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
        return background.getRed() + background.getGreen() + background.getBlue() < DARK;
    }

    private static int mix(int text, int back) {
        return (text * 11 + back * 9) / 20;
    }
}
