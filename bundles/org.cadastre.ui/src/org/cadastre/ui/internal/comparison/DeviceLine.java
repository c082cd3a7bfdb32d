package org.cadastre.ui.internal.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.compare.model.ComparisonPackage;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.tree.TreeLine;

/** A device that is not the same, or of which something cannot be known. */
final class DeviceLine extends TreeLine {

    private final DeviceComparison device;
    private final List<SectionLine> sections;

    /** @param sections may still be filled by the caller */
    DeviceLine(DeviceComparison device, List<SectionLine> sections) {
        super(null);
        this.device = device;
        this.sections = sections;
    }

    DeviceComparison device() {
        return device;
    }

    /** What is said about a section of it, if anything is. */
    Optional<TreeLine> section(String name) {
        return sections.stream().filter(line -> line.section().equals(name)).map(TreeLine.class::cast).findFirst();
    }

    @Override
    public boolean isStrong() {
        return true;
    }

    @Override
    public String title() {
        return device.getName() == null ? device.getDevice() : device.getName();
    }

    @Override
    public String remark() {
        String verdict = ModelTexts.literal(device.getVerdict(), ComparisonPackage.Literals.DEVICE_COMPARISON, "verdict");
        int changes = device.getChanges().size();
        return device.getVerdict() == Verdict.CHANGED ? Integer.toString(changes) : verdict;
    }

    @Override
    public String icon() {
        return Icons.of(device.getVerdict());
    }

    @Override
    public boolean hasChildren() {
        return !sections.isEmpty();
    }

    @Override
    public List<TreeLine> children() {
        return List.copyOf(sections);
    }

    @Override
    public Stream<String> searchable() {
        return Stream.of(title(), device.getDevice());
    }

    @Override
    public String explanation() {
        return device.getReason() == null ? "" : device.getReason();
    }
}
