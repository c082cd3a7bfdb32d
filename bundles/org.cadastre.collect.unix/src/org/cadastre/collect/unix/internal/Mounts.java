package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is mounted, from /proc/self/mountinfo (proc_pid_mountinfo(5)) or mount(8).
 *
 * <p>Left out: pseudo file systems of the kernel, and mounts that come and go with logins, containers and running units.
 */
final class Mounts {

    /**
     * @param options sorted, without sizes that the kernel works out from the memory of the day
     */
    record Mount(String mountPoint, String device, String type, Set<String> options) {
    }

    private static final Set<String> PSEUDO = Set.of("proc", "sysfs", "devpts", "devtmpfs", "devfs", "cgroup", "cgroup2",
            "securityfs", "debugfs", "tracefs", "mqueue", "hugetlbfs", "pstore", "bpf", "configfs", "fusectl", "autofs",
            "binfmt_misc", "rpc_pipefs", "nsfs", "efivarfs", "selinuxfs", "ramfs", "nfsd", "fdescfs", "procfs", "linprocfs",
            "linsysfs", "ctfs", "objfs", "mntfs", "sharefs", "fd", "dev", "lofs-proc", "map", "fuse.gvfsd-fuse",
            "fuse.portal", "fuse.lxcfs", "fuse.snapfuse", "smackfs", "resctrl", "pipefs", "sockfs", "rootfs", "volfs");
    private static final List<String> PASSING = List.of("/run/user/", "/run/credentials/", "/run/docker/", "/run/containerd/",
            "/run/netns/", "/run/snapd/ns", "/var/lib/docker/", "/var/lib/containers/", "/var/lib/containerd/",
            "/var/lib/kubelet/", "/run/containers/", "/var/lib/lxcfs", "/sys/",
            "/proc/", "/run/host");
    private static final Pattern SOLARIS = Pattern.compile("(\\S.*) on (/.*) type (\\S+) (\\S*) on \\w{3} \\w{3} +\\d+ \\d\\d:\\d\\d:\\d\\d \\d{4}\\s*");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");
    private static final long MEBIBYTE = 1L << 20;

    private Mounts() {
    }

    static List<Mount> read(CommandOutput output, Values loops, Sources sources) {
        // The last one mounted on a place hides those before it.
        Map<String, Mount> byPlace = new LinkedHashMap<>();
        for (String line : output.lines()) {
            if (line.isBlank()) {
                continue;
            }
            Optional<Mount> mount = output.name().equals("mountinfo") ? mountinfo(line) : mount(line);
            if (mount.isEmpty()) {
                sources.badLine(output);
            }
            mount.ifPresent(found -> byPlace.put(found.mountPoint(), found));
        }
        List<Mount> mounts = new ArrayList<>();
        for (Mount mount : byPlace.values()) {
            if (!PSEUDO.contains(mount.type()) && PASSING.stream().noneMatch(mount.mountPoint()::startsWith)) {
                mounts.add(new Mount(mount.mountPoint(), loop(mount.device(), loops), mount.type(), mount.options()));
            }
        }
        return mounts;
    }

    private static Optional<Mount> mountinfo(String line) {
        String[] words = line.split(" ");
        int dash = List.of(words).indexOf("-");
        if (dash < 6 || dash + 2 >= words.length) {
            return Optional.empty();
        }
        String type = words[dash + 1];
        String options = words[5] + (dash + 3 < words.length ? "," + words[dash + 3] : "");
        return Optional.of(new Mount(unescape(words[4]), unescape(words[dash + 2]), type, options(type, options)));
    }

    /** "DEVICE on PLACE type TYPE (OPTIONS)", or without the type, which then is the first option (BSD, macOS), or with a date (Solaris). */
    private static Optional<Mount> mount(String line) {
        Matcher solaris = SOLARIS.matcher(line);
        if (solaris.matches()) {
            // The number of the device is given anew at each start.
            String options = solaris.group(4).replaceAll("(^|/)dev=[0-9a-f]+", "").replace('/', ',');
            return Optional.of(new Mount(solaris.group(2), solaris.group(1), solaris.group(3), options(solaris.group(3), options)));
        }
        int bracket = line.lastIndexOf(" (");
        int on = line.indexOf(" on /");
        if (on < 1 || bracket < on + 5 || !line.endsWith(")")) {
            return Optional.empty();
        }
        String options = line.substring(bracket + 2, line.length() - 1).replace(", ", ",");
        int typed = line.lastIndexOf(" type ", bracket);
        String place = line.substring(on + 4, typed > on ? typed : bracket);
        int comma = options.indexOf(',');
        String first = comma < 0 ? options : options.substring(0, comma);
        String type = typed > on ? line.substring(typed + 6, bracket) : first;
        String rest = typed > on ? options : comma < 0 ? "" : options.substring(comma + 1);
        return Optional.of(new Mount(place, line.substring(0, on), type, options(type, rest)));
    }

    private static Set<String> options(String type, String text) {
        Set<String> options = new TreeSet<>();
        for (String option : text.split(",")) {
            boolean computed = type.equals("tmpfs") && (option.startsWith("nr_inodes=")
                    || option.startsWith("size=") && !isChosen(option.substring(5)));
            // The super block's "rw" beside the mount's "ro" says nothing about this mount.
            boolean contradicted = option.equals("rw") && options.contains("ro");
            if (!option.isBlank() && !computed && !contradicted) {
                options.add(unescape(option.strip()));
            }
        }
        return options;
    }

    /** A size that a person wrote: whole mebibytes, rather than a share of the memory that the kernel found. */
    static boolean isChosenSize(long bytes) {
        return bytes % MEBIBYTE == 0;
    }

    private static boolean isChosen(String size) {
        return size.endsWith("k") && Numbers.whole(size.substring(0, size.length() - 1))
                .filter(kibibytes -> kibibytes % 1024 == 0).isPresent() || size.matches("\\d+[mMgG]");
    }

    /** Loop devices are numbered as they come; what they stand for is their file. */
    private static String loop(String device, Values loops) {
        if (!device.startsWith("/dev/loop")) {
            return device;
        }
        return loops.get("/sys/block/" + device.substring(5) + "/loop/backing_file").orElse("/dev/loop");
    }

    private static String unescape(String text) {
        return text.indexOf('\\') < 0 ? text : OCTAL.matcher(text).replaceAll(
                match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 8))));
    }
}
