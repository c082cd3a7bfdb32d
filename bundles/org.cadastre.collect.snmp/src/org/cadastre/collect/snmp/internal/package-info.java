/** Reads devices with an SNMP agent: asks as little as it can, survives what agents answer, makes sections of it. */
package org.cadastre.collect.snmp.internal;
