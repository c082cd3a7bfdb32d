package org.cadastre.collect.snmp.internal.vendor;

import java.util.Map;
import java.util.Optional;

/**
 * What an agent answered, as text: an octet string as it reads, or as 0x and hexadecimal digits where it is no text; a number
 * in decimal; an object identifier or an address dotted. Object identifiers have no dot in front.
 */
public interface Answers {

    /** @param oid with its instance, e.g. 1.3.6.1.2.1.1.1.0; empty where the agent has none or was not asked */
    Optional<String> text(String oid);

    /**
     * @param oid of a column, without an instance
     * @return the cells by their index (dotted), in the order of the indices; empty where the agent has none or was not asked
     */
    Map<String, String> column(String oid);
}
