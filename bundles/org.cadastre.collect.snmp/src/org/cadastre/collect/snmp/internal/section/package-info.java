/** Sections of what an agent answered, each by a reader of its own: pure functions. */
package org.cadastre.collect.snmp.internal.section;
