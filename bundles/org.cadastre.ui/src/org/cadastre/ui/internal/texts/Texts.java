package org.cadastre.ui.internal.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

import org.eclipse.core.runtime.Platform;

/**
 * The words of the workbench in the person's language: {@code messages.properties} (English) and its translations beside
 * this class, in UTF-8. A test reads the sources for keys and looks for each in every language.
 */
public final class Texts {

    /** The language chosen for the platform ({@code -nl}), else the machine's. */
    public static final Locale LOCALE = Locale.forLanguageTag(Platform.getNL().replace('_', '-'));

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(Texts.class.getPackageName() + ".messages", LOCALE,
            Texts.class.getClassLoader(), ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));

    private Texts() {
    }

    /**
     * @param key of the message
     * @param values fill {0}, {1}, ... as {@link MessageFormat} says; without values the text is taken as it stands
     */
    public static String text(String key, Object... values) {
        String pattern = BUNDLE.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, LOCALE).format(values);
    }
}
