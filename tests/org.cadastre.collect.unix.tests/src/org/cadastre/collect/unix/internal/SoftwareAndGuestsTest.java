package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;

import org.cadastre.model.Coverage;
import org.cadastre.model.host.AvailableUpdates;
import org.cadastre.model.host.Container;
import org.cadastre.model.host.Containers;
import org.cadastre.model.host.JavaInstallations;
import org.cadastre.model.host.LanguagePackages;
import org.cadastre.model.host.LogSign;
import org.cadastre.model.host.LogSigns;
import org.cadastre.model.host.Repositories;
import org.cadastre.model.host.Repository;
import org.cadastre.model.host.Software;
import org.cadastre.model.host.VirtualMachine;
import org.cadastre.model.host.VirtualMachines;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** Where software comes from, guests, and signs of trouble, from what a Debian 12 with Podman and libvirt answered. */
class SoftwareAndGuestsTest {

    private static final ProbeResult HOST = Recorded.probe("debian-12-software-root");

    private static <T> T find(List<T> all, Function<T, String> name, String wanted) {
        return all.stream().filter(one -> wanted.equals(name.apply(one))).findFirst().orElseThrow(() -> new AssertionError(all));
    }

    @Test
    void repositoriesOfDebianInBothForms() {
        Repositories section = Recorded.read(new RepositoriesReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(List.of("deb http://mirror.example/debian bookworm", "deb http://mirror.example/debian bookworm-updates",
                "deb http://mirror.example/debian-security bookworm-security"),
                section.getRepositories().stream().map(Repository::getName).toList());
        assertEquals(List.of("main"), section.getRepositories().getFirst().getComponents());
        Repositories lines = Recorded.read(new RepositoriesReader(), Recorded.of(answer("repositories", """
                /etc/apt/sources.list\t# a comment
                /etc/apt/sources.list\tdeb [arch=amd64 trusted=yes] http://ops:hunter2@mirror.example/debian bookworm main contrib # more
                /etc/yum.repos.d/base.repo\t[baseos]
                /etc/yum.repos.d/base.repo\tname=Base
                /etc/yum.repos.d/base.repo\tmirrorlist=https://mirror.example/list?repo=baseos
                /etc/yum.repos.d/base.repo\tgpgcheck=0
                /etc/yum.repos.d/base.repo\tenabled=0
                /etc/apk/repositories\thttps://mirror.example/alpine/v3.20/main
                """)));
        assertEquals(Coverage.COMPLETE, lines.getCoverage());
        Repository apt = lines.getRepositories().getFirst();
        assertEquals("deb http://ops:***@mirror.example/debian bookworm", apt.getName());
        assertEquals(List.of("contrib", "main"), apt.getComponents());
        assertFalse(apt.getVerified());
        Repository yum = find(lines.getRepositories(), Repository::getName, "baseos");
        assertFalse(yum.getEnabled() || yum.getVerified());
        assertEquals("https://mirror.example/list?repo=baseos", yum.getAddress());
        assertEquals("apk", lines.getRepositories().getLast().getManager());
    }

    @Test
    void updatesOfSecurityAreMarked() {
        AvailableUpdates section = Recorded.read(new AvailableUpdatesReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(12, section.getUpdates().size());
        var perl = find(section.getUpdates(), update -> update.getName(), "libperl5.36");
        assertEquals("5.36.0-7+deb12u2", perl.getInstalled());
        assertEquals("5.36.0-7+deb12u4", perl.getAvailable());
        assertEquals("amd64", perl.getArchitecture());
        assertTrue(perl.getSecurity());
        assertFalse(find(section.getUpdates(), update -> update.getName(), "bash").getSecurity());
    }

    @Test
    void packagesOfRpmAndPacman() {
        Software section = Recorded.read(new SoftwareReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(List.of("pacman harbour-tools null 1.4-3 null", "rpm harbour-tools noarch 2:1.4-3 Harbour Office"),
                section.getPackages().stream().map(p -> p.getManager() + " " + p.getName() + " " + p.getArchitecture() + " "
                        + p.getVersion() + " " + p.getVendor()).sorted().toList());
    }

    @Test
    void packagesOfLanguagesAreKnownByTheirFolders() {
        LanguagePackages section = Recorded.read(new LanguagePackagesReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals("3.1.2", find(section.getPackages(), p -> p.getName(), "Jinja2").getVersion());
        assertEquals("38.0.4", find(section.getPackages(), p -> p.getName(), "cryptography").getVersion());
        assertEquals("/usr/lib/python3/dist-packages", section.getPackages().getFirst().getFolder());
        assertEquals("1.3.0", find(section.getPackages(), p -> p.getName(), "left-pad").getVersion());
        assertEquals(List.of("npm", "pip"), section.getPackages().stream().map(p -> p.getManager()).distinct().sorted().toList());
    }

    @Test
    void everyJavaHasItsMakerAndVersion() {
        JavaInstallations section = Recorded.read(new JavaInstallationsReader(), HOST);
        var temurin = find(section.getInstallations(), java -> java.getHome(), "/usr/lib/jvm/temurin-25-jdk-amd64");
        assertEquals("25.0.3+9-LTS", temurin.getVersion());
        assertEquals("Eclipse Adoptium", temurin.getVendor());
    }

    @Test
    void containersOfPodmanWithoutTheirSecretsAndMoods() {
        Containers section = Recorded.read(new ContainersReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        Container web = find(section.getContainers(), Container::getName, "web");
        assertEquals("localhost/web:1.2", web.getImage());
        assertEquals("always", web.getRestart());
        assertEquals(List.of("0.0.0.0:8080 > 80/tcp"), web.getPorts());
        assertEquals(List.of("/srv > /data (ro)"), web.getMounts());
        assertEquals("/bin/sh -c sleep 1000; echo --password ***", web.getCommand());
        assertEquals("shop", find(section.getContainers(), Container::getName, "db").getProject());
        assertEquals("localhost/web:1.2", section.getImages().getFirst().getName());
        ProbeResult restarted = Recorded.with(HOST, "podman-containers",
                text -> text.replace("\tcreated\t0001-01-01 00:00:00 +0000 UTC\t0\t", "\trunning\t2026-11-23 14:00:01.5 +0100 CET\t7\t"));
        assertTrue(EcoreUtil.equals(section, Recorded.read(new ContainersReader(), restarted)));
        var state = Recorded.read(new ContainerStatesReader(), restarted).getStates().getFirst();
        assertEquals("running 7 2026-11-23T13:00:01.500Z", state.getStatus() + " " + state.getRestarts() + " " + state.getStarted());
        assertNull(Recorded.read(new ContainerStatesReader(), HOST).getStates().getFirst().getStarted());
    }

    @Test
    void machinesOfLibvirt() {
        VirtualMachines section = Recorded.read(new VirtualMachinesReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        VirtualMachine machine = section.getMachines().getFirst();
        assertEquals("test 6695eb01-f6a4-8304-79aa-97f2502e193f 2 8589934592", machine.getName() + " " + machine.getUuid() + " "
                + machine.getProcessors() + " " + machine.getMemory());
        assertTrue(machine.getRunning());
        assertFalse(machine.getAutostart());
    }

    @Test
    void aMachineOfAHostileHypervisorOpensNoFile() {
        VirtualMachines section = Recorded.read(new VirtualMachinesReader(), Recorded.of(answer("libvirt", """
                machine\trunning\tenable
                <!DOCTYPE domain [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
                <domain>
                  <name>&secret;</name>
                </domain>
                """)));
        assertEquals(List.of(), section.getMachines());
        assertEquals("some machines of libvirt could not be understood", section.getReason());
    }

    @Test
    void signsOfTroubleAreCountedByWhatTheyAreAbout() {
        LogSigns section = Recorded.read(new LogSignsReader(), HOST);
        assertEquals(Coverage.COMPLETE, section.getCoverage());
        assertEquals(List.of("program crash python3 1", "out of memory python3 1", "file system error loop0 5"),
                section.getSigns().stream().map(sign -> sign.getKind() + " " + sign.getSource() + " " + sign.getCount()).toList());
        LogSign crash = section.getSigns().getFirst();
        assertEquals(crash.getFirst(), crash.getLast());
        assertTrue(crash.getExample().startsWith("python3["));
    }
}
