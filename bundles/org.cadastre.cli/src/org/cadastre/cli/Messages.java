package org.cadastre.cli;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the command line, all in messages.properties. */
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.cadastre.cli.messages", Locale.ROOT,
            Messages.class.getClassLoader());

    private Messages() {
    }

    /** A text with its gaps filled as {@link String#format} does. */
    public static String text(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    /** A count with the right form of the noun: "1 device", "1,204 devices"; the noun's two forms stand in one text. */
    public static String count(long number, String key) {
        String[] forms = BUNDLE.getString(key).split("\\|");
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? forms[0] : forms[1]);
    }

    /** For the help texts. */
    static ResourceBundle bundle() {
        return BUNDLE;
    }
}
