package org.cadastre.compare.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Change;
import org.cadastre.repository.VolatilePlace;

/** Tells the places that are known to change by themselves from all others. Immutable. */
public final class Noise {

    private static final String ANY_KEYS = "[*]";
    /** What stands between the brackets of a path, where a backslash takes the meaning of the character after it. */
    private static final String KEYS = "\\[(?:[^\\]\\\\]|\\\\.)*\\]";

    private record Place(String device, String path) {
    }

    private record Family(String device, Pattern path) {
    }

    private final Set<Place> places = new HashSet<>();
    private final List<Family> families;

    public Noise(Collection<VolatilePlace> known) {
        known.stream().filter(place -> !isFamily(place)).forEach(place -> places.add(new Place(place.device(), place.path())));
        families = known.stream().filter(Noise::isFamily)
                .map(place -> new Family(place.device(), Pattern.compile(expression(place.path())))).toList();
    }

    static Noise none() {
        return new Noise(List.of());
    }

    private static boolean isFamily(VolatilePlace place) {
        return place.device().equals(VolatilePlace.EVERY_DEVICE) || place.element().contains(ANY_KEYS);
    }

    private static String expression(String path) {
        return Arrays.stream(path.split(Pattern.quote(ANY_KEYS), -1)).map(Pattern::quote).collect(Collectors.joining(KEYS));
    }

    /** Whether the place of a change is one. A renamed element has two places. */
    boolean isAt(String device, Change change) {
        if (places.isEmpty() && families.isEmpty()) {
            return false;
        }
        return isAt(device, change, change.getElement())
                || change.getElementBefore() != null && isAt(device, change, change.getElementBefore());
    }

    private boolean isAt(String device, Change change, String element) {
        String path = new VolatilePlace(device, change.getSection(), element, change.getAttribute(), "").path();
        return places.contains(new Place(device, path)) || families.stream().anyMatch(family ->
                (family.device().equals(device) || family.device().equals(VolatilePlace.EVERY_DEVICE))
                        && family.path().matcher(path).matches());
    }
}
