package org.cadastre.collect.snmp.internal.vendor;

import java.util.Optional;

import org.cadastre.model.DeviceKind;

/** @param condition what the device must say for it to be of this kind; nothing for one that always is */
record KindRule(DeviceKind kind, Optional<Source> condition) {

    boolean holds(Evidence evidence) {
        return condition.isEmpty() || condition.get().read(evidence).isPresent();
    }
}
