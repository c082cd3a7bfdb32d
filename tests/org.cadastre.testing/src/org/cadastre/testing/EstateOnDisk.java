package org.cadastre.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.cadastre.compare.Progress;
import org.cadastre.compare.SnapshotComparer;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.host.Address;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.repository.SnapshotWriter;

/** A real estate in a folder of the test, filled snapshot by snapshot. */
public final class EstateOnDisk implements AutoCloseable {

    private final Estate estate;

    public EstateOnDisk(Path directory) throws EstateException {
        estate = Estate.create(directory, "test");
    }

    /** A snapshot in the making. */
    public final class Draft {

        private final Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
        private final List<Device> devices = new ArrayList<>();

        public Draft read(String target, Device device) {
            if (!devices.contains(device)) {
                devices.add(device);
            }
            outcome(target, TargetResult.READ).setDevice(device.getId());
            return this;
        }

        /** As {@link #read}, at an address out of a range. */
        public Draft sweptRead(String target, Device device) {
            read(target, device);
            head.getTargets().getLast().setSwept(true);
            return this;
        }

        public Draft failed(String target, TargetResult result, String message) {
            outcome(target, result).setMessage(message);
            return this;
        }

        /** An address out of a range where nothing answered. */
        public Draft silent(String target) {
            outcome(target, TargetResult.NO_ANSWER).setSwept(true);
            return this;
        }

        private TargetOutcome outcome(String target, TargetResult result) {
            TargetOutcome outcome = CadastreFactory.eINSTANCE.createTargetOutcome();
            outcome.setTarget(target);
            outcome.setResult(result);
            head.getTargets().add(outcome);
            return outcome;
        }

        public void save(String label) throws EstateException {
            try (SnapshotWriter writer = estate.newSnapshot(label)) {
                for (Device device : devices) {
                    writer.add(new DeviceEntry(device.getId(), device.getName(), kind(device), "", "", "", addresses(device),
                            Metamodel.countElements(device)), device,
                            CadastreFactory.eINSTANCE.createObservations(), "");
                }
                writer.commit(head);
            }
        }
    }

    private static DeviceKind kind(Device device) {
        return device.getKind() == DeviceKind.UNKNOWN ? DeviceKind.HOST : device.getKind();
    }

    public Estate estate() {
        return estate;
    }

    private static List<String> addresses(Device device) {
        List<String> addresses = new ArrayList<>();
        device.eAllContents().forEachRemaining(element -> {
            if (element instanceof Address address && !address.getAddress().startsWith("127.")) {
                addresses.add(address.getAddress());
            }
        });
        return addresses;
    }

    public Draft snapshot() {
        return new Draft();
    }

    public SnapshotReader reader(String label) throws EstateException {
        return estate.read(estate.find(label));
    }

    public SnapshotComparison compare(String before, String after) throws EstateException, InterruptedException {
        return new SnapshotComparer().compare(reader(before), reader(after), Progress.none());
    }

    @Override
    public void close() {
        estate.close();
    }
}
