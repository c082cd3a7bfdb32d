package org.cadastre.collect.unix.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.access.AccessFactory;
import org.cadastre.collect.unix.access.AuthorizedKey;
import org.cadastre.collect.unix.access.AuthorizedKeys;

/** The format of authorized_keys, sshd(8): options, kind of key, key in Base64, comment. */
public final class AuthorizedKeysReader implements SectionReader<AuthorizedKeys> {

    private static final Pattern KEY = Pattern.compile(
            "(?:(.*?)\\s+)??((?:sk-)?(?:ssh|ecdsa)-[\\w@.-]+)\\s+(AAAA[A-Za-z0-9+/]+=*)(?:\\s+(.*))?");

    /** Places that the probe looks at, as sshd_config(5) writes them. */
    private static final Set<String> USUAL_PLACES = Set.of("none", ".ssh/authorized_keys", ".ssh/authorized_keys2",
            "%h/.ssh/authorized_keys", "%h/.ssh/authorized_keys2", "/etc/ssh/authorized_keys/%u");

    @Override
    public AuthorizedKeys create() {
        return AccessFactory.eINSTANCE.createAuthorizedKeys();
    }

    @Override
    public void read(AuthorizedKeys section, Sources sources) {
        sources.first("authorized-keys").ifPresent(output -> {
            Map<List<String>, AuthorizedKey> keys = new LinkedHashMap<>();
            for (String line : output.lines()) {
                String[] fields = line.split("\t", 3);
                if (fields.length == 2 && fields[1].startsWith("/")) {
                    sources.denied("keys of other accounts need root");
                    continue;
                }
                Optional<AuthorizedKey> key = fields.length < 3 ? Optional.empty() : key(fields[2].strip());
                key.ifPresent(found -> {
                    found.setUser(fields[0]);
                    found.setFile(fields[1]);
                    keys.putIfAbsent(List.of(fields[0], found.getFingerprint(), fields[1]), found);
                });
                if (key.isEmpty() && !line.isBlank()) {
                    sources.badLine(output);
                }
            }
            section.getKeys().addAll(keys.values());
            otherPlaces(sources);
        });
    }

    /** The server may be told to take keys from elsewhere; whoever may not ask it cannot know. */
    private static void otherPlaces(Sources sources) {
        for (String line : sources.lookUp("sshd").map(CommandOutput::lines).orElse(List.of())) {
            String[] words = line.strip().split("\\s+");
            if (words[0].equals("authorizedkeyscommand") && words.length > 1 && !words[1].equals("none")) {
                sources.partial("the SSH server also takes keys from the command " + words[1]);
            } else if (words[0].equals("authorizedkeysfile")) {
                List.of(words).subList(1, words.length).stream().filter(place -> !USUAL_PLACES.contains(place))
                        .forEach(place -> sources.partial("the SSH server also takes keys from " + place));
            }
        }
    }

    private static Optional<AuthorizedKey> key(String line) {
        Matcher matcher = KEY.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return fingerprint(matcher.group(3)).map(fingerprint -> {
            AuthorizedKey key = AccessFactory.eINSTANCE.createAuthorizedKey();
            key.setFingerprint(fingerprint);
            key.setType(matcher.group(2));
            key.setOptions(Optional.ofNullable(matcher.group(1)).map(SecretMask::apply).orElse(null));
            key.setComment(matcher.group(4) == null || matcher.group(4).isBlank() ? null : matcher.group(4).strip());
            return key;
        });
    }

    private static Optional<String> fingerprint(String base64) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return Optional.of("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
