package org.cadastre.collect.unix.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.unix.networking.NeighbourEntry;
import org.cadastre.collect.unix.networking.NeighbourTable;
import org.cadastre.collect.unix.networking.NetworkingFactory;

/** ip-neighbour(8), or {@code arp -an} of net-tools, the BSDs and macOS. Those that did not answer have no address and are left out. */
public final class NeighbourTableReader implements SectionReader<NeighbourTable> {

    private static final Pattern IP = Pattern.compile("(\\S+) dev (\\S+)(?: lladdr ([0-9a-fA-F:]+))?(.*)");
    private static final Pattern ARP = Pattern.compile("\\S+ \\(([0-9a-fA-F.:]+)\\) at (\\S+)(?: \\[\\w+\\])?(?: PERM(?: PUB)?)? on (\\S+).*");

    @Override
    public NeighbourTable create() {
        return NetworkingFactory.eINSTANCE.createNeighbourTable();
    }

    @Override
    public void read(NeighbourTable section, Sources sources) {
        Map<List<String>, NeighbourEntry> neighbours = new LinkedHashMap<>();
        sources.first("ip-neighbour", "arp").ifPresent(output -> {
            boolean arp = output.name().equals("arp");
            for (String line : output.lines()) {
                Matcher matcher = (arp ? ARP : IP).matcher(line.strip());
                Optional<String> address = matcher.matches() ? IpAddress.of(matcher.group(1)) : Optional.empty();
                if (address.isEmpty() && !line.isBlank()) {
                    sources.badLine(output);
                }
                address.ifPresent(found -> mac(matcher.group(arp ? 2 : 3)).ifPresent(mac -> {
                    NeighbourEntry neighbour = NetworkingFactory.eINSTANCE.createNeighbourEntry();
                    neighbour.setAddress(found);
                    neighbour.setInterface(matcher.group(arp ? 3 : 2));
                    neighbour.setMac(mac);
                    if (!arp && found.contains(":")) {
                        neighbour.setRouter(matcher.group(4).contains(" router"));
                    }
                    neighbours.putIfAbsent(List.of(neighbour.getInterface(), found), neighbour);
                }));
            }
        });
        section.getNeighbours().addAll(neighbours.values());
    }

    /** Six bytes with two digits each: macOS leaves leading zeros out. */
    private static Optional<String> mac(String text) {
        if (text == null || !text.matches("[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}")) {
            return Optional.empty();
        }
        StringBuilder mac = new StringBuilder();
        for (String part : text.toLowerCase(Locale.ROOT).split(":")) {
            mac.append(mac.isEmpty() ? "" : ":").append(part.length() == 1 ? "0" : "").append(part);
        }
        return Optional.of(mac.toString());
    }
}
