package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.SectionComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.testing.AnyDevice;
import org.cadastre.testing.KnownChanges;
import org.cadastre.testing.Told;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** Coverage decides what a comparison may say: each pair of coverages, on devices of which all changes are known. */
class CoverageTest {

    /** All coverages, and none: the section is not there. */
    private static final List<Optional<Coverage>> COVERAGES = Stream
            .concat(Coverage.VALUES.stream().map(Optional::of), Stream.of(Optional.<Coverage>empty())).toList();
    private static final Set<Coverage> SEEN = EnumSet.of(Coverage.COMPLETE, Coverage.PARTIAL);

    private final DeviceComparer comparer = new DeviceComparer();

    /** What the rules of docs/comparison.md let a comparison say of a change that was really made. */
    private static boolean mayBeTold(Told change, Optional<Coverage> before, Optional<Coverage> after) {
        boolean bothSeen = before.filter(SEEN::contains).isPresent() && after.filter(SEEN::contains).isPresent();
        boolean gone = change.kind() == Verdict.REMOVED || !change.attribute().isEmpty() && change.after() == null;
        boolean come = change.kind() == Verdict.ADDED || !change.attribute().isEmpty() && change.before() == null;
        return bothSeen && (!gone || after.get() == Coverage.COMPLETE) && (!come || before.get() == Coverage.COMPLETE);
    }

    @Test
    void whatIsToldIsExactlyWhatBothCoveragesProve() {
        Set<List<Object>> pairs = new HashSet<>();
        int told = 0;
        int heldBack = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            AnyDevice source = new AnyDevice(random, 4);
            Device before = source.device();
            KnownChanges changes = new KnownChanges(random, source, false);
            Device after = changes.apply(before);
            List<Told> made = changes.told();
            Map<String, Optional<Coverage>> was = cover(before, random);
            Map<String, Optional<Coverage>> is = cover(after, random);

            DeviceComparison comparison = comparer.compare(before, after);

            List<Told> expected = made.stream()
                    .filter(change -> mayBeTold(change, was.get(change.section()), is.get(change.section()))).toList();
            assertEquals(Set.copyOf(expected), Set.copyOf(Told.of(comparison)), "seed " + seed);
            assertEquals(expected.size(), comparison.getChanges().size(), "seed " + seed);
            for (String section : was.keySet()) {
                pairs.add(List.of(was.get(section), is.get(section)));
                assertEquals(leavesAGap(was.get(section), is.get(section)), isUnknown(comparison, section),
                        section + " " + was.get(section) + " " + is.get(section));
            }
            told += expected.size();
            heldBack += made.size() - expected.size();
        }
        assertEquals(COVERAGES.size() * COVERAGES.size(), pairs.size(), "every pair of coverages must come up");
        assertTrue(told > 3000 && heldBack > 3000, told + " told, " + heldBack + " held back");
    }

    /** Sections of the same reason: complete twice, nothing there twice, and not asked for twice leave no gap. */
    private static boolean leavesAGap(Optional<Coverage> before, Optional<Coverage> after) {
        Set<Optional<Coverage>> unasked = Set.of(Optional.empty(), Optional.of(Coverage.NOT_REQUESTED));
        boolean both = before.equals(after)
                && (before.equals(Optional.of(Coverage.COMPLETE)) || before.equals(Optional.of(Coverage.UNSUPPORTED)));
        return !both && !(unasked.contains(before) && unasked.contains(after));
    }

    @Test
    void everyElementIsCountedWhateverTheCoverage() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            AnyDevice source = new AnyDevice(random, 4);
            Device before = source.device();
            Device after = new KnownChanges(random, source, false).apply(before);
            cover(before, random);
            cover(after, random);

            for (SectionComparison section : comparer.compare(before, after).getSections()) {
                int most = seen(before, section.getSection()) + seen(after, section.getSection());
                int least = Math.max(seen(before, section.getSection()), seen(after, section.getSection()));
                var counts = section.getElements();
                int sum = counts.getUnchanged() + counts.getChanged() + counts.getAdded() + counts.getRemoved()
                        + counts.getMoved() + counts.getUnknown();
                assertTrue(least <= sum && sum <= most, "seed " + seed + " " + section.getSection() + ": " + least + " <= " + sum + " <= " + most);
            }
        }
    }

    @Test
    void aSectionThatWasNotReadOnOneSideIsUnknownWithBothReasonsAndTheElementsOfTheOther() {
        Device before = new AnyDevice(new Random(7), 5).device();
        Device after = new AnyDevice(new Random(7), 5).device();
        Section denied = section(after, "Accounts");
        int known = (int) Metamodel.countElements(section(before, "Accounts"));
        denied.setCoverage(Coverage.DENIED);
        denied.setReason("reading /etc/shadow needs root.");
        List.copyOf(denied.eContents()).forEach(EcoreUtil::remove);

        DeviceComparison comparison = comparer.compare(before, after);

        assertEquals(List.of(), Told.of(comparison));
        assertEquals(Verdict.UNKNOWN, comparison.getVerdict());
        Unknown unknown = comparison.getUnknowns().getFirst();
        assertEquals("Accounts", unknown.getSection());
        assertEquals(Coverage.COMPLETE, unknown.getCoverageBefore());
        assertEquals(Coverage.DENIED, unknown.getCoverageAfter());
        assertEquals("Before, it was read completely; after, it was denied (reading /etc/shadow needs root).", unknown.getReason());
        assertEquals(known, unknown.getElements());
        assertEquals(known, comparison.getElements().getUnknown());
    }

    @Test
    void aSectionThatIsNotThereHasNoCoverage() {
        Device before = new AnyDevice(new Random(7), 5).device();
        Device after = new AnyDevice(new Random(7), 5).device();
        after.getSections().remove(section(after, "Routes"));

        Unknown unknown = comparer.compare(before, after).getUnknowns().getFirst();

        assertTrue(unknown.isSetCoverageBefore());
        assertFalse(unknown.isSetCoverageAfter());
        assertEquals("Before, it was read completely; after, it was not read.", unknown.getReason());
    }

    @Test
    void twoReasonsForHavingNothingAreUnknown() {
        Device before = new AnyDevice(new Random(7), 5).device();
        Device after = new AnyDevice(new Random(7), 5).device();
        for (Device device : List.of(before, after)) {
            section(device, "Services").setCoverage(Coverage.UNSUPPORTED);
        }
        section(before, "Services").setReason("there is no service manager");
        section(after, "Services").setReason("systemctl is missing");

        assertTrue(isUnknown(comparer.compare(before, after), "Services"));
    }

    private static Map<String, Optional<Coverage>> cover(Device device, Random random) {
        Map<String, Optional<Coverage>> result = new HashMap<>();
        for (Section section : List.copyOf(device.getSections())) {
            // Seen at least in part more often than by chance: only there something can be told.
            Optional<Coverage> coverage = COVERAGES.get(random.nextInt(random.nextBoolean() ? 2 : COVERAGES.size()));
            result.put(section.eClass().getName(), coverage);
            if (coverage.isPresent()) {
                section.setCoverage(coverage.get());
                section.setReason(coverage.get() == Coverage.COMPLETE ? null : "the same reason");
            } else {
                device.getSections().remove(section);
            }
        }
        return result;
    }

    private static boolean isUnknown(DeviceComparison comparison, String section) {
        List<Unknown> unknowns = new ArrayList<>(comparison.getUnknowns());
        unknowns.removeIf(unknown -> !unknown.getSection().equals(section));
        assertTrue(unknowns.size() < 2, "one unknown is enough for " + section);
        return !unknowns.isEmpty();
    }

    private static int seen(Device device, String name) {
        return device.getSections().stream().filter(section -> section.eClass().getName().equals(name))
                .filter(section -> SEEN.contains(section.getCoverage()))
                .collect(Collectors.summingInt(section -> (int) Metamodel.countElements(section)));
    }

    private static Section section(Device device, String name) {
        return device.getSections().stream().filter(section -> section.eClass().getName().equals(name)).findFirst()
                .orElseThrow();
    }
}
