package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.cadastre.compare.model.Verdict;
import org.cadastre.testing.AnyEstate;
import org.cadastre.testing.EstateOnDisk;
import org.cadastre.testing.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Generated estates through the command line: its JSON says exactly what was done to them. */
class AnyEstateTest {

    private static final int ESTATES = 100;

    @TempDir
    private Path directory;

    @Test
    void theJsonSaysExactlyWhatWasDone() throws Exception {
        Path folder = directory.resolve("estate");
        int told = 0;
        try (EstateOnDisk disk = new EstateOnDisk(folder)) {
            for (int seed = 10_000; seed < 10_000 + ESTATES; seed++) {
                AnyEstate estate = new AnyEstate(seed, 4, 2);
                estate.saveBefore(disk, "before" + seed);
                estate.saveAfter(disk, "after" + seed);

                Run run = new Run.Place(directory).run("compare", "--estate", folder, "before" + seed, "after" + seed, "--format", "json");

                JsonNode json = new ObjectMapper().readTree(run.out());
                List<AnyEstate.Change> changes = new ArrayList<>();
                json.get("changes").forEach(change -> changes.add(change(change)));
                List<AnyEstate.Unknown> unknowns = new ArrayList<>();
                json.get("unknown").forEach(one -> unknowns.add(new AnyEstate.Unknown(text(one, "device"), text(one, "section"))));
                assertEquals(estate.changes(), AnyEstate.counted(changes), "seed " + seed);
                assertEquals(estate.unknowns(), AnyEstate.counted(unknowns), "seed " + seed);
                assertEquals(estate.untouched(), json.at("/summary/devices/provenByHash").asInt(), "seed " + seed);
                assertEquals(changes.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT, run.code(), "seed " + seed);
                told += changes.size();
            }
        }
        assertTrue(told > 10 * ESTATES, "the test must make changes, it made " + told);
    }

    private static AnyEstate.Change change(JsonNode json) {
        Verdict kind = Verdict.get(text(json, "kind"));
        String before = text(json, "before");
        String after = text(json, "after");
        if (text(json, "attribute").isEmpty()) {
            before = kind == Verdict.REMOVED ? text(json, "elements") : text(json, "elementBefore");
            after = kind == Verdict.ADDED ? text(json, "elements") : null;
        }
        return new AnyEstate.Change(text(json, "device"),
                new Told(text(json, "section"), text(json, "element"), text(json, "attribute"), kind, before, after),
                text(json, "otherDevice"));
    }

    private static String text(JsonNode json, String field) {
        return json.get(field).isNull() ? null : json.get(field).asText();
    }
}
