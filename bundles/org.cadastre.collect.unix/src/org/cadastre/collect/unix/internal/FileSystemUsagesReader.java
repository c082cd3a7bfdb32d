package org.cadastre.collect.unix.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.collect.unix.internal.DiskFree.Usage;
import org.cadastre.collect.unix.internal.Mounts.Mount;
import org.cadastre.model.host.FileSystemUsage;
import org.cadastre.model.host.FileSystemUsages;
import org.cadastre.model.host.HostFactory;

/** Used space and inodes of the local file systems, from df(1). */
public final class FileSystemUsagesReader implements SectionReader<FileSystemUsages> {

    @Override
    public FileSystemUsages create() {
        return HostFactory.eINSTANCE.createFileSystemUsages();
    }

    @Override
    public void read(FileSystemUsages section, Sources sources) {
        Optional<CommandOutput> df = sources.first("df", "df-all");
        Map<String, Usage> inodes = DiskFree.read(sources.lookUp("df-inodes"));
        Optional<Set<String>> shown = sources.lookUp("mountinfo").or(() -> sources.lookUp("mount"))
                .map(output -> Mounts.read(output, Values.of(Optional.empty()), new Sources(sources.probe())).stream()
                        .map(Mount::mountPoint).collect(Collectors.toSet()));
        DiskFree.read(df).forEach((place, usage) -> {
            if (shown.isEmpty() || shown.get().contains(place)) {
                FileSystemUsage entry = HostFactory.eINSTANCE.createFileSystemUsage();
                entry.setMountPoint(place);
                DiskFree.kibibytes(usage.used()).ifPresent(entry::setUsed);
                DiskFree.kibibytes(usage.available()).ifPresent(entry::setAvailable);
                Optional.ofNullable(inodes.get(place)).ifPresent(count -> {
                    entry.setInodesUsed(count.used());
                    entry.setInodesFree(count.available());
                });
                section.getUsages().add(entry);
            }
        });
    }
}
