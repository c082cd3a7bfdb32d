package org.cadastre.ui.internal.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.cadastre.model.DeviceKind;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.ui.internal.devices.DeviceLines.Device;
import org.cadastre.ui.internal.devices.DeviceLines.Group;
import org.junit.jupiter.api.Test;

class DeviceLinesTest {

    private final Map<String, DeviceColumn> columns = new LinkedHashMap<>();
    private final List<DeviceRow> rows = Stream.of(device("web10", "Debian", "10.0.0.10"), device("web2", "Debian", "10.0.0.9"),
            device("sw1", "", "10.0.0.1"), device("db1", "Ubuntu", "")).map(DeviceRow::of).toList();

    DeviceLinesTest() {
        DeviceColumns.all().forEach(column -> columns.put(column.id(), column));
    }

    @Test
    void namesAndAddressesAreSortedByTheNumbersInThem() {
        assertEquals(List.of("db1", "sw1", "web2", "web10"), names("name", true));
        assertEquals(List.of("sw1", "web2", "web10", "db1"), names("addresses", true));
    }

    @Test
    void cellsWithoutATextComeLastWhicheverWayIsSorted() {
        assertEquals(List.of("web10", "web2", "sw1", "db1"), names("addresses", false));
    }

    @Test
    void twoFiltersOfOneColumnWidenAndOfTwoColumnsNarrow() {
        List<DeviceFilter> systems = List.of(new DeviceFilter("system", "Debian"), new DeviceFilter("system", ""));
        assertEquals(3, DeviceLines.filtered(rows, systems, columns, row -> true).size());
        List<DeviceFilter> both = List.of(new DeviceFilter("system", "Debian"), new DeviceFilter("name", "web2"));
        assertEquals(1, DeviceLines.filtered(rows, both, columns, row -> true).size());
    }

    @Test
    void aGroupThatIsClosedShowsItsLineAndNumberOnly() {
        List<DeviceLines.Line> lines = DeviceLines.of(rows, columns.get("name").order(true), Optional.of(columns.get("system")),
                Set.of("Debian"));
        assertEquals(List.of(new Group("Debian", 2, true), new Group("Ubuntu", 1, false), new Device(rows.get(3)),
                new Group("", 1, false), new Device(rows.get(2))), lines);
    }

    private List<String> names(String column, boolean ascending) {
        return DeviceLines.of(rows, columns.get(column).order(ascending), Optional.empty(), Set.of()).stream()
                .map(line -> ((Device) line).row().entry().name()).toList();
    }

    private static DeviceEntry device(String name, String system, String address) {
        return new DeviceEntry("%016x".formatted(name.hashCode()), name, DeviceKind.HOST, "", "", system,
                address.isEmpty() ? List.of() : List.of(address), 1);
    }
}
