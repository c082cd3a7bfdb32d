package org.cadastre.collect.networkos.internal;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which commands may stand in a table of network operating systems: those that show something, and those that end the paging of a login. */
final class ReadingCommands {

    private static final Pattern SHOWS = Pattern.compile("(?:show|display|get|more)(?: [\\w./:,@*-]+)*(?: ?\\| ?(?:display|include|exclude|begin|section|match|except|no-more|nomore)(?: [\\w./:,@*-]+)*)*");
    /** RouterOS. What stands before "print" could be a command there and "print" its argument; hence these menus alone. */
    private static final Pattern ROUTER_OS = Pattern.compile("/(?:system (?:resource|identity|routerboard|package|license) print|export)"
            + "(?: (?:terse|compact|verbose|detail|without-paging|hide-sensitive))*");
    private static final Pattern PAGING = Pattern.compile("terminal (?:length|pager|width) \\d+|terminal datadump|no pag(?:e|ing)|screen-length (?:disable|0 temporary)"
            + "|set cli screen-(?:length|width) 0|set cli pager off|set length 0|disable cli(?:paging| paging)|environment no more|skip-page-display|terminal more disable");

    private ReadingCommands() {
    }

    /** Why a command is not taken; empty when it only reads. */
    static Optional<String> refusal(String command) {
        return SHOWS.matcher(command).matches() || ROUTER_OS.matcher(command).matches() ? Optional.empty()
                : Optional.of(("\"%s\" is refused: Cadastre only reads; a command begins with show, display, get or more, or is /export or "
                        + "/system resource print, and writes to no file and starts no other command").formatted(command));
    }

    /** Why a command is not taken for the end of paging; empty when it is known to hold for the one login only. */
    static Optional<String> refusalOfPaging(String command) {
        return PAGING.matcher(command).matches() ? Optional.empty()
                : Optional.of(("\"%s\" is refused: it is no command that Cadastre knows to end paging for one login only, as terminal length 0 does; "
                        + "leave the line out, then pages are turned").formatted(command));
    }
}
