package org.cadastre.collect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that a scan is to read. {@link #toString()} gives the form that the operator types and that snapshots hold.
 */
public sealed interface Target {

    /** The machine that Cadastre itself runs on, read without any network. */
    record Local() implements Target {
        @Override
        public String toString() {
            return "local";
        }
    }

    /**
     * An address on the network.
     *
     * @param host name or address, IPv6 without brackets
     * @param port port of the protocol's service, or {@link #DEFAULT_PORT} for the protocol's usual one
     * @param swept comes out of a range, so that silence is nothing unusual
     */
    record Address(String host, int port, boolean swept) implements Target {

        public static final int DEFAULT_PORT = 0;

        public Address {
            if (host.isBlank() || port < 0 || port > 65535) {
                throw new IllegalArgumentException(host + ":" + port);
            }
        }

        public int portOr(int usual) {
            return port == DEFAULT_PORT ? usual : port;
        }

        @Override
        public String toString() {
            if (port == DEFAULT_PORT) {
                return host;
            }
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * An address behind other hosts, which pass the connection on (ProxyJump in ssh_config(5)).
     *
     * @param jumps in the order in which they are passed, at least one
     */
    record Through(Address address, List<Jump> jumps) implements Target {

        public Through {
            jumps = List.copyOf(jumps);
            if (jumps.isEmpty()) {
                throw new IllegalArgumentException("no jump host");
            }
        }

        /**
         * The name under which an estate remembers its host key: "jump:2222/host", the way to it, because the same address may
         * be another host behind another one.
         */
        public String knownAs() {
            return jumps.stream().map(jump -> jump.address() + "/").collect(Collectors.joining()) + address.host();
        }

        @Override
        public String toString() {
            return address + " via " + jumps.stream().map(Jump::toString).collect(Collectors.joining(","));
        }
    }

    /**
     * A host on the way.
     *
     * @param user whom to log in as there; empty for any that the credentials name
     */
    record Jump(Optional<String> user, Address address) {

        @Override
        public String toString() {
            return user.map(name -> name + "@").orElse("") + address;
        }
    }
}
