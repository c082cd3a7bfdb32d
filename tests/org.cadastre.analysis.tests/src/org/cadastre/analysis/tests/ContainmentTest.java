package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What runs inside of what. */
class ContainmentTest {

    private static final Map<String, Object> GUEST = Map.of("manager", "libvirt", "name", "guest", "uuid", "u-1", "running", true,
            "macs", List.of("02:00:00:00:00:09"));

    @Test
    void aMachineThatWasReadIsTheDeviceThatItsAdapterShows() {
        Derived graph = Derived.of("containment", host("kvm").state("VirtualMachines", "machines", GUEST),
                host("web").port("eth0", "02:00:00:00:00:09", "192.0.2.9/24")
                        .state("Containers", "containers", Map.of("engine", "docker", "name", "cache", "image", "redis:7")));
        assertEquals(Set.of("kvm - web", "web - cache"), graph.edges());
    }

    @Test
    void aMachineOnAnotherHostMoved() {
        SampleDevice[] before = { host("kvm1").state("VirtualMachines", "machines", GUEST), host("kvm2").state("VirtualMachines", "machines") };
        SampleDevice[] after = { host("kvm1").state("VirtualMachines", "machines"), host("kvm2").state("VirtualMachines", "machines", GUEST) };
        assertEquals(Set.of("\u2192 kvm2 - guest"), Derived.change(Derived.graph("containment", before),
                Derived.graph("containment", after), Map.of()).changes());
    }

    @Test
    void aMachineThatRunsOnTwoHostsIsAFinding() {
        assertEquals(List.of("guest runs on kvm1 and on kvm2"), Derived.of("containment",
                host("kvm1").state("VirtualMachines", "machines", GUEST),
                host("kvm2").state("VirtualMachines", "machines", GUEST)).findings());
    }
}
