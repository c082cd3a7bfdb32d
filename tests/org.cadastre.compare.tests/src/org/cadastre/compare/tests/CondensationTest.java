package org.cadastre.compare.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.cadastre.compare.condense.ChangeOnDevice;
import org.cadastre.compare.condense.Condensed;
import org.cadastre.compare.condense.CondensingRule;
import org.cadastre.compare.condense.ElementPath;
import org.cadastre.compare.internal.DeviceComparer;
import org.cadastre.compare.internal.condense.Condensation;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ChangeGroup;
import org.cadastre.compare.model.ComparisonFactory;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Significance;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Device;
import org.cadastre.testing.AnyDevice;
import org.cadastre.testing.KnownChanges;
import org.junit.jupiter.api.Test;

/** Changes that belong together are one entry that can be opened, and none is lost on the way. */
class CondensationTest {

    private final SnapshotComparison comparison = ComparisonFactory.eINSTANCE.createSnapshotComparison();

    @Test
    void anUpdateOfManyPackagesOnManyHostsIsOneGroup() {
        for (int host = 1; host <= 12; host++) {
            for (int number = 1; number <= 41; number++) {
                changed("host" + host, "Software", "packages[p" + number + ",amd64,dpkg]", "version");
            }
        }

        assertEquals(List.of("41 packages: version changed on 12 devices (492)"), titles());
    }

    @Test
    void aServiceThatWasInstalledIsOneGroupWithAllItsParts() {
        added("web1", "Software", "packages[nginx,amd64,dpkg]", "version=1.22");
        added("web1", "Software", "packages[nginx-common,all,dpkg]", "version=1.22");
        added("web1", "Services", "services[nginx.service,systemd]", "startup=enabled, running=true");
        added("web1", "Accounts", "users[nginx]", "uid=101");
        added("web1", "ListeningSockets", "sockets[tcp,0.0.0.0,80]", "program=nginx, user=root");
        added("web1", "ScheduledJobs", "jobs[/etc/cron.d/nginx,reload]", "schedule=0 3 * * *");
        added("web1", "Software", "packages[curl,amd64,dpkg]", "version=7");

        assertEquals(List.of("nginx added on web1: jobs, packages, services, sockets, users (6)"), titles());
    }

    @Test
    void theSameServiceOnManyHostsIsOneGroup() {
        for (String host : List.of("web1", "web2")) {
            removed(host, "Software", "packages[nginx,amd64,dpkg]", "version=1.22");
            removed(host, "Services", "services[nginx.service,systemd]", "running=true");
        }

        assertEquals(List.of("nginx removed on 2 devices: packages, services (4)"), titles());
    }

    @Test
    void whatWasReadDifferentlyIsKeptApart() {
        changed("host1", "Software", "packages[a,amd64,dpkg]", "version").setExplainedByMethod(true);
        changed("host1", "Software", "packages[b,amd64,dpkg]", "version").setExplainedByMethod(true);
        changed("host2", "Software", "packages[a,amd64,dpkg]", "version");
        changed("host2", "Software", "packages[b,amd64,dpkg]", "version");

        assertEquals(List.of("2 packages: version changed on host2 (2)",
                "Software read in another way on host1: 2 differences may come from that (2)"), titles());
    }

    @Test
    void oneUserOnManyHostsIsNamed() {
        added("host1", "Accounts", "users[alice]", "uid=1000");
        added("host2", "Accounts", "users[alice]", "uid=1000");

        assertEquals(List.of("users[alice] added on 2 devices (2)"), titles());
    }

    @Test
    void aSingleChangeIsNoGroup() {
        added("host1", "Accounts", "users[alice]", "uid=1000");
        changed("host1", "Accounts", "users[bob]", "shell");

        assertEquals(List.of(), titles());
    }

    @Test
    void aGroupMattersAsMuchAsItsWeightiestChange() {
        added("host1", "Accounts", "users[alice]", "uid=1000");
        added("host1", "Accounts", "users[bob]", "uid=1001").setSignificance(Significance.HIGH);
        titles();

        assertEquals(Significance.HIGH, comparison.getGroups().getFirst().getSignificance());
    }

    @Test
    void aRuleOfAnotherBundleTakesItsChangesFirst() {
        added("host1", "Accounts", "users[alice]", "uid=1000");
        added("host1", "Accounts", "users[bob]", "uid=1001");
        added("host1", "Accounts", "users[carol]", "uid=1002");
        added("host1", "Accounts", "users[dave]", "uid=1003");
        List<CondensingRule> rules = new ArrayList<>(Condensation.standardRules());
        rules.add(new FirstTwo());

        new Condensation(rules).condense(comparison);

        assertEquals(List.of("first-two", "same-kind"), comparison.getGroups().stream().map(ChangeGroup::getRule).sorted().toList());
    }

    private static final class FirstTwo implements CondensingRule {
        @Override
        public String name() {
            return "first-two";
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public List<Condensed> condense(List<ChangeOnDevice> changes) {
            return List.of(new Condensed("the first two", changes.subList(0, 2)));
        }
    }

    @Test
    void groupsAreTheSameWhateverTheOrderAndNoChangeIsLostOrTakenTwice() {
        for (int seed = 0; seed < 50; seed++) {
            List<DeviceComparison> devices = anyChanges(seed);
            List<String> expected = titlesOf(devices);
            int told = devices.stream().mapToInt(device -> device.getChanges().size()).sum();
            Set<Change> grouped = new HashSet<>();
            comparison.getGroups().forEach(group -> group.getChanges()
                    .forEach(change -> assertTrue(grouped.add(change), "a change is in two groups")));
            assertTrue(grouped.size() <= told);

            List<DeviceComparison> again = anyChanges(seed);
            Collections.shuffle(again, new Random(seed));
            assertEquals(expected, titlesOf(again));
        }
    }

    @Test
    void aPathIsTakenApartAsItWasWritten() {
        assertEquals(new ElementPath("addresses", List.of("192.0.2.7")), ElementPath.of("interfaces[eth0]/addresses[192.0.2.7]"));
        assertEquals(new ElementPath("fileSystems", List.of("/var/lib")), ElementPath.of("fileSystems[/var/lib]"));
        assertEquals(new ElementPath("packages", List.of("a,b]c\\d", "amd64")), ElementPath.of("packages[a\\,b\\]c\\\\d,amd64]"));
        assertEquals(new ElementPath("", List.of()), ElementPath.of(""));
    }

    private List<DeviceComparison> anyChanges(int seed) {
        List<DeviceComparison> devices = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Random random = new Random(seed * 100 + i);
            AnyDevice source = new AnyDevice(random, 4);
            Device before = source.device();
            DeviceComparison device = new DeviceComparer().compare(before, new KnownChanges(random, source, true).apply(before));
            device.setDevice("%016x".formatted(i));
            device.setName("host" + i);
            devices.add(device);
        }
        return devices;
    }

    private List<String> titlesOf(List<DeviceComparison> devices) {
        comparison.getDevices().clear();
        comparison.getDevices().addAll(devices);
        comparison.getGroups().clear();
        return titles();
    }

    private List<String> titles() {
        new Condensation(Condensation.standardRules()).condense(comparison);
        return comparison.getGroups().stream().map(group -> group.getTitle() + " (" + group.getChanges().size() + ")").toList();
    }

    private Change changed(String device, String section, String element, String attribute) {
        Change change = change(device, section, element, Verdict.CHANGED);
        change.setAttribute(attribute);
        change.setBefore("1");
        change.setAfter("2");
        return change;
    }

    private Change added(String device, String section, String element, String after) {
        Change change = change(device, section, element, Verdict.ADDED);
        change.setAfter(after);
        return change;
    }

    private Change removed(String device, String section, String element, String before) {
        Change change = change(device, section, element, Verdict.REMOVED);
        change.setBefore(before);
        return change;
    }

    private Change change(String name, String section, String element, Verdict kind) {
        DeviceComparison device = comparison.getDevices().stream().filter(one -> one.getName().equals(name)).findFirst()
                .orElseGet(() -> {
                    DeviceComparison created = ComparisonFactory.eINSTANCE.createDeviceComparison();
                    created.setName(name);
                    created.setDevice(name);
                    comparison.getDevices().add(created);
                    return created;
                });
        Change change = ComparisonFactory.eINSTANCE.createChange();
        change.setSection(section);
        change.setElement(element);
        change.setAttribute("");
        change.setKind(kind);
        device.getChanges().add(change);
        return change;
    }
}
