package org.cadastre.repository.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.cadastre.repository.Correction;
import org.cadastre.repository.Correction.Mark;
import org.cadastre.repository.EstateException;

/**
 * Which device each file of a snapshot belongs to, in the light of the corrections that people made since. Immutable.
 *
 * <p>Holds: no two files belong to one device. Where a merge would make it so, the device's own file is taken, else the
 * one with the lowest id, and the others are set aside.
 */
public final class CorrectedDevices {

    private final Map<String, String> deviceOf = new HashMap<>();
    private final Map<String, String> fileOf = new HashMap<>();
    private final Set<String> setAside = new HashSet<>();

    /** Finds out what a device showed in this snapshot. */
    @FunctionalInterface
    public interface Shown {

        Predicate<Mark> by(String file) throws EstateException;
    }

    /**
     * @param files ids of all devices as they stand in the snapshot
     * @param shown asked only about devices that were split
     */
    public CorrectedDevices(List<Correction> corrections, Collection<String> files, Shown shown) throws EstateException {
        if (corrections.isEmpty()) {
            return;
        }
        Set<String> corrected = new HashSet<>(corrections.stream().map(Correction::device).toList());
        boolean split = corrections.stream().anyMatch(Correction::isSplit);
        Set<String> own = new HashSet<>(files);
        for (String file : files) {
            String device = corrected.contains(file)
                    ? Correction.apply(corrections, file, split ? shown.by(file) : mark -> false) : file;
            if (!device.equals(file)) {
                deviceOf.put(file, device);
                own.remove(file);
            }
        }
        new TreeMap<>(deviceOf).forEach((file, device) -> {
            if (own.contains(device) || fileOf.putIfAbsent(device, file) != null) {
                setAside.add(file);
            }
        });
    }

    /** The device that a file belongs to. */
    public String device(String file) {
        return deviceOf.getOrDefault(file, file);
    }

    /** The id under which the files of a device are found; empty if those that bear its id belong to another one. */
    public Optional<String> file(String device) {
        Optional<String> other = Optional.ofNullable(fileOf.get(device));
        return other.isPresent() || deviceOf.containsKey(device) ? other : Optional.of(device);
    }

    /** Whether a file is a second reading of its device. */
    public boolean isSetAside(String file) {
        return setAside.contains(file);
    }

    /** Ids that mean something else than what stands in the snapshot. */
    public Set<String> touched() {
        Set<String> touched = new HashSet<>(deviceOf.keySet());
        touched.addAll(deviceOf.values());
        return touched;
    }
}
