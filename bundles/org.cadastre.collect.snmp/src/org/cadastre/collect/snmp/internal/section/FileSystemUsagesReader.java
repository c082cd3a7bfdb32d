package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.FileSystemUsage;
import org.cadastre.model.host.FileSystemUsages;
import org.cadastre.model.host.HostFactory;

/** How full file systems are (HOST-RESOURCES-MIB, RFC 2790). */
final class FileSystemUsagesReader implements SectionReader<FileSystemUsages> {

    @Override
    public FileSystemUsages create() {
        return HostFactory.eINSTANCE.createFileSystemUsages();
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.STORAGE);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(FileSystemUsages section, Mib mib) {
        mib.rows(HostResources.STORAGE).stream().filter(FileSystemsReader::isFileSystem).forEach(storage -> {
            FileSystemUsage usage = HostFactory.eINSTANCE.createFileSystemUsage();
            usage.setMountPoint(FileSystemsReader.mountPoint(storage));
            Optional<Long> used = HostResources.bytes(storage, 6);
            used.ifPresent(usage::setUsed);
            used.ifPresent(bytes -> usage.setAvailable(Math.max(0, HostResources.bytes(storage, 5).orElse(bytes) - bytes)));
            section.getUsages().add(usage);
        });
    }
}
