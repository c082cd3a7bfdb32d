package org.cadastre.collect.unix.internal;

import java.util.Optional;

/**
 * Address and port of a socket as ss and netstat write them: 127.0.0.1:22, [::1]:22, ::1:22, *:22, 10.0.0.1%eth0:68,
 * 127.0.0.1.22 (BSD).
 *
 * @param address without zone; 0.0.0.0 or :: for all
 * @param device interface after a percent sign; empty for none
 * @param port 0 for any
 */
record Endpoint(String address, String device, int port) {

    static Optional<Endpoint> of(String text) {
        int end = text.lastIndexOf(':');
        int dot = text.lastIndexOf('.');
        // BSD: the port stands behind the last dot, and may be a star.
        boolean bsd = dot > end && (text.indexOf(':') >= 0 || text.startsWith("*.") || text.chars().filter(c -> c == '.').count() == 4);
        int cut = bsd ? dot : end;
        if (cut < 0) {
            return Optional.empty();
        }
        String host = text.substring(0, cut).replace("[", "").replace("]", "");
        String number = text.substring(cut + 1);
        Optional<Integer> port = number.equals("*") ? Optional.of(0)
                : Numbers.integer(number).filter(value -> value >= 0 && value <= 65535);
        int zone = host.indexOf('%');
        String device = zone < 0 ? "" : host.substring(zone + 1);
        String plain = zone < 0 ? host : host.substring(0, zone);
        // A star is a socket for both families; it is the IPv6 one that also takes IPv4.
        Optional<String> address = plain.equals("*") ? Optional.of(bsd ? "0.0.0.0" : "::") : IpAddress.of(plain);
        return address.flatMap(found -> port.map(value -> new Endpoint(found, device, value)));
    }
}
