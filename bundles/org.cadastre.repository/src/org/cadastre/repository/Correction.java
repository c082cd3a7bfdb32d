package org.cadastre.repository;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.cadastre.model.IdentifierKind;

/**
 * A person's word against the identity resolution: what was taken for one device is another one. Of all its readings (two
 * ids are one device: a merge), or of those that show a certain identifier (one id is two devices: a split).
 *
 * @param device id that the identity resolution gave
 * @param shown the identifier that tells the readings in question from the others; empty for all readings
 * @param becomes id of the device that they belong to
 * @param operator who says so
 * @param recorded when
 * @param reason why, one line; may be empty
 */
public record Correction(String device, Optional<Mark> shown, String becomes, String operator, Instant recorded,
        String reason) {

    /** An identifier as a value. */
    public record Mark(IdentifierKind kind, String value) {

        /** Id for what shows this and is no longer the given device: the same whoever splits it. */
        public String idBeside(String device) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest((device + "\n" + this).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest, 0, 8);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        @Override
        public String toString() {
            return kind.getLiteral() + "=" + value;
        }
    }

    public boolean isSplit() {
        return shown.isPresent();
    }

    /**
     * The device that a reading belongs to after all corrections, each applied to what the ones before it gave.
     *
     * @param device id that the identity resolution gave
     * @param shows whether the reading shows an identifier
     */
    public static String apply(List<Correction> corrections, String device, Predicate<Mark> shows) {
        String current = device;
        Set<String> visited = new HashSet<>();
        while (visited.add(current)) {
            String now = current;
            Optional<Correction> next = corrections.stream().filter(correction -> correction.device.equals(now))
                    .filter(correction -> correction.shown.isEmpty() || shows.test(correction.shown.get())).findFirst();
            current = next.map(Correction::becomes).orElse(current);
        }
        return current;
    }
}
