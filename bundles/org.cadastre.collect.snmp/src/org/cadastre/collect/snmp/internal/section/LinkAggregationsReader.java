package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.cadastre.collect.snmp.internal.mib.Index;
import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.network.LinkAggregation;
import org.cadastre.collect.snmp.network.LinkAggregations;
import org.cadastre.collect.snmp.network.NetworkFactory;

/** Several links used as one (IEEE8023-LAG-MIB of IEEE 802.1AX; CISCO-PAGP-MIB; else the layers of IF-MIB). */
final class LinkAggregationsReader implements SectionReader<LinkAggregations> {

    private static final Table AGGREGATORS = Table.of("dot3adAggTable", "1.2.840.10006.300.43.1.1.1.1", 8);
    private static final Table PORTS = Table.of("dot3adAggPortTable", "1.2.840.10006.300.43.1.2.1.1", 12, 13);
    private static final Table PAGP = Table.of("pagpEtherChannelTable", "1.3.6.1.4.1.9.9.98.1.1.1.1", 1, 8);

    private static final int MANUAL = 2;
    private static final int PAGP_ON = 3;
    private static final int IEEE_LAG = 161;

    @Override
    public LinkAggregations create() {
        return NetworkFactory.eINSTANCE.createLinkAggregations();
    }

    @Override
    public List<Table> tables() {
        return List.of(InterfaceNames.INTERFACES, InterfaceNames.EXTENSIONS, InterfacesReader.STACK, AGGREGATORS, PORTS, PAGP);
    }

    @Override
    public void read(LinkAggregations section, Mib mib) {
        InterfaceNames names = InterfaceNames.of(mib);
        Map<Integer, LinkAggregation> found = new TreeMap<>();
        mib.rows(PORTS).forEach(row -> row.integer(12).filter(number -> number != 0).or(() -> row.integer(13))
                .filter(number -> number != row.number() && names.isKnown(number)).ifPresent(number -> {
                    LinkAggregation aggregation = aggregation(found, number, names);
                    aggregation.setProtocol("lacp");
                    aggregation.getMembers().add(names.of(row.number()));
                    mib.row(AGGREGATORS, number).flatMap(one -> one.mac(8)).ifPresent(aggregation::setPartner);
                }));
        mib.rows(PAGP).forEach(row -> row.integer(8).filter(number -> number != 0 && number != row.number() && names.isKnown(number))
                .filter(number -> row.is(1, MANUAL) || row.is(1, PAGP_ON)).ifPresent(number -> {
                    LinkAggregation aggregation = aggregation(found, number, names);
                    if (!aggregation.getMembers().contains(names.of(row.number()))) {
                        aggregation.setProtocol(row.is(1, PAGP_ON) ? "pagp" : "static");
                        aggregation.getMembers().add(names.of(row.number()));
                    }
                }));
        mib.each(InterfacesReader.STACK, row -> {
            Index index = row.index();
            int higher = index.nextInt();
            int lower = index.nextInt();
            boolean isBundle = mib.row(InterfaceNames.INTERFACES, higher).filter(one -> one.is(3, IEEE_LAG)).isPresent();
            if (isBundle && names.isKnown(lower)) {
                LinkAggregation aggregation = aggregation(found, higher, names);
                if (!aggregation.getMembers().contains(names.of(lower))) {
                    aggregation.getMembers().add(names.of(lower));
                }
            }
        });
        section.getAggregations().addAll(found.values());
    }

    private static LinkAggregation aggregation(Map<Integer, LinkAggregation> found, int number, InterfaceNames names) {
        return found.computeIfAbsent(number, none -> {
            LinkAggregation aggregation = NetworkFactory.eINSTANCE.createLinkAggregation();
            aggregation.setInterface(names.of(number));
            return aggregation;
        });
    }
}
