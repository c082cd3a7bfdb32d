package org.cadastre.collect.snmp.internal.section;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.cadastre.collect.snmp.internal.mib.InterfaceNames;
import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Row;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.collect.snmp.internal.mib.Values;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** What tells the device from every other one. */
final class IdentityReader implements SectionReader<Identity> {

    private static final OID LLDP_CHASSIS_SUBTYPE = new OID("1.0.8802.1.1.2.1.3.1.0");
    private static final OID LLDP_CHASSIS = new OID("1.0.8802.1.1.2.1.3.2.0");
    private static final int LLDP_MAC = 4;

    private static final Set<Long> ETHERNET = Set.of(6L, 62L, 71L, 117L);
    /** Names that makers give to all their devices. */
    private static final String MEANINGLESS = "(?i)localhost|router|switch|unknown|none|noname|(not|un)[ _-]?set|default";
    /** RFC 3411, 5, SnmpEngineID: the fifth octet tells what follows. */
    private static final int FORMAT = 4;
    private static final int FORMAT_IPV4 = 1;
    private static final int LOOPBACK = 127;

    private final Make make;

    IdentityReader(Make make) {
        this.make = make;
    }

    @Override
    public Identity create() {
        return CadastreFactory.eINSTANCE.createIdentity();
    }

    @Override
    public List<OID> scalars() {
        return List.of(SystemGroup.NAME, SystemGroup.ENGINE_ID, SpanningTreeTables.BRIDGE_ADDRESS, LLDP_CHASSIS_SUBTYPE, LLDP_CHASSIS);
    }

    @Override
    public List<Table> tables() {
        return List.of(InterfaceNames.INTERFACES);
    }

    @Override
    public void read(Identity identity, Mib mib) {
        make.serial().ifPresent(serial -> add(identity, IdentifierKind.SERIAL_NUMBER,
                make.vendor().map(vendor -> vendor + " " + serial).orElse(serial)));
        mib.value(SystemGroup.ENGINE_ID).flatMap(IdentityReader::engineId).ifPresent(id -> add(identity, IdentifierKind.SNMP_ENGINE_ID, id));
        macs(mib).forEach(mac -> add(identity, IdentifierKind.MAC, mac));
        mib.text(SystemGroup.NAME).map(name -> name.split("\\.", 2)[0]).filter(name -> !name.isBlank() && !name.matches(MEANINGLESS))
                .ifPresent(name -> add(identity, IdentifierKind.NAME, name));
    }

    /** Not one that every device of a make has, because it is made of an address that all have. */
    private static Optional<String> engineId(Variable value) {
        if (!(value instanceof OctetString octets) || octets.length() <= FORMAT + 1) {
            return Optional.empty();
        }
        byte[] id = octets.getValue();
        boolean isLoopback = id[FORMAT] == FORMAT_IPV4 && id[FORMAT + 1] == LOOPBACK;
        boolean isZero = true;
        for (int i = FORMAT + 1; i < id.length; i++) {
            isZero &= id[i] == 0;
        }
        return isLoopback || isZero ? Optional.empty() : Optional.of(HexFormat.of().formatHex(id));
    }

    /**
     * A bridge has an address for each of hundreds of ports, and tells which is its own; of other devices the addresses of all
     * adapters count.
     */
    private static Set<String> macs(Mib mib) {
        Set<String> macs = new TreeSet<>();
        mib.value(SpanningTreeTables.BRIDGE_ADDRESS).flatMap(Values::mac).ifPresent(macs::add);
        if (mib.number(LLDP_CHASSIS_SUBTYPE).filter(subtype -> subtype == LLDP_MAC).isPresent()) {
            mib.value(LLDP_CHASSIS).flatMap(Values::mac).ifPresent(macs::add);
        }
        if (macs.isEmpty()) {
            for (Row row : mib.rows(InterfaceNames.INTERFACES)) {
                row.mac(6).filter(mac -> row.whole(3).filter(ETHERNET::contains).isPresent()).ifPresent(macs::add);
            }
        }
        macs.removeIf(mac -> !isGlobal(mac));
        return macs;
    }

    /** Neither locally administered nor of a group (IEEE 802), nor one that routers share (RFC 5798, 7.3; HSRP, RFC 2281). */
    private static boolean isGlobal(String mac) {
        return (Integer.parseInt(mac.substring(0, 2), 16) & 3) == 0 && !mac.startsWith("00:00:5e:00:0") && !mac.startsWith("00:00:0c:07:ac");
    }

    private static void add(Identity identity, IdentifierKind kind, String value) {
        Identifier identifier = CadastreFactory.eINSTANCE.createIdentifier();
        identifier.setKind(kind);
        identifier.setValue(value);
        identity.getIdentifiers().add(identifier);
    }
}
