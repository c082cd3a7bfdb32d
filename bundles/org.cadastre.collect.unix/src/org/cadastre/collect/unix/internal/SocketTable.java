package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.internal.RunningProcesses.Running;

/**
 * The host's sockets, from ss(8), or netstat(8) of Linux and the BSDs, or sockstat(1).
 *
 * @param sockets all TCP and UDP sockets
 * @param output the answer that was read
 */
record SocketTable(List<Socket> sockets, CommandOutput output) {

    /**
     * @param local address without zone, "0.0.0.0" or "::" for all
     * @param device interface that the socket is bound to; empty for none
     * @param peerPort 0 where there is no peer
     * @param program empty where it was not told
     */
    record Socket(String protocol, boolean waiting, String local, String device, int localPort, String peer, int peerPort,
            Optional<String> program, Optional<String> user) {
    }

    private static final Pattern SS_PROGRAM = Pattern.compile("\\(\"([^\"]{1,64})\",pid=(\\d+)");
    private static final Pattern NETSTAT_PROGRAM = Pattern.compile("(\\d+)/(\\S+).*");

    static Optional<SocketTable> read(Sources sources) {
        Optional<CommandOutput> answer = sources.first("ss", "netstat", "netstat-plain", "sockstat", "netstat-bsd", "proc-net");
        return answer.map(output -> {
            Map<Integer, Running> processes = RunningProcesses.read(
                    sources.lookUp("ps").or(() -> sources.lookUp("ps-plain")).or(() -> sources.lookUp("ps-short")), new Sources(sources.probe()));
            List<Socket> sockets = switch (output.name()) {
                case "ss" -> ss(output, processes, sources);
                case "proc-net" -> ProcNetSockets.read(output);
                case "sockstat" -> sockstat(output, sources);
                default -> netstat(output, processes);
            };
            return new SocketTable(sockets, output);
        });
    }

    private static List<Socket> ss(CommandOutput output, Map<Integer, Running> processes, Sources sources) {
        List<Socket> sockets = new ArrayList<>();
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+", 7);
            if (words.length < 6 || !words[0].matches("tcp|udp")) {
                if (!line.isBlank() && !line.startsWith("Netid")) {
                    sources.badLine(output);
                }
                continue;
            }
            boolean waiting = words[1].equals("LISTEN") || words[1].equals("UNCONN");
            Optional<Running> owner = words.length < 7 ? Optional.empty() : owner(words[6], processes);
            Optional<Socket> socket = socket(words[0], waiting, words[4], words[5], owner);
            socket.ifPresentOrElse(sockets::add, () -> sources.badLine(output));
        }
        return sockets;
    }

    /**
     * The program behind a socket that several processes hold: the service manager where it keeps the socket for a
     * service that it starts on demand, else the oldest, since the others are its children.
     */
    private static Optional<Running> owner(String text, Map<Integer, Running> processes) {
        Optional<Running> first = Optional.empty();
        Matcher matcher = SS_PROGRAM.matcher(text);
        while (matcher.find()) {
            Optional<Integer> pid = Numbers.integer(matcher.group(2));
            if (pid.isPresent() && (first.isEmpty() || pid.get() < first.get().pid())) {
                Running known = processes.get(pid.get());
                first = Optional.of(new Running(pid.get(), 0, known == null ? "" : known.user(), 0, Optional.empty(),
                        matcher.group(1)));
            }
        }
        return first;
    }

    private static List<Socket> netstat(CommandOutput output, Map<Integer, Running> processes) {
        List<Socket> sockets = new ArrayList<>();
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+", 6);
            if (words.length < 5 || !words[0].matches("(tcp|udp)(4|6|46)?")) {
                continue;
            }
            String rest = words.length > 5 ? words[5] : "";
            String state = rest.split("\\s+")[0];
            boolean tcp = words[0].startsWith("tcp");
            boolean waiting = tcp ? state.equals("LISTEN") : words[4].endsWith("*");
            String program = rest.startsWith(state) && state.matches("[A-Z_0-9]*") ? rest.substring(state.length()).strip()
                    : rest;
            Matcher matcher = NETSTAT_PROGRAM.matcher(program);
            Optional<Running> owner = !matcher.matches() ? Optional.empty() : Numbers.integer(matcher.group(1)).map(pid -> {
                Running known = processes.get(pid);
                // netstat cuts names; ps has them whole.
                return new Running(pid, 0, known == null ? "" : known.user(), 0, Optional.empty(),
                        known == null ? matcher.group(2).replaceAll(":$", "") : known.program());
            });
            String local = words[0].endsWith("6") && words[3].startsWith("*") ? "[::]" + words[3].substring(1) : words[3];
            socket(tcp ? "tcp" : "udp", waiting, local, words[4], owner).ifPresent(sockets::add);
        }
        return sockets;
    }

    /** USER COMMAND PID FD PROTO LOCAL FOREIGN (FreeBSD). */
    private static List<Socket> sockstat(CommandOutput output, Sources sources) {
        List<Socket> sockets = new ArrayList<>();
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 7 || !words[4].matches("(tcp|udp)(4|6|46)?")) {
                if (!line.isBlank() && !line.startsWith("USER")) {
                    sources.badLine(output);
                }
                continue;
            }
            boolean waiting = words[6].equals("*:*");
            String local = words[4].endsWith("6") && words[5].startsWith("*") ? "[::]" + words[5].substring(1) : words[5];
            socket(words[4].substring(0, 3), waiting, local, words[6], Optional.of(new Running(
                    Numbers.integer(words[2]).orElse(0), 0, words[0], 0, Optional.empty(), words[1]))).ifPresent(sockets::add);
        }
        return sockets;
    }

    private static Optional<Socket> socket(String protocol, boolean waiting, String local, String peer,
            Optional<Running> owner) {
        Optional<Endpoint> here = Endpoint.of(local);
        Optional<Endpoint> there = Endpoint.of(peer);
        return here.filter(end -> end.port() > 0).map(end -> new Socket(protocol, waiting, end.address(), end.device(),
                end.port(), there.map(Endpoint::address).orElse(""), there.map(Endpoint::port).orElse(0),
                owner.map(Running::program).filter(name -> !name.isEmpty()),
                owner.map(Running::user).filter(name -> !name.isEmpty())));
    }

    /** Ports on which TCP waits; a connection with one of them at this end came in. */
    Map<Integer, Boolean> listeningPorts() {
        Map<Integer, Boolean> ports = new HashMap<>();
        sockets.stream().filter(s -> s.waiting() && s.protocol().equals("tcp")).forEach(s -> ports.put(s.localPort(), true));
        return ports;
    }
}
