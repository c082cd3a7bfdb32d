package org.cadastre.repository;

import java.time.Instant;

import org.cadastre.model.Purpose;

/**
 * What the list of snapshots says of one.
 *
 * @param id Git commit id, 40 hexadecimal digits
 * @param label unique within the estate
 * @param operator who took it; empty if nobody was named
 * @param ticket job or change request; empty if none
 * @param devices how many devices were read
 * @param elements how many elements their state holds
 * @param devicesTree Git tree id of "devices/": equal ids prove equal states; empty when there is no device
 */
public record SnapshotInfo(String id, String label, Purpose purpose, String operator, String ticket, Instant started,
        Instant finished, long devices, long elements, String devicesTree) {
}
