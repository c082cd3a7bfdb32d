package org.cadastre.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.Messages;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;

/** Finds the device that the user means: by its id, its name, an address, or the beginning of its id. */
final class DeviceChoice {

    private static final int SHORTEST_PREFIX = 4;

    private DeviceChoice() {
    }

    static DeviceEntry find(SnapshotReader snapshot, String meant) throws EstateException, CommandException {
        List<DeviceEntry> devices = snapshot.devices();
        for (Predicate<DeviceEntry> way : ways(meant)) {
            List<DeviceEntry> found = devices.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw new CommandException(Messages.text("device.ambiguous", meant, names(found.stream())));
            }
        }
        throw new CommandException(Messages.text("device.unknown", meant, snapshot.info().label(), names(devices.stream())));
    }

    private static List<Predicate<DeviceEntry>> ways(String meant) {
        String lower = meant.toLowerCase(Locale.ROOT);
        return List.of(
                entry -> entry.id().equals(lower),
                entry -> entry.name().equalsIgnoreCase(meant),
                entry -> entry.addresses().contains(lower),
                entry -> lower.length() >= SHORTEST_PREFIX && entry.id().startsWith(lower));
    }

    /** The id of the device in the newest snapshot that has it. */
    static String findEver(Estate estate, String meant) throws EstateException, CommandException {
        for (SnapshotInfo snapshot : estate.snapshots()) {
            SnapshotReader reader = estate.read(snapshot);
            if (reader.devices().stream().anyMatch(entry -> isMeant(entry, meant))) {
                return find(reader, meant).id();
            }
        }
        throw new CommandException(Messages.text("device.never", meant));
    }

    private static boolean isMeant(DeviceEntry entry, String meant) {
        return ways(meant).stream().anyMatch(way -> way.test(entry));
    }

    private static String names(Stream<DeviceEntry> devices) {
        int most = 5;
        List<String> names = devices.limit(most + 1L).map(entry -> entry.name() + " (" + entry.id() + ")").toList();
        return names.stream().limit(most).collect(Collectors.joining(", ")) + (names.size() > most ? ", ..." : "");
    }
}
