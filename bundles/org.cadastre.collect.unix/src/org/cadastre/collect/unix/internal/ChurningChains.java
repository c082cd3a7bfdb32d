package org.cadastre.collect.unix.internal;

import java.util.regex.Pattern;

/** Chains whose rules a program writes and takes back all the time: container engines for each container, fail2ban for each attack. */
final class ChurningChains {

    private static final Pattern NAMES = Pattern.compile(
            "(DOCKER|KUBE-|CNI|cali-|cali:|CILIUM|f2b|fail2ban|NETAVARK|FLANNEL|LIBVIRT_|ISTIO|sshguard|crowdsec).*");
    /** From one address to the same: what Docker adds for each container with a published port. */
    private static final Pattern HAIRPIN = Pattern.compile(".*(?:-s|saddr) (\\d+\\.\\d+\\.\\d+\\.\\d+)(?:/32)? (?:-d|ip daddr) \\1\\b.*");

    private ChurningChains() {
    }

    static boolean isChurning(String name) {
        return NAMES.matcher(name).matches();
    }

    static boolean isOfContainer(String rule) {
        return rule.length() < 1000 && HAIRPIN.matcher(rule).matches();
    }
}
