package org.cadastre.collect.ssh.internal;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.HostKeys;
import org.cadastre.model.TargetResult;

import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;

/**
 * Lets a device in whose host key is one of those that the estate knows, or of whom it knows none. Called by the SSH
 * library while keys are exchanged, after the device has proven that the key is its own, before anything is sent for a login.
 */
final class HostKeyCheck implements HostKeyVerifier {

    private final Place place;
    private final HostKeys memory;
    private final Set<String> known;
    private volatile Runnable onTrust = () -> {
    };
    private volatile Optional<PublicKey> shown = Optional.empty();

    HostKeyCheck(Place place, HostKeys memory) {
        this.place = place;
        this.memory = memory;
        this.known = memory.known(place.knownAs(), place.port()).stream().map(HostKeyCheck::withoutComment).collect(Collectors.toSet());
    }

    /** What to do as soon as the key is known to be trusted; called by a thread of the library. */
    void onTrust(Runnable action) {
        onTrust = action;
    }

    @Override
    public boolean verify(String hostname, int portNumber, PublicKey key) {
        shown = Optional.of(key);
        boolean trusted = known.isEmpty() || known.contains(PublicKeys.line(key));
        if (trusted) {
            onTrust.run();
        }
        return trusted;
    }

    /** The algorithms of the known keys, so that a host with keys of several kinds shows the one that is known. */
    @Override
    public List<String> findExistingAlgorithms(String hostname, int portNumber) {
        return known.stream()
                .map(line -> line.split(" ", 2)[0])
                .flatMap(type -> type.equals(KeyType.RSA.toString())
                        ? List.of("rsa-sha2-512", "rsa-sha2-256", type).stream()
                        : List.of(type).stream())
                .toList();
    }

    /** Remembers the key of a first visit. Called when the key exchange is done. */
    void rememberFirstVisit() {
        if (known.isEmpty()) {
            shown.ifPresent(key -> memory.remember(place.knownAs(), place.port(), PublicKeys.line(key)));
        }
    }

    /** Fingerprint of the key that the device showed. */
    Optional<String> fingerprint() {
        return shown.map(PublicKeys::fingerprint);
    }

    /** Tells of a changed key, if that is what the key exchange failed for. */
    void refuseChangedKey() throws CollectionException {
        if (known.isEmpty() || shown.isEmpty() || known.contains(PublicKeys.line(shown.get()))) {
            return;
        }
        String expected = known.stream().sorted()
                .map(line -> line.split(" ", 2)[0] + " " + PublicKeys.fingerprint(line))
                .collect(Collectors.joining(" or "));
        throw new CollectionException(TargetResult.HOST_KEY_CHANGED,
                "the host key has changed: known is %s, shown was %s %s; no login was tried; if the change is expected, remove the old key with: cadastre known-host remove --estate DIR %s"
                        .formatted(expected, KeyType.fromKey(shown.get()), PublicKeys.fingerprint(shown.get()), typed()));
    }

    /** As the person would type it. */
    private String typed() {
        return place.jumps().isEmpty() ? place.toString() : "\"" + place + "\"";
    }

    private static String withoutComment(String line) {
        String[] words = line.strip().split("\\s+");
        return words.length < 2 ? line : words[0] + " " + words[1];
    }
}
