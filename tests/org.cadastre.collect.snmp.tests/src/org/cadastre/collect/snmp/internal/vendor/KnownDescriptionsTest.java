package org.cadastre.collect.snmp.internal.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table makes of sysDescr as the vendors' devices have it, where they say nothing else. */
class KnownDescriptionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "9.1.1208 | Cisco IOS Software, C2960S Software (C2960S-UNIVERSALK9-M), Version 15.0(2)SE11, RELEASE SOFTWARE (fc3) | Cisco | switch | | 15.0(2)SE11 | IOS",
        "9.1.2494 | Cisco IOS Software [Fuji], Catalyst L3 Switch Software (CAT9K_IOSXE), Version 16.9.4, RELEASE SOFTWARE (fc2) | Cisco | switch | | 16.9.4 | IOS XE",
        "9.1.1041 | Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version 15.4(3)M3, RELEASE SOFTWARE (fc2) | Cisco | router | | 15.4(3)M3 | IOS",
        "9.1.2530 | Cisco IOS Software [Gibraltar], C9800 Software (C9800_IOSXE-K9), Version 16.12.4a, RELEASE SOFTWARE (fc4) | Cisco | other | | 16.12.4a | IOS XE",
        "9.1.1639 | Cisco IOS XR Software (Cisco ASR9K Series), Version 6.1.4[Default] | Cisco | router | | 6.1.4 | IOS XR",
        "9.1.1408 | Cisco Adaptive Security Appliance Version 9.8(2)20 | Cisco | firewall | | 9.8(2)20 | ASA",
        "9.1.685 | Cisco IOS Software, C1240 Software (C1240-K9W7-M), Version 12.4(25d)JA, RELEASE SOFTWARE (fc1) | Cisco | accessPoint | | 12.4(25d)JA | IOS",
        "9.1.366 | Cisco Internetwork Operating System Software IOS (tm) C3550 Software (C3550-I5Q3L2-M), Version 12.1(22)EA1 | Cisco | switch | Catalyst 3550-12T | 12.1(22)EA1 | IOS",
        "9.6.1.83.10.2 | SG300-10MP 10-Port Gigabit PoE Managed Switch | Cisco | switch | SG300-10MP | |",
        "11.2.3.7.11.89 | ProCurve J9280A Switch 2510G-48, revision Y.11.12, ROM N.10.02 | HPE | switch | J9280A Switch 2510G-48 | Y.11.12 |",
        "11.2.3.7.11.181 | Aruba JL258A 2930F-8G-PoE+-2SFP+ Switch, revision WC.16.10.0009, ROM WC.16.01.0006 | HPE | switch | JL258A 2930F-8G-PoE+-2SFP+ Switch | WC.16.10.0009 |",
        "47196.4.1.1.1.51 | Aruba JL659A 6300M Swch FL.10.06.0120 | HPE Aruba | switch | 6300M | FL.10.06.0120 | ArubaOS-CX",
        "14823.1.1.32 | ArubaOS (MODEL: Aruba7005), Version 6.5.4.3 (62929) | HPE Aruba | other | Aruba7005 | 6.5.4.3 | ArubaOS",
        "14823.1.2.111 | ArubaOS (MODEL: 325), Version 6.5.1.0-4.3.1.2 | HPE Aruba | accessPoint | 325 | 6.5.1.0-4.3.1.2 | ArubaOS",
        "2636.1.1.1.2.43 | Juniper Networks, Inc. ex2200-24t-4g Ethernet Switch, kernel JUNOS 12.3R12.4, Build date: 2016-01-20 | Juniper | switch | ex2200-24t-4g | 12.3R12.4 | Junos",
        "2636.1.1.1.2.41 | Juniper Networks, Inc. srx240h internet router, kernel JUNOS 11.4R7.5 #0 | Juniper | firewall | srx240h | 11.4R7.5 | Junos",
        "1916.2.139 | ExtremeXOS (X460-24t) version 15.3.1.4 v1531b4-patch1-2 by release-manager | Extreme Networks | switch | X460-24t | 15.3.1.4 |",
        "14988.1 | RouterOS CRS326-24G-2S+ | MikroTik | switch | CRS326-24G-2S+ | | RouterOS",
        "14988.1 | RouterOS RB3011UiAS | MikroTik | router | RB3011UiAS | | RouterOS",
        "30065.1.3011.7050.427.3648 | Arista Networks EOS version 4.20.5F running on an Arista Networks DCS-7050SX-64 | Arista | switch | DCS-7050SX-64 | 4.20.5F | EOS",
        "2011.2.23.339 | S5720-28X-SI-AC Huawei Versatile Routing Platform Software VRP (R) software,Version 5.170 (S5720 V200R011C10SPC600) | Huawei | switch | S5720-28X-SI-AC | V200R011C10SPC600 | VRP",
        "25506.11.1.181 | HPE Comware Platform Software, Software Version 7.1.045, Release 3111P02 | HPE | switch | | 3111P02 | Comware",
        "4526.100.4.10 | GS724Tv3 - ProSafe 24-port Gigabit Smart Switch | Netgear | switch | GS724Tv3 | |",
        "6486.800.1.1.2.1.11.2.2 | Alcatel-Lucent OS6850E-P24X 6.4.4.585.R01 GA, April 28, 2012. | Alcatel-Lucent | switch | OS6850E-P24X | 6.4.4.585.R01 |",
        "45.3.59.1 | Ethernet Routing Switch 5520-48T-PWR   HW:32       FW:6.0.0.10   SW:v6.2.0.009 | Nortel | switch | Ethernet Routing Switch 5520-48T-PWR | 6.2.0.009 |",
        "8691.7.19 | MOXA EDS-408A-SS-SC | Moxa | switch | EDS-408A-SS-SC | |",
        "5951.1 | NetScaler NS10.5: Build 57.7.nc, Date: May 14 2015, 07:36:26 | Citrix | other | | 10.5: Build 57.7.nc | NetScaler",
        "368.4.1 | ; AXIS P3225-V Mk II; Network Camera; 6.50.1.2; Mar 22 2017 | Axis | camera | P3225-V Mk II | 6.50.1.2 |",
        "318.1.3.27 | APC Web/SNMP Management Card (MB:v4.1.0 PF:v6.4.6 PN:apc_hw05_aos_646.bin MN:AP9631 HR:05 SN: ZA1547012345) | APC | ups | AP9631 | |",
        "2435.2.3.9.1 | Brother NC-8300h, Firmware Ver.1.09  (13.10.11),MID 84U-F75 | Brother | printer | | 1.09 |",
        "311.1.1.3.1.2 | Hardware: Intel64 Family 6 Model 79 Stepping 1 AT/AT COMPATIBLE - Software: Windows Version 6.3 (Build 14393) | | host | | | Windows",
        "8072.3.2.10 | Linux web1 6.1.0-13-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.55-1 x86_64 | | host | | | Linux",
        "8072.3.2.8 | FreeBSD fw1 13.2-RELEASE FreeBSD 13.2-RELEASE amd64 | | host | | | FreeBSD",
        "12325.1.1.2.1.1 | pfSense fw.example.net 2.7.0-RELEASE FreeBSD 14.0-CURRENT amd64 | | firewall | | | pfSense",
        "6876.4.1 | VMware ESXi 7.0.3 build-19193900 VMware, Inc. x86_64 | | hypervisor | | |"})
    void aDescriptionAloneTellsThisMuch(String number, String description, String vendor, String kind, String model, String firmware, String system) {
        Make make = VendorTable.standard().profile("1.3.6.1.4.1." + number, description).read(new TestAnswers());
        assertEquals(Optional.ofNullable(vendor), make.vendor());
        assertEquals(kind, make.kind().getLiteral());
        assertEquals(Optional.ofNullable(model), make.model());
        assertEquals(Optional.ofNullable(firmware), make.firmware());
        assertEquals(Optional.ofNullable(system), make.system());
    }
}
