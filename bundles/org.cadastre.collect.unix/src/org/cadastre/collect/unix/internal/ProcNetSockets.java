package org.cadastre.collect.unix.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.unix.internal.SocketTable.Socket;

/** /proc/net/tcp, tcp6, udp, udp6 (proc_pid_net(5)), for hosts with neither ss nor netstat. Tells no programs. */
final class ProcNetSockets {

    private static final String LISTEN = "0A";
    private static final String UNCONNECTED = "07";

    private ProcNetSockets() {
    }

    static List<Socket> read(CommandOutput output) {
        List<Socket> sockets = new ArrayList<>();
        FileLines.of(Optional.of(output)).byPath().forEach((path, lines) -> {
            String protocol = path.contains("/udp") ? "udp" : "tcp";
            for (String line : lines) {
                String[] words = line.strip().split("\\s+");
                if (words.length > 3 && words[0].endsWith(":")) {
                    Optional<Endpoint> local = endpoint(words[1]);
                    Optional<Endpoint> peer = endpoint(words[2]);
                    if (local.isPresent() && peer.isPresent()) {
                        boolean waiting = words[3].equals(protocol.equals("tcp") ? LISTEN : UNCONNECTED);
                        sockets.add(new Socket(protocol, waiting, local.get().address(), "", local.get().port(),
                                peer.get().address(), peer.get().port(), Optional.empty(), Optional.empty()));
                    }
                }
            }
        });
        return sockets;
    }

    /** Hexadecimal, in words of four bytes in the host's order (taken as little-endian), a colon, the port. */
    static Optional<Endpoint> endpoint(String text) {
        String[] parts = text.split(":");
        if (parts.length != 2 || !parts[0].matches("[0-9A-Fa-f]{8}([0-9A-Fa-f]{24})?") || !parts[1].matches("[0-9A-Fa-f]{4}")) {
            return Optional.empty();
        }
        byte[] bytes = new byte[parts[0].length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            int swapped = i / 4 * 4 + 3 - i % 4;
            bytes[i] = (byte) Integer.parseInt(parts[0].substring(swapped * 2, swapped * 2 + 2), 16);
        }
        try {
            String address = compressed(InetAddress.getByAddress(bytes).getHostAddress());
            return Optional.of(new Endpoint(address, "", Integer.parseInt(parts[1], 16)));
        } catch (UnknownHostException wrongLength) {
            return Optional.empty();
        }
    }

    /** The longest run of zero groups, the first of equally long ones, becomes "::" (RFC 5952, 4.2). */
    static String compressed(String address) {
        for (int length = 8; length >= 2; length--) {
            String zeros = ":" + "0:".repeat(length);
            String padded = ":" + address + ":";
            int at = padded.indexOf(zeros);
            if (at >= 0) {
                String left = padded.substring(0, at).replaceFirst("^:", "");
                String right = padded.substring(at + zeros.length()).replaceFirst(":$", "");
                return left + "::" + right;
            }
        }
        return address;
    }
}
