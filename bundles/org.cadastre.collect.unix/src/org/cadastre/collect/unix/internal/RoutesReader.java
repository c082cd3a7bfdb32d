package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Route;
import org.cadastre.model.host.Routes;

/**
 * ip-route(8) of all tables, or {@code netstat -rn} of the BSDs and macOS.
 *
 * <p>Left out: what the kernel keeps for the host's own addresses (table local), cached and redirected routes, routes to
 * single containers, life times.
 */
public final class RoutesReader implements SectionReader<Routes> {

    private static final Set<String> TYPES = Set.of("unicast", "local", "broadcast", "multicast", "throw", "unreachable",
            "prohibit", "blackhole", "nat", "anycast");

    @Override
    public Routes create() {
        return HostFactory.eINSTANCE.createRoutes();
    }

    @Override
    public void read(Routes section, Sources sources) {
        Optional<CommandOutput> v4 = sources.first("ip-route", "ip-route-plain");
        Optional<CommandOutput> v6 = sources.first("ip-route6", "ip-route6-plain");
        v4.ifPresent(output -> section.getRoutes().addAll(ip(output, false, sources)));
        v6.ifPresent(output -> section.getRoutes().addAll(ip(output, true, sources)));
        if (v4.isEmpty() && v6.isEmpty()) {
            sources.first("netstat-routes")
                    .ifPresent(output -> section.getRoutes().addAll(new NetstatRoutes(output, sources).read()));
        }
    }

    private static List<Route> ip(CommandOutput output, boolean v6, Sources sources) {
        List<Route> routes = new ArrayList<>();
        Route open = null;
        for (String line : output.lines()) {
            if (line.isBlank()) {
                continue;
            }
            List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
            if (words.getFirst().equals("nexthop")) {
                if (open != null) {
                    // One element a next hop; the line before named only what they share.
                    Route hop = copy(open);
                    fill(hop, words.subList(1, words.size()), v6);
                    routes.add(hop);
                }
                continue;
            }
            open = null;
            String type = TYPES.contains(words.getFirst()) ? words.removeFirst() : "unicast";
            Optional<String> destination = words.isEmpty() ? Optional.empty()
                    : IpAddress.network(words.removeFirst(), v6);
            if (destination.isEmpty()) {
                sources.badLine(output);
                continue;
            }
            Route route = HostFactory.eINSTANCE.createRoute();
            route.setTable("main");
            route.setDestination(destination.get());
            if (!type.equals("unicast")) {
                route.setType(type);
            }
            int hops = words.indexOf("nexthop");
            fill(route, hops < 0 ? words : words.subList(0, hops), v6);
            if (belongs(route, words)) {
                if (hops >= 0) {
                    inlineHops(route, words.subList(hops, words.size()), v6, routes);
                } else if (words.contains("dev") || route.getGateway() != null || route.getType() != null) {
                    routes.add(route);
                } else {
                    open = route;
                }
            }
        }
        return routes;
    }

    private static void inlineHops(Route shared, List<String> words, boolean v6, List<Route> routes) {
        int start = 0;
        while (start < words.size()) {
            int next = start + 1 + words.subList(start + 1, words.size()).indexOf("nexthop");
            int end = next == start ? words.size() : next;
            Route hop = copy(shared);
            fill(hop, words.subList(start + 1, end), v6);
            routes.add(hop);
            start = end;
        }
    }

    private static boolean belongs(Route route, List<String> words) {
        return !"local".equals(route.getTable()) && !words.contains("cache") && !words.contains("cached")
                && !"redirect".equals(route.getProtocol())
                && !(route.getInterface() != null && IpAddressText.isContainerCable(route.getInterface()));
    }

    private static void fill(Route route, List<String> words, boolean v6) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            switch (words.get(i)) {
                case "via" -> {
                    // "via inet6 fe80::1" for IPv4 over an IPv6 next hop (RFC 8950)
                    boolean family = words.get(i + 1).startsWith("inet") && i + 2 < words.size();
                    values.put("via", words.get(family ? i + 2 : i + 1));
                }
                case "dev", "proto", "table", "metric", "src" -> values.putIfAbsent(words.get(i), words.get(i + 1));
                default -> {
                    // Flags and what moves by itself: expires, linkdown, pref, hoplimit, ...
                }
            }
        }
        Optional.ofNullable(values.get("via")).flatMap(IpAddress::of).ifPresent(route::setGateway);
        Optional.ofNullable(values.get("dev")).ifPresent(route::setInterface);
        Optional.ofNullable(values.get("proto")).ifPresent(route::setProtocol);
        Optional.ofNullable(values.get("table")).ifPresent(route::setTable);
        Optional.ofNullable(values.get("metric")).flatMap(Numbers::integer).ifPresent(route::setMetric);
        Optional.ofNullable(values.get("src")).flatMap(IpAddress::of).ifPresent(route::setSource);
    }

    private static Route copy(Route route) {
        return org.eclipse.emf.ecore.util.EcoreUtil.copy(route);
    }
}
