package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;

/** What one snapshot says of its targets and devices. */
final class Targets {

    private final Map<String, TargetOutcome> byTarget = new HashMap<>();
    private final Map<String, List<TargetOutcome>> byDevice;
    private final Map<String, DeviceEntry> devices;
    private final Map<String, List<String>> byAddress = new HashMap<>();

    Targets(Snapshot head, List<DeviceEntry> devices) {
        head.getTargets().forEach(outcome -> byTarget.put(outcome.getTarget(), outcome));
        byDevice = head.getTargets().stream().filter(outcome -> outcome.getDevice() != null)
                .collect(Collectors.groupingBy(TargetOutcome::getDevice));
        this.devices = devices.stream().collect(Collectors.toMap(DeviceEntry::id, Function.identity()));
        devices.forEach(device -> device.addresses()
                .forEach(address -> byAddress.computeIfAbsent(address, none -> new ArrayList<>()).add(device.id())));
    }

    Optional<TargetOutcome> at(String target) {
        return Optional.ofNullable(byTarget.get(target));
    }

    /** The targets at which a device was read. */
    List<String> of(String device) {
        return byDevice.getOrDefault(device, List.of()).stream().map(TargetOutcome::getTarget).sorted().toList();
    }

    Optional<DeviceEntry> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    /** The devices that have an address, by their ids. */
    List<String> holders(String address) {
        return byAddress.getOrDefault(address, List.of());
    }

    /** A device that the snapshot certainly holds. */
    DeviceEntry entry(String id) throws EstateException {
        return device(id).orElseThrow(() -> new EstateException(
                "The device list of a snapshot lacks the device " + id + "; check the estate with git fsck."));
    }

    /** The name of a device that was read, else its id. */
    String name(String device) {
        return device(device).map(DeviceEntry::name).orElse(device);
    }

    static boolean isRead(TargetOutcome outcome) {
        return outcome.getResult() == TargetResult.READ;
    }

    /** An address out of a range where nothing answered: the place was empty. */
    static boolean isSilent(TargetOutcome outcome) {
        return outcome.getResult() == TargetResult.NO_ANSWER && outcome.isSwept();
    }

    /** What became of a target that was not read, as the end of a sentence. */
    static String told(TargetOutcome outcome) {
        String message = outcome.getMessage();
        String told = switch (outcome.getResult()) {
            case READ -> "was read";
            case NO_ANSWER -> "did not answer";
            case REFUSED -> "refused the connection";
            case UNKNOWN_HOST -> "is not known by name";
            case UNREACHABLE -> "could not be reached";
            case ACCESS_DENIED -> "accepted none of the credentials";
            case HOST_KEY_CHANGED -> "showed another host key";
            case TIMED_OUT -> "took too long";
            case FAILED -> "could not be read";
            case CANCELLED -> "was not read before the scan was stopped";
            case NOT_ATTEMPTED -> "was not attempted";
        };
        return message == null || message.isBlank() ? told : told + " (" + message.strip() + ")";
    }
}
