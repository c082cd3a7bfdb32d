package org.cadastre.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Switches read over SNMP, whole processes: simulated agents in a process of their own, read by "cadastre scan", which also makes a
 * snapshot of them, beside net-snmp's snmpbulkwalk of the same tables, a process for each table, as many at a time; and beside
 * snmpbulkwalk of all that an agent has, a process for each agent.
 */
final class AgentsBenchmark implements Benchmark {

    private static final int AGENTS = Integer.getInteger("agents", 2_000);
    private static final int AT_ONCE = Integer.getInteger("at-once", 20);
    private static final int PORT = 16_100;
    /** The tables that Cadastre asks such a switch for. */
    private static final List<String> TABLES = List.of("1.3.6.1.2.1.1", "1.3.6.1.2.1.2.2.1", "1.3.6.1.2.1.31.1.1.1", "1.3.6.1.2.1.4.20.1",
            "1.3.6.1.2.1.10.7.2.1.19", "1.3.6.1.2.1.17.1.4.1", "1.3.6.1.2.1.17.7.1.4.3.1", "1.3.6.1.2.1.17.7.1.4.5.1", "1.3.6.1.2.1.17.7.1.2.2.1",
            "1.3.6.1.2.1.47.1.1.1.1", "1.0.8802.1.1.2.1.4.1.1");

    @Override
    public void run(Path folder, Report report) throws Exception {
        Process farm = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                AgentFarm.class.getName(), String.valueOf(AGENTS), String.valueOf(PORT)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(farm.getInputStream()))) {
            if (!"ready".equals(said.readLine())) {
                throw new IOException("the simulated agents did not start");
            }
            List<String> agents = IntStream.range(0, AGENTS).mapToObj(number -> AgentFarm.address(number) + ":" + PORT).toList();
            Path list = Files.write(folder.resolve("agents.txt"), agents);
            report.line("%,d agents, %d at a time", AGENTS, AT_ONCE);
            run(folder, "sh", "-c", "echo " + AgentFarm.COMMUNITY + " | ./cadastre credential add lan --community");
            Usage ours = run(folder, "./cadastre", "scan", "--estate", folder.resolve("estate").toString(), "--label", "all", "--targets",
                    list.toString(), "--credential", "lan", "--at-once", String.valueOf(AT_ONCE));
            tell(report, "cadastre scan", ours);
            Usage tables = walk(folder, list, TABLES);
            tell(report, "snmpbulkwalk of the same tables", tables);
            Usage all = walk(folder, list, List.of("1"));
            tell(report, "snmpbulkwalk of everything", all);
            report.ratio("time", ours.seconds(), tables.seconds(), "s", "snmpbulkwalk, tables");
            report.ratio("time", ours.seconds(), all.seconds(), "s", "snmpbulkwalk, everything");
        } finally {
            farm.getOutputStream().close();
            farm.waitFor();
        }
    }

    private static Usage walk(Path folder, Path agents, List<String> places) throws IOException, InterruptedException {
        List<String> jobs = new ArrayList<>();
        for (String agent : Files.readAllLines(agents)) {
            places.forEach(place -> jobs.add(agent + " " + place));
        }
        Path list = Files.write(folder.resolve("jobs.txt"), jobs);
        return run(folder, "sh", "-c", "xargs -P " + AT_ONCE + " -L 1 snmpbulkwalk -v2c -c " + AgentFarm.COMMUNITY + " -Cr25 -On <" + list);
    }

    private static void tell(Report report, String what, Usage usage) {
        report.line("  %-34s %8.2f s, %,7.0f devices/min, %6.1f packets/device, memory %,5.0f MB", what, usage.seconds(),
                AGENTS / usage.seconds() * 60, usage.packets() / AGENTS, usage.memory() / 1e6);
    }

    /**
     * @param packets questions that were sent
     * @param memory most bytes resident at one time, of the largest process
     */
    private record Usage(double seconds, double packets, double memory) {
    }

    private static Usage run(Path folder, String... command) throws IOException, InterruptedException {
        double before = datagrams();
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("CADASTRE_CONFIG", folder.resolve("config").toString());
        builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
        Process process = builder.start();
        double memory = 0;
        while (process.isAlive()) {
            memory = Math.max(memory, resident(process.toHandle()));
            for (ProcessHandle child : process.descendants().toList()) {
                memory = Math.max(memory, resident(child));
            }
            Thread.sleep(50);
        }
        if (process.exitValue() != 0) {
            throw new IOException(Arrays.toString(command) + " failed: " + Files.readString(folder.resolve("output.txt")).lines().limit(3).toList());
        }
        // A question and its answer are two.
        return new Usage((System.nanoTime() - began) / 1e9, (datagrams() - before) / 2, memory);
    }

    /** Of this machine as a whole, since it started (proc(5), /proc/net/snmp). */
    private static double datagrams() throws IOException {
        String line = Files.readAllLines(Path.of("/proc/net/snmp")).stream().filter(one -> one.startsWith("Udp: ") && one.matches("Udp: \\d.*"))
                .findFirst().orElseThrow();
        return Double.parseDouble(line.split(" ")[4]);
    }

    private static double resident(ProcessHandle process) {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/" + process.pid() + "/statm")).split(" ")[1]) * 4096;
        } catch (IOException gone) {
            return 0;
        }
    }
}
