/** What an agent answered: values, rows, indices. Asks nothing. */
package org.cadastre.collect.snmp.internal.mib;
