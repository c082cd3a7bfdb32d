package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.compare.model.DeviceComparison;

/**
 * What was found of one device.
 *
 * @param travellers those of its changes that may be one half of a move from or to another device
 */
record Findings(DeviceComparison comparison, List<Traveller> travellers) {

    static Findings of(DeviceComparison comparison) {
        return new Findings(comparison, new ArrayList<>());
    }
}
