package org.cadastre.repository;

import java.util.Optional;

/**
 * A device whose state is not the same in two snapshots.
 *
 * @param device id of the device
 * @param before Git blob id of the state before; empty for a device that is only in the later snapshot
 * @param after Git blob id of the state after; empty for a device that is only in the earlier snapshot
 */
public record DeviceDifference(String device, Optional<String> before, Optional<String> after) {
}
