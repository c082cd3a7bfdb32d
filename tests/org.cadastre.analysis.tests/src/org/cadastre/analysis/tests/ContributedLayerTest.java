package org.cadastre.analysis.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.analysis.graph.Edge;
import org.cadastre.analysis.graph.Graph;
import org.cadastre.analysis.graph.GraphLayer;
import org.cadastre.analysis.graph.Layers;
import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.tests.example.TimeServersLayer;
import org.cadastre.compare.Progress;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.SystemSettings;
import org.cadastre.testing.EstateOnDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** A layer that a bundle registers as a service is there with all others, and is compared as they are. */
class ContributedLayerTest {

    @TempDir
    private Path directory;

    @Test
    void aLayerOfAnotherBundleIsFoundAndCompared() throws Exception {
        BundleContext context = FrameworkUtil.getBundle(ContributedLayerTest.class).getBundleContext();
        // Tests run from folders, where components are not found by themselves: registered as the component would be.
        var registration = context.registerService(GraphLayer.class, new TimeServersLayer(), null);
        try {
            theTimeLayerIsThereWithAllOthers(context);
        } finally {
            registration.unregister();
        }
    }

    private void theTimeLayerIsThereWithAllOthers(BundleContext context) throws Exception {
        Layers layers = context.getService(context.getServiceReference(Layers.class));
        assertTrue(layers.ids().containsAll(List.of("time", "topology", "subnets", "vlans", "communication", "containment")),
                layers.ids().toString());
        try (EstateOnDisk estate = new EstateOnDisk(directory)) {
            estate.snapshot().read("pc", device("192.0.2.1", "192.0.2.2")).save("before");
            estate.snapshot().read("pc", device("192.0.2.2", "192.0.2.3")).save("after");
            Graph changes = layers.graph(layers.find("time").orElseThrow(), estate.reader("before"), estate.reader("after"),
                    estate.compare("before", "after"), Progress.none());
            assertEquals(Set.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "pc"),
                    changes.nodes().stream().map(node -> node.label()).collect(Collectors.toSet()));
            assertEquals(List.of(Mark.REMOVED, Mark.UNCHANGED, Mark.ADDED),
                    changes.edges().stream().map(Edge::mark).toList());
        }
    }

    private static Device device(String... servers) {
        SystemSettings settings = HostFactory.eINSTANCE.createSystemSettings();
        settings.getTimeServers().addAll(List.of(servers));
        settings.setCoverage(Coverage.COMPLETE);
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("00000000000000a1");
        device.setName("pc");
        device.getSections().add(settings);
        return device;
    }
}
