package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Device;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;
import org.junit.jupiter.api.Test;

/** One big device takes time in step with its size. What is quadratic does not end within these limits. */
class LinearTimeTest {

    private final DeviceComparer comparer = new DeviceComparer();

    @Test
    void aDeviceOf200000ElementsIsComparedThoughEveryOtherElementDiffers() {
        Device before = device(0, 200_000);
        Device after = device(2_000, 200_000);

        DeviceComparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> comparer.compare(before, after));

        assertEquals(2_000, comparison.getElements().getRemoved());
        assertEquals(2_000, comparison.getElements().getAdded());
        assertEquals(99_000, comparison.getElements().getChanged());
        assertEquals(99_000, comparison.getElements().getUnchanged());
        assertEquals(103_000, comparison.getChanges().size());
    }

    @Test
    void aGroupOf200000MembersInAnotherOrderIsCompared() {
        Device before = group(0, 200_000, 1);
        Device after = group(2_000, 200_000, -1);

        DeviceComparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> comparer.compare(before, after));

        assertEquals(4_000, comparison.getChanges().size());
    }

    /** Packages numbered from one number on; the version of every other one tells where the numbering began. */
    private static Device device(int first, int count) {
        Software software = HostFactory.eINSTANCE.createSoftware();
        for (int i = first; i < first + count; i++) {
            Package each = HostFactory.eINSTANCE.createPackage();
            each.setName("package-" + i);
            each.setManager("dpkg");
            each.setVersion(i % 2 == 0 ? "1.0" : "1." + first);
            software.getPackages().add(each);
        }
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.getSections().add(software);
        return device;
    }

    private static Device group(int first, int count, int step) {
        Group group = HostFactory.eINSTANCE.createGroup();
        group.setName("everyone");
        for (int i = 0; i < count; i++) {
            int number = step > 0 ? first + i : first + count - 1 - i;
            group.getMembers().add("user" + number);
        }
        var accounts = HostFactory.eINSTANCE.createAccounts();
        accounts.getGroups().add(group);
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.getSections().add(accounts);
        return device;
    }
}
