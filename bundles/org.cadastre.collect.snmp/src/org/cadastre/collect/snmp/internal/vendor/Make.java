package org.cadastre.collect.snmp.internal.vendor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.cadastre.model.DeviceKind;

/**
 * What kind of thing a device is and who made it, as far as the table of vendors finds it in the agent's answers.
 *
 * @param kind unknown where nothing tells it
 * @param system name of its operating system, without a version
 * @param members units of a stack, as the device tells them; a device that can be stacked may tell of a single one, itself
 */
public record Make(Optional<String> vendor, DeviceKind kind, Optional<String> model, Optional<String> serial, Optional<String> firmware,
        Optional<String> system, List<Member> members, List<Reading> sensors) {

    /** @param name as the device tells it, or the index of its row */
    public record Member(String name, Optional<String> model, Optional<String> serial, Optional<String> firmware) {
    }

    /**
     * What a sensor tells; it has a value, a state, or both.
     *
     * @param name unique within the device
     * @param state in the words of the maker's MIB, e.g. normal, warning, notPresent
     */
    public record Reading(SensorKind kind, String name, OptionalDouble value, Optional<String> state) {

        public String unit() {
            return kind.unit();
        }
    }
}
