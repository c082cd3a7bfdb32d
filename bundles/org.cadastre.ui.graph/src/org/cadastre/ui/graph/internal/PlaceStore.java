package org.cadastre.ui.graph.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.cadastre.analysis.layout.Point;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where nodes are drawn, kept from one snapshot to the next and from one day to the next: a file for each estate, layer, style and
 * folding in the workbench's own folder, a node a line: x, y, id. What cannot be read is forgotten; it is only about comfort.
 */
final class PlaceStore {

    private final Path folder;

    PlaceStore(Path folder) {
        this.folder = folder;
    }

    /** @param what names estate, layer, style and folding */
    Map<String, Point> read(List<String> what) {
        Map<String, Point> places = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file(what), UTF_8)) {
                String[] words = line.split("\t", 3);
                places.put(words[2], new Point(Double.parseDouble(words[0]), Double.parseDouble(words[1])));
            }
        } catch (NoSuchFileException first) {
            return Map.of();
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException damaged) {
            return Map.of();
        }
        return places;
    }

    /** Nodes that are not among them stay remembered: another snapshot may have them. */
    void write(List<String> what, Map<String, Point> places) throws IOException {
        Map<String, Point> all = new HashMap<>(read(what));
        all.putAll(places);
        List<String> lines = new ArrayList<>();
        all.forEach((id, place) -> {
            if (id.indexOf('\n') < 0 && id.indexOf('\r') < 0) {
                lines.add(place.x() + "\t" + place.y() + "\t" + id);
            }
        });
        lines.sort(null);
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "places", ".tmp");
        Files.write(draft, lines, UTF_8);
        Files.move(draft, file(what), StandardCopyOption.REPLACE_EXISTING);
    }

    void forget(List<String> what) throws IOException {
        Files.deleteIfExists(file(what));
    }

    private Path file(List<String> what) {
        return folder.resolve(UUID.nameUUIDFromBytes(String.join("\n", what).getBytes(UTF_8)) + ".places");
    }
}
