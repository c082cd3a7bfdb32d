package org.cadastre.compare.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * One device through all snapshots of its estate: each of its changes with the snapshots between which it happened, and
 * since when each fact has been as it is.
 *
 * <pre>{@code
 * DeviceHistory history = DeviceHistory.of(estate, "0123456789abcdef");
 * history.events("Accounts/users[alice]").forEach(...);
 * }</pre>
 *
 * <p>Only snapshots in which the device's file differs are read, so the cost grows with the changes, not with the
 * snapshots. Snapshots in which the device, or a section, was not read are passed over: the interval gets wider.
 */
public final class DeviceHistory {

    private final Map<String, SectionTrail> trails = new TreeMap<>();

    private DeviceHistory() {
    }

    /**
     * @param device id of the device
     * @throws EstateException when a snapshot cannot be read
     */
    public static DeviceHistory of(Estate estate, String device) throws EstateException {
        DeviceHistory history = new DeviceHistory();
        DeviceComparer comparer = new DeviceComparer();
        Optional<String> known = Optional.empty();
        for (SnapshotInfo snapshot : estate.snapshots().reversed()) {
            SnapshotReader reader = estate.read(snapshot);
            Optional<String> state = reader.stateId(device);
            if (state.isPresent() && !state.equals(known)) {
                known = state;
                for (Section section : reader.device(device).getSections()) {
                    history.trails.computeIfAbsent(section.eClass().getName(),
                            name -> new SectionTrail(comparer, snapshot)).add(section, snapshot);
                }
            }
        }
        return history;
    }

    /**
     * The changes, oldest first.
     *
     * @param path a fact or the beginning of its path ({@link FactPath}); empty for all
     */
    public List<DeviceEvent> events(String path) {
        return trails.values().stream().flatMap(trail -> trail.events().stream())
                .filter(event -> event.path().isWithin(path))
                .sorted(Comparator.comparing((DeviceEvent event) -> event.after().finished())
                        .thenComparing(event -> event.path().text()))
                .toList();
    }

    /** The facts of the newest readings, sorted by path, each with the change that brought it about. */
    public List<FactOrigin> origins(String path) {
        List<FactOrigin> origins = new ArrayList<>();
        for (SectionTrail trail : trails.values()) {
            trail.section().ifPresent(section -> collect(section, trail, path, origins));
        }
        origins.sort(Comparator.comparing(origin -> origin.path().text()));
        return origins;
    }

    private static void collect(EObject element, SectionTrail trail, String path, List<FactOrigin> origins) {
        String section = trail.section().orElseThrow().eClass().getName();
        for (EAttribute attribute : Metamodel.contentAttributes(element.eClass())) {
            FactPath fact = FactPath.of(section, Metamodel.path(element), attribute.getName());
            if (element.eIsSet(attribute) && fact.isWithin(path)) {
                Optional<DeviceEvent> event = trail.events().reversed().stream()
                        .filter(candidate -> fact.isAtOrBelow(candidate.path())).findFirst();
                origins.add(new FactOrigin(fact, Metamodel.text(attribute, element.eGet(attribute)), event,
                        event.map(DeviceEvent::after).orElse(trail.firstSeen())));
            }
        }
        for (EReference containment : Metamodel.contentReferences(element.eClass())) {
            Object value = element.eGet(containment);
            for (Object child : value instanceof List<?> many ? many : Optional.ofNullable(value).stream().toList()) {
                collect((EObject) child, trail, path, origins);
            }
        }
    }
}
