package org.cadastre.collect.unix.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.collect.unix.internal.DiskFree.Usage;
import org.cadastre.collect.unix.internal.Mounts.Mount;
import org.cadastre.model.host.FileSystem;
import org.cadastre.model.host.FileSystems;
import org.cadastre.model.host.HostFactory;

/** Mounted file systems. Sizes from df(1), for local ones; what grows and shrinks with its contents has none. */
public final class FileSystemsReader implements SectionReader<FileSystems> {

    private static final Set<String> ELASTIC = Set.of("zfs", "overlay", "overlayfs", "aufs", "apfs", "autofs");
    private static final Set<String> NETWORK = Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs",
            "afs", "lustre", "fuse.sshfs", "fuse.glusterfs", "virtiofs", "beegfs", "davfs");

    @Override
    public FileSystems create() {
        return HostFactory.eINSTANCE.createFileSystems();
    }

    @Override
    public void read(FileSystems section, Sources sources) {
        Optional<CommandOutput> mounts = sources.first("mountinfo", "mount");
        if (mounts.isEmpty()) {
            return;
        }
        Map<String, Usage> byPlace = DiskFree.read(sources.lookUp("df").or(() -> sources.lookUp("df-all")));
        // df leaves out what is mounted a second time elsewhere.
        Map<String, Usage> byDevice = new HashMap<>();
        byPlace.values().forEach(usage -> byDevice.put(usage.device(), usage));
        for (Mount mount : Mounts.read(mounts.get(), Values.of(sources.lookUp("loops")), sources)) {
            FileSystem system = HostFactory.eINSTANCE.createFileSystem();
            system.setMountPoint(mount.mountPoint());
            system.setDevice(mount.device());
            system.setType(mount.type());
            system.getOptions().addAll(mount.options());
            boolean sized = !ELASTIC.contains(mount.type()) && !NETWORK.contains(mount.type());
            if (sized) {
                Optional<Usage> usage = Optional.ofNullable(byPlace.get(mount.mountPoint()))
                        .or(() -> Optional.ofNullable(byDevice.get(mount.device())).filter(u -> isDevice(mount)));
                usage.flatMap(found -> DiskFree.kibibytes(found.size()))
                        .filter(bytes -> !mount.type().equals("tmpfs") || Mounts.isChosenSize(bytes))
                        .ifPresent(system::setSize);
                if (usage.isEmpty() && isDevice(mount)) {
                    sources.partial("df does not tell the size of all local file systems");
                }
            }
            section.getFileSystems().add(system);
        }
    }

    private static boolean isDevice(Mount mount) {
        return mount.device().startsWith("/dev/");
    }
}
