package org.cadastre.compare.search;

import org.cadastre.compare.history.FactPath;
import org.cadastre.repository.SnapshotInfo;

/**
 * A fact that was searched for, and when it was so.
 *
 * @param device id of the device
 * @param name of the device when the fact was read last
 * @param section class of the section; empty for what the device itself says, such as its name
 * @param element path of the element in its section; empty for the section itself
 * @param attribute name of the attribute
 * @param value as text, in the metamodel's form
 * @param first the oldest snapshot with the fact
 * @param last the newest snapshot with the fact; between the two it may have been otherwise for a time
 * @param current whether the newest snapshot of the estate has it
 */
public record Finding(String device, String name, String section, String element, String attribute, String value,
        SnapshotInfo first, SnapshotInfo last, boolean current) {

    /** Where on the device. */
    public FactPath path() {
        return FactPath.of(section, element, attribute);
    }
}
