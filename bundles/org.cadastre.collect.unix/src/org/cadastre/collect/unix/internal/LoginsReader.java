package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.Login;
import org.cadastre.collect.unix.access.Logins;

/** who(1), and last(1) in the forms of util-linux, sysvinit, busybox, the BSDs and macOS: the latest login from each place. */
public final class LoginsReader implements SectionReader<Logins> {

    private static final Pattern WHO = Pattern.compile(
            "(\\S+)\\s+[-+?]?\\s*(\\S+)\\s+(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d|\\w{3}\\s+\\d+ \\d\\d:\\d\\d)[^(]*(?:\\((.*)\\))?\\s*");
    private static final Pattern LAST = Pattern.compile("(\\S+)\\s+(\\S+(?: boot)?)\\s+(?:(\\S+)\\s+)?"
            + "((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\w{3} [ \\d]\\d \\d\\d:\\d\\d(?::\\d\\d)?(?: \\d{4})?)(.*)");

    @Override
    public Logins create() {
        return AccessFactory.eINSTANCE.createLogins();
    }

    @Override
    public void read(Logins section, Sources sources) {
        Map<List<String>, Login> logins = new LinkedHashMap<>();
        sources.first("who").ifPresent(output -> {
            for (String line : output.lines()) {
                Matcher matcher = WHO.matcher(line);
                if (matcher.matches()) {
                    add(matcher.group(1), matcher.group(2), matcher.group(4), matcher.group(3), true, logins);
                } else if (!line.isBlank()) {
                    sources.badLine(output);
                }
            }
        });
        sources.first("last", "last-plain", "last-all").ifPresent(output -> {
            for (String line : output.lines()) {
                Matcher matcher = LAST.matcher(line);
                boolean other = line.isBlank() || line.contains(" begins ") || line.startsWith("USER");
                if (other) {
                    continue;
                }
                if (matcher.matches() && !matcher.group(1).matches("reboot|shutdown|runlevel|boot")) {
                    add(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4),
                            matcher.group(5).contains("logged in") || matcher.group(5).contains("no logout"), logins);
                } else if (!matcher.matches()) {
                    sources.badLine(output);
                }
            }
        });
        section.getLogins().addAll(logins.values());
    }

    /** The first that comes is the latest. */
    private static void add(String user, String terminal, String from, String time, boolean open,
            Map<List<String>, Login> logins) {
        String peer = from == null || from.isBlank() ? "" : from;
        String kind = terminal.replaceAll("\\d+$", "");
        logins.computeIfAbsent(List.of(user, kind, peer), key -> {
            Login login = AccessFactory.eINSTANCE.createLogin();
            login.setUser(user);
            login.setTerminal(terminal);
            login.setFrom(peer.isEmpty() ? null : peer);
            login.setTime(time.replaceAll("\\s+", " "));
            login.setOpen(open);
            return login;
        });
    }
}
