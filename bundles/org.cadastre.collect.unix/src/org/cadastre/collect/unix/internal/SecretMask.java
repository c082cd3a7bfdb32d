package org.cadastre.collect.unix.internal;

import java.util.regex.Pattern;

/** Blots out what looks like a secret in a command line, so that it does not get into a snapshot. */
final class SecretMask {

    private static final String STARS = "***";
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|pwd|bindpw|psk|secret|token|api[_-]?key|access[_-]?key)\\s?[=:]\\s?|--?(?:pass(?:word|wd|phrase)?|token|secret)\\s+)(\"[^\"]*\"|'[^']*'|[^\\s'\";&|]+)");
    private static final Pattern IN_URL = Pattern.compile("(://[^\\s:/@]+:)[^\\s@/]+@");
    private static final Pattern MYSQL = Pattern.compile("(\\bmysql\\w*\\b[^|;&]*?\\s-p)[^\\s]+");

    private SecretMask() {
    }

    static String apply(String command) {
        String named = NAMED.matcher(command).replaceAll("$1" + STARS);
        String urls = IN_URL.matcher(named).replaceAll("$1" + STARS + "@");
        return MYSQL.matcher(urls).replaceAll("$1" + STARS);
    }
}
