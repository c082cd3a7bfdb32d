package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Processor;

/** Processors by socket, from /proc/cpuinfo, the topology in sysfs, lscpu(1), or sysctl(8). */
final class Processors {

    private static final List<String> MODEL_NAMES = List.of("model name", "cpu model", "Processor", "cpu", "Model", "family");

    private static final class Socket {
        private String model = "";
        private final Set<String> cores = new HashSet<>();
        private int threads;
    }

    private Processors() {
    }

    static List<Processor> read(Sources sources) {
        Optional<CommandOutput> cpuinfo = sources.first("cpuinfo");
        List<Processor> processors = cpuinfo.map(output -> ofCpuinfo(output, sources)).orElse(List.of());
        if (processors.isEmpty()) {
            processors = ofSysctl(sources);
        }
        if (processors.isEmpty()) {
            processors = sources.extra("psrinfo").map(SolarisMachine::processors).orElse(List.of());
        }
        return processors.isEmpty() ? sources.lookUp("aix-prtconf").map(output -> AixMachine.processors(AixMachine.facts(output)))
                .orElse(List.of()) : processors;
    }

    private static List<Processor> ofCpuinfo(CommandOutput output, Sources sources) {
        Values topology = Values.of(sources.extra("cpu-topology"));
        Map<Integer, Socket> sockets = new TreeMap<>();
        Map<String, String> common = new HashMap<>();
        Map<String, String> block = new HashMap<>();
        List<String> lines = new ArrayList<>(output.lines());
        lines.add("");
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                block.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            } else if (line.isBlank()) {
                // PowerPC and ARM put what all processors share into a block without a number.
                if (Numbers.integer(block.getOrDefault("processor", "")).isPresent()) {
                    add(block, topology, sockets);
                } else {
                    common.putAll(block);
                }
                block.clear();
            }
        }
        String shared = model(common).or(() -> lscpu(sources)).orElse("");
        if (sockets.isEmpty() && !shared.isEmpty()) {
            // Alpha, SPARC, old ARM: one block for the machine, without numbers.
            Processor only = HostFactory.eINSTANCE.createProcessor();
            only.setSocket(0);
            only.setModel(shared);
            return List.of(only);
        }
        List<Processor> processors = new ArrayList<>();
        sockets.forEach((number, socket) -> {
            Processor processor = HostFactory.eINSTANCE.createProcessor();
            processor.setSocket(number);
            String model = socket.model.isEmpty() ? shared : socket.model;
            processor.setModel(model.isEmpty() ? null : model);
            processor.setCores(socket.cores.isEmpty() ? null : socket.cores.size());
            processor.setThreads(socket.threads);
            processors.add(processor);
        });
        return processors;
    }

    private static void add(Map<String, String> block, Values topology, Map<Integer, Socket> sockets) {
        String folder = "/sys/devices/system/cpu/cpu" + block.get("processor") + "/topology/";
        int number = Optional.ofNullable(block.get("physical id")).or(() -> topology.get(folder + "physical_package_id"))
                .flatMap(Numbers::integer).filter(id -> id >= 0).orElse(0);
        Socket socket = sockets.computeIfAbsent(number, id -> new Socket());
        Optional.ofNullable(block.get("core id")).or(() -> topology.get(folder + "core_id")).ifPresent(socket.cores::add);
        socket.threads++;
        model(block).ifPresent(model -> socket.model = model);
    }

    private static Optional<String> model(Map<String, String> block) {
        return MODEL_NAMES.stream().map(block::get).filter(name -> name != null && !name.matches("\\d*"))
                .map(name -> name.replaceAll("\\s+", " ")).findFirst();
    }

    private static Optional<String> lscpu(Sources sources) {
        return sources.lookUp("lscpu").map(CommandOutput::lines).orElse(List.of()).stream()
                .filter(line -> line.startsWith("Model name:")).map(line -> line.substring(11).strip())
                .filter(name -> !name.isEmpty() && !name.equals("-")).findFirst();
    }

    private static List<Processor> ofSysctl(Sources sources) {
        Map<String, String> values = new HashMap<>();
        sources.extra("sysctl-hardware").map(CommandOutput::lines).orElse(List.of()).forEach(line -> {
            String[] parts = line.split("\\s*[:=]\\s*", 2);
            if (parts.length == 2) {
                values.put(parts[0], parts[1].strip());
            }
        });
        if (values.isEmpty()) {
            return List.of();
        }
        Processor processor = HostFactory.eINSTANCE.createProcessor();
        processor.setSocket(0);
        processor.setModel(values.getOrDefault("machdep.cpu.brand_string", values.get("hw.model")));
        Optional.ofNullable(values.get("hw.physicalcpu")).flatMap(Numbers::integer).ifPresent(processor::setCores);
        Optional.ofNullable(values.get("hw.ncpu")).flatMap(Numbers::integer).ifPresent(processor::setThreads);
        return List.of(processor);
    }
}
