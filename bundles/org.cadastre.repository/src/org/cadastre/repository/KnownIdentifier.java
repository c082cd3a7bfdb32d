package org.cadastre.repository;

import org.cadastre.model.IdentifierKind;

/**
 * The estate's memory that an identifier belongs to a device.
 *
 * @param value in the canonical form of its kind
 * @param device id of the device, 16 hexadecimal digits
 * @param first label of the snapshot in which the device showed the identifier for the first time
 * @param last empty as long as the device shows the identifier whenever it is read; else the label of the last
 *        snapshot in which it did. An estate that does not change so leaves its registry as it is.
 */
public record KnownIdentifier(IdentifierKind kind, String value, String device, String first, String last) {
}
