package org.cadastre.collect.snmp.internal.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;
import org.cadastre.collect.snmp.internal.vendor.Make.Reading;
import org.cadastre.model.DeviceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table's text, which block counts, and what its lines read. The numbers are those of no vendor. */
class VendorTableTest {

    private static final String DEVICE = "1.3.6.1.4.1.99999.1.2.3";

    private static Make read(String table, String sysDescr, Answers answers) {
        return VendorTable.of("snmp-vendors.txt", table).profile(DEVICE, sysDescr).read(answers);
    }

    private static Make read(String table, Answers answers) {
        return read(table, "", answers);
    }

    @Test
    void theLongestPrefixSpeaksFirstAndShorterOnesFillIn() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                kind = router
                model = "any"
                serial = "S1"
                [1.3.6.1.4.1.99999.1.2]
                kind = switch
                model = "longer"
                [1.3.6.1.4.1.99999.1.20 Other]
                serial = "wrong: 20 is not 2"
                """, new TestAnswers());
        assertEquals(Optional.of("Acme"), make.vendor());
        assertEquals(DeviceKind.NETWORK_SWITCH, make.kind());
        assertEquals(Optional.of("longer"), make.model());
        assertEquals(Optional.of("S1"), make.serial());
        assertEquals(Optional.empty(), make.firmware());
    }

    @Test
    void sourcesAreTriedInTheirOrderUntilOneSaysSomething() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                serial = oid 1.3.1.0, oid 1.3.2.0 /SN: (\\w+)/
                serial = column 1.3.3, "none of them"
                """, new TestAnswers().with("1.3.1.0", " N/A ").with("1.3.2.0", "no number here").with("1.3.3", "1", "").with("1.3.3", "2", " X7 "));
        assertEquals(Optional.of("X7"), make.serial());
    }

    @Test
    void patternsTakeTheirGroupOrAllThatTheyMatch() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                model = text /model (\\S+)|type (\\S+)/
                firmware = text /\\d+\\.\\d+/
                system = text /a\\/b/
                kind = printer if model /^Q/, access point if model /^Z/
                """, "Acme type Z9 version 4.11, a/b", new TestAnswers());
        assertEquals(Optional.of("Z9"), make.model());
        assertEquals(Optional.of("4.11"), make.firmware());
        assertEquals(Optional.of("a/b"), make.system());
        assertEquals(DeviceKind.ACCESS_POINT, make.kind());
    }

    @Test
    void modelsMayBeListedBySysObjectId() {
        String table = """
                [1.3.6.1.4.1.99999.1 Acme]
                model = oid 1.3.1.0
                .2.3 = Anvil 5000, heavy
                .2.4 = Anvil 6000
                """;
        assertEquals(Optional.of("Anvil 5000, heavy"), read(table, new TestAnswers()).model());
        assertEquals(Optional.of("told"), read(table, new TestAnswers().with("1.3.1.0", "told")).model());
    }

    @Test
    void aBlockWithAConditionCountsOnlyWhereItHolds() {
        String table = """
                [1.3.6.1.4.1.99999 Acme]
                model = "plain"
                [1.3.6.1.4.1.99999.1 Special]
                if = oid 1.3.1.0
                model = column 1.3.2
                """;
        VendorProfile profile = VendorTable.of("", table).profile(DEVICE, "");
        assertTrue(profile.oids().contains("1.3.1.0"));
        assertTrue(profile.columns().contains("1.3.2"));
        assertFalse(profile.narrowed(new TestAnswers()).columns().contains("1.3.2"));
        assertEquals(Optional.of("Acme"), profile.read(new TestAnswers().with("1.3.2", "1", "X1")).vendor());
        Answers special = new TestAnswers().with("1.3.1.0", "yes").with("1.3.2", "1", "X1");
        assertTrue(profile.narrowed(special).columns().contains("1.3.2"));
        assertEquals(Optional.of("Special"), profile.read(special).vendor());
        assertEquals(Optional.of("X1"), profile.read(special).model());
    }

    @Test
    void unitsOfAStackComeFromTheMakersTable() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                members = 1.3.7.1 name=1 serial=4 model=3 firmware=5
                """, new TestAnswers().with("1.3.7.1.1", "1", "Unit A").with("1.3.7.1.3", "1", "M").with("1.3.7.1.4", "1", "S1")
                .with("1.3.7.1.3", "2", "M").with("1.3.7.1.4", "2", "S2").with("1.3.7.1.5", "2", "4.0").with("1.3.7.1.1", "3", "empty slot"));
        assertEquals(List.of(new Member("Unit A", Optional.of("M"), Optional.of("S1"), Optional.empty()),
                new Member("2", Optional.of("M"), Optional.of("S2"), Optional.of("4.0"))), make.members());
    }

    @Test
    void unitsOfAStackComeFromEntityMibWhereTheMakerHasNoTable() {
        String entity = "1.3.6.1.2.1.47.1.1.1.1.";
        TestAnswers answers = new TestAnswers().with(entity + 5, "1", "11").with(entity + 4, "1", "0");
        for (int unit = 1; unit <= 2; unit++) {
            String index = unit + "001";
            answers.with(entity + 5, index, "3").with(entity + 4, index, "1").with(entity + 7, index, "" + unit).with(entity + 13, index, "WS")
                    .with(entity + 11, index, "S" + unit).with(entity + 9, index, "7");
        }
        Make make = read("[1.3.6.1.4.1.99999 Acme]", answers);
        assertEquals(List.of(new Member("1", Optional.of("WS"), Optional.of("S1"), Optional.of("7")),
                new Member("2", Optional.of("WS"), Optional.of("S2"), Optional.of("7"))), make.members());
        assertEquals(Optional.of("S1"), make.serial());
        assertEquals(Optional.of("7"), make.firmware());
    }

    @Test
    void sensorsTellValuesInTheirUnitAndStatesInWords() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                sensors = temperature value=1.3.5.1.2 name=1.3.5.1.1 scale=0.1 least=-50
                sensors = supply state=1.3.6.0 name="PSU" states="1 normal, 2 not present"
                sensors = fan value=1.3.8.0
                """, new TestAnswers().with("1.3.5.1.2", "1", "415").with("1.3.5.1.2", "2", "-9990").with("1.3.5.1.2", "3", "380 dC")
                .with("1.3.5.1.1", "1", "CPU").with("1.3.5.1.1", "3", "CPU").with("1.3.6.0", "2"));
        assertEquals(List.of(new Reading(SensorKind.TEMPERATURE, "CPU", OptionalDouble.of(41.5), Optional.empty()),
                new Reading(SensorKind.TEMPERATURE, "CPU temperature", OptionalDouble.of(38), Optional.empty()),
                new Reading(SensorKind.SUPPLY, "PSU", OptionalDouble.empty(), Optional.of("not present"))), make.sensors());
        assertEquals("degrees Celsius", make.sensors().getFirst().unit());
    }

    @Test
    void sensorsOfSeveralKindsInOneTableAreToldApart() {
        TestAnswers answers = new TestAnswers();
        String[][] rows = {{"1", "CPU Temp", "51"}, {"2", "FAN1", "3000"}, {"3", "+12V", "12"}};
        for (String[] row : rows) {
            answers.with("1.3.5.1.2", row[0], row[1]).with("1.3.5.1.3", row[0], row[2]);
        }
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                sensors = temperature value=1.3.5.1.3 name=1.3.5.1.2 where=1.3.5.1.2 is="(?i)temp"
                sensors = fan value=1.3.5.1.3 name=1.3.5.1.2 where=1.3.5.1.2 is="FAN"
                """, answers);
        assertEquals(List.of(new Reading(SensorKind.TEMPERATURE, "CPU Temp", OptionalDouble.of(51), Optional.empty()),
                new Reading(SensorKind.FAN, "FAN1", OptionalDouble.of(3000), Optional.empty())), make.sensors());
    }

    @Test
    void aTextBehindAPatternIsToldInsteadOfWhatItFound() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                system = text /ACOS-NG/ "AcmeOS NG", text /ACOS/ "AcmeOS"
                """, "Acme Anvil, ACOS 4.2", new TestAnswers());
        assertEquals(Optional.of("AcmeOS"), make.system());
    }

    @Test
    void anInstanceMayBelongToTheDevicesOwnBranch() {
        String table = """
                [1.3.6.1.4.1.99999.1 Acme]
                serial = oid sysObjectID.1.7.0
                """;
        assertTrue(VendorTable.of("", table).profile(DEVICE, "").oids().contains(DEVICE + ".1.7.0"));
        assertEquals(Optional.of("S9"), read(table, new TestAnswers().with(DEVICE + ".1.7.0", "S9")).serial());
    }

    @Test
    void aPatternThatTriesForEverFindsNothing() {
        Make make = read("""
                [1.3.6.1.4.1.99999 Acme]
                model = text /^(\\w+\\s?)*!$/, "after it"
                """, "a".repeat(60) + "?", new TestAnswers());
        assertEquals(Optional.of("after it"), make.model());
    }

    @Test
    void aUsersBlockComesBeforeOursOfTheSamePrefix() {
        String ours = "1.3.6.1.4.1.9";
        VendorProfile profile = VendorTable.of("", "[%s Mine]".formatted(ours)).profile(ours + ".1.1", "");
        assertEquals(Optional.of("Mine"), profile.read(new TestAnswers()).vendor());
        assertEquals(Optional.of("Cisco"), VendorTable.standard().profile(ours + ".1.1", "").read(new TestAnswers()).vendor());
    }

    @Test
    void anUnknownDeviceHasNoVendorAndNoKind() {
        Make make = VendorTable.standard().profile("", "").read(new TestAnswers());
        assertEquals(new Make(Optional.empty(), DeviceKind.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()), make);
    }

    @Test
    void anAgentThatLiesAboutItsObjectIdIsADeviceWithoutOne() {
        String endless = "1.3.6.1.4.1.9" + ".4294967295".repeat(110);
        for (String lie : List.of("zeroDotZero", "1.3.6.1.4.1.9.", "..", endless)) {
            VendorProfile profile = VendorTable.standard().profile(lie, "");
            assertEquals(Optional.empty(), profile.read(new TestAnswers()).vendor(), lie);
        }
    }

    @Test
    void aUsersFileIsReadAndNeedNotExist(@TempDir Path folder) throws Exception {
        Path file = folder.resolve(VendorTable.FILE);
        assertEquals(Optional.empty(), VendorTable.with(file).profile(DEVICE, "").read(new TestAnswers()).vendor());
        Files.writeString(file, "[1.3.6.1.4.1.99999 Acme]");
        assertEquals(Optional.of("Acme"), VendorTable.with(file).profile(DEVICE, "").read(new TestAnswers()).vendor());
        Files.write(file, new byte[] {(byte) 0xff, 0});
        assertEquals(file + " is not text in UTF-8; save it so, or remove it",
                assertThrows(IllegalArgumentException.class, () -> VendorTable.with(file)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "serial = entity | x.txt, line 2: \"serial = entity\" is neither [sysObjectID vendor] nor, below that, key = value",
        "[1.x Acme] | x.txt, line 2: \"1.x\" is not an object identifier, such as 1.3.6.1.4.1.9.1",
        "[1.3] ; nonsense | x.txt, line 3: \"nonsense\" is neither [sysObjectID vendor] nor, below that, key = value",
        "[1.3] ; sreial = entity | x.txt, line 3: there is no key \"sreial\"; there are if, kind, vendor, model, serial, firmware, system, members, sensors, and .NUMBER for the model with that sysObjectID",
        "[1.3] ; serial = | x.txt, line 3: \"serial\" has no value",
        "[1.3] ; serial = oid | x.txt, line 3: the end of the line stands where an object identifier belongs",
        "[1.3] ; serial = sysDescr | x.txt, line 3: \"sysDescr\" is none of oid, column, text, entity, vendor, model, serial, firmware, system or a \"text\"",
        "[1.3] ; system = entity | x.txt, line 3: ENTITY-MIB does not tell this",
        "[1.3] ; serial = text /(/ | x.txt, line 3: Unclosed group in the pattern /(/",
        "[1.3] ; serial = text /a | x.txt, line 3: /a has no second /",
        "[1.3] ; serial = entity text | x.txt, line 3: there is no comma before \"text\"",
        "[1.3] ; kind = toaster | x.txt, line 3: \"toaster\" is none of unknown, host, virtual machine, container, switch, router, firewall, access point, printer, storage, ups, hypervisor, phone, camera, other",
        "[1.3] ; members = 1.3.7 name=1 | x.txt, line 3: members need a column serial=... or model=...",
        "[1.3] ; members = 1.3.7 size=1 | x.txt, line 3: \"size\" is none of name, serial, model, firmware",
        "[1.3] ; sensors = smell value=1.3.1 | x.txt, line 3: \"smell\" is none of temperature, fan, voltage, power, current, humidity, supply, disk, system",
        "[1.3] ; sensors = fan name=1.3.1 | x.txt, line 3: sensors need value=... or state=...",
        "[1.3] ; sensors = fan value=1.3.1 where=1.3.2 | x.txt, line 3: where=... and is=... belong together",
        "[1.3] ; sensors = fan value=1.3.1 where=1.3.2 is=\"(\" | x.txt, line 3: Unclosed group in the pattern /(/",
        "[1.3] ; members = entity 1.3.7 | x.txt, line 3: \"1.3.7\" is too much",
        "[1.3] ; members = 1.3.7 serial=1 serial=2 | x.txt, line 3: \"serial\" comes twice",
        "[1.3] ; serial = oid sysObjectID.x | x.txt, line 3: \"1.x\" is not an object identifier, such as 1.3.6.1.4.1.9.1",
        "[1.3] ; sensors = fan value=1.3.1 scale=x | x.txt, line 3: \"x\" is not a number",
        "[1.3] ; sensors = fan state=1.3.1 states=\"1\" | x.txt, line 3: \"1\" is not a number and the word for it",
        "[1.3] ; .5 = A ; .5 = B | x.txt, line 4: .5 is there already"})
    void whatIsWrongIsToldWithItsLine(String text, String message) {
        String table = "# mine\n" + text.replace(" ; ", "\n");
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> VendorTable.of("x.txt", table)).getMessage());
    }
}
