package org.cadastre.collect.snmp.internal.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;
import org.cadastre.collect.snmp.internal.vendor.Make.Reading;
import org.cadastre.model.DeviceKind;
import org.junit.jupiter.api.Test;

/** What docs/snmp.md says of the table holds. */
class DocumentationTest {

    private static final String OWN = "1.3.6.1.4.1.99999.";
    private static final Path CHECKOUT = Path.of(System.getProperty("cadastre.checkout"));

    private static String documentation() throws Exception {
        return Files.readString(CHECKOUT.resolve("docs/snmp.md"));
    }

    private static String example() throws Exception {
        return documentation().split("```")[1];
    }

    @Test
    void theExampleReadsTheDeviceThatItIsFor() throws Exception {
        TestAnswers answers = new TestAnswers().with(OWN + "1.1.3.0", "A-1").with(OWN + "1.1.4.0", "v4.11 (build 7)")
                .with(OWN + "1.2.1.2", "1", "left").with(OWN + "1.2.1.3", "1", "A-1").with(OWN + "1.2.1.4", "1", "5000")
                .with(OWN + "1.3.1.3", "1", "415").with(OWN + "1.3.1.2", "1", "face");
        VendorTable table = VendorTable.of("snmp-vendors.txt", example());
        assertEquals(new Make(Optional.of("Acme"), DeviceKind.NETWORK_SWITCH, Optional.of("5000X"), Optional.of("A-1"), Optional.of("4.11"), Optional.empty(),
                List.of(new Member("left", Optional.of("5000"), Optional.of("A-1"), Optional.empty())),
                List.of(new Reading(SensorKind.TEMPERATURE, "face", OptionalDouble.of(41.5), Optional.empty()))),
                table.profile(OWN + "7.12", "Acme Anvil 5000X").read(answers));
        assertEquals(Optional.of("Anvil 5000"), table.profile(OWN + "7.12", "").read(answers).model());
    }

    @Test
    void theMessageIsWhatIsSaid() throws Exception {
        String wrong = example().stripLeading().replaceFirst("(?m)^serial", "sreial");
        String message = assertThrows(IllegalArgumentException.class,
                () -> VendorTable.of("/home/ann/.config/cadastre/snmp-vendors.txt", wrong)).getMessage();
        assertTrue(documentation().contains(message), message);
    }

    @Test
    void everyVendorOfTheTableIsListed() throws Exception {
        String documentation = documentation();
        String table = Files.readString(CHECKOUT
                .resolve("bundles/org.cadastre.collect.snmp/src/org/cadastre/collect/snmp/internal/vendor/vendors.txt"));
        List<String> missing = Pattern.compile("(?m)^\\[\\S+ (.+)\\]$").matcher(table).results().map(found -> found.group(1)).distinct()
                .filter(vendor -> !documentation.contains("| " + vendor + " |")).toList();
        assertEquals(List.of(), missing);
    }
}
