package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.collect.Reading;
import org.cadastre.collect.networkos.configuration.ConfigurationStatement;
import org.cadastre.collect.networkos.configuration.RunningConfiguration;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.TargetResult;
import org.cadastre.testing.EstateOnDisk;
import org.cadastre.testing.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A visit to a real router whose command line is no Unix shell. */
@Timeout(120)
class NetworkDeviceTest {

    private static final String ID = "00000000000000a1";

    @TempDir
    Path directory;
    private Frr router;
    private Sshd sshd;
    private final Visitor visitor = new Visitor();

    @BeforeEach
    void start() throws Exception {
        Sshd.require();
        router = new Frr(List.of("hostname r1", "password t0psecret", "interface lo", " description core",
                " ip address 192.0.2.1/32"));
        sshd = Sshd.start(directory.resolve("sshd"), List.of("ed25519"));
        visitor.time = Duration.ofSeconds(60);
    }

    @AfterEach
    void stop() throws Exception {
        if (sshd != null) {
            sshd.close();
        }
        if (router != null) {
            router.close();
        }
    }

    @Test
    void exactlyTheStatementThatWasChangedIsTold() throws Exception {
        Device before = read();
        Device again = read();
        router.configure("interface lo", "description edge");
        router.configure("password an0thersecret");
        Device after = read();
        try (EstateOnDisk estate = new EstateOnDisk(directory.resolve("estate"))) {
            estate.snapshot().read("r1", before).save("before");
            estate.snapshot().read("r1", again).save("again");
            estate.snapshot().read("r1", after).save("after");
            assertEquals(estate.reader("before").stateId(ID), estate.reader("again").stateId(ID));
            assertEquals(List.of(new Told("RunningConfiguration", "statements[interface lo]", "text", Verdict.CHANGED,
                    " description core\n ip address 192.0.2.1/32\n", " description edge\n ip address 192.0.2.1/32\n")),
                    Told.of(estate.compare("before", "after").getDevices().getFirst()));
        }
    }

    @Test
    void theConfigurationIsThereWithoutSecretsAndWithEveryCommandInTheAuditLog() throws Exception {
        RunningConfiguration configuration = configuration(read());
        assertEquals(Coverage.COMPLETE, configuration.getCoverage());
        assertEquals("ssh", configuration.getProtocol());
        List<String> names = configuration.getStatements().stream().map(ConfigurationStatement::getName).toList();
        assertTrue(names.containsAll(List.of("hostname r1", "password ***", "interface lo")), names.toString());
        assertFalse(names.toString().contains("t0psecret"));
        assertFalse(names.toString().contains("Current configuration"));
        assertTrue(visitor.audit.contains("(nothing of this script: what answered did not prove to be a Unix shell)"), visitor.audit.toString());
        assertEquals(List.of("show version", "terminal length 0", "show running-config"), visitor.audit.subList(visitor.audit.size() - 3, visitor.audit.size()));
        assertFalse(visitor.audit.toString().contains("t0psecret"));
    }

    @Test
    void aUsersTableIsHeededAndItsErrorsEndTheVisitBeforeItBegins() throws Exception {
        Path table = directory.resolve("network-operating-systems.txt");
        String own = "[FRRouting]\nvendor = Us\nversion = show version\nidentified = ^FRR\nconfiguration = show running-config\nvolatile = ^password\n";
        String usual = System.getProperty(ConfigurationDirectory.PROPERTY, "");
        System.setProperty(ConfigurationDirectory.PROPERTY, directory.toString());
        try {
            Files.writeString(table, own);
            List<String> names = configuration(read()).getStatements().stream().map(ConfigurationStatement::getName).toList();
            assertTrue(names.contains("hostname r1") && !names.contains("password ***"), names.toString());

            int sent = visitor.audit.size();
            Files.writeString(table, own.replace("= show running-config", "= write erase"));
            CollectionException failure = assertThrows(CollectionException.class, this::read);
            assertEquals(TargetResult.NOT_ATTEMPTED, failure.result());
            assertTrue(failure.getMessage().startsWith(table + ", line 5: \"write erase\" is refused: Cadastre only reads; "), failure.getMessage());
            assertEquals(sent, visitor.audit.size());
        } finally {
            if (usual.isEmpty()) {
                System.clearProperty(ConfigurationDirectory.PROPERTY);
            } else {
                System.setProperty(ConfigurationDirectory.PROPERTY, usual);
            }
        }
    }

    private Device read() throws Exception {
        Reading reading = visitor.collector.collect(Visitor.at(sshd.port), visitor.context(AuthenticationTest.password("pw", router.user)));
        reading.device().setId(ID);
        return reading.device();
    }

    private static RunningConfiguration configuration(Device device) {
        return device.getSections().stream().filter(RunningConfiguration.class::isInstance).map(RunningConfiguration.class::cast)
                .findFirst().orElseThrow();
    }
}
