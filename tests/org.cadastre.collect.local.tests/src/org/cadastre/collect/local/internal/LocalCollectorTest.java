package org.cadastre.collect.local.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.cadastre.collect.Collector;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.canonical.CanonicalForm;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.ListeningSockets;
import org.cadastre.model.host.OperatingSystem;
import org.cadastre.model.host.Processes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

class LocalCollectorTest {

    private static final List<String> PLAIN = List.of("/bin/sh", "-s");
    /** A network of its own, so that others who work on this machine do not move what is read. */
    private static final List<String> ALONE = List.of("unshare", "--net", "--mount", "/bin/sh", "-s");

    @BeforeAll
    static void needsUnix() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "not a Unix system");
    }

    @Test
    void isAServiceForTheLocalTargetAlone() throws Exception {
        var context = FrameworkUtil.getBundle(LocalCollector.class).getBundleContext();
        var reference = context.getServiceReferences(Collector.class, null).stream()
                .filter(found -> context.getService(found).id().equals("local")).findFirst().orElseThrow();
        Collector collector = context.getService(reference);
        assertTrue(collector.accepts(new Target.Local()));
        assertFalse(collector.accepts(new Target.Address("127.0.0.1", 22, false)));
        assertTrue(collector.credentialKinds().isEmpty());
    }

    @Test
    void aMachineReadTwiceGivesTheSameBytes() throws Exception {
        List<String> shell = ThisMachine.isRoot() ? ALONE : PLAIN;
        CanonicalForm form = new CanonicalForm();
        byte[] first = form.write(ThisMachine.read(shell).device());
        byte[] second = form.write(ThisMachine.read(shell).device());
        assertArrayEquals(first, second);
    }

    @Test
    void whatIsReadAgreesWithWhatJavaKnows() throws Exception {
        Reading reading = ThisMachine.read(PLAIN);
        OperatingSystem system = ThisMachine.section(reading, OperatingSystem.class);
        assertEquals(System.getProperty("os.version"), system.getKernelRelease());
        assertEquals(reading.device().getName(), system.getHostName());
        Hardware hardware = ThisMachine.section(reading, Hardware.class);
        int threads = hardware.getProcessors().stream().mapToInt(p -> p.getThreads()).sum();
        assertTrue(threads >= Runtime.getRuntime().availableProcessors());
        Accounts accounts = ThisMachine.section(reading, Accounts.class);
        assertEquals(Files.readAllLines(Path.of("/etc/passwd")).size(), accounts.getUsers().size());
        Processes processes = reading.observations().getSections().stream().filter(Processes.class::isInstance)
                .map(Processes.class::cast).findFirst().orElseThrow();
        assertTrue(processes.getProcesses().stream().anyMatch(p -> p.getPid() == ProcessHandle.current().pid()
                && p.getProgram().equals("java")));
        assertTrue(processes.getProcesses().stream().noneMatch(p -> p.getProgram().equals("ps")), "the probe itself is left out");
    }

    @Test
    void theWholeScriptIsAuditedOnceBeforeItRuns() throws Exception {
        List<String> audit = new ArrayList<>();
        ThisMachine.read(PLAIN, audit);
        assertEquals(1, audit.size());
        assertTrue(audit.getFirst().contains("ask os-release") && audit.getFirst().contains("probe </dev/null"));
        List<String> again = new ArrayList<>();
        ThisMachine.read(PLAIN, again);
        assertEquals(audit, again, "the marker of the run is left out, so that equal scripts are stored once");
    }

    @Test
    void withoutRightsWhatNeedsRootIsPartialAndNothingIsSilentlyEmpty() throws Exception {
        assumeTrue(ThisMachine.isRoot(), "only root can become somebody else");
        Reading reading = ThisMachine.read(ThisMachine.asNobody());
        for (Section section : reading.device().getSections()) {
            assertEquals("user", section.getPrivilege(), section.eClass().getName());
            assertEquals(section.getCoverage() == Coverage.COMPLETE, section.getReason() == null);
        }
        Accounts accounts = ThisMachine.section(reading, Accounts.class);
        assertEquals(Coverage.PARTIAL, accounts.getCoverage());
        assertFalse(accounts.getUsers().isEmpty());
        ListeningSockets sockets = ThisMachine.section(reading, ListeningSockets.class);
        assertNotNull(sockets);
        if (!sockets.getSockets().isEmpty()) {
            assertEquals(Coverage.PARTIAL, sockets.getCoverage());
        }
    }

    /**
     * The probe runs on an overlay of this machine's root file system, in which every write would leave a trace.
     */
    @Test
    void nothingIsWritten() throws Exception {
        assumeTrue(ThisMachine.isRoot(), "an overlay needs root");
        String setUp = """
                set -e
                mount --make-rprivate /
                mount -t tmpfs tmpfs /mnt
                mkdir /mnt/upper /mnt/work /mnt/root
                mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root
                for kind in proc sys dev; do mount --rbind /$kind /mnt/root/$kind; done
                [ "$1" = probe ] || touch /mnt/root/tmp/witness
                chroot /mnt/root /bin/sh -s
                echo WRITTEN
                cd /mnt/upper && find . -mindepth 1 ! -type d
                """;
        assertEquals(List.of(), written(setUp, "probe"));
        assertEquals(List.of("./tmp/witness"), written(setUp, "witness"), "the trap catches");
    }

    private static List<String> written(String setUp, String mode) throws Exception {
        List<byte[]> transcripts = new ArrayList<>();
        LocalShell shell = new LocalShell(List.of("unshare", "--mount", "/bin/sh", "-c", setUp, "sh", mode));
        new org.cadastre.collect.unix.UnixReader().read((script, limits) -> {
            var transcript = shell.run(script, limits);
            transcripts.add(transcript.bytes());
            return transcript;
        }, "local", java.util.Optional.empty(), new org.cadastre.collect.Context(List.of(), text -> { }, null,
                java.time.Instant.now().plusSeconds(100)));
        List<String> lines = Arrays.asList(new String(transcripts.getFirst(), java.nio.charset.StandardCharsets.ISO_8859_1).split("\n"));
        int at = lines.lastIndexOf("WRITTEN");
        assumeTrue(at >= 0, "this machine allows no overlay");
        return List.copyOf(lines.subList(at + 1, lines.size()));
    }
}
