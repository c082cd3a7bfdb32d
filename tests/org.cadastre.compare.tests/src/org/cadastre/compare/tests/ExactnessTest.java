package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Device;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.testing.AnyDevice;
import org.cadastre.testing.KnownChanges;
import org.cadastre.testing.Told;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** A comparison tells every change, and nothing else. */
class ExactnessTest {

    private static final int SEEDS = 2500;

    private final DeviceComparer comparer = new DeviceComparer();

    @Test
    void theComparisonTellsExactlyTheChangesThatWereMade() {
        int told = 0;
        Map<Verdict, Integer> kinds = new HashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            AnyDevice source = new AnyDevice(random, 4);
            Device before = source.device();
            KnownChanges changes = new KnownChanges(random, source, true);
            Device after = changes.apply(before);

            DeviceComparison comparison = comparer.compare(before, after);

            List<Told> expected = changes.told();
            assertEquals(counted(expected), counted(Told.of(comparison)), "seed " + seed);
            assertTrue(comparison.getUnknowns().isEmpty(), "seed " + seed);
            assertEverythingIsCounted(before, after, comparison.getElements(), "seed " + seed);
            told += expected.size();
            expected.forEach(one -> kinds.merge(one.kind(), 1, Integer::sum));
        }
        assertTrue(told > 10 * SEEDS, "the test must make changes, it made " + told);
        assertEquals(4, kinds.size(), "the test must make changes of every kind, it made " + kinds);
    }

    @Test
    void theComparisonOfWhatWasSavedTellsTheSame() throws Exception {
        CanonicalForm form = new CanonicalForm();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            AnyDevice source = new AnyDevice(random, 4);
            Device before = source.device();
            KnownChanges changes = new KnownChanges(random, source, true);
            Device after = changes.apply(before);
            List<Told> expected = changes.told();

            DeviceComparison comparison = comparer.compare(form.read(form.write(before), Device.class),
                    form.read(form.write(after), Device.class));

            assertEquals(counted(expected), counted(Told.of(comparison)), "seed " + seed);
        }
    }

    @Test
    void equalDevicesHaveNoChange() {
        for (int seed = 0; seed < 200; seed++) {
            Device device = new AnyDevice(new Random(seed), 6).device();

            DeviceComparison comparison = comparer.compare(device, EcoreUtil.copy(device));

            assertEquals(List.of(), Told.of(comparison));
            assertEquals(Verdict.UNCHANGED, comparison.getVerdict());
            assertEquals(Metamodel.countElements(device), comparison.getElements().getUnchanged());
        }
    }

    @Test
    void theSameTwoDevicesGiveTheSameResultInTheSameOrder() {
        Random random = new Random(1);
        AnyDevice source = new AnyDevice(random, 20);
        Device before = source.device();
        Device after = new KnownChanges(random, source, true).apply(before);

        List<Told> once = Told.of(comparer.compare(before, after));

        for (int i = 0; i < 20; i++) {
            assertEquals(once, Told.of(new DeviceComparer().compare(EcoreUtil.copy(before), EcoreUtil.copy(after))));
        }
    }

    private static Map<Told, Integer> counted(List<Told> changes) {
        Map<Told, Integer> result = new HashMap<>();
        changes.forEach(change -> result.merge(change, 1, Integer::sum));
        return result;
    }

    private static void assertEverythingIsCounted(Device before, Device after, Counts counts, String seed) {
        int both = counts.getUnchanged() + counts.getChanged() + counts.getMoved();
        assertEquals(Metamodel.countElements(before), both + counts.getRemoved(), seed);
        assertEquals(Metamodel.countElements(after), both + counts.getAdded(), seed);
    }
}
