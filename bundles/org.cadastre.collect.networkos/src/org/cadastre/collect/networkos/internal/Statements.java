package org.cadastre.collect.networkos.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.networkos.configuration.ConfigurationFactory;
import org.cadastre.collect.networkos.configuration.ConfigurationStatement;
import org.cadastre.collect.networkos.internal.OperatingSystemDefinition.Blocks;

/** Divides a configuration into statements, leaves out what moves by itself, and masks what looks like a secret. */
final class Statements {

    private static final Pattern KEY_BEGINS = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY");
    private static final Pattern KEY_ENDS = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY");
    private static final Pattern KEY_GOES_ON = Pattern.compile("\\s*(?:[A-Za-z0-9+/]{1,200}={0,2}|(?:Proc-Type|DEK-Info|Comment|Version): ?.{0,200})?\\s*");
    private static final Pattern CERTIFICATE = Pattern.compile("-----(BEGIN|END) (?:[A-Z0-9 ]{0,40}CERTIFICATE|PUBLIC KEY|[A-Z ]{0,20}CRL)");
    /** A banner that goes on over lines; EOS shows no sign before it and ends it with "EOF". */
    private static final Pattern BANNER = Pattern.compile("banner (?:motd|login|exec|incoming)(?: (\\^C|[#%@~^&])(.*))?");
    private static final Pattern FRAME = Pattern.compile("[!#]+|exit|end|next|return|quit");
    private static final int WORDS = 3;

    private final OperatingSystemDefinition system;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private StringBuilder current = new StringBuilder();
    private String head = "";
    private Optional<String> bannerEnd = Optional.empty();
    private boolean inKey;
    private boolean inCertificate;
    private boolean inConfig;

    Statements(OperatingSystemDefinition system) {
        this.system = system;
    }

    List<ConfigurationStatement> read(List<String> lines) {
        for (String line : system.blocks() == Blocks.WORDS ? joined(lines) : lines) {
            if (!line.isBlank() && !isOfKey(line)) {
                line(line);
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

    /** Lines that were broken to fit a terminal, with a backslash at the end, as one: what they hold is to be seen as a whole. */
    private static List<String> joined(List<String> lines) {
        List<String> joined = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : lines) {
            line.append(line.isEmpty() ? part : part.stripLeading());
            if (line.length() > 0 && line.charAt(line.length() - 1) == '\\') {
                line.setLength(line.length() - 1);
            } else {
                joined.add(line.toString());
                line.setLength(0);
            }
        }
        joined.add(line.toString());
        return joined;
    }

    /** Whether a line is of a private key, of which nothing is kept; one without an end ends where something else begins. */
    private boolean isOfKey(String line) {
        if (KEY_BEGINS.matcher(line).find()) {
            inKey = !KEY_ENDS.matcher(line).find();
            add(" " + Secrets.STARS + " (private key)");
            return true;
        }
        if (inKey && KEY_ENDS.matcher(line).find()) {
            inKey = false;
            return true;
        }
        inKey = inKey && KEY_GOES_ON.matcher(line).matches();
        return inKey;
    }

    private void line(String line) {
        Matcher certificate = CERTIFICATE.matcher(line);
        boolean ofCertificate = inCertificate;
        while (certificate.find()) {
            ofCertificate = true;
            inCertificate = certificate.group(1).equals("BEGIN");
        }
        if (ofCertificate) {
            belongs(line);
        } else if (bannerEnd.isPresent()) {
            belongs(masked(line, head));
            bannerEnd = bannerEnd.filter(end -> !line.contains(end));
        } else if (!system.lines().moves(line)) {
            switch (system.blocks()) {
                case INDENTED -> indented(line);
                case WORDS -> words(masked(line.strip(), line.strip()));
                case CONFIG_END -> configEnd(line);
            }
        }
    }

    private void belongs(String line) {
        if (texts.isEmpty()) {
            begin(line);
        } else {
            add(line);
        }
    }

    private void indented(String line) {
        Optional<String> together = system.lines().togetherName(line);
        if (Character.isWhitespace(line.charAt(0))) {
            belongs(masked(line, head));
        } else if (together.isPresent()) {
            under(masked(together.get(), line), masked(line, line));
        } else if (!FRAME.matcher(line).matches()) {
            begin(line);
            Matcher banner = BANNER.matcher(line);
            if (banner.matches()) {
                bannerEnd = Optional.of(banner.group(1) == null ? "EOF" : banner.group(1))
                        .filter(end -> banner.group(2) == null || !banner.group(2).contains(end));
            }
        }
    }

    private void words(String line) {
        String[] words = line.split("\\s+", WORDS + 1);
        if (words.length > WORDS) {
            under(String.join(" ", List.of(words).subList(0, WORDS)), line);
        } else {
            begin(line);
        }
    }

    private void configEnd(String line) {
        if (line.equals("end")) {
            inConfig = false;
        } else if (inConfig) {
            add(masked(line, head));
        } else if (!FRAME.matcher(line).matches()) {
            begin(line);
            inConfig = line.startsWith("config ");
        }
    }

    private void begin(String line) {
        head = line.strip();
        String name = masked(head, head);
        int count = seen.merge(name, 1, Integer::sum);
        current = texts.computeIfAbsent(count == 1 ? name : name + " (" + count + ")", key -> new StringBuilder());
    }

    /** A line of a statement that many such lines make together, wherever they stand. */
    private void under(String name, String line) {
        head = name;
        current = texts.computeIfAbsent(name, key -> new StringBuilder());
        add(line);
    }

    private void add(String line) {
        current.append(legible(line.stripTrailing())).append('\n');
    }

    private String masked(String line, String statement) {
        String masked = Secrets.masked(line, statement);
        for (Pattern pattern : system.lines().secrets()) {
            masked = pattern.matcher(masked).replaceAll("$1" + Secrets.STARS);
        }
        return legible(masked);
    }

    /** Without the characters that XML cannot hold. */
    private static String legible(String text) {
        return text.codePoints().map(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\t' ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
