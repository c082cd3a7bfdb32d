package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.cadastre.collect.networkos.configuration.ConfigurationFactory;
import org.cadastre.collect.networkos.configuration.ConfigurationStatement;

/** Divides a configuration into statements, leaves out what moves by itself, and masks what looks like a secret. */
final class Statements {

    private static final String STARS = "***";
    /** Words that stand before a secret in the languages of network devices; a digit between tells how it is encrypted. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:^|[\\s\"'=/])(?:\\S*(?:password|passwd|passphrase|secret|psk|pre-?shared-?key|shared-secret|auth-?key|auth(?:entication)?-?data|"
                    + "key-string|wpa-key|wep-key|wireless-key|priv(?:acy)?-?pass\\S*|community|md5-key|message-digest-key \\d+ md5|hello-password|"
                    + "encrypted-password|private-key|api-key|token|cipher|simple-password|authentication-mode \\S+)"
                    + "(?:[=:]|\\s+))(?:(?:\\d{1,2}|ENC|ciphertext|plaintext|simple|cipher|irreversible-cipher|hash|encrypted|sha\\d*|md5|level \\d+|privilege \\d+|ascii-text|key|0x)\\s+)*)"
                    + "(\"[^\"]*\"|'[^']*'|\\S+)");
    /** SNMP users: what stands behind the name of a protocol is a key or its digest. */
    private static final Pattern SNMP_KEY = Pattern.compile("(?i)(\\s(?:auth|priv|authentication-protocol|privacy-protocol)\\s+(?:md5|sha(?:-?\\d+)?|des(?:56)?|3des|aes(?:[- ]?\\d+)?)\\s+)(?!priv\\b|auth\\b)(\\S+)");
    private static final Pattern KEY_BEGINS = Pattern.compile(".*-----BEGIN [A-Z ]*PRIVATE KEY-----.*");
    private static final Pattern KEY_ENDS = Pattern.compile(".*-----END [A-Z ]*PRIVATE KEY-----.*");
    private static final int WORDS = 3;

    private final OperatingSystemDefinition system;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private StringBuilder current = new StringBuilder();

    Statements(OperatingSystemDefinition system) {
        this.system = system;
    }

    List<ConfigurationStatement> read(List<String> lines) {
        boolean inKey = false;
        boolean inConfig = false;
        for (String line : lines) {
            if (KEY_BEGINS.matcher(line).matches() || inKey) {
                inKey = !KEY_ENDS.matcher(line).matches();
                if (!inKey) {
                    add(" " + STARS + " (private key)");
                }
            } else if (!line.isBlank() && system.volatileLines().stream().noneMatch(pattern -> pattern.matcher(line).find())) {
                inConfig = line(masked(line), inConfig);
            }
        }
        List<ConfigurationStatement> statements = new ArrayList<>();
        texts.forEach((name, text) -> {
            ConfigurationStatement statement = ConfigurationFactory.eINSTANCE.createConfigurationStatement();
            statement.setName(name);
            statement.setText(text.isEmpty() ? null : text.toString());
            statements.add(statement);
        });
        return statements;
    }

    /** @return whether the next line still belongs to the same statement whatever it looks like */
    private boolean line(String line, boolean inConfig) {
        boolean indented = Character.isWhitespace(line.charAt(0));
        switch (system.blocks()) {
            case INDENTED -> {
                if (indented) {
                    add(line);
                } else if (!line.matches("[!#]+|exit|end|return|quit")) {
                    begin(line);
                }
            }
            case WORDS -> {
                String[] words = line.strip().split("\\s+", WORDS + 1);
                String name = words.length > WORDS ? String.join(" ", List.of(words).subList(0, WORDS)) : line.strip();
                current = texts.computeIfAbsent(name, key -> new StringBuilder());
                if (!name.equals(line.strip())) {
                    add(line.strip());
                }
            }
            case CONFIG_END -> {
                if (line.equals("end")) {
                    return false;
                } else if (inConfig) {
                    add(line);
                } else {
                    begin(line);
                    return line.startsWith("config ");
                }
            }
            case HEADINGS -> {
                if (line.startsWith("/")) {
                    begin(line);
                } else {
                    add(line);
                }
            }
        }
        return inConfig;
    }

    private void begin(String line) {
        String name = line.strip();
        int count = seen.merge(name, 1, Integer::sum);
        current = texts.computeIfAbsent(count == 1 ? name : name + " (" + count + ")", key -> new StringBuilder());
    }

    private void add(String line) {
        current.append(line.stripTrailing()).append('\n');
    }

    private String masked(String line) {
        String masked = SNMP_KEY.matcher(SECRET.matcher(line).replaceAll("$1" + STARS)).replaceAll("$1" + STARS);
        for (Pattern pattern : system.secrets()) {
            masked = pattern.matcher(masked).replaceAll("$1" + STARS);
        }
        // Characters that XML cannot hold.
        return masked.codePoints().map(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
