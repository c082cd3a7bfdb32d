package org.cadastre.collect.snmp.internal.section;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.cadastre.collect.snmp.internal.mib.Mib;
import org.cadastre.collect.snmp.internal.mib.Table;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Software;

/** Installed software (HOST-RESOURCES-MIB, RFC 2790), whose names have the version in them in the manner of the package manager. */
final class SoftwareReader implements SectionReader<Software> {

    /** net-snmp on Debian: name_version_architecture. */
    private static final Pattern DPKG = Pattern.compile("([^_\\s]+)_([^_\\s]+)_([a-z0-9]+)");
    /** Name-version-release, with or without architecture. */
    private static final Pattern RPM = Pattern.compile("(\\S+?)-(\\d[^-\\s]*-[^-\\s]+?)(?:\\.(x86_64|i[3-6]86|noarch|aarch64|ppc64le|s390x|armv7hl))?");

    @Override
    public Software create() {
        return HostFactory.eINSTANCE.createSoftware();
    }

    @Override
    public List<Table> tables() {
        return List.of(HostResources.INSTALLED);
    }

    @Override
    public boolean isGeneral() {
        return false;
    }

    @Override
    public void read(Software section, Mib mib) {
        mib.rows(HostResources.INSTALLED).forEach(row -> row.text(2).ifPresent(name -> section.getPackages().add(of(name))));
    }

    private static Package of(String text) {
        Package installed = HostFactory.eINSTANCE.createPackage();
        Matcher dpkg = DPKG.matcher(text);
        Matcher rpm = RPM.matcher(text);
        if (dpkg.matches()) {
            installed.setName(dpkg.group(1));
            installed.setVersion(dpkg.group(2));
            installed.setArchitecture(dpkg.group(3));
            installed.setManager("dpkg");
        } else if (rpm.matches()) {
            installed.setName(rpm.group(1));
            installed.setVersion(rpm.group(2));
            if (rpm.group(3) != null) {
                installed.setArchitecture(rpm.group(3));
            }
            installed.setManager("rpm");
        } else {
            installed.setName(text);
        }
        return installed;
    }
}
