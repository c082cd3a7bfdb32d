package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names of the host's own accounts and groups by their numbers; a number that has no name stands for itself. */
record AccountNames(Map<Long, String> users, Map<Long, String> groups) {

    static AccountNames of(Sources sources) {
        return new AccountNames(names(sources.lookUp("passwd").or(() -> sources.lookUp("getent-passwd"))),
                names(sources.lookUp("group").or(() -> sources.lookUp("getent-group"))));
    }

    String user(long uid) {
        return users.getOrDefault(uid, Long.toString(uid));
    }

    String group(long gid) {
        return groups.getOrDefault(gid, Long.toString(gid));
    }

    private static Map<Long, String> names(Optional<CommandOutput> output) {
        Map<Long, String> names = new HashMap<>();
        output.ifPresent(answer -> answer.lines().forEach(line -> {
            String[] fields = line.split(":", 4);
            if (fields.length > 2 && !fields[0].isBlank()) {
                Numbers.whole(fields[2]).ifPresent(number -> names.putIfAbsent(number, fields[0]));
            }
        }));
        return names;
    }
}
