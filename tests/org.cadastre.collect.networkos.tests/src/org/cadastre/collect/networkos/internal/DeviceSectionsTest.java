package org.cadastre.collect.networkos.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.cadastre.model.Device;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.OperatingSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which system a device is taken for, and what its answer tells. The answers have the form of recorded ones; "/" ends a line. */
class DeviceSectionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "show version | Cisco Nexus Operating System (NX-OS) Software/  NXOS: version 6.1(2)I3(1)/  cisco Nexus9000 C9396PX Chassis/"
            + "  Processor Board ID SAL18190000/  Device name: n9/ | Cisco NX-OS 6.1(2)I3(1) | n9 | Nexus9000 C9396PX | Cisco SAL18190000",
        "show version | Cisco Nexus Operating System (NX-OS) Software/  system:    version 7.3(2)/  cisco Nexus7000 C7010 (10 Slot) chassis/"
            + " | Cisco NX-OS 7.3(2) | prompt | - | -",
        "show version | Cisco Adaptive Security Appliance Software Version 9.9(2)32 /asa1 up 51 days 9 hours/Hardware:   ASA5516, 8192 MB RAM/"
            + "Serial Number: JAD22260000/ | Cisco ASA 9.9(2)32 | asa1 | ASA5516 | Cisco JAD22260000",
        "show version | Cisco IOS XE Software, Version 16.12.04/Cisco IOS Software [Gibraltar], Catalyst L3 Switch Software (CAT9K_IOSXE), Version 16.12.4,/"
            + "sw9 uptime is 7 weeks/cisco C9500-48Y4C (X86) processor with 1867864K bytes of memory./Processor board ID CAT23000000/"
            + " | Cisco IOS 16.12.04 | sw9 | C9500-48Y4C | Cisco CAT23000000",
        "show version | Cisco IOS Software, C800 Software (C800-UNIVERSALK9-M), Version 15.4(2)T, RELEASE SOFTWARE (fc1)/r8 uptime is 19 weeks/"
            + "Cisco C881-K9 (revision 1.0) with 944128K bytes of memory./Processor board ID FFF12340000/ | Cisco IOS 15.4(2)T | r8 | C881-K9 | Cisco FFF12340000",
        "show version | Tue Jan 16 13:19:27.208 AEST/Cisco IOS XR Software, Version 7.9.2 LNT/cisco 8000 (Intel CPU D-1530 @ 2.41GHz)/"
            + "cisco 8202-32FH-M (Intel CPU D-1530 @ 2.41GHz) processor with 64GB of memory/gemini uptime is 1 week/ | Cisco IOS 7.9.2 | gemini | 8202-32FH-M | -",
        "show version | SW version    1.3.7.18 ( date  12-Jan-2014 )/HW version    V02/ | Cisco Small Business 1.3.7.18 | prompt | - | -",
        "show version | Active-image: flash:system/  Version: 2.4.0.94/Inactive-image: flash:system/ | Cisco Small Business 2.4.0.94 | prompt | - | -",
        "show version | Arista DCS-7050/Hardware version: 1/Serial number:       JPE00000000/Software image version: 4.14.7M/"
            + " | Arista EOS 4.14.7M | prompt | DCS-7050 | Arista JPE00000000",
        "show version | Arista vEOS/Serial number:       /System MAC address:  2803.829a.1347/Software image version: 4.31.6M-39953990.4316M (engineering build)/"
            + " | Arista EOS 4.31.6M-39953990.4316M | prompt | vEOS | -",
        "show version | FRRouting 8.4.4 (r1) on Linux(6.1.0)./Copyright 1996-2005 Kunihiro Ishiguro, et al./ | FRRouting 8.4.4 | r1 | - | -",
        "show version | fpc0:/---/Hostname: lab/Model: mx240/Junos: 13.3R1.4/JUNOS Base OS boot [13.3R1.4]/ | Juniper Junos 13.3R1.4 | lab | mx240 | -",
        "show version | Hostname: old/Model: srx210h/JUNOS Software Release [12.1X44-D35.5]/ | Juniper Junos 12.1X44-D35.5 | old | srx210h | -",
        "show version | -----/ArubaOS-CX/(c) Copyright Hewlett Packard Enterprise Development LP/-----/Version      : FL.10.05.0001/"
            + " | HPE ArubaOS-CX FL.10.05.0001 | prompt | - | -",
        "show version | Aruba Operating System Software./ArubaOS (MODEL: 310), Version 8.6.0.1 SSR/ | HPE ArubaOS 8.6.0.1 | prompt | 310 | -",
        "show version | Image stamp:    code.build.lvm/                Mar 26 2018 23:16:08/                WC.16.05.0007/Boot Image:     Primary/"
            + " | HPE ArubaOS-Switch WC.16.05.0007 | prompt | - | -",
        "display version | HPE Comware Software, Version 7.1.070, Release 6710P01-US/HPE FF 5945 32QSFP28 Switch uptime is 84 weeks/"
            + " | HPE Comware 7.1.070, Release 6710P01-US | prompt | FF 5945 32QSFP28 Switch | -",
        "display version | H3C Comware Platform Software/Comware Software, Version 5.20, Feature 6709L25/H3C S7510E uptime is 309 weeks/"
            + " | HPE Comware 5.20, Feature 6709L25 | prompt | S7510E | -",
        "display version | Huawei Versatile Routing Platform Software/VRP (R) software, Version 8.180 (NE40E V800R011C00SPC200)/HUAWEI NE40E-X2-M8A uptime is 161 days/"
            + " | Huawei VRP 8.180 (NE40E V800R011C00SPC200) | prompt | NE40E-X2-M8A | -",
        "get system status | Version: FortiGate-60E-POE v7.4.1,build2463,230830 (GA.F)/Serial-Number: FG60E0000000/Hostname: fw1/"
            + " | Fortinet FortiOS 7.4.1,build2463 | fw1 | FortiGate-60E-POE | Fortinet FG60E0000000",
        "'/system resource print' |                    uptime: 6w5d/                  version: 6.48.6 (long-term)/               board-name: hEX PoE lite/"
            + "                 platform: MikroTik/ | MikroTik RouterOS 6.48.6 | prompt | hEX PoE lite | -"})
    void aDeviceIsKnownByItsAnswer(String command, String answer, String system, String name, String model, String serialNumber) {
        String text = answer.replace('/', '\n');
        OperatingSystemDefinition found = OperatingSystems.own().known().stream()
                .filter(known -> known.version().equals(command) && known.identified().matcher(text).find()).findFirst().orElseThrow();
        DeviceSections sections = new DeviceSections(found, "ssh");
        sections.facts(text, "prompt");
        Device device = sections.device();
        assertEquals(name, device.getName());
        assertEquals(system, section(device, OperatingSystem.class).orElseThrow().getName());
        assertEquals(model, section(device, Hardware.class).map(Hardware::getModel).orElse("-"));
        assertEquals(serialNumber, section(device, Identity.class).stream().flatMap(identity -> identity.getIdentifiers().stream())
                .filter(identifier -> identifier.getKind() == IdentifierKind.SERIAL_NUMBER).map(Identifier::getValue).findFirst().orElse("-"));
    }

    private static <T> Optional<T> section(Device device, Class<T> type) {
        return device.getSections().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
