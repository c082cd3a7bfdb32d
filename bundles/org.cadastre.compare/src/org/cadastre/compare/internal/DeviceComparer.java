package org.cadastre.compare.internal;

import java.util.Comparator;
import java.util.function.BooleanSupplier;

import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Device;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.compare.Comparison;
import org.eclipse.emf.compare.EMFCompare;
import org.eclipse.emf.compare.Match;
import org.eclipse.emf.compare.scope.DefaultComparisonScope;

/**
 * Compares one device as it was before with the same device as it was after, section by section. Thread-safe; time and
 * memory grow in step with the number of elements.
 */
public final class DeviceComparer {

    private static final Comparator<Match> BY_SECTION = Comparator
            .comparing(match -> (match.getLeft() == null ? match.getRight() : match.getLeft()).eClass().getName());

    private final FactSchema schema = new FactSchema();
    private final Knowledge knowledge;
    private final Noise noise;
    // Requirements and equivalences among differences serve merging, which nobody does with two readings of a device.
    private final EMFCompare engine = EMFCompare.builder()
            .setMatchEngineFactoryRegistry(KeyMatchEngineFactory.registry(schema))
            .setDiffEngine(new FactDiffEngine(schema)).setRequirementEngine((comparison, monitor) -> { /* none */ })
            .setEquivalenceEngine((comparison, monitor) -> { /* none */ }).build();

    /** For readings of one version of the program, on an estate where nothing is known to change by itself. */
    public DeviceComparer() {
        this(Knowledge.same(), Noise.none());
    }

    DeviceComparer(Knowledge knowledge, Noise noise) {
        this.knowledge = knowledge;
        this.noise = noise;
    }

    /** Compares two readings of a device. */
    public DeviceComparison compare(Device before, Device after) {
        return find(before, after, () -> false).comparison();
    }

    /**
     * @param cancelled asked again and again
     * @throws org.eclipse.emf.compare.ComparisonCanceledException when it was cancelled
     */
    Findings find(Device before, Device after, BooleanSupplier cancelled) {
        Comparison comparison = engine.compare(new DefaultComparisonScope(after, before, null), new BasicMonitor() {
            @Override
            public boolean isCanceled() {
                return cancelled.getAsBoolean();
            }
        });
        DeviceComparison result = ComparisonFactory.eINSTANCE.createDeviceComparison();
        result.setDevice(after.getId());
        result.setName(after.getName());
        result.setElements(Tally.zero());
        Findings findings = Findings.of(result);
        comparison.getMatches().getFirst().getSubmatches().stream().sorted(BY_SECTION)
                .forEach(section -> SectionTranslation.translate(section, schema, knowledge, noise, findings));
        SameMachine.mark(before, after).ifPresent(result::setReason);
        result.setVerdict(verdict(result));
        return findings;
    }

    private static Verdict verdict(DeviceComparison device) {
        if (!device.getChanges().isEmpty()) {
            return Verdict.CHANGED;
        }
        if (!device.getUnknowns().isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return device.getVolatileChanges().isEmpty() ? Verdict.UNCHANGED : Verdict.VOLATILE;
    }
}
