package org.cadastre.collect.snmp.internal;

import java.util.Optional;

import org.cadastre.model.DeviceKind;

/** Who made the device, and what it is. */
record Make(Optional<String> vendor, DeviceKind kind, Optional<String> model, Optional<String> serial, Optional<String> firmware) {

    /** Of a device that nothing is known of yet. */
    static final Make UNKNOWN = new Make(Optional.empty(), DeviceKind.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it is a computer, which other protocols tell more of. */
    boolean isComputer() {
        return kind == DeviceKind.HOST || kind == DeviceKind.VIRTUAL_MACHINE || kind == DeviceKind.HYPERVISOR;
    }
}
