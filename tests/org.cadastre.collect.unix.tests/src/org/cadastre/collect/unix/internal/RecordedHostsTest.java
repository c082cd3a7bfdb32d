package org.cadastre.collect.unix.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.model.Coverage;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.FileSystems;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.ListeningSockets;
import org.cadastre.model.host.NameResolution;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Routes;
import org.cadastre.model.host.ScheduledJobs;
import org.cadastre.model.host.Services;
import org.cadastre.model.host.Software;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedHostsTest {

    @Test
    void aSystemdHostIsReadWithNameVersionAndKind() {
        OperatingSystem system = Recorded.read(new OperatingSystemReader(), Recorded.probe("debian-13-systemd-root"));
        assertEquals("trixie1", system.getHostName());
        assertEquals("Debian GNU/Linux 13 (trixie)", system.getName());
        assertEquals("debian", system.getDistribution());
        assertTrue(system.getVersion().startsWith("13."), system.getVersion());
        assertEquals("systemd-nspawn", system.getVirtualization());
        assertEquals("x86_64", system.getArchitecture());
        assertEquals(Coverage.COMPLETE, system.getCoverage());
    }

    @Test
    void servicesThatComeAndGoHaveNoRunningState() {
        Services services = Recorded.read(new ServicesReader(), Recorded.probe("debian-13-systemd-root"));
        assertEquals(Coverage.COMPLETE, services.getCoverage());
        assertEquals(true, running(services, "ssh.service"));
        assertEquals(true, running(services, "cron.service"));
        assertEquals(true, running(services, "systemd-logind.service"));
        assertEquals(false, running(services, "debug-shell.service"));
        assertNull(running(services, "apt-daily.service"), "a timer starts it");
        assertNull(running(services, "systemd-hostnamed.service"), "the bus starts it");
        assertNull(running(services, "systemd-tmpfiles-setup.service"), "one-shot");
        assertTrue(services.getServices().stream().anyMatch(s -> s.getName().equals("getty@tty1.service")), "enabled instance");
        assertFalse(services.getServices().stream().anyMatch(s -> s.getName().startsWith("user@")), "instance of a login");
    }

    private static Boolean running(Services services, String name) {
        return services.getServices().stream().filter(s -> s.getName().equals(name)).findFirst().orElseThrow().getRunning();
    }

    @Test
    void timersAndCronTablesAreScheduledJobs() {
        ScheduledJobs jobs = Recorded.read(new ScheduledJobsReader(), Recorded.probe("debian-13-systemd-root"));
        assertEquals(Coverage.COMPLETE, jobs.getCoverage());
        assertTrue(jobs.getJobs().stream().anyMatch(job -> job.getSource().equals("apt-daily.timer")
                && job.getSchedule().equals("OnCalendar=*-*-* 06,18:00:00") && job.getEnabled()));
        assertTrue(jobs.getJobs().stream().anyMatch(job -> job.getSource().equals("/etc/crontab")
                && job.getSchedule().equals("17 * * * *") && job.getUser().equals("root")));
    }

    @Test
    void anOrdinaryAccountGetsPartialSectionsWithReasonsWhereRootIsNeeded() {
        ProbeResult probe = Recorded.probe("debian-13-systemd-user");
        Accounts accounts = Recorded.read(new AccountsReader(), probe);
        assertEquals(Coverage.PARTIAL, accounts.getCoverage());
        assertEquals("which passwords are locked needs root", accounts.getReason());
        assertEquals("user", accounts.getPrivilege());
        assertFalse(accounts.getUsers().isEmpty());
        assertTrue(accounts.getUsers().stream().allMatch(user -> user.getLocked() == null));
        ListeningSockets sockets = Recorded.read(new ListeningSocketsReader(), probe);
        assertEquals(Coverage.PARTIAL, sockets.getCoverage());
        assertEquals("program names of other accounts' sockets need root", sockets.getReason());
        assertEquals(2, sockets.getSockets().size());
        ScheduledJobs jobs = Recorded.read(new ScheduledJobsReader(), probe);
        assertEquals(Coverage.PARTIAL, jobs.getCoverage());
        assertEquals("cron tables of the accounts need root", jobs.getReason());
    }

    @Test
    void rootSeesProgramsAndLocks() {
        ProbeResult probe = Recorded.probe("debian-13-systemd-root");
        ListeningSockets sockets = Recorded.read(new ListeningSocketsReader(), probe);
        assertEquals(Coverage.COMPLETE, sockets.getCoverage());
        assertTrue(sockets.getSockets().stream().allMatch(s -> s.getProgram().equals("sshd") && s.getUser().equals("root")));
        Accounts accounts = Recorded.read(new AccountsReader(), probe);
        assertEquals(Coverage.COMPLETE, accounts.getCoverage());
        assertTrue(accounts.getUsers().stream().filter(u -> u.getName().equals("daemon")).findFirst().orElseThrow().getLocked());
    }

    @Test
    void addressesAndRoutesOfEveryTableAreRead() {
        ProbeResult probe = Recorded.probe("debian-11-chroot-root");
        Interfaces interfaces = Recorded.read(new InterfacesReader(), probe);
        assertEquals(List.of("lo", "uplink"), interfaces.getInterfaces().stream().map(Interface::getName).sorted().toList(),
                "the cable of a container is left out");
        Interface uplink = interfaces.getInterfaces().stream().filter(i -> i.getName().equals("uplink")).findFirst().orElseThrow();
        assertEquals(1400, uplink.getMtu());
        assertTrue(uplink.getEnabled());
        assertEquals("veth", uplink.getType());
        assertTrue(uplink.getAddresses().stream().anyMatch(a -> a.getAddress().equals("198.51.100.7") && a.getPrefixLength() == 24));
        assertTrue(uplink.getAddresses().stream().anyMatch(a -> a.getAddress().equals("2001:db8::7") && a.getPrefixLength() == 64));
        Routes routes = Recorded.read(new RoutesReader(), probe);
        assertEquals(Coverage.COMPLETE, routes.getCoverage());
        assertTrue(routes.getRoutes().stream().anyMatch(r -> "0.0.0.0/0".equals(r.getDestination()) && "198.51.100.1".equals(r.getGateway())));
        assertTrue(routes.getRoutes().stream().anyMatch(r -> "203.0.113.0/24".equals(r.getDestination()) && "blackhole".equals(r.getType())));
        assertTrue(routes.getRoutes().stream().anyMatch(r -> "100".equals(r.getTable()) && "10.9.0.0/16".equals(r.getDestination())));
        assertEquals(List.of("198.51.100.2", "198.51.100.3"), routes.getRoutes().stream()
                .filter(r -> "192.0.2.0/24".equals(r.getDestination())).map(r -> r.getGateway()).sorted().toList());
        assertTrue(routes.getRoutes().stream().noneMatch(r -> "local".equals(r.getTable())));
    }

    @Test
    void namesComeFromFilesAlone() {
        ProbeResult probe = Recorded.probe("debian-11-chroot-root");
        OperatingSystem system = Recorded.read(new OperatingSystemReader(), probe);
        assertEquals("bullseye1", system.getHostName());
        assertEquals("bullseye1.example.org", system.getDomainName());
        NameResolution names = Recorded.read(new NameResolutionReader(), probe);
        assertEquals(List.of("198.51.100.53"), names.getServers());
        assertEquals(List.of("example.org"), names.getSearchDomains());
    }

    @Test
    void installedPackagesAreRead() {
        Software software = Recorded.read(new SoftwareReader(), Recorded.probe("debian-11-chroot-root"));
        assertEquals(Coverage.COMPLETE, software.getCoverage());
        assertTrue(software.getPackages().stream().anyMatch(p -> p.getName().equals("dpkg") && p.getManager().equals("dpkg")
                && p.getArchitecture().equals("amd64") && p.getVersion().startsWith("1.20.")));
    }

    @Test
    void aHostWithBusyboxAloneIsReadByItsMeans() {
        ProbeResult probe = Recorded.probe("busybox-1.35-root");
        Interfaces interfaces = Recorded.read(new InterfacesReader(), probe);
        assertEquals(Coverage.COMPLETE, interfaces.getCoverage());
        assertTrue(interfaces.getInterfaces().stream().anyMatch(i -> i.getName().equals("eth0")
                && i.getAddresses().getFirst().getAddress().equals("198.51.100.8")));
        assertEquals(2, Recorded.read(new AccountsReader(), probe).getUsers().size());
        assertFalse(Recorded.read(new ProcessesReader(), probe).getCoverage() == Coverage.FAILED);
        Software software = Recorded.read(new SoftwareReader(), probe);
        assertEquals(Coverage.UNSUPPORTED, software.getCoverage());
        assertNotNull(software.getReason());
    }

    @Test
    void aContainerIsKnownByItsInstallationNotByTheMachineBelow() {
        Identity identity = Recorded.read(new IdentityReader(), Recorded.probe("debian-13-systemd-root"));
        assertEquals(Coverage.COMPLETE, identity.getCoverage());
        List<IdentifierKind> kinds = identity.getIdentifiers().stream().map(i -> i.getKind()).distinct().toList();
        assertEquals(List.of(IdentifierKind.MACHINE_ID, IdentifierKind.SSH_HOST_KEY, IdentifierKind.NAME), kinds);
        assertTrue(identity.getIdentifiers().stream().filter(i -> i.getKind() == IdentifierKind.SSH_HOST_KEY)
                .allMatch(i -> i.getValue().matches("SHA256:[A-Za-z0-9+/]{43}")));
    }

    @Test
    void mountsOfTheKernelAndOfSessionsAreLeftOut() {
        FileSystems systems = Recorded.read(new FileSystemsReader(), Recorded.probe("debian-13-systemd-root"));
        assertTrue(systems.getFileSystems().stream().anyMatch(f -> f.getMountPoint().equals("/") && f.getType().equals("ext4")
                && f.getSize() != null && f.getOptions().contains("rw")));
        assertTrue(systems.getFileSystems().stream().noneMatch(f -> f.getMountPoint().startsWith("/proc")
                || f.getMountPoint().startsWith("/sys") || f.getType().equals("cgroup2")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "debian-13-systemd-root", "debian-13-systemd-user", "debian-11-chroot-root", "debian-11-chroot-user",
            "busybox-1.35-root", "debian-13-server-root", "debian-13-server-user" })
    void everySectionIsThereAndNoneIsSilentlyEmpty(String name) {
        HostSections sections = new HostSections(Recorded.probe(name), "ssh");
        assertEquals(HostSections.readers().stream().filter(reader -> reader.wanted(Recorded.probe(name))).count(),
                sections.device().getSections().size() + sections.observations().getSections().size());
        for (Section section : sections.device().getSections()) {
            assertEquals("unix", section.getCollector());
            assertEquals("2", section.getCollectorVersion());
            assertEquals("ssh", section.getProtocol());
            assertNotNull(section.getPrivilege());
            assertEquals(section.getCoverage() == Coverage.COMPLETE, section.getReason() == null, section.eClass().getName());
        }
    }
}
