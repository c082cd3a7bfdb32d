package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.MethodChange;
import org.cadastre.compare.model.Significance;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.host.Accounts;
import org.cadastre.model.host.Address;
import org.cadastre.model.host.Group;
import org.cadastre.model.host.HostFactory;
import org.cadastre.model.host.Interface;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.NameResolution;
import org.cadastre.model.host.Package;
import org.cadastre.model.host.Route;
import org.cadastre.model.host.Routes;
import org.cadastre.model.host.Software;
import org.cadastre.model.host.User;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** What administrators do to a host, and what they expect to read about it. */
class ScenarioTest {

    private final DeviceComparer comparer = new DeviceComparer();

    @Test
    void aUserAddedToAGroupIsOneChangeOfTheGroup() {
        Accounts before = accounts(user("alice", 1000), group("sudo", 27, "bob"));
        Accounts after = accounts(user("alice", 1000), group("sudo", 27, "alice", "bob"));

        Change change = only(compare(before, after));

        assertEquals("Accounts groups[sudo] members added null alice high", told(change));
    }

    @Test
    void anUpdatedPackageIsOneChangeOfItsVersion() {
        Change change = only(compare(software(pack("nginx", "amd64", "1.22")), software(pack("nginx", "amd64", "1.24"))));

        assertEquals("Software packages[nginx,amd64,dpkg] version changed 1.22 1.24 normal", told(change));
    }

    @Test
    void anInstalledPackageIsOneChangeWithItsFacts() {
        Change change = only(compare(software(), software(pack("nginx", "amd64", "1.22"))));

        assertEquals("Software packages[nginx,amd64,dpkg]  added null version=1.22 normal", told(change));
        assertEquals(1, change.getElements());
    }

    @Test
    void anInterfaceThatUdevRenamedIsOneChange() {
        Interfaces before = interfaces(card("eth0", "02:00:00:00:00:01", "192.0.2.1"), card("lo", null, "127.0.0.1"));
        Interfaces after = interfaces(card("ens3", "02:00:00:00:00:01", "192.0.2.1"), card("lo", null, "127.0.0.1"));

        DeviceComparison comparison = compare(before, after);

        Change change = only(comparison);
        assertEquals("Interfaces interfaces[ens3]  moved name=eth0 name=ens3 high", told(change));
        assertEquals("interfaces[eth0]", change.getElementBefore());
        assertEquals(1, comparison.getElements().getMoved());
        assertEquals(3, comparison.getElements().getUnchanged());
    }

    @Test
    void whatElseDiffersOfARenamedElementIsToldToo() {
        Accounts before = accounts(user("alice", 1000));
        User renamed = user("alice.smith", 1000);
        renamed.setShell("/bin/zsh");

        DeviceComparison comparison = compare(before, accounts(renamed));

        assertEquals(List.of("Accounts users[alice.smith]  moved name=alice name=alice.smith high",
                "Accounts users[alice.smith] shell changed null /bin/zsh high"), comparison.getChanges().stream().map(ScenarioTest::told).toList());
    }

    @Test
    void aPackageOfAnotherArchitectureIsTheSamePackage() {
        Change change = only(compare(software(pack("tool", "i386", "1")), software(pack("tool", "amd64", "1"))));

        assertEquals("packages[tool,i386,dpkg]", change.getElementBefore());
        assertEquals(Verdict.MOVED, change.getKind());
    }

    @Test
    void twoCandidatesForARenameAreNone() {
        Interfaces before = interfaces(card("eth0", "02:00:00:00:00:01"), card("eth1", "02:00:00:00:00:01"));
        Interfaces after = interfaces(card("ens0", "02:00:00:00:00:01"), card("ens1", "02:00:00:00:00:01"));

        DeviceComparison comparison = compare(before, after);

        assertEquals(2, comparison.getElements().getRemoved());
        assertEquals(2, comparison.getElements().getAdded());
    }

    @Test
    void theDefaultRouteOverAnotherGatewayIsOneChange() {
        Change change = only(compare(routes("192.0.2.1"), routes("192.0.2.254")));

        assertEquals("gateway=192.0.2.1", change.getBefore());
        assertEquals("gateway=192.0.2.254", change.getAfter());
    }

    @Test
    void aRenameIsNotConcludedFromAPartialSection() {
        Accounts before = accounts(user("alice", 1000));
        Accounts after = accounts(user("bob", 1000));
        after.setCoverage(Coverage.PARTIAL);
        after.setReason("the directory did not answer");

        DeviceComparison comparison = compare(before, after);

        Change change = only(comparison);
        assertEquals(Verdict.ADDED, change.getKind());
        assertEquals("users[bob]", change.getElement());
        assertEquals(1, comparison.getUnknowns().getFirst().getElements());
    }

    @Test
    void theOrderOfDnsServersIsAFact() {
        Change change = only(compare(servers("192.0.2.1", "192.0.2.2"), servers("192.0.2.2", "192.0.2.1")));

        assertEquals("NameResolution  servers changed 192.0.2.1, 192.0.2.2 192.0.2.2, 192.0.2.1 high", told(change));
    }

    @Test
    void theOrderOfElementsIsNone() {
        DeviceComparison comparison = compare(software(pack("a", "amd64", "1"), pack("b", "amd64", "1")),
                software(pack("b", "amd64", "1"), pack("a", "amd64", "1")));

        assertEquals(Verdict.UNCHANGED, comparison.getVerdict());
    }

    @Test
    void anEmptyTextIsNoValue() {
        User empty = user("alice", 1000);
        empty.setFullName("");

        assertEquals(Verdict.UNCHANGED, compare(accounts(user("alice", 1000)), accounts(empty)).getVerdict());
    }

    @Test
    void wordsMatterLessThanRights() {
        User described = user("alice", 1000);
        described.setFullName("Alice Smith");
        described.setUid(0L);

        DeviceComparison comparison = compare(accounts(user("alice", 1000)), accounts(described));

        assertEquals(List.of(Significance.LOW, Significance.HIGH),
                comparison.getChanges().stream().map(Change::getSignificance).toList());
    }

    @Test
    void anotherCollectorMayExplainEveryChangeOfItsSection() {
        Software before = software(pack("nginx", "amd64", "1.22"));
        Software after = software(pack("nginx", "amd64", "1.22-1"));
        before.setCollectorVersion("1");
        after.setCollectorVersion("2");

        DeviceComparison comparison = compare(before, after);

        MethodChange method = comparison.getMethodChanges().getFirst();
        assertEquals("Software collectorVersion 1 2", String.join(" ", method.getSection(), method.getAttribute(), method.getBefore(), method.getAfter()));
        assertTrue(only(comparison).isExplainedByMethod());
    }

    @Test
    void otherRightsExplainWhatAppearsButNotAnotherValue() {
        Software before = software(pack("nginx", "amd64", "1.22"));
        Software after = software(pack("nginx", "amd64", "1.24"), pack("secret", "amd64", "1"));
        before.setPrivilege("user");
        after.setPrivilege("root");

        List<Change> changes = compare(before, after).getChanges();

        assertEquals(Verdict.CHANGED, changes.getFirst().getKind());
        assertFalse(changes.getFirst().isExplainedByMethod());
        assertEquals(Verdict.ADDED, changes.getLast().getKind());
        assertTrue(changes.getLast().isExplainedByMethod());
    }

    @Test
    void theSameMethodExplainsNothing() {
        assertFalse(only(compare(software(), software(pack("nginx", "amd64", "1")))).isExplainedByMethod());
    }

    private DeviceComparison compare(Section before, Section after) {
        return comparer.compare(device(before), device(after));
    }

    private static Change only(DeviceComparison comparison) {
        assertEquals(1, comparison.getChanges().size(), comparison.getChanges().toString());
        return comparison.getChanges().getFirst();
    }

    private static String told(Change change) {
        return String.join(" ", change.getSection(), change.getElement(), change.getAttribute(), change.getKind().getLiteral(),
                change.getBefore(), change.getAfter(), change.getSignificance().getLiteral());
    }

    private static Device device(Section section) {
        Device device = CadastreFactory.eINSTANCE.createDevice();
        device.setId("0123456789abcdef");
        device.getSections().add(EcoreUtil.copy(section));
        return device;
    }

    private static Accounts accounts(Object... members) {
        Accounts accounts = HostFactory.eINSTANCE.createAccounts();
        for (Object member : members) {
            if (member instanceof User user) {
                accounts.getUsers().add(user);
            } else {
                accounts.getGroups().add((Group) member);
            }
        }
        return accounts;
    }

    private static User user(String name, long uid) {
        User user = HostFactory.eINSTANCE.createUser();
        user.setName(name);
        user.setUid(uid);
        return user;
    }

    private static Group group(String name, long gid, String... members) {
        Group group = HostFactory.eINSTANCE.createGroup();
        group.setName(name);
        group.setGid(gid);
        group.getMembers().addAll(List.of(members));
        return group;
    }

    private static Software software(Package... packages) {
        Software software = HostFactory.eINSTANCE.createSoftware();
        software.getPackages().addAll(List.of(packages));
        return software;
    }

    private static Package pack(String name, String architecture, String version) {
        Package pack = HostFactory.eINSTANCE.createPackage();
        pack.setName(name);
        pack.setArchitecture(architecture);
        pack.setManager("dpkg");
        pack.setVersion(version);
        return pack;
    }

    private static Interfaces interfaces(Interface... cards) {
        Interfaces interfaces = HostFactory.eINSTANCE.createInterfaces();
        interfaces.getInterfaces().addAll(List.of(cards));
        return interfaces;
    }

    private static Interface card(String name, String mac, String... addresses) {
        Interface card = HostFactory.eINSTANCE.createInterface();
        card.setName(name);
        card.setMac(mac);
        for (String each : addresses) {
            Address address = HostFactory.eINSTANCE.createAddress();
            address.setAddress(each);
            card.getAddresses().add(address);
        }
        return card;
    }

    private static Routes routes(String gateway) {
        Route route = HostFactory.eINSTANCE.createRoute();
        route.setTable("main");
        route.setDestination("0.0.0.0/0");
        route.setGateway(gateway);
        route.setInterface("eth0");
        Routes routes = HostFactory.eINSTANCE.createRoutes();
        routes.getRoutes().add(route);
        return routes;
    }

    private static NameResolution servers(String... servers) {
        NameResolution section = HostFactory.eINSTANCE.createNameResolution();
        section.getServers().addAll(List.of(servers));
        return section;
    }
}
