package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.collect.unix.operation.InternetServices;
import org.cadastre.collect.unix.operation.UnitDefinition;
import org.cadastre.collect.unix.operation.UnitDefinitions;
import org.cadastre.model.Coverage;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** How units are defined, services of inetd, jobs of at. */
class OperationTest {

    private static final ProbeResult ROOT = Recorded.probe("debian-13-server-root");

    @Test
    void aUnitIsToldWithItsFileItsOverridesAndWhatItRuns() {
        UnitDefinitions section = Recorded.read(new UnitDefinitionsReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        UnitDefinition ssh = section.getUnits().stream().filter(unit -> unit.getName().equals("ssh.service")).findFirst().orElseThrow();
        assertEquals("/usr/lib/systemd/system/ssh.service", ssh.getFile());
        assertTrue(ssh.getSha256().matches("[0-9a-f]{64}"));
        assertEquals(List.of("/usr/sbin/sshd -D $SSHD_OPTS"), ssh.getCommands());
        assertEquals("on-failure", ssh.getRestart());
        assertEquals("/etc/systemd/system/ssh.service.d/limits.conf", ssh.getOverrides().getFirst().getPath());
        assertTrue(ssh.getOverrides().getFirst().getSha256().matches("[0-9a-f]{64}"));
        assertTrue(section.getUnits().stream().anyMatch(unit -> unit.getName().equals("apt-daily.timer")));
        assertTrue(section.getUnits().stream().noneMatch(unit -> unit.getFile() != null && unit.getFile().startsWith("/run/")));
    }

    @Test
    void thatAServiceRanAgainDoesNotChangeItsDefinition() {
        UnitDefinitions before = Recorded.read(new UnitDefinitionsReader(), ROOT);
        ProbeResult later = Recorded.with(ROOT, "units", text -> text.replaceAll("start_time=\\[[^]]*\\] ; stop_time=\\[[^]]*\\] ; pid=\\d+",
                "start_time=[Mon 2026-11-23 23:00:00 UTC] ; stop_time=[n/a] ; pid=4711"));
        assertTrue(EcoreUtil.equals(before, Recorded.read(new UnitDefinitionsReader(), later)));
    }

    @Test
    void jobsOfAtAreObservations() {
        var section = Recorded.read(new QueuedJobsReader(), ROOT);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals("root", section.getJobs().getFirst().getUser());
        assertEquals("a", section.getJobs().getFirst().getQueue());
        assertTrue(section.getJobs().getFirst().getDue().matches("\\w{3} Nov \\d\\d [\\d:]+ 2026"));
    }

    /** Forms of inetd.conf(5), update-inetd(8) and xinetd.conf(5). */
    @Test
    void servicesThatStartWhenSomebodyConnects() {
        InternetServices section = Recorded.read(new InternetServicesReader(), Recorded.of(answer("inetd", """
                /etc/inetd.conf\t# comment
                /etc/inetd.conf\ttftp dgram udp wait root /usr/sbin/in.tftpd in.tftpd -s /srv/tftp
                /etc/inetd.conf\t#<off># ident stream tcp wait identd /usr/sbin/identd identd
                /etc/xinetd.d/rsync\tservice rsync
                /etc/xinetd.d/rsync\t{
                /etc/xinetd.d/rsync\t\tdisable = yes
                /etc/xinetd.d/rsync\t\tuser = root
                /etc/xinetd.d/rsync\t\tserver = /usr/bin/rsync
                /etc/xinetd.d/rsync\t\tserver_args += --daemon
                /etc/xinetd.d/rsync\t}
                """)));
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(List.of("tftp true", "ident false", "rsync false"),
                section.getServices().stream().map(service -> service.getName() + " " + service.getEnabled()).toList());
        assertEquals("/usr/bin/rsync --daemon", section.getServices().getLast().getCommand());
    }
}
