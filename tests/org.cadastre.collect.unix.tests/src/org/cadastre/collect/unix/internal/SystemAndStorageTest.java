package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Coverage;
import org.cadastre.model.host.HardwareComponents;
import org.cadastre.model.host.KernelSetting;
import org.cadastre.model.host.MountEntry;
import org.cadastre.model.host.PciDevice;
import org.cadastre.model.host.Share;
import org.cadastre.model.host.Shares;
import org.cadastre.model.host.Storage;
import org.cadastre.model.host.StoragePool;
import org.cadastre.model.host.SystemSettings;
import org.cadastre.model.host.VolumeGroup;
import org.junit.jupiter.api.Test;

/** Settings, storage and parts of a virtual machine with Debian 12, LVM, btrfs, NFS and Samba, from what it answered. */
class SystemAndStorageTest {

    private static final ProbeResult HOST = Recorded.probe("debian-12-storage-root");

    @Test
    void settingsOfTheSystem() {
        SystemSettings settings = Recorded.read(new SystemSettingsReader(), HOST);
        assertEquals(Coverage.COMPLETE, settings.getCoverage());
        assertTrue(settings.getBootParameters().endsWith("panic=1 dbpassword=***"), settings.getBootParameters());
        assertTrue(settings.getTimeServers().contains("2.debian.ntp.example"), settings.getTimeServers().toString());
        assertEquals(List.of(), settings.getDomains(), "a workgroup is no domain");
        KernelSetting limit = settings.getKernelSettings().stream().filter(one -> one.getName().equals("kernel.pid_max")).findFirst().orElseThrow();
        // The file asks for more than holds: somebody set it back.
        assertEquals("32768 /usr/lib/sysctl.d/50-pid-max.conf", limit.getValue() + " " + limit.getSource());
    }

    @Test
    void domainsThatTheHostBelongsTo() {
        SystemSettings settings = Recorded.read(new SystemSettingsReader(), Recorded.of(answer("domains", """
                /etc/sssd/sssd.conf\t[domain/harbour.example]
                /etc/sssd/sssd.conf\tid_provider = ad
                /etc/samba/smb.conf\t[global]
                /etc/samba/smb.conf\tsecurity = ADS
                /etc/samba/smb.conf\trealm = HARBOUR.EXAMPLE
                """)));
        assertEquals(List.of("HARBOUR.EXAMPLE (winbind)", "harbour.example (sssd, ad)"), settings.getDomains());
    }

    @Test
    void whatIsMountedAndHowWithoutPasswords() {
        Storage storage = Recorded.read(new StorageReader(), HOST);
        assertEquals(Coverage.COMPLETE, storage.getCoverage());
        assertEquals(List.of("/ ext4 1 [errors=remount-ro]", "none swap 0 [sw]", "/mnt/my scans cifs 0 [password=***, username=scan, vers=3.0]"),
                storage.getMountEntries().stream().map(SystemAndStorageTest::text).toList());
        assertEquals("/swapf file 33550336", storage.getSwapAreas().getFirst().getDevice() + " " + storage.getSwapAreas().getFirst().getType()
                + " " + storage.getSwapAreas().getFirst().getSize());
    }

    private static String text(MountEntry entry) {
        return entry.getMountPoint() + " " + entry.getType() + " " + entry.getPass() + " " + entry.getOptions();
    }

    @Test
    void volumeGroupsAndPools() {
        Storage storage = Recorded.read(new StorageReader(), HOST);
        VolumeGroup group = storage.getVolumeGroups().getFirst();
        assertEquals("vgdata 62914560 [/dev/loop0]", group.getName() + " " + group.getSize() + " " + group.getPhysicalVolumes());
        StoragePool pool = storage.getPools().getFirst();
        assertEquals("btrfs archive 209715200 [loop0]", pool.getKind() + " " + pool.getName() + " " + pool.getSize() + " " + pool.getDevices());
    }

    @Test
    void sharesOfNfsAndSamba() {
        Shares section = Recorded.read(new SharesReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        Share homes = share(section, "/srv/homes");
        assertEquals(List.of("192.0.2.0/24(rw,sync,no_subtree_check)", "backup.harbour.example(ro,sync)"), homes.getClients());
        assertFalse(homes.getReadOnly());
        assertTrue(share(section, "/srv/two words").getReadOnly());
        Share scans = share(section, "scans");
        assertEquals("/srv/scans Scanned papers [valid users: @office, anna] false",
                scans.getPath() + " " + scans.getComment() + " " + scans.getClients() + " " + scans.getReadOnly());
        assertTrue(section.getShares().stream().anyMatch(share -> share.getName().equals("homes") && share.getProtocol().equals("smb")));
    }

    private static Share share(Shares section, String name) {
        return section.getShares().stream().filter(share -> share.getName().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void partsOfTheMachineByNameAndDriver() {
        HardwareComponents parts = Recorded.read(new HardwareComponentsReader(), HOST);
        assertEquals(Coverage.COMPLETE, parts.getCoverage());
        PciDevice adapter = parts.getPciDevices().stream().filter(one -> one.getAddress().equals("0000:00:03.0")).findFirst().orElseThrow();
        assertEquals("Ethernet controller, Red Hat, Inc., Virtio 1.0 network device, virtio-pci",
                String.join(", ", adapter.getKind(), adapter.getVendor(), adapter.getDevice(), adapter.getDriver()));
    }

    @Test
    void memoryModulesNeedRoot() {
        HardwareComponents parts = Recorded.read(new HardwareComponentsReader(), Recorded.with(HOST,
                answer("dmi-parts", "", End.EXITED, 1, "/sys/firmware/dmi/tables/DMI: Permission denied")));
        assertEquals(Coverage.PARTIAL, parts.getCoverage());
        assertEquals("memory modules need root", parts.getReason());
    }
}
