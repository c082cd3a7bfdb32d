package org.cadastre.collect;

import java.util.Optional;

import org.cadastre.model.Device;
import org.cadastre.model.Observations;

/**
 * What one collector read from one device.
 *
 * @param device state sections, among them an {@link org.cadastre.model.Identity}; without an id
 * @param observations observation sections
 * @param credential name of the credential that was accepted; empty when none was needed
 */
public record Reading(Device device, Observations observations, Optional<String> credential) {
}
