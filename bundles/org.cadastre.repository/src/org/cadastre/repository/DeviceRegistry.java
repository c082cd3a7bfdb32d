package org.cadastre.repository;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.cadastre.model.IdentifierKind;
import org.cadastre.repository.internal.EstateFiles;
import org.cadastre.repository.internal.Tsv;

/** Which identifiers belong to which device (identities.tsv on the branch "estate"). Thread-safe. */
public final class DeviceRegistry {

    private static final String FILE = "identities.tsv";
    private static final List<String> HEADER = List.of("kind", "value", "device", "first", "last");
    private static final Comparator<KnownIdentifier> ORDER = Comparator.comparing(KnownIdentifier::kind)
            .thenComparing(KnownIdentifier::value).thenComparing(KnownIdentifier::device);

    private final EstateFiles files;

    DeviceRegistry(EstateFiles files) {
        this.files = files;
    }

    /** All that is known now, sorted by kind and value. */
    public List<KnownIdentifier> load() throws EstateException {
        return parse(files.read(FILE));
    }

    /**
     * Replaces what is known, atomically. When somebody else changed the registry meanwhile, the change is made again
     * from what is there then.
     *
     * @param change gets all that is known, gives all that is to be known; may be called more than once
     */
    public void update(UnaryOperator<List<KnownIdentifier>> change) throws EstateException {
        files.change(FILE, text -> write(change.apply(parse(text))), "Learn the identifiers of devices");
    }

    private static String write(List<KnownIdentifier> identifiers) {
        StringBuilder text = new StringBuilder(Tsv.row(HEADER));
        identifiers.stream().sorted(ORDER).map(identifier -> Tsv.row(List.of(identifier.kind().getLiteral(),
                identifier.value(), identifier.device(), identifier.first(), identifier.last()))).forEach(text::append);
        return text.toString();
    }

    private static List<KnownIdentifier> parse(String text) {
        return Tsv.rows(text).stream().map(DeviceRegistry::identifier).flatMap(Optional::stream).toList();
    }

    /** Rows of kinds that only a later version knows say nothing to this one. */
    private static Optional<KnownIdentifier> identifier(List<String> cells) {
        IdentifierKind kind = IdentifierKind.get(cells.getFirst());
        return kind == null || cells.size() < HEADER.size() ? Optional.empty()
                : Optional.of(new KnownIdentifier(kind, cells.get(1), cells.get(2), cells.get(3), cells.get(4)));
    }
}
