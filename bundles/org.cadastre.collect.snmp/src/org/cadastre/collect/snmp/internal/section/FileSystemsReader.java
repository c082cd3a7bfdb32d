package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.FileSystem;
import org.cadastre.model.host.FileSystems;
import org.cadastre.model.host.HostFactory;

/** File systems that are mounted (HOST-RESOURCES-MIB, RFC 2790). Memory, which the same tables tell, is none. */
final class FileSystemsReader implements SectionReader<FileSystems> {

    @Override
    public FileSystems create() {
        return HostFactory.eINSTANCE.createFileSystems();
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.STORAGE, HostResources.FILE_SYSTEMS);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    static boolean isFileSystem(Row storage) {
        return storage.oid(2).filter(type -> type.equals(HostResources.FIXED_DISK) || type.equals(HostResources.NETWORK_DISK)).isPresent()
                && HostResources.bytes(storage, 5).filter(size -> size > 0).isPresent();
    }

    @Override
    public void read(FileSystems section, Mib mib) {
        for (Row storage : mib.rows(HostResources.STORAGE)) {
            if (!isFileSystem(storage)) {
                continue;
            }
            FileSystem fileSystem = HostFactory.eINSTANCE.createFileSystem();
            fileSystem.setMountPoint(mountPoint(storage));
            HostResources.bytes(storage, 5).ifPresent(fileSystem::setSize);
            Optional<Row> mount = mib.rows(HostResources.FILE_SYSTEMS).stream().filter(row -> row.is(7, storage.number())).findFirst();
            mount.flatMap(row -> row.oid(4)).flatMap(HostResources::fileSystemType).ifPresent(fileSystem::setType);
            mount.flatMap(row -> row.text(3)).ifPresent(fileSystem::setDevice);
            section.getFileSystems().add(fileSystem);
        }
    }

    /** Windows appends label and serial number to the drive: "C:\ Label:System  Serial Number 1c8b2a". */
    static String mountPoint(Row storage) {
        return storage.text(3).orElse("storage " + storage.number()).replaceFirst("(?s)^([A-Z]:\\\\) Label:.*", "$1");
    }
}
