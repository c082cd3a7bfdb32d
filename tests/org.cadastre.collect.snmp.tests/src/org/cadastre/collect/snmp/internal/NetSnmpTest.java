package org.cadastre.collect.snmp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.HostKeys;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.snmp.network.Agent;
import org.cadastre.model.Coverage;
import org.cadastre.model.host.Interfaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent, that of net-snmp, read over versions 1 and 2c. */
class NetSnmpTest {

    @TempDir
    Path directory;

    static final HostKeys NO_KEYS = new HostKeys() {
        @Override
        public Set<String> known(String host, int port) {
            return Set.of();
        }

        @Override
        public void remember(String host, int port, String key) {
            throw new AssertionError("SNMP has no host keys");
        }
    };

    static Context context(List<String> audit, Credential... credentials) {
        return new Context(List.of(credentials), audit::add, NO_KEYS, Instant.now().plus(Duration.ofSeconds(60)));
    }

    static <S> S section(Reading reading, Class<S> type) {
        return reading.device().getSections().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    @Test
    void aComputerIsReadAsItIs() throws Exception {
        try (Snmpd agent = new Snmpd(directory, List.of("rocommunity c0mmun1ty", "sysName lab-7.example.net", "sysLocation rack 7", "sysContact ops"))) {
            List<String> audit = new ArrayList<>();
            Reading reading = new SnmpCollector().collect(new Target.Address("127.0.0.1", agent.port(), false),
                    context(audit, new Credential.Community("wrong", "other".toCharArray()), new Credential.Community("lab", "c0mmun1ty".toCharArray())));
            assertEquals("lab", reading.credential().orElseThrow());
            assertEquals("rack 7", section(reading, Agent.class).getLocation());
            assertEquals("lab-7.example.net", section(reading, Agent.class).getName());
            Interfaces interfaces = section(reading, Interfaces.class);
            assertEquals(Coverage.COMPLETE, interfaces.getCoverage());
            assertTrue(interfaces.getInterfaces().stream().anyMatch(one -> one.getName().equals("lo")
                    && one.getAddresses().stream().anyMatch(address -> address.getAddress().equals("127.0.0.1") && address.getPrefixLength() == 8)));
            assertTrue(audit.stream().noneMatch(line -> line.contains("c0mmun1ty")));
        }
    }
}
