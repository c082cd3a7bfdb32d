package org.cadastre.cli.view;

import java.io.IOException;
import java.util.Optional;

import org.cadastre.cli.terminal.Terminal;
import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/** Writes a snapshot, or one device of it, with all that is known as JSON. One device at a time is in memory. */
public final class SnapshotJson {

    private final Terminal terminal;

    public SnapshotJson(Terminal terminal) {
        this.terminal = terminal;
    }

    public void write(SnapshotReader snapshot) throws IOException, EstateException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            ModelJson model = new ModelJson(json);
            // Read before the first brace: a snapshot without a head gives an error and no half text.
            var head = snapshot.head();
            var devices = snapshot.devices();
            json.object(() -> {
                json.field("id", snapshot.info().id());
                model.fields(head);
                json.array("devices", devices, entry -> device(json, model, snapshot, entry));
            });
        } catch (UnreadableInside unreadable) {
            throw unreadable.reason();
        }
    }

    public void write(Device device, Optional<Observations> observations) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            write(json, new ModelJson(json), device, observations);
        }
    }

    private static void device(JsonOutput json, ModelJson model, SnapshotReader snapshot, DeviceEntry entry) throws IOException {
        try {
            write(json, model, snapshot.device(entry.id()), snapshot.observations(entry.id()));
        } catch (EstateException unreadable) {
            throw new UnreadableInside(unreadable);
        }
    }

    private static void write(JsonOutput json, ModelJson model, Device device, Optional<Observations> observations)
            throws IOException {
        json.object(() -> {
            model.fields(device);
            if (observations.isPresent()) {
                json.array("observations", observations.get().getSections(), model::write);
            }
        });
    }
}
