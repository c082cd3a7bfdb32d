package org.cadastre.collect.unix.internal;

import static org.cadastre.collect.unix.internal.Recorded.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cadastre.model.Section;
import org.cadastre.model.host.Interfaces;
import org.cadastre.model.host.ListeningSockets;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

/** What changes by itself on a host does not change a state section. */
class StateDoesNotMoveTest {

    private static <S extends Section> void equalAfter(SectionReader<S> reader, ProbeResult before, ProbeResult after) {
        assertTrue(EcoreUtil.equals(Recorded.read(reader, before), Recorded.read(reader, after)));
    }

    private static final String LEASED = """
            2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP group default qlen 1000
                link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 68 maxmtu 65535
                inet 192.0.2.10/24 metric 100 brd 192.0.2.255 scope global dynamic eth0
                   valid_lft 85000sec preferred_lft 85000sec
                inet6 2001:db8::5054:ff:fe12:3456/64 scope global dynamic mngtmpaddr noprefixroute
                   valid_lft 86000sec preferred_lft 14000sec
            """;

    @Test
    void aLeaseThatRunsDownAndIsRenewed() {
        equalAfter(new InterfacesReader(), Recorded.of(answer("ip-address", LEASED)),
                Recorded.of(answer("ip-address", LEASED.replace("85000sec", "12sec").replace("86000sec", "84999sec"))));
    }

    @Test
    void aTemporaryAddressThatComes() {
        String more = LEASED + """
                    inet6 2001:db8::aaaa:bbbb:cccc:dddd/64 scope global temporary dynamic
                       valid_lft 86000sec preferred_lft 14000sec
                """;
        equalAfter(new InterfacesReader(), Recorded.of(answer("ip-address", LEASED)), Recorded.of(answer("ip-address", more)));
        Interfaces section = Recorded.read(new InterfacesReader(), Recorded.of(answer("ip-address", LEASED)));
        assertEquals(2, section.getInterfaces().getFirst().getAddresses().size());
        assertTrue(section.getInterfaces().getFirst().getAddresses().getFirst().getDynamic());
    }

    @Test
    void aContainerThatIsRestarted() {
        String before = LEASED + """
                7: vethab12cd3@if6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue master docker0 state UP group default
                    link/ether 5e:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff link-netnsid 0
                """;
        String after = before.replace("7: vethab12cd3@if6", "9: veth00aa11b@if8").replace("5e:00:00:00:00:01", "4a:00:00:00:00:99");
        equalAfter(new InterfacesReader(), Recorded.of(answer("ip-address", before)), Recorded.of(answer("ip-address", after)));
    }

    @Test
    void aRouteThatTheRouterAnnouncesAgain() {
        String route = "default via fe80::1 dev eth0 proto ra metric 1024 expires 1790sec hoplimit 64 pref medium\n";
        equalAfter(new RoutesReader(), Recorded.of(answer("ip-route", ""), answer("ip-route6", route)),
                Recorded.of(answer("ip-route", ""), answer("ip-route6", route.replace("1790sec", "12sec"))));
        String redirected = route + "2001:db8::99 via fe80::2 dev eth0 proto redirect metric 0 expires 500sec\n"
                + "local 2001:db8::1234 dev eth0 table local proto kernel metric 0 pref medium\n";
        equalAfter(new RoutesReader(), Recorded.of(answer("ip-route", ""), answer("ip-route6", route)),
                Recorded.of(answer("ip-route", ""), answer("ip-route6", redirected)));
    }

    @Test
    void aTimerThatIsDueAtAnotherTime() {
        ProbeResult probe = Recorded.probe("debian-13-systemd-root");
        equalAfter(new ScheduledJobsReader(), probe, Recorded.with(probe, "systemd-timers",
                text -> text.replaceAll("next_elapse=[^}]*", "next_elapse=Tue 2031-01-01 00:00:00 UTC ")));
    }

    @Test
    void aTimerJobAndABusServiceThatRunJustNow() {
        ProbeResult probe = Recorded.probe("debian-13-systemd-root");
        String hostnamed = "Id=systemd-hostnamed.service";
        equalAfter(new ServicesReader(), probe, Recorded.with(probe, "systemd-services", text -> {
            int at = text.indexOf(hostnamed);
            int from = text.lastIndexOf("\n\n", at);
            int to = text.indexOf("\n\n", at);
            return text.substring(0, from) + text.substring(from, to).replace("ActiveState=inactive", "ActiveState=active")
                    + text.substring(to);
        }));
        String login = "\nType=simple\nId=user@1000.service\nDescription=User Manager for UID 1000\nLoadState=loaded\n"
                + "ActiveState=active\nUnitFileState=static\n\nId=run-u12.service\nLoadState=loaded\nTransient=yes\n"
                + "ActiveState=active\nUnitFileState=transient\n";
        equalAfter(new ServicesReader(), probe, Recorded.with(probe, "systemd-services", text -> text + login));
    }

    @Test
    void aClientThatWaitsForAnAnswer() {
        String sockets = """
                Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                udp   UNCONN 0      0      0.0.0.0:68         0.0.0.0:*    users:(("dhclient",pid=500,fd=7))
                tcp   LISTEN 0      128    0.0.0.0:22         0.0.0.0:*    users:(("sshd",pid=700,fd=3))
                tcp   LISTEN 0      4096   *:631              *:*          users:(("cupsd",pid=900,fd=7),("systemd",pid=1,fd=40))
                """;
        String more = sockets + """
                udp   UNCONN 0      0      0.0.0.0:49152      0.0.0.0:*    users:(("chronyd",pid=501,fd=9))
                tcp   LISTEN 0      128    127.0.0.1:6010     0.0.0.0:*    users:(("sshd",pid=4711,fd=9))
                tcp   ESTAB  0      0      192.0.2.10:22      192.0.2.99:51000 users:(("sshd",pid=4711,fd=4))
                """;
        ProbeResult before = Recorded.of(answer("ss", sockets));
        equalAfter(new ListeningSocketsReader(), before, Recorded.of(answer("ss", more)));
        // A socket that the service manager keeps: whether the service runs just now does not show.
        equalAfter(new ListeningSocketsReader(), before,
                Recorded.of(answer("ss", sockets.replace("(\"cupsd\",pid=900,fd=7),", ""))));
        ListeningSockets section = Recorded.read(new ListeningSocketsReader(), before);
        assertEquals(3, section.getSockets().size());
        assertEquals("::", section.getSockets().getLast().getAddress());
    }

    @Test
    void memoryThatABalloonTakes() {
        ProbeResult probe = Recorded.probe("debian-13-systemd-root");
        equalAfter(new HardwareReader(), probe,
                Recorded.with(probe, "meminfo", text -> text.replaceAll("(?m)^MemTotal:.*$", "MemTotal: 1000000 kB")));
    }

    @Test
    void anImageThatIsMountedThroughAnotherLoopDevice() {
        String mounts = "30 1 7:3 / /snap/core/1 ro,nodev,relatime shared:9 - squashfs /dev/loop3 ro\n";
        equalAfter(new FileSystemsReader(),
                Recorded.of(answer("mountinfo", mounts), answer("loops", "/sys/block/loop3/loop/backing_file\t/var/core_1.snap\n")),
                Recorded.of(answer("mountinfo", mounts.replace("7:3", "7:8").replace("loop3", "loop8")),
                        answer("loops", "/sys/block/loop8/loop/backing_file\t/var/core_1.snap\n")));
    }

    @Test
    void aFileSystemThatFills() {
        ProbeResult probe = Recorded.of(answer("mountinfo", "1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:5 / /tank rw - zfs tank rw\n"),
                answer("df", "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/sda1 1000 10 990 1% /\ntank 5000 10 4990 1% /tank\n"));
        equalAfter(new FileSystemsReader(), probe, Recorded.with(probe, "df",
                text -> text.replace("1000 10 990 1%", "1000 900 100 90%").replace("5000 10 4990 1%", "4000 10 3990 1%")));
        assertFalse(EcoreUtil.equals(Recorded.read(new FileSystemsReader(), probe),
                Recorded.read(new FileSystemsReader(), Recorded.with(probe, "df", text -> text.replace("1000 10", "2000 10")))));
    }
}
