package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in a line of a configuration, whatever the system: what stands behind a word for a secret, and
 * what is a hash, a cipher text or a key by its looks. In doubt it masks: a change of the masked word is then not seen, which
 * costs less than a password in a snapshot.
 *
 * <p>Behind a word for a secret one word is masked where a word between them tells how it is encrypted, or where it is quoted;
 * otherwise all up to the end of the line or to a word that goes on with the statement, for some systems take spaces in passwords.
 */
final class Secrets {

    static final String STARS = "***";

    /** Quotes hold a token together only where they end it: cipher texts have any sign in them. */
    private static final Pattern TOKEN = Pattern.compile("[^\\s\"'=]*+=\"[^\"]*+\"(?!\\S)|\"[^\"]*+\"(?!\\S)|'[^']*+'(?!\\S)|\\S++");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"|'[^']*+'");

    /** Words that a secret follows. */
    private static final Pattern WORD = Pattern.compile("(?i)(?:\\S*(?:password|passwd|passphrase|pass-phrase|pwd|secret|psk|pre-?shared-?key|authkey"
            + "|privkey|sharedkey|psksecret|api-?token|access-?token|(?:^|[-_./])(?:key|pass|token|auth-?data|community|community-map))|key-?(?:string|data|hash)"
            + "|securityname)");
    /** Words that end like one of those and name a fact. */
    private static final Pattern NO_WORD = Pattern.compile("(?i)(?:send|set|match|add|delete)-community|trusted-key|public-key|host-?key|source-key");
    /** Words between a word for a secret and the secret: how it is encrypted, what it is for. */
    private static final Pattern BETWEEN = Pattern.compile("(?i)\\d{1,3}|enc|cipher|ciphertext|plaintext|plain|simple|irreversible-cipher|hash|hashed|encrypted"
            + "|sha-?\\d*|md5|hmac-\\S+|aes\\S*|scrypt|pbkdf2|ascii|ascii-text|hex|hexadecimal|text|level|privilege|read|write|ro|rw|local|remote|set-key"
            + "|authentication|authorization|accounting|key|both|add|name");
    /** The same before a community, which is called what people like: "read", for one. */
    private static final Pattern BETWEEN_COMMUNITY = Pattern.compile("(?i)\\d|encrypted");
    /** Before that of Comware and VRP. */
    private static final Pattern BETWEEN_AGENT = Pattern.compile("(?i)read|write|cipher|simple");
    /** Words behind which, somewhere after a word for a secret, nothing but a secret can stand. */
    private static final Pattern ENCRYPTION = Pattern.compile("(?i)enc|cipher|ciphertext|plaintext|simple|irreversible-cipher|hash|sha-?\\d*|md5|ascii-text");
    /** Words that go on with a statement behind a secret. */
    private static final Set<String> ONWARD = Set.of("address", "hostname", "host", "role", "timeout", "privilege", "view", "ro", "rw", "acl", "level", "group",
            "port", "encrypted", "nt-encrypted", "mschap", "pbkdf2", "auth-port", "acct-port", "version", "udp-port", "authorization", "clients", "manager",
            "operator", "user-name", "username", "policy", "chain", "generate", "zeroize", "pubkey-chain", "vrf", "vpn-instance", "profile", "ipv4", "ipv6",
            "unrestricted", "restricted", "level-1", "level-2", "localizedkey", "v1", "v2c", "v3");

    private static final Pattern BGP_COMMUNITY = Pattern.compile("(?i)\\d+:\\d+.*|no-export|no-advertise|internet|local-as|additive|none|list");
    private static final Pattern NAME = Pattern.compile("(?i)name");
    private static final Pattern KEY_NUMBER = Pattern.compile("(?i)\\s*key \\d+\\s*");

    private static final Pattern URL_LOGIN = Pattern.compile("(://[^/\\s:@]{1,100}:)[^/\\s@]{1,200}@");
    private static final Pattern LIST = Pattern.compile("(?i)(\\b(?:key|token|password),)\\S+");
    /** SNMP users and groups: the name of a protocol, then its key. */
    private static final Pattern SNMP_USER = Pattern.compile("(?i)(\\b(?:auth|priv|authentication-mode|privacy-mode|authentication-protocol|privacy-protocol)\\s+"
            + "(?:md5|sha\\S*|des\\S*|3des\\S*|aes\\S*)(?:\\s+(?:\\d{2,3}|cipher|simple|ciphertext|plaintext))*\\s+)(?!(?:priv|privacy-mode|auth)\\b)(\\S+)");
    /** The community that traps are sent with has no word of its own before it. */
    private static final Pattern TRAP_COMMUNITY = Pattern.compile("(?i)^(\\s*snmp-server host (?:(?!community|version 3)\\S+ ){0,12}?(?:version (?:1|2c) |(?:traps|informs) (?!version)"
            + "|(?:[\\d.]+|[0-9a-f]*:[0-9a-f:]+) (?!traps|informs|version|vrf|use-vrf|community)))(\\S+)");
    /** First-hop redundancy and NHRP: a plain text stands right behind the word. */
    private static final Pattern PLAIN_AUTHENTICATION = Pattern.compile("(?i)^(\\s*(?:ip nhrp|(?:standby|vrrp|glbp)(?: \\d+)?(?: ip)?) authentication )(?!md5\\b)(?:text )?\\S.*$");

    /** Routing protocols of Comware and VRP. */
    private static final Pattern ROUTING_AUTHENTICATION = Pattern.compile("(?i)^(?!.*usm-user)(.*\\bauthentication-mode (?:simple|md5|hmac-\\S+) )\\S.*$");

    private static final Pattern HASH = Pattern.compile("\"?(?:\\$[0-9A-Za-z-]{1,12}\\$.+|[%@][\\^%@$][%@][#%@$].+|[%@$]{4}.+|(?:0x)?[0-9A-Fa-f]{32,}\"?|eyJ[\\w-]{10,}\\.\\S+)");
    private static final Pattern BASE64 = Pattern.compile("\"?(?!AAAA)(?=[^0-9]*[0-9])(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])[A-Za-z0-9+/]{40,}={0,2}\"?");

    private Secrets() {
    }

    /**
     * @param line one line
     * @param statement first line of the statement that it belongs to; the line itself where it begins one
     */
    static String masked(String line, String statement) {
        String text = URL_LOGIN.matcher(line).replaceAll("$1" + STARS + "@");
        text = LIST.matcher(text).replaceAll("$1" + STARS);
        text = SNMP_USER.matcher(text).replaceAll("$1" + STARS);
        text = TRAP_COMMUNITY.matcher(text).replaceAll("$1" + STARS);
        text = PLAIN_AUTHENTICATION.matcher(text).replaceAll("$1" + STARS);
        text = ROUTING_AUTHENTICATION.matcher(text).replaceAll("$1" + STARS);
        return tokens(text, statement);
    }

    private record Token(String text, int begin, int end) {
    }

    private static String tokens(String line, String statement) {
        List<Token> tokens = new ArrayList<>();
        for (Matcher matcher = TOKEN.matcher(line); matcher.find();) {
            tokens.add(new Token(matcher.group(), matcher.start(), matcher.end()));
        }
        boolean[] masked = new boolean[tokens.size()];
        boolean behindWord = false;
        // RouterOS: values have their names before a sign, never a blank.
        boolean assigns = line.startsWith("/");
        boolean names = (statement + " " + line).toLowerCase(Locale.ROOT).contains("snmp community");
        for (int i = 0; i < masked.length; i++) {
            String token = tokens.get(i).text();
            boolean word = !assigns && (isWord(token, line, statement) || names && NAME.matcher(token).matches());
            if (HASH.matcher(token).matches() || BASE64.matcher(token).matches() || i > 0 && tokens.get(i - 1).text().equals("ENC")) {
                masked[i] = true;
            }
            if (i + 1 < masked.length && !masked[i] && (word || behindWord && ENCRYPTION.matcher(token).matches())) {
                mask(tokens, i + 1, token, masked);
            }
            behindWord |= word;
        }
        return text(line, tokens, masked, names);
    }

    private static boolean isWord(String token, String line, String statement) {
        String bare = token.replaceAll("[\"',;:]", "");
        if (bare.equalsIgnoreCase("community")) {
            return !line.contains("policy-options") && !(statement.startsWith("route-map") && !line.contains("snmp"));
        }
        boolean number = statement.startsWith("key chain") && KEY_NUMBER.matcher(line).matches();
        return WORD.matcher(bare).matches() && !NO_WORD.matcher(bare).matches() && !number;
    }

    /** @param first index of the first token behind the word */
    private static void mask(List<Token> tokens, int first, String word, boolean[] masked) {
        boolean community = word.toLowerCase(Locale.ROOT).endsWith("community");
        Pattern between = !community ? BETWEEN : tokens.getFirst().text().equals("snmp-agent") ? BETWEEN_AGENT : BETWEEN_COMMUNITY;
        int at = first;
        boolean told = !WORD.matcher(word).matches();
        while (at + 1 < masked.length && between.matcher(tokens.get(at).text()).matches()) {
            at++;
            told = true;
        }
        String secret = tokens.get(at).text();
        boolean last = at + 1 == masked.length;
        if (community && BGP_COMMUNITY.matcher(secret).matches() || !community && !last && ONWARD.contains(secret.toLowerCase(Locale.ROOT))) {
            return;
        }
        boolean plain = at > first && tokens.get(at - 1).text().equals("0");
        masked[at] = true;
        boolean quoted = QUOTED.matcher(secret).matches();
        boolean open = !quoted && (secret.startsWith("\"") || secret.startsWith("'"));
        boolean toTheEnd = open || !quoted && !community && (!told || plain);
        for (int i = at + 1; i < masked.length && toTheEnd && !ONWARD.contains(tokens.get(i).text().toLowerCase(Locale.ROOT)); i++) {
            masked[i] = true;
        }
    }

    private static String text(String line, List<Token> tokens, boolean[] masked, boolean names) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < masked.length; i++) {
            Token token = tokens.get(i);
            String shown = masked[i] ? STARS : assigned(token.text(), names);
            if (i > 0 && masked[i] && masked[i - 1]) {
                shown = "";
            } else {
                text.append(line, done, token.begin());
            }
            text.append(shown);
            done = token.end();
        }
        return text.append(line, done, line.length()).toString();
    }

    /** key=value. */
    private static String assigned(String token, boolean names) {
        int sign = token.indexOf('=');
        if (sign <= 0 || sign + 1 == token.length()) {
            return token;
        }
        String key = token.substring(0, sign);
        String value = token.substring(sign + 1);
        boolean secret = WORD.matcher(key).matches() && !NO_WORD.matcher(key).matches() || names && NAME.matcher(key).matches()
                || HASH.matcher(value).matches() || BASE64.matcher(value).matches();
        return secret ? key + "=" + STARS : token;
    }
}
