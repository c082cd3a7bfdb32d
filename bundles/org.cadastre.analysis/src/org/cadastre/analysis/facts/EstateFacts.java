package org.cadastre.analysis.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.cadastre.compare.Progress;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * The devices of a snapshot with the sections that a layer reads, and who has which address, hardware address and name.
 * What several devices claim (a Docker network on every host, a default name) tells none of them.
 *
 * <p>Immutable, safe for any thread.
 */
public final class EstateFacts {

    private static final Set<String> ALWAYS = Set.of("Identity", "Interfaces");

    private final Map<String, DeviceFacts> devices = new TreeMap<>();
    private final Owners addresses = new Owners();
    private final Owners macs = new Owners();
    private final Owners names = new Owners();
    private final Owners uuids = new Owners();
    private final Optional<EstateFacts> elsewhere;

    /** @param devices with the sections that are to be looked at */
    public EstateFacts(List<DeviceFacts> devices) {
        this(devices, Optional.empty());
    }

    private EstateFacts(List<DeviceFacts> devices, Optional<EstateFacts> elsewhere) {
        this.elsewhere = elsewhere;
        for (DeviceFacts device : devices) {
            this.devices.put(device.id(), device);
            index(device);
        }
    }

    /**
     * The same, which also recognises the devices that only another snapshot of the estate has read. So a switch that was not
     * read this time is not taken for another one when its neighbours tell of it.
     */
    public EstateFacts knowing(EstateFacts other) {
        return new EstateFacts(devices(), Optional.of(other));
    }

    /**
     * Reads every device of a snapshot once; keeps only the named sections, so that memory grows with what is drawn.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    public static EstateFacts read(SnapshotReader snapshot, Set<String> sections, Progress progress)
            throws EstateException, InterruptedException {
        Set<String> wanted = new HashSet<>(ALWAYS);
        wanted.addAll(sections);
        List<DeviceEntry> entries = snapshot.devices();
        List<DeviceFacts> devices = new ArrayList<>(entries.size());
        for (DeviceEntry entry : entries) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            devices.add(new DeviceFacts(entry, snapshot.sections(entry.id(), wanted)));
            progress.compared(devices.size(), entries.size());
        }
        return new EstateFacts(devices);
    }

    private void index(DeviceFacts device) {
        device.entry().addresses().forEach(address -> addresses.add(address, device));
        names.add(device.name(), device);
        names.add(shortName(device.name()), device);
        for (Fact one : device.interfaces()) {
            macs.add(one.text("mac"), device);
            one.elements("addresses").forEach(address -> addresses.add(address.text("address"), device));
        }
        for (Fact identifier : device.elements("Identity", "identifiers")) {
            switch (identifier.text("kind")) {
                case "mac" -> macs.add(identifier.text("value"), device);
                case "systemUuid" -> uuids.add(identifier.text("value"), device);
                case "name" -> names.add(identifier.text("value"), device);
                default -> { }
            }
        }
    }

    private static String shortName(String name) {
        return NetworkAddress.isAddress(name) ? name : name.split("\\.", 2)[0];
    }

    /** Sorted by id. */
    public List<DeviceFacts> devices() {
        return List.copyOf(devices.values());
    }

    public Optional<DeviceFacts> device(String id) {
        return Optional.ofNullable(devices.get(id));
    }

    public Optional<DeviceFacts> byAddress(String address) {
        return addresses.owner(NetworkAddress.plain(address)).or(() -> unread(other -> other.byAddress(address)));
    }

    public Optional<DeviceFacts> byMac(String mac) {
        return macs.owner(mac).or(() -> unread(other -> other.byMac(mac)));
    }

    /** With or without a domain. */
    public Optional<DeviceFacts> byName(String name) {
        return names.owner(name).or(() -> names.owner(shortName(name))).or(() -> unread(other -> other.byName(name)));
    }

    /** By the system UUID. */
    public Optional<DeviceFacts> byUuid(String uuid) {
        return uuids.owner(uuid).or(() -> unread(other -> other.byUuid(uuid)));
    }

    /** A device that was read here is known by what it showed here, and by nothing else. */
    private Optional<DeviceFacts> unread(Function<EstateFacts, Optional<DeviceFacts>> look) {
        return elsewhere.flatMap(look).filter(found -> !devices.containsKey(found.id()));
    }
}
