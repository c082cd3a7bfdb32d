package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Route;

/**
 * Output of {@code netstat -rn}: the BSDs and macOS (sections by family, columns by name), Linux net-tools (with Genmask).
 * Cloned and host-cache entries (flag W, or H with a link-layer gateway) come and go by themselves and are left out.
 */
final class NetstatRoutes {

    private final CommandOutput output;
    private final Sources sources;
    private List<String> columns = List.of();
    private boolean v6;

    NetstatRoutes(CommandOutput output, Sources sources) {
        this.output = output;
        this.sources = sources;
    }

    List<Route> read() {
        List<Route> routes = new ArrayList<>();
        for (String line : output.lines()) {
            String[] words = line.strip().split("\\s+");
            if (words[0].startsWith("Internet")) {
                v6 = words[0].startsWith("Internet6");
                columns = List.of();
            } else if (words[0].equals("Destination")) {
                columns = List.of(words);
            } else if (!columns.isEmpty() && words.length >= 3) {
                route(words).ifPresent(routes::add);
            }
        }
        return routes;
    }

    private Optional<Route> route(String[] words) {
        String flags = word(words, "Flags");
        String gateway = word(words, "Gateway");
        boolean neighbour = gateway.startsWith("link#") || gateway.matches("([0-9a-f]{1,2}[:.]){5}[0-9a-f]{1,2}");
        if (flags.contains("W") || neighbour && flags.contains("H")) {
            return Optional.empty();
        }
        String name = word(words, "Destination");
        String mask = word(words, "Genmask");
        int zone = name.indexOf('%');
        int slash = name.indexOf('/');
        String plain = zone < 0 ? name : name.substring(0, zone) + (slash > zone ? name.substring(slash) : "");
        Optional<String> destination = mask.isEmpty() ? IpAddress.network(v6 ? plain : dotted(plain), v6)
                : IpAddress.maskLength(mask).flatMap(bits -> IpAddress.network(plain + "/" + bits, false));
        if (destination.isEmpty()) {
            sources.badLine(output);
            return Optional.empty();
        }
        Route route = HostFactory.eINSTANCE.createRoute();
        route.setTable("main");
        route.setDestination(destination.get());
        if (!neighbour && !gateway.equals("0.0.0.0")) {
            IpAddress.of(gateway).ifPresent(route::setGateway);
        }
        String device = word(words, "Netif");
        route.setInterface(device.isEmpty() ? word(words, "Iface") : device);
        return Optional.of(route);
    }

    /** BSD leaves trailing zeros out: "127" is 127.0.0.0/8, "192.168.1" is 192.168.1.0/24. */
    private static String dotted(String network) {
        int slash = network.indexOf('/');
        String address = slash < 0 ? network : network.substring(0, slash);
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){0,2}")) {
            return network;
        }
        int parts = address.split("\\.").length;
        return address + ".0".repeat(4 - parts) + (slash < 0 ? "/" + parts * 8 : network.substring(slash));
    }

    private String word(String[] words, String column) {
        int index = columns.indexOf(column);
        return index >= 0 && index < words.length ? words[index] : "";
    }
}
