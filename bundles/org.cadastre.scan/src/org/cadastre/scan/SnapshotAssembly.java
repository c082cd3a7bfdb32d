package org.cadastre.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.collect.Reading;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.SnapshotWriter;
import org.cadastre.scan.identity.Evidence;
import org.cadastre.scan.identity.Resolution;
import org.eclipse.emf.ecore.EClass;

/**
 * Puts a snapshot together from what the targets gave, one after the other: each reading gets the id of its device, each
 * device is written once. Read at several addresses, it gets the sections of all readings. Not thread-safe.
 */
final class SnapshotAssembly {

    private final Snapshot head;
    private final DeviceMemory memory;
    private final SnapshotWriter writer;
    private final Spread spread;
    private final Map<String, Map<EClass, Coverage>> written = new HashMap<>();

    SnapshotAssembly(Snapshot head, DeviceMemory memory, SnapshotWriter writer, Spread spread) {
        this.spread = spread;
        this.head = head;
        this.memory = memory;
        this.writer = writer;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** Takes over a device as another snapshot has it. */
    void takeOver(DeviceEntry entry, SnapshotReader from) throws EstateException {
        Device device = from.device(entry.id());
        Observations observations = from.observations(entry.id()).orElseGet(CadastreFactory.eINSTANCE::createObservations);
        observations.setDevice(entry.id());
        written.put(entry.id(), sections(new Reading(device, observations, Optional.empty()))
                .collect(Collectors.toMap(Section::eClass, Section::getCoverage)));
        writer.add(entry, device, observations, from.audit(entry.id()));
    }

    void add(TargetReader.Result result) throws EstateException {
        head.getTargets().add(result.outcome());
        if (result.reading().isPresent()) {
            spread.read(result.reading().get());
            add(result.reading().get(), result.outcome(), result.audit());
        }
    }

    private void add(Reading reading, TargetOutcome outcome, String audit) throws EstateException {
        Resolution resolution = memory.resolve(shown(reading.device(), outcome));
        outcome.setDevice(resolution.device());
        outcome.setRecognition(resolution.explanation());
        if (!written.containsKey(resolution.device())) {
            write(resolution.device(), reading, outcome, audit);
            return;
        }
        outcome.setMessage(Stream.of("the same device as another target of this scan; saved once", outcome.getMessage())
                .filter(Objects::nonNull).collect(Collectors.joining("; ")));
        if (addsTo(written.get(resolution.device()), reading)) {
            SnapshotWriter.Taken taken = writer.take(resolution.device());
            write(resolution.device(), UnitedReading.of(new Reading(taken.device(), taken.observations(), Optional.empty()), reading),
                    outcome, taken.audit() + audit);
        }
    }

    /** Whether a reading has a section that was not read, or not as well. */
    private static boolean addsTo(Map<EClass, Coverage> known, Reading reading) {
        return sections(reading).anyMatch(section -> !known.containsKey(section.eClass())
                || section.getCoverage().compareTo(known.get(section.eClass())) < 0);
    }

    private static Stream<Section> sections(Reading reading) {
        return Stream.concat(reading.device().getSections().stream(), reading.observations().getSections().stream());
    }

    private void write(String id, Reading reading, TargetOutcome outcome, String audit) throws EstateException {
        Device device = reading.device();
        device.setId(id);
        if (device.getName() == null || device.getName().isBlank()) {
            device.setName(outcome.getTarget());
        }
        if (device.getKind() == null) {
            device.setKind(DeviceKind.UNKNOWN);
        }
        reading.observations().setDevice(id);
        written.put(id, sections(reading).collect(Collectors.toMap(Section::eClass, Section::getCoverage)));
        writer.add(DeviceLine.of(device), device, reading.observations(), audit);
    }

    /** A device that shows nothing of itself is known by the address it is read at. */
    private static Set<Evidence> shown(Device device, TargetOutcome outcome) {
        Set<Evidence> shown = UnitedReading.evidence(device);
        return shown.isEmpty() ? Set.of(new Evidence(IdentifierKind.NAME, outcome.getTarget())) : shown;
    }
}
