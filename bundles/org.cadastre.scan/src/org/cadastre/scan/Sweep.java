package org.cadastre.scan;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.cadastre.collect.Collector;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Knock;

/**
 * Finds out which addresses of ranges are worth asking: an ICMP echo request, TCP connections that are closed at once, and the
 * question of each protocol that has one, all at the same time. The first answer is enough, also a refusal. The rate holds for the
 * sweep as a whole. Used by many threads.
 */
final class Sweep implements AutoCloseable {

    /** One way to find out whether somebody is there. */
    private record Attempt(String name, int packets, Callable<Boolean> call) {
    }

    private final Discovery discovery;
    private final List<Credential> credentials;
    private final List<Knock> knocks;
    private final Pace pace;
    // The system's echo request blocks its thread in native code, where a virtual thread would hold up others.
    private final ExecutorService echoes = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("echo-", 0).factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param knocks those of all collectors that will read what answers */
    private Sweep(Discovery discovery, List<Credential> credentials, List<Knock> knocks) {
        this.discovery = discovery;
        this.credentials = credentials;
        this.knocks = List.copyOf(knocks);
        this.pace = new Pace(discovery.rate());
    }

    /** Nothing if one of the collectors cannot say how to knock: then it must be asked for every address. */
    static Optional<Sweep> of(List<Collector> collectors, Discovery discovery, List<Credential> credentials) {
        List<Knock> knocks = collectors.stream().map(Collector::knock).flatMap(Optional::stream).toList();
        return knocks.isEmpty() || knocks.size() < collectors.size() ? Optional.empty()
                : Optional.of(new Sweep(discovery, credentials, knocks));
    }

    /** What is sent to each address, for the audit log. */
    String plan() {
        return attempts("", null).stream().map(Attempt::name).collect(Collectors.joining(", "));
    }

    /** How somebody showed to be at an address; nothing if nobody did. */
    Optional<String> answer(String host) throws InterruptedException {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (IOException noSuchZone) {
            return Optional.empty();
        }
        CompletionService<Optional<String>> answers = new ExecutorCompletionService<>(threads);
        List<Future<Optional<String>>> all = new ArrayList<>();
        try {
            for (Attempt attempt : attempts(host, address)) {
                all.add(answers.submit(() -> {
                    pace.await(attempt.packets());
                    return attempt.call().call() ? Optional.of(attempt.name()) : Optional.empty();
                }));
            }
            for (int i = 0; i < all.size(); i++) {
                Optional<String> answer = result(answers.take());
                if (answer.isPresent()) {
                    return answer;
                }
            }
            return Optional.empty();
        } finally {
            all.forEach(one -> one.cancel(true));
        }
    }

    private static Optional<String> result(Future<Optional<String>> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException cannotBeSent) {
            return Optional.empty();
        }
    }

    private List<Attempt> attempts(String host, InetAddress address) {
        List<Attempt> attempts = new ArrayList<>();
        Duration patience = discovery.patience();
        if (discovery.ping()) {
            attempts.add(new Attempt("icmp echo", 1,
                    () -> echoes.submit(() -> address.isReachable((int) patience.toMillis())).get()));
        }
        Set<Integer> ports = new LinkedHashSet<>();
        knocks.forEach(knock -> {
            switch (knock) {
                case Knock.Connect connect -> ports.add(connect.port());
                case Knock.Question question -> attempts.add(new Attempt(question.name(), question.packets(credentials),
                        () -> question.isAnswered(host, credentials, patience)));
            }
        });
        ports.addAll(discovery.ports());
        ports.forEach(port -> attempts.add(new Attempt("tcp " + port, 1, () -> connects(address, port, patience))));
        return attempts;
    }

    /** A refusal tells as well that somebody is there. */
    private static boolean connects(InetAddress address, int port, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
            return true;
        } catch (ConnectException refused) {
            return refused.getMessage() != null && refused.getMessage().contains("refused");
        } catch (IOException silent) {
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        echoes.shutdownNow();
    }
}
