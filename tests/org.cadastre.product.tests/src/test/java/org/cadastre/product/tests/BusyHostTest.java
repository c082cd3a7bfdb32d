package org.cadastre.product.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host on which much goes on while nobody changes anything: jobs start by the clock, logs rotate, leases are renewed,
 * cables of containers come and go, package lists are refreshed, accounts log in and out, files are written anew as they were.
 */
class BusyHostTest {

    private static final int SCANS = 20;

    private static final String BUSY = """
            cat >/etc/systemd/system/tick.service <<'END'
            [Service]
            Type=oneshot
            ExecStart=/bin/sh -c 'date >>/var/log/tick.log'
            END
            cat >/etc/systemd/system/tick.timer <<'END'
            [Timer]
            OnUnitActiveSec=1s
            OnActiveSec=1s
            AccuracySec=100ms
            [Install]
            WantedBy=timers.target
            END
            systemctl daemon-reload
            systemctl enable --now tick.timer
            ip link add lease type dummy
            ip link set lease up
            ip address add 203.0.113.7/24 dev lease valid_lft 3600 preferred_lft 3600
            cat >/root/busy.sh <<'END'
            n=0
            while :; do
                n=$((n + 1))
                mv /var/log/tick.log /var/log/tick.log.1
                logger -t busy "round $n"
                ip address change 203.0.113.7/24 dev lease valid_lft $((3600 - n % 900)) preferred_lft $((3600 - n % 900))
                cable=$(printf 'veth%07x' $((n + 268435456)) | cut -c1-11)
                ip link add "$cable" type veth peer name "${cable}p" && ip link set "$cable" up && sleep 0.2 && ip link delete "$cable"
                cp /etc/hosts /etc/hosts.new && mv /etc/hosts.new /etc/hosts
                touch /etc/resolv.conf /var/lib/apt/lists /var/cache/apt
                su -s /bin/sh ops -c 'sleep 0.2'
                ssh-keygen -q -t ed25519 -N '' -f /tmp/busy.$n && rm -f /tmp/busy.$n /tmp/busy.$n.pub
            done
            END
            systemd-run --quiet --unit busy sh /root/busy.sh
            """;

    private static Lab lab;

    @TempDir
    static Path folder;
    private static Product cadastre;
    private static String estate;

    @BeforeAll
    static void bootTheHosts() throws Exception {
        lab = Lab.up("busy", "busy:systemd", "calm");
        cadastre = new Product(folder);
        estate = folder.resolve("estate").toString();
        cadastre.run("credential", "add", "root", "--user", "root", "--key", lab.key("ed25519").toString()).endsWith(0);
    }

    @AfterAll
    static void tearDown() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    private static void scan(String host, String label) throws Exception {
        cadastre.run("scan", "--estate", estate, "--label", label, "--target", lab.address(host), "--credential", "root").endsWith(0);
    }

    private static String tree(String path) throws Exception {
        return Product.other("git", "-C", estate, "rev-parse", path).endsWith(0).out();
    }

    @Test
    void twentyScansGiveTwentyEqualStates() throws Exception {
        lab.in("busy", BUSY);
        Set<String> observations = new TreeSet<>();
        for (int i = 1; i <= SCANS; i++) {
            scan("busy", "night " + i);
            observations.add(tree("main:observations"));
            if (i > 1) {
                assertEquals(tree("main~1:devices"), tree("main:devices"),
                        () -> "what moved: " + difference());
            }
        }
        assertEquals("active", lab.in("busy", "systemctl is-active busy.service").strip());
        lab.in("busy", "systemctl stop busy.service tick.timer");
        assertEquals(SCANS, observations.size(), "the host was not busy");
    }

    private static String difference() {
        try {
            return Product.other("git", "-C", estate, "diff", "main~1", "main", "--", "devices").toString();
        } catch (Exception unreadable) {
            return unreadable.toString();
        }
    }

    /** What a login itself leaves, with or without Cadastre, is not counted. */
    @Test
    void aScanLeavesNoTraceInTheFileSystem() throws Exception {
        scan("calm", "first visit");
        lab.in("calm", "sleep 1.1; touch /root/marker; sleep 0.1");
        scan("calm", "second visit");
        String changed = lab.in("calm", "find / /run /tmp /dev/shm -xdev ! -type d -cnewer /root/marker ! -path '/proc/*' ! -path '/sys/*'"
                + " ! -path /var/log/lastlog ! -path /var/log/wtmp ! -path /var/log/btmp ! -path /var/log/auth.log ! -path /run/utmp ! -path /run/motd.dynamic"
                + " ! -path /root/marker | sort -u");
        assertEquals("", changed);
        assertTrue(lab.in("calm", "find / -xdev -type f | wc -l").strip().length() > 3, "nothing was looked at");
    }
}
