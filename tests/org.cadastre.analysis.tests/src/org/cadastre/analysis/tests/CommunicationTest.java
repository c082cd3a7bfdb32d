package org.cadastre.analysis.tests;

import static org.cadastre.analysis.tests.SampleDevice.host;
import static org.cadastre.analysis.tests.SampleDevice.in;
import static org.cadastre.analysis.tests.SampleDevice.out;
import static org.cadastre.analysis.tests.SampleDevice.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.compare.model.Verdict;
import org.junit.jupiter.api.Test;

/** Who talks to whom, derived from both sides. */
class CommunicationTest {

    private static SampleDevice web() {
        return host("web").port("eth0", "02:00:00:00:00:01", "192.0.2.1/24");
    }

    private static SampleDevice db() {
        return host("db").port("eth0", "02:00:00:00:00:02", "192.0.2.2/24");
    }

    @Test
    void bothSidesOfAConnectionAreOneEdgeNamedAfterTheListener() {
        Derived graph = Derived.of("communication", web().connections(out("192.0.2.2", 5432)),
                db().listens(socket(5432, "postgres")).connections(in(5432, "::ffff:192.0.2.1")));
        assertEquals(Set.of("web - db tcp/5432"), graph.edges());
        assertEquals("tcp/5432 postgres", graph.edge("web - db tcp/5432").label());
        assertEquals(2, graph.edge("web - db tcp/5432").details().size());
        assertEquals(List.of(), graph.findings());
    }

    @Test
    void aPeerThatWasNotReadIsANodeAndTheDeviceItselfIsNoPeer() {
        Derived graph = Derived.of("communication", web().connections(out("198.51.100.7", 443), out("127.0.0.1", 25),
                out("192.0.2.1", 80), in(22, "203.0.113.9")));
        assertEquals(Set.of("web - 198.51.100.7 tcp/443", "203.0.113.9 - web tcp/22"), graph.edges());
    }

    @Test
    void anAddressThatTwoDevicesHaveTellsNeither() {
        Derived graph = Derived.of("communication", web().port("docker0", "", "172.17.0.1/16"),
                db().port("docker0", "", "172.17.0.1/16"),
                host("app").port("eth0", "", "192.0.2.3/24").connections(out("172.17.0.1", 80)));
        assertEquals(Set.of("app - 172.17.0.1 tcp/80"), graph.edges());
    }

    @Test
    void talkingToAPortWhereNobodyListensIsAFinding() {
        Derived graph = Derived.of("communication", web().connections(out("192.0.2.2", 81)), db().listens(socket(80, "nginx")));
        assertEquals(List.of("web talks to db on tcp/81, where db does not listen"), graph.findings());
        assertEquals(List.of(), Derived.of("communication", web().connections(out("192.0.2.2", 81)),
                db().listens(socket(80, "nginx")).butOnlyInPart()).findings());
    }

    @Test
    void aSilentConnectionIsNeverReportedAsRemoved() {
        var before = Derived.graph("communication", web().connections(out("192.0.2.2", 80)), db().listens(socket(80, "nginx")));
        var silent = Derived.graph("communication", web(), db().listens(socket(80, "nginx")));
        assertEquals(Set.of("? web - db tcp/80"), Derived.change(before, silent, Map.of()).changes());
        assertEquals(Set.of("? web - db tcp/80"), Derived.change(silent, before, Map.of()).changes());
        var stopped = Derived.graph("communication", web(), db().listens(socket(443, "nginx")));
        assertEquals(Set.of("\u2212 web - db tcp/80"), Derived.change(before, stopped, Map.of()).changes());
        assertEquals(Set.of("+ web - db tcp/80"), Derived.change(stopped, before, Map.of()).changes());
    }

    @Test
    void whatWentWithADeviceIsRemovedAndWhatWasNotReadIsUnknown() {
        var before = Derived.graph("communication", web().connections(out("192.0.2.2", 80)), db());
        var after = Derived.graph("communication", db());
        assertEquals(Set.of("\u2212 web - db tcp/80"), Derived.change(before, after, Map.of("id-web", Verdict.REMOVED)).changes());
        Derived unread = Derived.change(before, after, Map.of("id-web", Verdict.UNKNOWN));
        assertEquals(Set.of("? web - db tcp/80"), unread.changes());
        assertEquals(Mark.UNKNOWN, unread.node("web"));
        assertTrue(unread.graph().nodes().size() == 2);
    }
}
