package org.cadastre.collect;

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
}
