package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.SystemGroup;
import org.cadastre.collect.snmp.internal.vendor.Make;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.OperatingSystem;
import org.snmp4j.smi.OID;

/** The software that the device runs, as far as its description tells (sysDescr, RFC 3418). */
final class OperatingSystemReader implements SectionReader<OperatingSystem> {

    /** uname(1) -a, as net-snmp and many makers put it: kernel, host, release, version, architecture. */
    private static final Pattern UNAME = Pattern.compile("(Linux|FreeBSD|OpenBSD|NetBSD|DragonFly|Darwin|SunOS|AIX|HP-UX) (\\S+) (\\S+)(?: .*?)?(?: (\\S+))?", Pattern.DOTALL);
    private static final Pattern ARCHITECTURE = Pattern.compile("x86_64|amd64|i[3-6]86|aarch64|arm\\S*|mips\\S*|ppc\\S*|powerpc\\S*|sparc\\S*|sun4\\S|s390x?|riscv64|unknown");
    private static final Pattern WINDOWS = Pattern.compile("Software: (Windows.*? Version \\S+)(?: \\(Build (\\S+).*)?.*", Pattern.DOTALL);

    private final Make make;

    OperatingSystemReader(Make make) {
        this.make = make;
    }

    @Override
    public OperatingSystem create() {
        return HostFactory.eINSTANCE.createOperatingSystem();
    }

    @Override
    public List<OID> scalars() {
        return List.of(SystemGroup.DESCRIPTION, SystemGroup.NAME);
    }

    @Override
    public void read(OperatingSystem section, Mib mib) {
        mib.text(SystemGroup.NAME).ifPresent(name -> {
            section.setHostName(name.split("\\.", 2)[0]);
            if (name.contains(".")) {
                section.setDomainName(name);
            }
        });
        String description = mib.text(SystemGroup.DESCRIPTION).orElse("");
        Matcher uname = UNAME.matcher(description);
        Matcher windows = WINDOWS.matcher(description);
        if (uname.matches()) {
            section.setKernel(uname.group(1));
            section.setKernelRelease(uname.group(3));
            if (uname.group(4) != null && ARCHITECTURE.matcher(uname.group(4)).matches()) {
                section.setArchitecture(uname.group(4));
            }
        } else if (windows.find()) {
            section.setName(windows.group(1));
            section.setKernel("Windows");
            if (windows.group(2) != null) {
                section.setKernelRelease(windows.group(2));
            }
        }
        make.firmware().ifPresent(section::setVersion);
        if (section.getName() == null) {
            make.system().or(make::vendor).filter(system -> !uname.matches() || make.system().isPresent())
                    .map(system -> (system + " " + make.firmware().orElse("")).strip()).ifPresent(section::setName);
        }
    }
}
