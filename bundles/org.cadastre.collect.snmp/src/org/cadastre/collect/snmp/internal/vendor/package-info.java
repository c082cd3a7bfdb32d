/** Vendors: where devices tell their make, model, serial number, firmware and sensors, as a table in text. Asks nothing itself. */
package org.cadastre.collect.snmp.internal.vendor;
