package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.User;

/**
 * passwd(5) and group(5): the host's own accounts, not those of a directory behind the name service. Whether a password is
 * set comes from the host as one word; its hash never does.
 */
public final class AccountsReader implements SectionReader<Accounts> {

    @Override
    public Accounts create() {
        return HostFactory.eINSTANCE.createAccounts();
    }

    @Override
    public void read(Accounts section, Sources sources) {
        Map<String, Boolean> locked = locked(sources);
        Map<String, String[]> ages = ages(sources);
        sources.first("passwd", "getent-passwd").ifPresent(output -> {
            for (String line : output.lines()) {
                if (isEntry(line)) {
                    Optional<User> user = user(line.split(":", -1));
                    user.ifPresent(found -> {
                        found.setLocked(locked.get(found.getName()));
                        passwordAge(found, ages.getOrDefault(found.getName(), new String[0]));
                        section.getUsers().add(found);
                    });
                    if (user.isEmpty()) {
                        sources.badLine(output);
                    }
                }
            }
        });
        sources.first("group", "getent-group").ifPresent(output -> {
            for (String line : output.lines()) {
                if (isEntry(line)) {
                    group(line.split(":", -1)).ifPresentOrElse(section.getGroups()::add, () -> sources.badLine(output));
                }
            }
        });
    }

    private static Map<String, Boolean> locked(Sources sources) {
        Map<String, Boolean> locked = new HashMap<>();
        Optional<CommandOutput> answer = sources.asked("passwords");
        if (answer.isEmpty()) {
            return locked;
        }
        if (!answer.get().succeeded()) {
            sources.partial("which passwords are locked needs root");
            return locked;
        }
        for (String line : sources.extra("passwords").map(CommandOutput::lines).orElse(java.util.List.of())) {
            int colon = line.lastIndexOf(':');
            if (colon > 0) {
                locked.put(line.substring(0, colon), line.substring(colon + 1).equals("locked"));
            }
        }
        return locked;
    }

    /** Name, day of the last change, most days until the next one, day on which the account expires (shadow(5)). */
    private static Map<String, String[]> ages(Sources sources) {
        Map<String, String[]> ages = new HashMap<>();
        sources.lookUp("password-ages").ifPresent(output -> output.lines().forEach(line -> {
            String[] fields = line.split(":", -1);
            ages.putIfAbsent(fields[0], fields);
        }));
        return ages;
    }

    private static void passwordAge(User user, String[] fields) {
        if (fields.length == 3) {
            // Name, when the password must be changed, when the account expires, in seconds since 1970 (master.passwd(5)).
            Numbers.whole(fields[2]).filter(seconds -> seconds > 0).flatMap(seconds -> day(String.valueOf(seconds / 86_400)))
                    .ifPresent(user::setExpires);
        } else if (fields.length == 4) {
            day(fields[1]).ifPresent(user::setPasswordChanged);
            Numbers.integer(fields[2]).filter(days -> days >= 0 && days < 99_999).ifPresent(user::setPasswordMaximumAge);
            day(fields[3]).ifPresent(user::setExpires);
        }
    }

    /** Days since 1970 as a date. 0 stands for "must be changed at the next login" and is a date too. */
    private static Optional<String> day(String days) {
        return Numbers.whole(days).filter(number -> number >= 0 && number < 1_000_000)
                .map(number -> java.time.LocalDate.ofEpochDay(number).toString());
    }

    /** Neither a comment nor a reference to NIS ("+", "-"). */
    private static boolean isEntry(String line) {
        return !line.isBlank() && "#+-".indexOf(line.charAt(0)) < 0;
    }

    private static Optional<User> user(String[] fields) {
        // The BSDs' master.passwd(5) has three fields more in the middle.
        int shift = fields.length == 10 ? 3 : 0;
        if (fields.length < 7 || fields[0].isBlank() || Numbers.whole(fields[2]).isEmpty()) {
            return Optional.empty();
        }
        User user = HostFactory.eINSTANCE.createUser();
        user.setName(fields[0]);
        Numbers.whole(fields[2]).ifPresent(user::setUid);
        Numbers.whole(fields[3]).ifPresent(user::setGid);
        user.setFullName(value(fields[4 + shift].replaceAll(",+$", "")));
        user.setHome(value(fields[5 + shift]));
        user.setShell(value(fields[6 + shift]));
        return Optional.of(user);
    }

    private static Optional<Group> group(String[] fields) {
        if (fields.length < 3 || fields[0].isBlank() || Numbers.whole(fields[2]).isEmpty()) {
            return Optional.empty();
        }
        Group group = HostFactory.eINSTANCE.createGroup();
        group.setName(fields[0]);
        Numbers.whole(fields[2]).ifPresent(group::setGid);
        TreeSet<String> members = new TreeSet<>();
        for (String member : fields.length > 3 ? fields[3].split(",") : new String[0]) {
            if (!member.isBlank()) {
                members.add(member.strip());
            }
        }
        group.getMembers().addAll(members);
        return Optional.of(group);
    }

    private static String value(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
