package org.cadastre.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/**
 * One side of a benchmark, in a Java process of its own, so that neither heap nor compiled code of one side helps or hinders
 * the other.
 */
abstract class Contender {

    private static final AtomicLong MOST_AFTER_COLLECTION = new AtomicLong();
    private final Map<String, Double> figures = new HashMap<>();

    abstract void run(List<String> arguments) throws Exception;

    final void figure(String name, double value) {
        figures.put(name, value);
    }

    /** Seconds that something takes. */
    final double seconds(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** In the process of its own: the class of the contender, then its arguments. */
    public static void main(String[] arguments) throws Exception {
        watchHeap();
        Contender contender = (Contender) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        contender.run(List.of(arguments).subList(1, arguments.length));
        contender.figure("heap", MOST_AFTER_COLLECTION.get() / 1e6);
        contender.figures.forEach((name, value) -> System.out.println("figure " + name + " " + value));
        System.exit(0);
    }

    /** The most that is left in the heap after a collection: what is really needed, within the coarseness of collections. */
    private static void watchHeap() {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> {
                var after = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo()
                        .getMemoryUsageAfterGc();
                long used = after.entrySet().stream().filter(pool -> heap.contains(pool.getKey()))
                        .mapToLong(pool -> pool.getValue().getUsed()).sum();
                MOST_AFTER_COLLECTION.accumulateAndGet(used, Math::max);
            }, null, null);
        }
    }

    /**
     * Runs a contender in a process of its own.
     *
     * @param heap most megabytes of heap
     * @return its figures: what it gave, and "heap", the most megabytes left after a collection; empty if the heap was too
     *         small for it
     */
    static Optional<Map<String, Double>> start(Class<? extends Contender> type, int heap, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseParallelGC", "-Xmx" + heap + "m", "-cp", System.getProperty("java.class.path"), Contender.class.getName(),
                type.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<String, Double> figures = new HashMap<>();
        List<String> other = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 3 && words[0].equals("figure")) {
                    figures.put(words[1], Double.valueOf(words[2]));
                } else if (other.size() < 20) {
                    other.add(line);
                }
            }
        }
        int code = process.waitFor();
        if (code == 0) {
            return Optional.of(figures);
        }
        if (other.stream().anyMatch(line -> line.contains("OutOfMemoryError") || line.contains("GC overhead"))) {
            return Optional.empty();
        }
        throw new IOException(type.getSimpleName() + " ended with " + code + ": " + String.join("\n", other));
    }

    /** The smallest heap, in megabytes, of a ladder in which a contender comes to its end. */
    static int smallestHeap(Class<? extends Contender> type, Object... arguments) throws IOException, InterruptedException {
        for (int heap : new int[] { 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512 }) {
            if (start(type, heap, arguments).isPresent()) {
                return heap;
            }
        }
        throw new IOException(type.getSimpleName() + " does not come to its end in 512 MB");
    }
}
