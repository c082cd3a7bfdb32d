/** What is said to an agent, and how long its answer is waited for. Believes nothing that it answers. */
package org.cadastre.collect.snmp.internal.protocol;
