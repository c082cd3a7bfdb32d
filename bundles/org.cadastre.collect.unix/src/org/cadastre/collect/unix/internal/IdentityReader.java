package org.cadastre.collect.unix.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Identifier;
import org.cadastre.model.IdentifierKind;
import org.cadastre.model.Identity;
import org.cadastre.model.host.Interface;

/**
 * What tells the host from every other one. In a container the firmware's words and the adapters are the host machine's
 * or made up, and do not count.
 */
public final class IdentityReader implements SectionReader<Identity> {

    @Override
    public Identity create() {
        return CadastreFactory.eINSTANCE.createIdentity();
    }

    @Override
    public void read(Identity identity, Sources sources) {
        boolean container = Virtualization.isContainer(sources);
        if (!container) {
            firmware(identity, sources);
            macs(sources).forEach(mac -> add(identity, IdentifierKind.MAC, mac));
        }
        machineId(sources).ifPresent(id -> add(identity, IdentifierKind.MACHINE_ID, id));
        hostKeys(sources).forEach(key -> add(identity, IdentifierKind.SSH_HOST_KEY, key));
        sources.first("uname").map(output -> output.firstLine().split("\\s+")).filter(words -> words.length >= 4)
                .map(words -> words[1].split("\\.")[0]).filter(name -> !name.isEmpty() && !name.equals("localhost"))
                .ifPresent(name -> add(identity, IdentifierKind.NAME, name));
    }

    private static void firmware(Identity identity, Sources sources) {
        Dmi dmi = Dmi.of(sources);
        for (String name : List.of("dmi", "dmidecode", "kenv", "platform", "device-tree")) {
            sources.extra(name);
        }
        dmi.uuid().ifPresent(uuid -> add(identity, IdentifierKind.SYSTEM_UUID, uuid));
        dmi.serialNumber().ifPresent(serial -> add(identity, IdentifierKind.SERIAL_NUMBER,
                dmi.manufacturer().map(maker -> maker + " " + serial).orElse(serial)));
        if (dmi.denied()) {
            sources.denied("serial number and UUID need root");
        }
    }

    private static Optional<String> machineId(Sources sources) {
        Values values = Values.of(sources.extra("machine-id"));
        return values.get("/etc/machine-id").filter(id -> id.matches("[0-9a-f]{32}"))
                .or(() -> values.get("/var/lib/dbus/machine-id").filter(id -> id.matches("[0-9a-f]{32}")))
                .or(() -> values.get("/etc/hostid").flatMap(Dmi::meaningfulUuid))
                .filter(id -> !id.matches("(.)\\1*"));
    }

    /** SHA-256 of the key's blob in base64 without padding, as ssh-keygen(1) -l shows it. */
    private static TreeSet<String> hostKeys(Sources sources) {
        TreeSet<String> fingerprints = new TreeSet<>();
        FileLines.of(sources.extra("host-keys")).byPath().values().forEach(lines -> lines.forEach(line -> {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 2 && words[0].matches("(ssh|ecdsa|sk)-[\\w@.-]+")) {
                fingerprint(words[1]).ifPresent(fingerprints::add);
            }
        }));
        return fingerprints;
    }

    private static Optional<String> fingerprint(String base64) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return Optional.of("SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
        } catch (IllegalArgumentException noKey) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static TreeSet<String> macs(Sources sources) {
        TreeSet<String> macs = new TreeSet<>();
        Optional<CommandOutput> output = sources.lookUp("ip-address").or(() -> sources.lookUp("ip-address-plain"));
        Values devices = Values.of(sources.lookUp("net-devices"));
        Sources quiet = new Sources(sources.probe());
        List<Interface> interfaces = output.map(text -> new IpAddressText(text, devices, quiet).read())
                .orElseGet(() -> sources.lookUp("ifconfig").map(text -> new IfconfigText(text, quiet).read()).orElse(List.of()));
        for (Interface adapter : interfaces) {
            String folder = "/sys/class/net/" + adapter.getName() + "/";
            boolean physical = output.isEmpty() ? "ethernet".equals(adapter.getType())
                    : devices.byPath().containsKey(folder + "device");
            // A member of a bond shows the bond's address; its own is kept beside.
            Optional<String> mac = devices.get(folder + "bonding_slave/perm_hwaddr")
                    .or(() -> Optional.ofNullable(adapter.getMac()));
            mac.filter(address -> physical && isGlobal(address)).ifPresent(macs::add);
        }
        return macs;
    }

    /** Second lowest bit of the first byte: locally administered (IEEE 802). */
    static boolean isGlobal(String mac) {
        return mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}") && (Integer.parseInt(mac.substring(0, 2), 16) & 3) == 0
                && !mac.matches("[0:]+");
    }

    private static void add(Identity identity, IdentifierKind kind, String value) {
        Identifier identifier = CadastreFactory.eINSTANCE.createIdentifier();
        identifier.setKind(kind);
        identifier.setValue(value);
        identity.getIdentifiers().add(identifier);
    }
}
