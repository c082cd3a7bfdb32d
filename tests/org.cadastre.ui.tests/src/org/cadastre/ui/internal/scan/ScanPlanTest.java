package org.cadastre.ui.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class ScanPlanTest {

    @Test
    void targetsMayBeSeparatedAsPeopleDo() {
        assertEquals(List.of("local", "a", "b:22", "10.0.0.0/24", "c"),
                ScanPlan.targets(true, "a, b:22;\n\n 10.0.0.0/24\tc "));
        assertEquals(List.of("a via ops@b:22,c", "d", "e"), ScanPlan.targets(false, "a  via ops@b:22,c d\ne").stream()
                .map(typed -> typed.replaceAll("\\s+", " ")).toList());
        assertEquals(List.of(), ScanPlan.targets(false, " \n"));
    }

    @Test
    void aProposedLabelIsNotInUse() {
        String first = Labels.propose("before", Set.of());
        String second = Labels.propose("before", Set.of(first));
        assertNotEquals(first, second);
        assertNotEquals(second, Labels.propose("before", Set.of(first, second)));
    }
}
