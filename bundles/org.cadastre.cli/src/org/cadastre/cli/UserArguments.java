package org.cadastre.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.equinox.app.IApplicationContext;

/**
 * What the user typed, exactly. Equinox takes arguments that look like its own ({@code -data}, {@code -clean},
 * {@code -console}) for itself, so the start scripts hide the user's from it in one of two ways:
 * <ul>
 * <li>{@code cadastre} writes a colon before each; whatever comes without one is Equinox's and not the user's;
 * <li>{@code cadastre.bat}, which cannot do that without touching quotes, puts them after {@code -vmargs}: Equinox hands
 * them on as lines of a system property (no argument of a Windows command line can hold a line break).
 * </ul>
 */
final class UserArguments {

    private static final String MARK = ":";

    private UserArguments() {
    }

    static List<String> of(IApplicationContext context) {
        return of(context.getArguments(), System.getProperty("eclipse.vmargs"));
    }

    static List<String> of(Map<?, ?> contextArguments, String afterVmargs) {
        if (afterVmargs != null && !afterVmargs.isEmpty()) {
            return afterVmargs.lines().toList();
        }
        return contextArguments.get(IApplicationContext.APPLICATION_ARGS) instanceof String[] arguments
                ? Arrays.stream(arguments).filter(a -> a.startsWith(MARK)).map(a -> a.substring(MARK.length())).toList()
                : List.of();
    }
}
