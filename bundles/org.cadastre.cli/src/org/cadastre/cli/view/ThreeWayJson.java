package org.cadastre.cli.view;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.ThreeWay;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;

/** Writes what happened on each of two sides since their common base as JSON. */
public final class ThreeWayJson {

    private final Terminal terminal;

    public ThreeWayJson(Terminal terminal) {
        this.terminal = terminal;
    }

    public void write(ThreeWay comparison) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.object(() -> {
                json.object("base", () -> ComparisonJson.snapshot(json, comparison.first().getBefore()));
                json.object("first", () -> ComparisonJson.snapshot(json, comparison.first().getAfter()));
                json.object("second", () -> ComparisonJson.snapshot(json, comparison.second().getAfter()));
                json.array("changes", comparison.changes(), entry -> json.object(() -> {
                    json.field("side", side(entry.side()));
                    json.array("changes", entry.changes(), (Change change) -> json.object(() -> ComparisonJson.change(json, change)));
                }));
                json.array("unknownFirst", unknowns(comparison.first()),
                        (Unknown unknown) -> json.object(() -> ComparisonJson.unknown(json, unknown)));
                json.array("unknownSecond", unknowns(comparison.second()),
                        (Unknown unknown) -> json.object(() -> ComparisonJson.unknown(json, unknown)));
            });
        }
    }

    private static List<Unknown> unknowns(SnapshotComparison comparison) {
        return comparison.getDevices().stream().map(DeviceComparison::getUnknowns).flatMap(List::stream).toList();
    }

    /** first, second, bothAlike, bothDifferently */
    private static String side(ThreeWay.Side side) {
        String[] words = side.name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1 ? words[0] : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
