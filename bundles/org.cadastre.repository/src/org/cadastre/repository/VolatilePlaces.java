package org.cadastre.repository;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.repository.internal.EstateFiles;
import org.cadastre.repository.internal.Tsv;

/** The places that are known to change by themselves (volatile.tsv on the branch "estate"). Thread-safe. */
public final class VolatilePlaces {

    private static final String FILE = "volatile.tsv";
    private static final List<String> HEADER = List.of("device", "section", "element", "attribute", "learned");
    private static final Comparator<VolatilePlace> ORDER = Comparator.comparing(VolatilePlace::device)
            .thenComparing(VolatilePlace::path);

    private final EstateFiles files;

    VolatilePlaces(EstateFiles files) {
        this.files = files;
    }

    /** Sorted by device and path. */
    public List<VolatilePlace> load() throws EstateException {
        return parse(files.read(FILE));
    }

    /** Adds places; those that are known already stay as they are. */
    public void add(Collection<VolatilePlace> places) throws EstateException {
        change(known -> {
            Map<VolatilePlace.Where, VolatilePlace> all = new LinkedHashMap<>();
            Stream.concat(known.stream(), places.stream()).forEach(place -> all.putIfAbsent(place.where(), place));
            return List.copyOf(all.values());
        }, "Learn places that change by themselves");
    }

    public void remove(Collection<VolatilePlace> places) throws EstateException {
        Set<VolatilePlace.Where> gone = places.stream().map(VolatilePlace::where).collect(Collectors.toSet());
        change(known -> known.stream().filter(place -> !gone.contains(place.where())).toList(),
                "Forget places that change by themselves");
    }

    private void change(UnaryOperator<List<VolatilePlace>> change, String reason) throws EstateException {
        files.change(FILE, text -> write(change.apply(parse(text))), reason);
    }

    private static String write(List<VolatilePlace> places) {
        StringBuilder text = new StringBuilder(Tsv.row(HEADER));
        places.stream().sorted(ORDER).map(place -> Tsv.row(List.of(place.device(), place.section(), place.element(),
                place.attribute(), place.learned()))).forEach(text::append);
        return text.toString();
    }

    private static List<VolatilePlace> parse(String text) {
        return Tsv.rows(text).stream().filter(cells -> cells.size() >= HEADER.size())
                .map(cells -> new VolatilePlace(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4)))
                .toList();
    }
}
