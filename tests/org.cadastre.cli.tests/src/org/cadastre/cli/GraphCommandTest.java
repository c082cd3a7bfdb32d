package org.cadastre.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.cadastre.model.host.Address;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.Device;
import org.cadastre.repository.EstateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of an estate at the command line. */
class GraphCommandTest {

    @TempDir
    private Path directory;
    private Path estate;
    private Run.Place place;

    @BeforeEach
    void fillEstate() throws EstateException {
        estate = directory.resolve("estate");
        place = new Run.Place(directory);
        SampleEstate.snapshot(estate, "before", device -> connect(device, "192.0.2.7"));
        SampleEstate.snapshot(estate, "after", device -> connect(device, "198.51.100.7"));
    }

    private static void connect(Device device, String text) {
        Address address = HostFactory.eINSTANCE.createAddress();
        address.setAddress(text);
        address.setPrefixLength(24);
        Interface port = HostFactory.eINSTANCE.createInterface();
        port.setName("eth0");
        port.getAddresses().add(address);
        Interfaces interfaces = HostFactory.eINSTANCE.createInterfaces();
        interfaces.getInterfaces().add(port);
        device.getSections().add(interfaces);
    }

    @Test
    void topologyTellsWhatHangsWhereAndWhatChanged() {
        place.run("topology", "--estate", estate, "before").ends(ExitCode.OK).says("192.0.2.0/24", "web1", "eth0");
        place.run("topology", "--estate", estate, "after", "before").ends(ExitCode.OK).says("removed", "added", "198.51.100.0/24");
        place.run("topology", "--estate", estate, "after", "--format", "json").ends(ExitCode.OK).says("\"kind\" : \"subnet\"");
        place.run("communication", "--estate", estate, "after").ends(ExitCode.OK).warns("nothing is known");
    }

    @Test
    void aGraphIsDrawnInTheFormatThatTheFileIsNamedAfter() throws IOException {
        Path svg = directory.resolve("net.svg");
        place.run("graph", "--estate", estate, "after", "before", svg, "--layer", "subnets").ends(ExitCode.OK).warns("3 nodes");
        assertTrue(Files.readString(svg).contains(">removed</text>"));
        Path png = directory.resolve("net.PNG");
        place.run("graph", "--estate", estate, "after", png).ends(ExitCode.OK).warns("2 nodes, 1 edge");
        assertTrue(Files.size(png) > 500);
        for (String format : List.of("pdf", "drawio", "graphml", "json")) {
            Path file = directory.resolve("net." + format);
            place.run("graph", "--estate", estate, "after", "before", file).ends(ExitCode.OK);
            assertTrue(Files.size(file) > 500, format);
        }
        place.run("graph", "--estate", estate, "after", "net.doc").failsInOneLine("net.doc", "svg, png, pdf, graphml, drawio or json");
        place.run("graph", "--estate", estate, "after", svg, "--layer", "nosuch").failsInOneLine("communication, containment");
    }
}
