# A lab's network: one switch (a bridge in a namespace), a port for each host, one for the operator machine,
# and one cable (cadN) into the root namespace, so that an ordinary program here reaches the hosts directly.
#
# Lab N has 198.18.N.0/24 (or 198.19.(N-256).0/24). RFC 2544 sets these addresses aside for tests: no real
# network has them, so neither a VPN nor a company network of the machine is hidden by a lab. The root namespace
# gets the one address .1 and the one route that comes with it, on cadN; both go with cadN. Hosts have no default
# route.

LABS_AT_MOST=512
FIRST_HOST=11

make_network() {
    local switch
    switch=$(namespace_of switch)
    ip netns add "$switch"
    # Forward frames at once; group_fwd_mask stays 0: LLDP frames end at the switch, as on a real one.
    ip -n "$switch" -batch - <<END
link set lo up
link add br0 type bridge stp_state 0 forward_delay 0
link set br0 up
END
    claim_number
    ip -n "$switch" link set uplink master br0 up
    add_machine operator 2
    connect_root
}

# The link's name is the claim: the kernel gives it to one lab only, whatever folder that lab is kept in.
claim_number() {
    local try number start
    start=$(($(printf %s "$LAB_PREFIX.$LAB" | cksum | cut -d ' ' -f 1) % LABS_AT_MOST))
    for ((try = 0; try < LABS_AT_MOST; try++)); do
        number=$(((start + try) % LABS_AT_MOST))
        ! network_in_use "$(network_of $number)" || continue
        if ip link add "cad$number" type veth peer name uplink netns "$(namespace_of switch)" 2>/dev/null; then
            printf '%s\n' "$number" >"$LAB_DIR/number"
            return
        fi
    done
    fail "no free network for another lab"
}

network_of() { printf '198.%d.%d' $((18 + $1 / 256)) $(($1 % 256)); }

# address_of HOST-NUMBER
address_of() {
    local number
    number=$(cat "$LAB_DIR/number")
    printf '%s.%d' "$(network_of "$number")" "$1"
}

# mac_of HOST-NUMBER: locally administered, unique on the machine.
mac_of() {
    local number
    number=$(cat "$LAB_DIR/number")
    printf '02:ca:da:%02x:%02x:%02x' $((number / 256)) $((number % 256)) "$1"
}

# network_in_use PREFIX: does the machine have a route, other than the default, to any part of it?
network_in_use() {
    local routes
    routes=$(
        ip -4 route show table all root "$1.0/24"
        ip -4 route show table all match "$1.0/24" | grep -v '^default'
    ) || true
    [ -n "$routes" ]
}

connect_root() {
    local link
    link=cad$(cat "$LAB_DIR/number")
    ip -batch - <<END
link set $link alias $LAB_PREFIX.$LAB
link set $link addrgenmode none
addr add $(address_of 1)/24 dev $link
link set $link up
END
}

# add_machine NAME HOST-NUMBER: a namespace with eth0 on the switch's port swpHOST-NUMBER.
add_machine() {
    local namespace switch
    namespace=$(namespace_of "$1") switch=$(namespace_of switch)
    ip netns add "$namespace"
    ip -n "$switch" -batch - <<END
link add swp$2 type veth peer name eth0 address $(mac_of "$2") netns $namespace
link set swp$2 master br0 up
END
    ip -n "$namespace" link set lo up
    cable_in "$1" "$2"
}

# cable_in NAME HOST-NUMBER, cable_out NAME: what power does to a network card.
cable_in() {
    ip -n "$(namespace_of "$1")" -batch - <<END
addr replace $(address_of "$2")/24 brd + dev eth0
link set eth0 up
END
}

cable_out() { ip -n "$(namespace_of "$1")" link set eth0 down; }

# Links into the root namespace that belong to the chosen lab, also when its state files are lost.
root_links() {
    ip -o link show type veth | awk -v alias="$LAB_PREFIX.$LAB" \
        '{ for (i = 1; i < NF; i++) if ($i == "alias" && $(i + 1) == alias) { sub(/@.*/, "", $2); print $2 } }'
}

remove_network() {
    local name
    # From this end at once, also when the other has no alias yet; with its namespace it would go some time later.
    ip -n "$(namespace_of switch)" link del uplink 2>/dev/null || true
    for name in $(root_links); do ip link del "$name" 2>/dev/null || true; done
    for name in $(lab_namespaces); do
        ip netns del "$name" 2>/dev/null || rm -f "${NAMESPACES:?}/$name"
    done
}

command_shell_prefix() {
    argument_count $# 1 1 'shell-prefix NAME'
    choose_ready_lab "$1"
    operator_prefix
}

# nsenter, not `ip netns exec`: that hides the control groups, and with them the memory limit that Java looks for.
operator_prefix() { printf 'nsenter --net=%s/%s --\n' "$NAMESPACES" "$(namespace_of operator)"; }
