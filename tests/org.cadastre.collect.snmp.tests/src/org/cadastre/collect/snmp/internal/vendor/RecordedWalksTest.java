package org.cadastre.collect.snmp.internal.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.cadastre.collect.snmp.internal.vendor.Make.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the table that comes with Cadastre makes of recorded walks of real devices. What is expected was read in the walks by eye;
 * nothing is expected where a walk does not hold it. The walks are not part of Cadastre: where they are absent, the test is skipped.
 */
class RecordedWalksTest {

    private static final Path WALKS = Path.of(System.getProperty("cadastre.corpus",
            System.getProperty("cadastre.checkout", ".") + "/../shared/corpus"), "snmp");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "UPS_apc-8641 | APC | other | AP8641 | 3F3452A52295 | v6.7.2",
        "UPS_emerson-network-power | Vertiv | ups | US11R0030L | | 13.00",
        "UPS_ingrasys-power-switch | Santak | ups | Array-3A3 | | 00.00",
        "UPS_vertiv-power | Vertiv | other | Liebert PEX | 416791G106T2010SEP230036 | PAL 1.04.026.STD",
        "camera_hikvision | Hikvision | camera | DS-2CD4C36FWD-AP | | V5.5.80 build 190131",
        "camera_hikvision-network-video-recorder | Hikvision | other | | 0820161024CCRR666108343WCVU | ",
        "camera_wds-ips-1022 | WDT | other | IPS-1022 | | ",
        "iot_geist-temperature-sensor | Geist | other | WATCHDOG 15-P NPS (GBB15-P) | TB19020610 | 3.4.0",
        "network_appliance_huawei-ism | Huawei | storage | | 2102350HYS10H1000010 | V300R003C10",
        "network_appliance_infosec-nsae-6500 | Infosec | other | NSAE 6500 | 1224S0425900320002262044272774 | NSAE.8.4.0.8",
        "network_appliance_nsfocus-ads | NSFOCUS | other | ADS-2010 | | ",
        "network_appliance_tripplite-poweralert | Tripp Lite | other | PDUMH20ATNET | 3569FG0LD527F11485 | 693038B",
        "network_appliance_ucdavis-sic | Vertiv | ups | UL33 UPS | | ",
        "network_appliance_vss-monitoring-optimizer-2400-span | VSS Monitoring | other | Optimizer 2400-SPAN | | 3.14.10",
        "network_firewall_clavister-amaranten | Clavister | firewall | Amaranten Firewall | | 8.90.07.01-11595",
        "network_firewall_legend-holdings-firewall-2 | Leadsec | firewall | | add57c5c7eb7a780 | V3.0",
        "network_firewall_nsfocus-osms | NSFOCUS | other | OSMS | 4663-10E4-4EE9-FD06 | V5.6R10F00SP10",
        "network_firewall_paloalto-pa-5000 | Palo Alto Networks | firewall | PA-5050 | 0009C100761 | 8.0.1",
        "network_firewall_sangfor-ad1800-fp2 | Sangfor | other | AD-1800-FP2 | | ",
        "network_firewall_sangfor-vad1 | Sangfor | other | vAD1 | | ",
        "network_firewall_topsec-ngfw4000-uf | Topsec | firewall | NGFW4000-UF(TG-72282) | Q1610474303 | V3.2073N.2060N_NGFW.1",
        "network_firewall_venus-unknown-001 | Venustech | firewall | | 11f79beba8eec38d | V2.6",
        "network_firewall_venus-vsos-v070060600 | Venustech | firewall | | | V0700R0600",
        "network_router_brocade-unknown-001 | Brocade | switch | SNS2124 | ALJ2548L0FD | 7.2.1",
        "network_router_cisco-unmarked-0 | Cisco | switch | Catalyst 3550-12T | CAT0625X0DP | 12.1(8)EA1c",
        "network_router_vyatta-unknown | Vyatta | router | | | ",
        "network_switch_cisco-c3750 | Cisco | switch | WS-C3750G-12S-S | FDO1622Y10H | 12.2(50)SE5",
        "network_switch_cisco-n5000 | Cisco | switch | N5K-C5548UP | SSI183706KP | 6.0(2)N2(3)",
        "network_switch_dcrs-5980-28t-dc | Digital China | switch | DCRS-5980-28T-DC | GOSWE120F327000001 | 7.0.3.1(B0232.0031)",
        "network_switch_dcs-3726c | Digital China | switch | DCS-3726S | A308023010 | 2.2.3.44",
        "network_switch_dptech-dpx800-a5 | DPtech | switch | DPX8000-A5 | 02010037P183000022 | S111C011D007P02PATCH03",
        "network_switch_h3c-e528-1 | H3C | switch | H3C Switch E528 | 210235A0GKC158000929 | 5.20 Release 1513P62",
        "network_switch_h3c-e528-2 | H3C | switch | H3C Switch E528 | 210235A0GKC158000929 | 5.20 Release 1513P62",
        "network_switch_h3c-wx6103 | H3C | other | H3C WX6103 | 210231A76JX091000041 | Release 2509P33",
        "network_switch_ruijie-s5750-24gt12sfp | Ruijie | switch | S5750-24GT/12SFP | 9017EHC410215 | RGOS 10.4(3)p4 Release(161753)",
        "network_switch_zte-zrx10 | ZTE | switch | ZXR10 9908 | | V1.01.10.B19P06",
        "network_switch_zte-zxr10-5250 | ZTE | switch | ZXR10 5250-52TM-H | 279531100013 | V2.05.11B19",
        "os_linux_ibm-power-chrp | IBM | host | 8202-E4D | 213785V | ",
        "os_linux_ibm-x3550-m3 | IBM | other | System x3250 M3 | 0622254 | YUOO91K",
        "os_linux_sangfor | Sangfor | other | M5400 | | ",
        "os_linux_unknown-002 | | host | | | ",
        "os_linux_unknown-003 | | host | | | ",
        "os_linux_unknown-007 | MacroSAN | storage | MS5040 | | ",
        "os_linux_unknown-008 | Sangfor | other | M5100 | | ",
        "os_linux_zte-embsys-cgel | ZTE | other | | | ",
        "os_windows_XP | | host | | | ",
        "storage_isilon-onefs | Dell EMC | storage | X210-2U-Single-48GB-2x1GE-2x10GE SFP+-36TB | CEGER155100014 | 7.2.1.0",
        "storage_netapp-fas3270 | NetApp | storage | FAS3270 | 940001051000 | 8.2.3",
        "unclassified_01 | Venustech | other | | | 1.0"})
    void aWalkTellsItsMake(String walk, String vendor, String kind, String model, String serial, String firmware) throws Exception {
        Make make = make(walk);
        assertEquals(new Make(Optional.ofNullable(vendor), make.kind(), Optional.ofNullable(model), Optional.ofNullable(serial),
                Optional.ofNullable(firmware), make.system(), make.members(), make.sensors()), make);
        assertEquals(kind, make.kind().getLiteral());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UPS_apc-8641 | power pwr-dc01-pdu-rack01-01 1210.0 W",
        "UPS_apc-8641 | current current 1 6.6 A",
        "network_switch_cisco-c3750 | fan Switch#1, Fan#1 normal",
        "network_switch_h3c-e528-2 | temperature Sensor1 40.0 degrees Celsius",
        "os_linux_ibm-x3550-m3 | temperature Ambient Temp 20.0 degrees Celsius",
        "storage_isilon-onefs | fan IPMI Sensor #2: FAN TAC SENSOR 1 12500.0 1/min",
        "storage_netapp-fas3270 | system temperature normal"})
    void aWalkTellsItsSensors(String walk, String sensor) throws Exception {
        List<String> sensors = make(walk).sensors().stream().map(reading -> reading.kind().word() + " " + reading.name()
                + (reading.value().isPresent() ? " " + reading.value().getAsDouble() + " " + reading.unit() : "")
                + reading.state().map(state -> " " + state).orElse("")).toList();
        assertTrue(sensors.contains(sensor), sensors.toString());
    }

    @Test
    void aWalkOfAStackTellsItsUnits() throws Exception {
        assertEquals(List.of(new Member("1", Optional.of("WS-C3750G-12S-S"), Optional.of("FDO1622Y10H"), Optional.of("12.2(50)SE5"))),
                make("network_switch_cisco-c3750").members());
        assertEquals(2, make("network_switch_dptech-dpx800-a5").members().size());
    }

    private static Make make(String walk) throws Exception {
        Path file = WALKS.resolve(walk + ".snmprec.bz2");
        assumeTrue(Files.exists(file), () -> "there is no " + file);
        Process bzcat = new ProcessBuilder("bzcat", file.toString()).start();
        RecordedWalk answers = RecordedWalk.of(new String(bzcat.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList());
        VendorProfile profile = VendorTable.standard().profile(answers.text("1.3.6.1.2.1.1.2.0").orElse(""), answers.text("1.3.6.1.2.1.1.1.0").orElse(""));
        return profile.narrowed(answers).read(answers);
    }
}
