package org.cadastre.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hosts read over SSH, whole processes: one host beside "ssh true" and Ansible's facts, then 200 targets at 20 at a time, one
 * in ten of which does not answer, beside Ansible with the same number at a time.
 */
final class HostsBenchmark implements Benchmark {

    private static final int TARGETS = Integer.getInteger("targets", 200);
    private static final int AT_ONCE = 20;
    private static final int ONE_SILENT_IN = 10;
    /** Ansible keeps its connections for a minute; what they cost is known when they have ended. */
    private static final int CONNECTIONS_KEPT_SECONDS = 62;

    @Override
    public void run(Path folder, Report report) throws Exception {
        List<String> targets = IntStream.range(0, TARGETS).mapToObj(SshServers::address).toList();
        int answering = TARGETS - TARGETS / ONE_SILENT_IN;
        try (SshServers servers = SshServers.start(folder, answering)) {
            Tools tools = new Tools(folder, servers);
            tools.cadastre("credential", "add", "bench", "--user", "root", "--key", servers.userKey().toString());
            report.line("one host");
            tell(report, "ssh true", tools.ssh());
            Usage ours = tools.scan("one", 1, targets.subList(0, 1));
            tell(report, "cadastre scan", ours);
            Usage theirs = tools.ansible(1, targets.subList(0, 1));
            tell(report, "ansible setup, packages, services", theirs);
            report.ratio("time", ours.seconds(), theirs.seconds(), "s", "Ansible");
            report.ratio("processor of the host", ours.processor(), theirs.processor(), "s", "Ansible");
            report.line("");
            report.line("%d targets, %d at a time, %d of them silent", TARGETS, AT_ONCE, TARGETS - answering);
            Usage many = tools.scan("many", AT_ONCE, targets);
            tell(report, "cadastre scan", many);
            Usage others = tools.ansible(AT_ONCE, targets);
            tell(report, "ansible setup, packages, services", others);
            report.ratio("time", many.seconds(), others.seconds(), "s", "Ansible");
        }
    }

    private static void tell(Report report, String what, Usage usage) {
        report.line("  %-36s %8.2f s, processor of the hosts %7.2f s, traffic %,9.0f kB, memory %,5.0f MB", what, usage.seconds(),
                usage.processor(), usage.traffic() / 1e3, usage.memory() / 1e6);
    }

    /**
     * What a run cost.
     *
     * @param seconds from the start of the process to its end
     * @param processor seconds of processor on the side of the hosts
     * @param traffic bytes over the loopback interface
     * @param memory most bytes resident at one time, of the largest process on our side
     */
    private record Usage(double seconds, double processor, double traffic, double memory) {
    }

    private record Tools(Path folder, SshServers servers) {

        Usage ssh() throws IOException, InterruptedException {
            return measure("ssh", "-p", String.valueOf(SshServers.PORT), "-i", servers.userKey().toString(), "-o", "BatchMode=yes", "-o",
                    "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "root@" + servers.addresses().getFirst(), "true");
        }

        Usage scan(String label, int atOnce, List<String> targets) throws IOException, InterruptedException {
            Path list = Files.write(folder.resolve(label + ".txt"), targets.stream().map(one -> one + ":" + SshServers.PORT).toList());
            return measure(command("scan", "--estate", folder.resolve("estate-" + label).toString(), "--label", label, "--targets",
                    list.toString(), "--credential", "bench", "--at-once", String.valueOf(atOnce)));
        }

        Usage ansible(int atOnce, List<String> targets) throws IOException, InterruptedException {
            Path inventory = Files.writeString(folder.resolve("inventory"), targets.stream().collect(Collectors.joining("\n", "", "\n")));
            Path play = Files.writeString(folder.resolve("play.yml"), """
                    - hosts: all
                      gather_facts: false
                      tasks:
                        - setup:
                        - package_facts:
                        - service_facts:
                    """);
            return measure("ansible-playbook", "-i", inventory.toString(), "-f", String.valueOf(atOnce), "--private-key",
                    servers.userKey().toString(), "-u", "root", "-e", "ansible_port=" + SshServers.PORT, "-e",
                    "ansible_python_interpreter=/usr/bin/python3", play.toString());
        }

        void cadastre(String... arguments) throws IOException, InterruptedException {
            if (process(command(arguments)).waitFor() != 0) {
                throw new IOException("cadastre " + String.join(" ", arguments) + " failed");
            }
        }

        private String[] command(String... arguments) {
            List<String> command = new ArrayList<>(List.of("./cadastre"));
            command.addAll(Arrays.asList(arguments));
            return command.toArray(String[]::new);
        }

        private Process process(String... command) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.txt").toFile());
            Map<String, String> environment = builder.environment();
            environment.put("HOME", folder.toString());
            environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
            environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
            environment.put("ANSIBLE_HOST_KEY_CHECKING", "False");
            environment.put("ANSIBLE_LOCALHOST_WARNING", "False");
            return builder.start();
        }

        private Usage measure(String... command) throws IOException, InterruptedException {
            double processor = servers.processorSeconds();
            double traffic = loopback();
            long began = System.nanoTime();
            Process process = process(command);
            double memory = 0;
            while (process.isAlive()) {
                memory = Math.max(memory, resident(process.toHandle()));
                for (ProcessHandle child : process.descendants().toList()) {
                    memory = Math.max(memory, resident(child));
                }
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Thread.sleep(command[0].startsWith("ansible") ? CONNECTIONS_KEPT_SECONDS * 1000L : 500);
            return new Usage(seconds, servers.processorSeconds() - processor, loopback() - traffic, memory);
        }

        private static double loopback() throws IOException {
            return Files.readAllLines(Path.of("/proc/net/dev")).stream().map(String::strip).filter(line -> line.startsWith("lo:"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(3).strip().split("\\s+")[0])).sum();
        }

        private static double resident(ProcessHandle process) {
            try {
                return Double.parseDouble(Files.readString(Path.of("/proc/" + process.pid() + "/statm")).split(" ")[1]) * 4096;
            } catch (IOException gone) {
                return 0;
            }
        }
    }
}
