package org.cadastre.collect.networkos.internal;

import java.util.Optional;

import org.cadastre.collect.networkos.configuration.ConfigurationFactory;
import org.cadastre.collect.networkos.configuration.RunningConfiguration;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Section;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;

/** The sections of one network device, from what it said. */
final class DeviceSections {

    /** Raised whenever the same device would give another section. */
    private static final String VERSION = "1";

    private final OperatingSystemDefinition system;
    private final String protocol;
    private final Device device = CadastreFactory.eINSTANCE.createDevice();

    DeviceSections(OperatingSystemDefinition system, String protocol) {
        this.system = system;
        this.protocol = protocol;
        device.setKind(DeviceKind.UNKNOWN);
    }

    /**
     * @param version what the device answered to the question for its version
     * @param prompt name that the device shows in its prompt; may be empty
     */
    void facts(String version, String prompt) {
        Optional<String> name = OperatingSystemDefinition.fact(system.facts().hostName(), version)
                .or(() -> Optional.of(prompt).filter(text -> !text.isEmpty()));
        Optional<String> serial = OperatingSystemDefinition.fact(system.facts().serialNumber(), version);
        Identity identity = CadastreFactory.eINSTANCE.createIdentity();
        serial.ifPresent(number -> identify(identity, IdentifierKind.SERIAL_NUMBER, system.vendor() + " " + number));
        name.ifPresent(text -> identify(identity, IdentifierKind.NAME, text));
        add(identity);
        OperatingSystem software = HostFactory.eINSTANCE.createOperatingSystem();
        Optional<String> release = OperatingSystemDefinition.fact(system.facts().release(), version);
        software.setName(system.name() + release.map(text -> " " + text).orElse(""));
        release.ifPresent(software::setVersion);
        name.ifPresent(software::setHostName);
        add(software);
        OperatingSystemDefinition.fact(system.facts().model(), version).ifPresent(model -> {
            Hardware hardware = HostFactory.eINSTANCE.createHardware();
            hardware.setManufacturer(system.vendor());
            hardware.setModel(model);
            serial.ifPresent(hardware::setSerialNumber);
            add(hardware);
            hardware.setCoverage(Coverage.PARTIAL);
            hardware.setReason("the command line was asked for maker, model and serial number only");
        });
        name.ifPresent(device::setName);
    }

    /** @param answer what the device answered to the question for its configuration */
    void configuration(Answer answer) {
        RunningConfiguration configuration = ConfigurationFactory.eINSTANCE.createRunningConfiguration();
        add(configuration);
        String command = "\"" + system.configuration() + "\"";
        switch (answer.ending()) {
            case SILENT -> failed(configuration, Coverage.FAILED, "the device fell silent before the end of " + command);
            case ENDLESS -> failed(configuration, Coverage.FAILED, "the device wrote more for " + command + " than Cadastre takes");
            case OUT_OF_TIME -> failed(configuration, Coverage.TIMED_OUT, "the time for this device ran out before the end of " + command);
            case COMPLETE -> {
                if (Refusal.is(answer.lines())) {
                    failed(configuration, Coverage.DENIED, "the account may not run " + command);
                } else if (answer.text().isBlank()) {
                    failed(configuration, Coverage.FAILED, "the device answered nothing to " + command);
                } else {
                    configuration.getStatements().addAll(new Statements(system).read(answer.lines()));
                }
            }
        }
    }

    private static void failed(Section section, Coverage coverage, String reason) {
        section.setCoverage(coverage);
        section.setReason(reason);
    }

    private void add(Section section) {
        section.setCoverage(Coverage.COMPLETE);
        section.setCollector("networkos");
        section.setCollectorVersion(VERSION);
        section.setProtocol(protocol);
        section.setPrivilege("user");
        device.getSections().add(section);
    }

    private static void identify(Identity identity, IdentifierKind kind, String value) {
        Identifier identifier = CadastreFactory.eINSTANCE.createIdentifier();
        identifier.setKind(kind);
        identifier.setValue(value);
        identity.getIdentifiers().add(identifier);
    }

    Device device() {
        return device;
    }
}
