package org.cadastre.collect.snmp.internal.vendor;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One place where a fact may be found.
 *
 * @param pattern what of it counts; all of it where there is none
 * @param meaning what is told instead of what the pattern found
 */
record Source(Origin origin, Optional<Pattern> pattern, Optional<String> meaning) {

    static final String OBJECT_ID = "sysObjectID";

    sealed interface Origin {
    }

    /** @param oid with its instance; may begin with {@value #OBJECT_ID}, for makers who have one branch for each model */
    record Scalar(String oid) implements Origin {

        String at(String sysObjectId) {
            return oid.startsWith(OBJECT_ID) ? sysObjectId + oid.substring(OBJECT_ID.length()) : oid;
        }
    }

    /** The first cell of a column that holds something. */
    record Column(String oid) implements Origin {
    }

    /** The chassis in ENTITY-MIB. */
    record Entity(Fact fact) implements Origin {
    }

    /** What the device calls itself (sysDescr). */
    record Description() implements Origin {
    }

    /** A fact that was found already. */
    record Found(Fact fact) implements Origin {
    }

    record Literal(String value) implements Origin {
    }

    /** Empty where the device does not say it, or says it with a filler such as "N/A". */
    Optional<String> read(Evidence evidence) {
        if (origin instanceof Literal(String value)) {
            return Optional.of(value);
        }
        return evidence.texts(origin).flatMap(text -> Filler.unlessFiller(text).stream())
                .flatMap(text -> pattern.isEmpty() ? Optional.of(text).stream() : BoundedText.find(pattern.get(), text).stream())
                .flatMap(text -> Filler.unlessFiller(text).stream()).findFirst().map(meaning::orElse);
    }
}
