package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.files.ConfigurationText;
import org.cadastre.collect.unix.files.ConfigurationTexts;
import org.cadastre.collect.unix.files.FilesFactory;

/**
 * Files line by line: "text", path, tab, line; "denied", "large" or "secret" and the path for those whose text was not taken.
 * What looks like a secret does not come through, rather one value too many than one too few.
 */
public final class ConfigurationTextsReader implements SectionReader<ConfigurationTexts> {

    private static final String ANSWER = "texts";
    private static final String TEXT = "text ";
    /** "password hunter2", "psk: hunter2", "SECRET_KEY = hunter2"; but not "PasswordAuthentication no". */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)([\\w.-]*(?:passw|passphrase|secret|token|psk|community|credential|authtok|private[_-]?key|api[_-]?key|access[_-]?key)[\\w.-]*[\"']?\\s*[\\s:=]\\s*)"
                    + "(?!(?:yes|no|true|false|on|off|none|null|\\d+|without-password|prohibit-password)\\s*$)(\\S.*)");
    private static final Pattern KEY_BEGINS = Pattern.compile(".*-----BEGIN [A-Z ]*PRIVATE KEY-----.*");
    private static final Pattern KEY_ENDS = Pattern.compile(".*-----END [A-Z ]*PRIVATE KEY-----.*");

    @Override
    public boolean wanted(ProbeResult probe) {
        return probe.answer(ANSWER).isPresent();
    }

    @Override
    public ConfigurationTexts create() {
        return FilesFactory.eINSTANCE.createConfigurationTexts();
    }

    @Override
    public void read(ConfigurationTexts section, Sources sources) {
        Optional<CommandOutput> output = sources.first(ANSWER);
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        boolean inKey = false;
        for (String line : output.map(CommandOutput::lines).orElse(java.util.List.of())) {
            int tab = line.indexOf('\t');
            if (line.startsWith(TEXT + "/") && tab > 0) {
                String content = line.substring(tab + 1);
                StringBuilder text = texts.computeIfAbsent(line.substring(TEXT.length(), tab), path -> new StringBuilder());
                inKey = KEY_BEGINS.matcher(content).matches() || inKey && !text.isEmpty();
                if (!inKey) {
                    text.append(masked(content)).append('\n');
                } else if (KEY_ENDS.matcher(content).matches()) {
                    text.append("*** (private key)\n");
                    inKey = false;
                }
            } else if (line.startsWith("denied ")) {
                sources.denied("some of the files that were asked for need root");
            } else if (line.startsWith("large ")) {
                sources.partial("some of the files that were asked for are larger than 256 KB");
            } else if (line.startsWith("secret ")) {
                sources.partial("some of the files that were asked for hold secrets");
            }
        }
        texts.forEach((path, text) -> {
            ConfigurationText file = FilesFactory.eINSTANCE.createConfigurationText();
            file.setPath(path);
            file.setText(text.toString());
            section.getTexts().add(file);
        });
    }

    private static String masked(String line) {
        String known = SECRET.matcher(SecretMask.apply(line)).replaceAll("$1***");
        return known.codePoints().map(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF || c == '\t' ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
