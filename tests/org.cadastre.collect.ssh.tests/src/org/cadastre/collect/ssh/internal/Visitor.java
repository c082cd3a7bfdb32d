package org.cadastre.collect.ssh.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Common;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.HostKeys;
import org.cadastre.collect.Target;
import org.cadastre.collect.unix.Limits;
import org.cadastre.collect.unix.Transcript;

/** What a scan is for the collector: gives it a context and keeps what it leaves there. */
final class Visitor implements HostKeys {

    /** As the usual ones, but short enough for a test to wait for them. */
    static final DialLimits SHORT = new DialLimits(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(8), 32 * 1024);

    final List<String> audit = new CopyOnWriteArrayList<>();
    final Map<String, Set<String>> keys = new ConcurrentHashMap<>();
    final Agent agent;
    final SshCollector collector;
    final Common common = new Common();
    Duration time = Duration.ofSeconds(30);

    Visitor() {
        this(new Agent(Optional.empty()));
    }

    Visitor(Agent agent) {
        this.agent = agent;
        this.collector = new SshCollector(SHORT, agent);
    }

    static Target.Address at(int port) {
        return new Target.Address("127.0.0.1", port, false);
    }

    Context context(Credential... credentials) {
        return new Context(List.of(credentials), audit::add, this, Instant.now().plus(time), common);
    }

    SshSession open(int port, Credential... credentials) throws CollectionException, InterruptedException {
        return open(at(port), credentials);
    }

    SshSession open(Target target, Credential... credentials) throws CollectionException, InterruptedException {
        return new SshSession(Place.of(target), context(credentials), List.of(credentials), new KeyRing(agent), new Algorithms(), SHORT);
    }

    /** What a script prints there. */
    String run(int port, String script, Credential... credentials) throws CollectionException, InterruptedException {
        return run(at(port), script, credentials);
    }

    String run(Target target, String script, Credential... credentials) throws CollectionException, InterruptedException {
        try (SshSession session = open(target, credentials)) {
            return text(session.run((script + "\n").getBytes(StandardCharsets.UTF_8), new Limits(1 << 20, time)));
        }
    }

    /** The failure of a visit, whose message must be one clean line. */
    CollectionException failure(int port, Credential... credentials) {
        return failure(at(port), credentials);
    }

    CollectionException failure(Target target, Credential... credentials) {
        CollectionException failure = assertThrows(CollectionException.class,
                () -> collector.collect(target, context(credentials)));
        System.out.println(failure.result() + ": " + failure.getMessage());
        assertFalse(failure.getMessage().isBlank());
        assertFalse(failure.getMessage().matches("(?s).*(\\n|Exception|net\\.schmizz|null).*"), failure.getMessage());
        return failure;
    }

    static String text(Transcript transcript) {
        return new String(transcript.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public Set<String> known(String host, int port) {
        return keys.getOrDefault(host + ":" + port, Set.of());
    }

    @Override
    public void remember(String host, int port, String key) {
        keys.put(host + ":" + port, Set.of(key));
    }
}
