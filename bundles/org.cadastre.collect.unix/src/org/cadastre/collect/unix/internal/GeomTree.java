package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import org.cadastre.model.host.Disk;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Partition;
import org.cadastre.model.host.RaidArray;
import org.w3c.dom.Element;

/** Disks, partitions and arrays of FreeBSD from the sysctl kern.geom.confxml (geom(4)). */
final class GeomTree {

    /** Drives with exchangeable media. */
    private static final Pattern EXCHANGEABLE = Pattern.compile("(cd|acd|mcd|fd)\\d+");

    private final List<Element> classes;

    private GeomTree(List<Element> classes) {
        this.classes = classes;
    }

    static Optional<GeomTree> of(CommandOutput output) {
        String text = String.join("\n", output.lines());
        int start = text.indexOf("<mesh>");
        return start < 0 ? Optional.empty()
                : XmlText.parse(text.substring(start)).map(mesh -> new GeomTree(XmlText.children(mesh, "class")));
    }

    private void providers(String kind, BiConsumer<Element, Element> consumer) {
        classes.stream().filter(one -> XmlText.text(one, "name").equals(kind)).flatMap(one -> XmlText.children(one, "geom").stream())
                .forEach(geom -> XmlText.children(geom, "provider").stream().filter(provider -> !XmlText.text(provider, "name").isEmpty())
                        .forEach(provider -> consumer.accept(geom, provider)));
    }

    private static Optional<String> setting(Element of, String name) {
        return XmlText.child(of, "config").map(config -> XmlText.text(config, name)).filter(text -> !text.isEmpty());
    }

    List<Disk> disks() {
        Map<String, Disk> disks = new LinkedHashMap<>();
        providers("DISK", (geom, provider) -> {
            Disk disk = HostFactory.eINSTANCE.createDisk();
            disk.setName(XmlText.text(provider, "name"));
            disk.setModel(setting(provider, "descr").flatMap(Dmi::meaningful).orElse(null));
            disk.setSerialNumber(setting(provider, "ident").flatMap(Dmi::meaningful).orElse(null));
            Numbers.whole(XmlText.text(provider, "mediasize")).filter(size -> size > 0).ifPresent(disk::setSize);
            // Turns a minute; 0 for solid state.
            setting(provider, "rotationrate").flatMap(Numbers::integer).ifPresent(rate -> disk.setRotational(rate > 0));
            if (!EXCHANGEABLE.matcher(disk.getName()).matches()) {
                disks.putIfAbsent(disk.getName(), disk);
            }
        });
        return List.copyOf(disks.values());
    }

    List<Partition> partitions() {
        Map<String, Partition> partitions = new LinkedHashMap<>();
        providers("PART", (geom, provider) -> {
            Partition partition = HostFactory.eINSTANCE.createPartition();
            partition.setName(XmlText.text(provider, "name"));
            partition.setDisk(XmlText.text(geom, "name"));
            setting(provider, "index").flatMap(Numbers::integer).ifPresent(partition::setNumber);
            Numbers.whole(XmlText.text(provider, "mediasize")).filter(size -> size > 0).ifPresent(partition::setSize);
            partition.setUuid(setting(provider, "rawuuid").orElse(null));
            partition.setLabel(setting(provider, "label").orElse(null));
            partition.setContent(setting(provider, "type").orElse(null));
            partitions.putIfAbsent(partition.getName(), partition);
        });
        return List.copyOf(partitions.values());
    }

    /** gmirror(8), gstripe(8), graid(8). */
    List<RaidArray> arrays() {
        List<RaidArray> arrays = new ArrayList<>();
        for (String kind : List.of("MIRROR", "STRIPE", "RAID", "RAID3")) {
            providers(kind, (geom, provider) -> {
                RaidArray array = HostFactory.eINSTANCE.createRaidArray();
                array.setName(XmlText.text(provider, "name"));
                array.setLevel(kind.equals("MIRROR") ? "raid1" : kind.equals("STRIPE") ? "raid0" : setting(geom, "RAIDLevel")
                        .orElse(kind.toLowerCase(java.util.Locale.ROOT)));
                array.setDisks(XmlText.children(geom, "consumer").size());
                Numbers.whole(XmlText.text(provider, "mediasize")).filter(size -> size > 0).ifPresent(array::setSize);
                if (arrays.stream().noneMatch(known -> known.getName().equals(array.getName()))) {
                    arrays.add(array);
                }
            });
        }
        return arrays;
    }
}
