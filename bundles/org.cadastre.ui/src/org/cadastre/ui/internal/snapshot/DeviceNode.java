package org.cadastre.ui.internal.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;

/** A device: its line in the list is there at once, its sections when somebody asks for them. Thread-safe. */
public final class DeviceNode extends TreeLine {

    /** In the order of the metamodels, which goes from the general to the particular; observations last. */
    private static final Comparator<Section> METAMODEL_ORDER = Comparator
            .comparing((Section section) -> org.cadastre.model.metamodel.Metamodel.isObservation(section.eClass()))
            .thenComparing(section -> section.eClass().getEPackage() != org.cadastre.model.CadastrePackage.eINSTANCE)
            .thenComparing(section -> section.eClass().getEPackage().getNsURI())
            .thenComparing(section -> section.eClass().getClassifierID());

    private final DeviceEntry entry;
    private volatile List<TreeLine> sections;

    DeviceNode(DeviceEntry entry) {
        super(null);
        this.entry = entry;
    }

    public DeviceEntry entry() {
        return entry;
    }

    public boolean isRead() {
        return sections != null;
    }

    /** Reads the sections unless they are there. Not for the UI thread. */
    List<TreeLine> read(SnapshotReader reader) throws EstateException {
        List<TreeLine> known = sections;
        return known == null ? readAgain(reader) : known;
    }

    /** Keeps sections that were read. */
    void keep(List<TreeLine> read) {
        sections = read;
    }

    private List<TreeLine> readAgain(SnapshotReader reader) throws EstateException {
        List<Section> all = new ArrayList<>();
        Device device = reader.device(entry.id());
        Optional<Observations> observations = reader.observations(entry.id());
        all.addAll(device.getSections());
        observations.ifPresent(seen -> all.addAll(seen.getSections()));
        all.sort(METAMODEL_ORDER);
        return all.stream().map(section -> (TreeLine) new ObjectNode(this, section)).toList();
    }

    @Override
    public boolean isStrong() {
        return true;
    }

    @Override
    public String title() {
        return entry.name();
    }

    @Override
    public String remark() {
        String what = entry.operatingSystem().isEmpty() ? entry.model() : entry.operatingSystem();
        String gaps = entry.gaps() == 0 ? "" : Texts.text("snapshot.gaps", entry.gaps());
        return Stream.of(what, gaps).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    public String icon() {
        return Icons.of(entry.kind());
    }

    @Override
    public boolean hasChildren() {
        return sections == null || !sections.isEmpty();
    }

    @Override
    public List<TreeLine> children() {
        List<TreeLine> known = sections;
        return known == null ? List.of() : known;
    }

    @Override
    public Stream<String> searchable() {
        return Stream.concat(
                Stream.of(entry.name(), entry.id(), entry.manufacturer(), entry.model(), entry.operatingSystem()),
                entry.addresses().stream());
    }
}
