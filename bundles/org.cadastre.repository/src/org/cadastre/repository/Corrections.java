package org.cadastre.repository;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.cadastre.model.IdentifierKind;
import org.cadastre.repository.internal.EstateFiles;
import org.cadastre.repository.internal.Layout;
import org.cadastre.repository.internal.Tsv;

/**
 * What people corrected of the identity resolution (corrections.tsv on the branch "estate"; its history tells who took
 * what back). Snapshots stay as they are; they are read in the light of the corrections. Thread-safe.
 */
public final class Corrections {

    private static final String FILE = "corrections.tsv";
    private static final List<String> HEADER = List.of("device", "identifierKind", "identifier", "becomes", "operator",
            "recorded", "reason");

    private final EstateFiles files;

    Corrections(EstateFiles files) {
        this.files = files;
    }

    /** In the order in which they were made. */
    public List<Correction> load() throws EstateException {
        return parse(files.read(FILE));
    }

    /**
     * @throws EstateException when it contradicts one that is there: the same readings belong to another device already,
     *         or the two devices would be merged both ways
     */
    public void add(Correction correction) throws EstateException {
        for (Correction there : load()) {
            if (there.device().equals(correction.device()) && there.shown().equals(correction.shown())) {
                throw new EstateException("The device " + there.device() + " was corrected to " + there.becomes()
                        + " already; undo that first.");
            }
        }
        if (correction.device().equals(Correction.apply(load(), correction.becomes(), mark -> false))) {
            throw new EstateException("The device " + correction.becomes() + " is merged into " + correction.device()
                    + " already.");
        }
        change(all -> {
            List<Correction> more = new ArrayList<>(all);
            more.add(correction);
            return more;
        }, "Correct the identity of " + correction.device());
    }

    public void remove(Correction correction) throws EstateException {
        change(all -> all.stream().filter(one -> !one.equals(correction)).toList(),
                "Take back the correction of " + correction.device());
    }

    private void change(UnaryOperator<List<Correction>> change, String reason) throws EstateException {
        files.change(FILE, text -> write(change.apply(parse(text))), reason);
    }

    private static String write(List<Correction> corrections) {
        StringBuilder text = new StringBuilder(Tsv.row(HEADER));
        for (Correction one : corrections) {
            text.append(Tsv.row(List.of(one.device(), one.shown().map(mark -> mark.kind().getLiteral()).orElse(""),
                    one.shown().map(Correction.Mark::value).orElse(""), one.becomes(), one.operator(),
                    one.recorded().toString(), one.reason())));
        }
        return text.toString();
    }

    private static List<Correction> parse(String text) {
        return Tsv.rows(text).stream().map(Corrections::correction).flatMap(Optional::stream).toList();
    }

    /** Rows that a later version, or a slip of the hand, made different say nothing. */
    private static Optional<Correction> correction(List<String> cells) {
        if (cells.size() < HEADER.size() || !Layout.isDeviceId(cells.get(0)) || !Layout.isDeviceId(cells.get(3))) {
            return Optional.empty();
        }
        IdentifierKind kind = IdentifierKind.get(cells.get(1));
        if (kind == null && !cells.get(1).isEmpty()) {
            return Optional.empty();
        }
        Optional<Correction.Mark> shown = Optional.ofNullable(kind).map(known -> new Correction.Mark(known, cells.get(2)));
        try {
            return Optional.of(new Correction(cells.get(0), shown, cells.get(3), cells.get(4),
                    Instant.parse(cells.get(5)), cells.get(6)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
