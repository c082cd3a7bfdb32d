package org.cadastre.collect.snmp.internal.mib;

import java.util.List;

import org.snmp4j.smi.OID;

/** The system group, which every agent has (SNMPv2-MIB, RFC 3418), and the id of the SNMP engine (RFC 3411). */
public final class SystemGroup {

    public static final OID DESCRIPTION = new OID("1.3.6.1.2.1.1.1.0");
    public static final OID OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
    public static final OID UPTIME = new OID("1.3.6.1.2.1.1.3.0");
    public static final OID CONTACT = new OID("1.3.6.1.2.1.1.4.0");
    public static final OID NAME = new OID("1.3.6.1.2.1.1.5.0");
    public static final OID LOCATION = new OID("1.3.6.1.2.1.1.6.0");
    public static final OID SERVICES = new OID("1.3.6.1.2.1.1.7.0");
    public static final OID ENGINE_ID = new OID("1.3.6.1.6.3.10.2.1.1.0");

    public static final List<OID> ALL = List.of(DESCRIPTION, OBJECT_ID, UPTIME, CONTACT, NAME, LOCATION, SERVICES, ENGINE_ID);

    private SystemGroup() {
    }
}
