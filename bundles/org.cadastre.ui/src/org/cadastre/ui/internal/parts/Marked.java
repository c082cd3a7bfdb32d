package org.cadastre.ui.internal.parts;

import java.util.Locale;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Display;

/** Texts in which the part that was searched for is marked, legible on light and on dark. */
public final class Marked {

    private static final StyledString.Styler FOUND = new StyledString.Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.background = new Color(255, 221, 87);
            style.foreground = new Color(20, 20, 20);
        }
    };

    private static final StyledString.Styler PALE = new StyledString.Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.foreground = Palette.pale(Display.getCurrent());
        }
    };

    private static final StyledString.Styler STRONG = new StyledString.Styler() {
        @Override
        public void applyStyles(TextStyle style) {
            style.font = JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
        }
    };

    private Marked() {
    }

    /** A title and a paler remark behind it. */
    public static StyledString text(String title, String remark, String query) {
        StyledString text = new StyledString(title);
        if (!remark.isEmpty()) {
            text.append("  " + remark, PALE);
        }
        mark(text, query);
        return text;
    }

    /** A title in bold letters with a paler remark. */
    public static StyledString strong(String title, String remark, String query) {
        StyledString text = new StyledString(title, STRONG);
        if (!remark.isEmpty()) {
            text.append("  " + remark, PALE);
        }
        mark(text, query);
        return text;
    }

    private static void mark(StyledString text, String query) {
        if (query.isEmpty()) {
            return;
        }
        String lower = text.getString().toLowerCase(Locale.ROOT);
        for (int at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, at + query.length())) {
            text.setStyle(at, Math.min(query.length(), text.length() - at), FOUND);
        }
    }
}
