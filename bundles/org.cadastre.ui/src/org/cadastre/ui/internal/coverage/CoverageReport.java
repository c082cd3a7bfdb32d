package org.cadastre.ui.internal.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * How well a snapshot was read.
 *
 * @param sections by name, how many devices have the section with which coverage
 * @param gaps what is missing: sections that were asked for and not read completely, and targets that were not read
 */
record CoverageReport(Map<String, Map<Coverage, Integer>> sections, List<Gap> gaps) {

    /**
     * @param device empty for a target that was not read
     * @param name of the device, or the target
     * @param section empty for a target
     * @param coverage of a section; empty for a target
     * @param result what came of it, in words
     * @param reason why, and what to do about it; may be empty
     */
    record Gap(Optional<DeviceEntry> device, String name, String section, Optional<Coverage> coverage, String result,
            String reason) {
    }

    private static final Comparator<Gap> ORDER = Comparator.comparing((Gap gap) -> gap.device().isPresent())
            .thenComparing(Gap::name).thenComparing(Gap::section);

    /** Reads every device, one after the other. Not for the UI thread. */
    static CoverageReport read(SnapshotReader reader, Snapshot head, IProgressMonitor monitor)
            throws EstateException, InterruptedException {
        Map<String, Map<Coverage, Integer>> sections = new TreeMap<>();
        List<Gap> gaps = new ArrayList<>();
        head.getTargets().stream().filter(target -> target.getResult() != TargetResult.READ && !target.isSwept())
                .forEach(target -> gaps.add(gap(target)));
        List<DeviceEntry> devices = reader.devices();
        monitor.beginTask(Texts.text("coverage.reading"), devices.size());
        for (DeviceEntry entry : devices) {
            if (monitor.isCanceled() || Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (Section section : reader.device(entry.id()).getSections()) {
                String name = ModelTexts.label(section.eClass());
                sections.computeIfAbsent(name, key -> new EnumMap<>(Coverage.class)).merge(section.getCoverage(), 1, Integer::sum);
                if (isGap(section.getCoverage())) {
                    gaps.add(new Gap(Optional.of(entry), entry.name(), name, Optional.of(section.getCoverage()),
                            word(section.getCoverage()), section.getReason() == null ? "" : section.getReason()));
                }
            }
            monitor.worked(1);
        }
        gaps.sort(ORDER);
        return new CoverageReport(sections, gaps);
    }

    private static boolean isGap(Coverage coverage) {
        return switch (coverage) {
            case PARTIAL, DENIED, FAILED, TIMED_OUT -> true;
            case COMPLETE, UNSUPPORTED, NOT_REQUESTED -> false;
        };
    }

    static String word(Coverage coverage) {
        return ModelTexts.literal(coverage, CadastrePackage.Literals.SECTION, "coverage");
    }

    private static Gap gap(TargetOutcome target) {
        return new Gap(Optional.empty(), target.getTarget(), "", Optional.empty(),
                ModelTexts.literal(target.getResult(), CadastrePackage.Literals.TARGET_OUTCOME, "result"),
                target.getMessage() == null ? "" : target.getMessage());
    }
}
