package org.cadastre.ui.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.cadastre.model.host.HostPackage;
import org.cadastre.ui.internal.comparison.ElementPath.Segment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ElementPathTest {

    @BeforeAll
    static void theMetamodelIsRegistered() {
        HostPackage.eINSTANCE.eClass();
    }

    @Test
    void aPathReadsAsWordsOfTheMetamodel() {
        assertEquals("User alice", ElementPath.title("Accounts", "users[alice]"));
        assertEquals("Interface eth0 \u203a Address 192.0.2.7", ElementPath.title("Interfaces", "interfaces[eth0]/addresses[192.0.2.7]"));
    }

    @Test
    void keysMayHoldTheCharactersThatSeparateThem() {
        assertEquals(List.of(new Segment("jobs", List.of("/etc/crontab", "a,b]c\\d"))),
                ElementPath.parse("jobs[/etc/crontab,a\\,b\\]c\\\\d]"));
    }

    @Test
    void aSectionThatNobodyKnowsIsShownByItsName() {
        assertEquals("Holograms", ElementPath.section("Holograms"));
        assertEquals("lenses 7", ElementPath.title("Holograms", "lenses[7]"));
    }

    @Test
    void theAttributesOfAnElementStandOneALine() {
        assertEquals("Version: 1.22, beta\nVendor: Debian",
                ElementPath.attributes("Software", "packages[nginx,amd64,dpkg]", "version=1.22, beta, vendor=Debian (+2 elements)"));
    }

    @Test
    void valuesAreShownWithTheirUnits() {
        assertEquals("8 GiB", ElementPath.value(ElementPath.attribute("Hardware", "", "memory"), "8589934592"));
    }
}
