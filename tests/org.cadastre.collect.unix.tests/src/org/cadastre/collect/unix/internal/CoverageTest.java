package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Coverage;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.ScheduledJobs;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static void covered(Coverage coverage, String reason, Section section) {
        assertEquals(coverage, section.getCoverage());
        assertEquals(reason, section.getReason());
    }

    @Test
    void aMissingCommandWithoutFallbackIsUnsupported() {
        covered(Coverage.UNSUPPORTED, "the host does not have ss, netstat", Recorded.read(new ListeningSocketsReader(),
                Recorded.of(answer("ss", "", End.MISSING, 0, ""), answer("netstat", "", End.MISSING, 0, ""))));
        covered(Coverage.UNSUPPORTED, "no known way to read it on this system",
                Recorded.read(new SoftwareReader(), Recorded.of()));
    }

    @Test
    void aRefusedCommandIsDenied() {
        covered(Coverage.DENIED, "ss needs root", Recorded.read(new ListeningSocketsReader(),
                Recorded.of(answer("ss", "", End.EXITED, 1, "ss: Operation not permitted"))));
    }

    @Test
    void aFailedCommandIsFailedAndItsFallbackHealsIt() {
        CommandOutput failed = answer("ip-address", "", End.EXITED, 255, "unknown option");
        covered(Coverage.FAILED, "ip-address failed with status 255", Recorded.read(new InterfacesReader(), Recorded.of(failed)));
        covered(Coverage.COMPLETE, null, Recorded.read(new InterfacesReader(), Recorded.of(failed,
                answer("ip-address-plain", "1: lo: <LOOPBACK,UP> mtu 65536\n    link/loopback 00:00:00:00:00:00\n"))));
    }

    @Test
    void aStoppedCommandIsTimedOutOrPartialWithWhatItGave() {
        covered(Coverage.TIMED_OUT, "dpkg did not end within its limit",
                Recorded.read(new SoftwareReader(), Recorded.of(answer("dpkg", "", End.TIMED_OUT, 124, ""))));
        var some = Recorded.read(new SoftwareReader(),
                Recorded.of(answer("dpkg", "ii \tbash\tamd64\t5.2\nii \tcut", End.TIMED_OUT, 124, "")));
        covered(Coverage.PARTIAL, "dpkg did not end within its limit", some);
        assertEquals(1, some.getPackages().size());
    }

    @Test
    void aFloodIsPartial() {
        covered(Coverage.PARTIAL, "dpkg wrote more than is taken, the end is missing", Recorded.read(new SoftwareReader(),
                Recorded.of(answer("dpkg", "ii \tbash\tamd64\t5.2\n", End.TRUNCATED, 141, ""))));
    }

    @Test
    void serialNumbersThatOnlyRootMayReadMakeIdentityAndHardwarePartial() {
        ProbeResult probe = Recorded.of(answer("uname", "Linux web1 6.1.0 x86_64\n"), answer("detect-virt", "kvm\n"),
                answer("disks", ""), answer("cpuinfo", "processor : 0\nmodel name : X\n\n"),
                answer("dmi", "/sys/class/dmi/id/sys_vendor\tACME\n/sys/class/dmi/id/product_name\tBox 1\n"
                        + "/sys/class/dmi/id/product_serial\n/sys/class/dmi/id/product_uuid\n"));
        covered(Coverage.PARTIAL, "serial number and UUID need root", Recorded.read(new IdentityReader(), probe));
        Hardware hardware = Recorded.read(new HardwareReader(), probe);
        covered(Coverage.PARTIAL, "serial number and UUID need root", hardware);
        assertEquals("ACME", hardware.getManufacturer());
        assertNull(hardware.getSerialNumber());
    }

    @Test
    void fillersOfTheMakerIdentifyNothing() {
        ProbeResult probe = Recorded.of(answer("uname", "Linux web1 6.1.0 x86_64\n"), answer("detect-virt", "none\n"),
                answer("dmi", "/sys/class/dmi/id/sys_vendor\tACME\n/sys/class/dmi/id/product_serial\tTo Be Filled By O.E.M.\n"
                        + "/sys/class/dmi/id/product_uuid\t00000000-0000-0000-0000-000000000000\n"),
                answer("machine-id", "/etc/machine-id\tuninitialized\n"));
        Identity identity = Recorded.read(new IdentityReader(), probe);
        assertEquals(1, identity.getIdentifiers().size());
        assertEquals(IdentifierKind.NAME, identity.getIdentifiers().getFirst().getKind());
        for (String filler : new String[] { "0", "00000000", "None", "Not Specified", "0123456789", "Default string", "  ", "xxxxxxx" }) {
            assertTrue(Dmi.meaningful(filler).isEmpty(), filler);
        }
        assertEquals("VMware-56 4d", Dmi.meaningful(" VMware-56  4d ").orElseThrow());
    }

    @Test
    void locallyAdministeredAddressesIdentifyNothing() {
        assertTrue(IdentityReader.isGlobal("3c:52:82:00:00:01"));
        assertTrue(!IdentityReader.isGlobal("02:42:ac:11:00:02") && !IdentityReader.isGlobal("52:54:00:12:34:56"));
    }

    @Test
    void secretsInCronTablesAreBlottedOut() {
        ScheduledJobs jobs = Recorded.read(new ScheduledJobsReader(), Recorded.of(answer("cron", ""), answer("cron-folders", ""),
                answer("cron-tables", """
                        /var/spool/cron/root\tMAILTO=ops@example.org
                        /var/spool/cron/root\t0 1 * * * mysqldump -uroot -phunter2 all
                        /var/spool/cron/root\t0 2 * * * curl https://ops:hunter2@example.org/?token=hunter2
                        /var/spool/cron/root\t0 3 * * * backup --password hunter2 --all
                        /var/spool/cron/root\t@daily backup PASSWORD='hunter2 x' run
                        /var/spool/cron/root\t0 4 * * * backup --password hunter2 --all
                        """)));
        assertEquals(Coverage.COMPLETE, jobs.getCoverage());
        assertEquals(4, jobs.getJobs().size());
        assertTrue(jobs.getJobs().stream().noneMatch(job -> job.getCommand().contains("hunter2")));
        assertTrue(jobs.getJobs().stream().anyMatch(job -> job.getCommand().equals("backup --password *** --all")
                && job.getSchedule().equals("0 3 * * *; 0 4 * * *") && job.getUser().equals("root")));
    }

    @Test
    void aFileThatIsReplacedMeanwhileCostsNoCoverage() {
        String listing = "-rw-r--r-- 1 0 0 12 Nov 23 10:00 /etc/hosts\n";
        assertTrue(answer("files", listing, End.EXITED, 1, "ls: cannot access '/etc/hosts.new': No such file or directory\n").succeeded());
        assertFalse(answer("files", listing, End.EXITED, 1, "ls: cannot access '/etc/x': Input/output error\n").succeeded());
        assertFalse(answer("files", listing, End.EXITED, 1, "").succeeded());
        assertFalse(answer("files", "", End.EXITED, 1, "find: '/etc': No such file or directory\n").succeeded());
    }
}
