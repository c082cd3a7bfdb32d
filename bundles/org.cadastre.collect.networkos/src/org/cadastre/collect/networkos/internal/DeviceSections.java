package org.cadastre.collect.networkos.internal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.collect.networkos.configuration.ConfigurationFactory;
import org.cadastre.collect.networkos.configuration.RunningConfiguration;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.DeviceKind;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.host.Hardware;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;

/** The sections of one network device, from what it said. */
public final class DeviceSections {

    /** Raised whenever the same device would give another section. */
    private static final String VERSION = "1";
    /** How devices say that an account may not. */
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)^(?:% ?(?:invalid|unknown|ambiguous|incomplete|authorization|permission|access)|command authorization failed|error: ?permission|"
                    + "unknown action|permission denied|not authorized|bad command name|invalid input|syntax error|unknown command)");

    private final OperatingSystemDefinition system;
    private final String protocol;
    private final String prompt;
    private final Device device = CadastreFactory.eINSTANCE.createDevice();

    /** @param prompt name that the device shows in its prompt */
    public DeviceSections(OperatingSystemDefinition system, String protocol, String prompt) {
        this.system = system;
        this.protocol = protocol;
        this.prompt = prompt;
        device.setKind(DeviceKind.UNKNOWN);
    }

    /** @param version what the device answered to the question for its version */
    public void facts(String version) {
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

    /** @param lines the configuration; empty when the device did not come to its end */
    public void configuration(Optional<List<String>> lines) {
        RunningConfiguration configuration = ConfigurationFactory.eINSTANCE.createRunningConfiguration();
        add(configuration);
        Optional<String> first = lines.flatMap(found -> found.stream().filter(line -> !line.isBlank()).findFirst());
        if (lines.isEmpty()) {
            failed(configuration, Coverage.FAILED, "the device did not come to the end of \"" + system.configuration() + "\"");
        } else if (first.filter(line -> REFUSED.matcher(line.strip()).find()).isPresent()) {
            failed(configuration, Coverage.DENIED, "the account may not run \"" + system.configuration() + "\"");
        } else if (first.isEmpty()) {
            failed(configuration, Coverage.FAILED, "the device answered nothing to \"" + system.configuration() + "\"");
        } else {
            configuration.getStatements().addAll(new Statements(system).read(lines.get()));
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

    public Device device() {
        return device;
    }

    /** None: all that is asked is state. */
    public Observations observations() {
        return CadastreFactory.eINSTANCE.createObservations();
    }
}
