# Switches and stations: hosts with ports of their own beside eth0, and the cables between them.
#
# Every port is one end of a veth pair; the other end lies in the lab's patch panel, a namespace. A cable is a bridge there that
# joins two ends and lets LLDP through. An end without a cable is down, so that the port has no carrier: pulling a cable is that, and
# the port stays. VLAN N of a switch is its bridge brN; the kernel of a test machine need not know 802.1Q.

PORTED_KINDS='switch station'
SWITCH_PORTS=8
AGENT_PACKAGES='lldpd,snmpd'

is_ported() { case " $PORTED_KINDS " in *" $1 "*) true ;; *) false ;; esac; }

# any_ported HOST[:KIND]...
any_ported() {
    local host
    for host; do ! is_ported "$(kind_in "$host")" || return 0; done
    return 1
}

# The agents' packages are in the root file system of labs that have switches, and of no others.
choose_agent_packages() {
    export CADASTRE_LAB_PACKAGES="${CADASTRE_LAB_PACKAGES:+$CADASTRE_LAB_PACKAGES,}$AGENT_PACKAGES"
}

# A patch panel says nothing itself: without this, its ends would announce their IPv6 addresses to the switches.
make_patch_panel() {
    ip netns add "$(namespace_of patch)"
    nsenter --net="$NAMESPACES/$(namespace_of patch)" sh -c \
        'for file in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 >"$file"; done' 2>/dev/null || true
}

# ports_of KIND: p1 to p8 of a switch, the second network card of a station.
ports_of() {
    local port
    case $1 in
        switch) for ((port = 1; port <= SWITCH_PORTS; port++)); do printf 'p%d\n' "$port"; done ;;
        station) echo eth1 ;;
    esac
}

# end_of HOST-NUMBER PORT: its name in the patch panel.
end_of() { printf 'h%d%s' "$1" "$2"; }

# add_ports HOST KIND HOST-NUMBER
add_ports() {
    local namespace patch port last=0 lab
    namespace=$(namespace_of "$1") patch=$(namespace_of patch)
    lab=$(cat "$LAB_DIR/number")
    for port in $(ports_of "$2"); do
        last=$((last + 1))
        ip -n "$patch" link add "$(end_of "$3" "$port")" type veth peer name "$port" \
            address "$(printf '02:cb:%02x:%02x:%02x:%02x' $((lab / 256)) $((lab % 256)) "$3" "$last")" netns "$namespace"
        ip -n "$namespace" link set "$port" up
    done
    if [ "$2" = switch ]; then
        add_vlan "$namespace" 1
        for port in $(ports_of "$2"); do ip -n "$namespace" link set "$port" master br1; done
        ip -n "$namespace" addr add "192.0.2.$3/24" dev br1
    else
        ip -n "$namespace" addr add "192.0.2.$3/24" dev eth1
    fi
}

# add_vlan NAMESPACE NUMBER: unless it is there. group_fwd_mask stays 0: LLDP ends at the switch.
add_vlan() {
    ip -n "$1" link show "br$2" >/dev/null 2>&1 || ip -n "$1" -batch - <<END
link add br$2 type bridge stp_state 0 forward_delay 0
link set br$2 up
END
}

# make_agent_files: for the chosen host, into the upper layer of its file system.
make_agent_files() {
    local upper=$HOST_DIR/upper agent=$LAB_SOURCE/host/agent
    mkdir -p "$upper/etc/lab-start.d" "$upper/etc/snmp" "$upper/usr/local/sbin"
    install -m 755 "$agent/start" "$upper/etc/lab-start.d/agent"
    install -m 755 "$agent/rename" "$upper/usr/local/sbin/lab-rename"
    install -m 755 "$agent/bridge-mib" "$upper/usr/local/sbin/lab-bridge-mib"
    install -m 644 "$agent/lldpd.conf" "$upper/etc/lldpd-lab.conf"
    (
        umask 077
        cat >"$upper/etc/snmp/snmpd.conf" <<END
agentAddress udp:161
master agentx
agentXSocket /run/agentx/master
sysLocation lab $LAB
sysContact operator
sysServices $([ "$(kind_of "$HOST")" = switch ] && echo 2 || echo 72)
rocommunity $(password_of snmp-community)
createUser monitor SHA-256 "$(password_of snmp-auth)" AES "$(password_of snmp-priv)"
rouser monitor authPriv
$([ "$(kind_of "$HOST")" != switch ] || echo 'pass_persist .1.3.6.1.2.1.17 /usr/local/sbin/lab-bridge-mib')
END
    )
}

# choose_port HOST:PORT: sets HOST, PORT and END, its name in the patch panel.
choose_port() {
    case $1 in *:*) ;; *) bad_use "'$1' is no port; give HOST:PORT" ;; esac
    choose_host "${1%%:*}"
    PORT=${1#*:}
    # Not from a pipe: grep ends at the first match, and the pipe would then fail now and then.
    grep -qxF -- "$PORT" <<<"$(ports_of "$(kind_of "$HOST")")" || bad_use "host '$HOST' has no port '$PORT'"
    END=$(end_of "$(number_of "$HOST")" "$PORT")
}

# master_of END: the cable at it; nothing if there is none.
master_of() { ip -n "$(namespace_of patch)" -o link show "$1" | sed -n 's/.* master \([^ ]*\) .*/\1/p'; }

command_cable() {
    argument_count $# 3 3 'cable NAME HOST:PORT HOST:PORT'
    need_root
    choose_ready_lab "$1"
    lock_lab 60 || fail "lab '$LAB' is busy"
    local ends=() port
    for port in "$2" "$3"; do
        choose_port "$port"
        [ -z "$(master_of "$END")" ] || fail "a cable is in $port already; pull it with: lab uncable $LAB $port"
        ends+=("$END")
    done
    [ "${ends[0]}" != "${ends[1]}" ] || bad_use "both ends are $2"
    ip -n "$(namespace_of patch)" -batch - <<END
link add k${ends[0]} type bridge stp_state 0 forward_delay 0 group_fwd_mask 0x4000 mcast_snooping 0
link set k${ends[0]} up
link set ${ends[0]} master k${ends[0]} up
link set ${ends[1]} master k${ends[0]} up
END
}

command_uncable() {
    argument_count $# 2 2 'uncable NAME HOST:PORT'
    need_root
    choose_ready_lab "$1"
    lock_lab 60 || fail "lab '$LAB' is busy"
    choose_port "$2"
    local cable end patch
    patch=$(namespace_of patch)
    cable=$(master_of "$END")
    [ -n "$cable" ] || fail "no cable is in $2"
    for end in $(ip -n "$patch" -o link show master "$cable" | sed 's/^[0-9]*: \([^@:]*\).*/\1/'); do
        ip -n "$patch" link set "$end" nomaster down
    done
    ip -n "$patch" link del "$cable"
}

command_vlan() {
    argument_count $# 3 3 'vlan NAME SWITCH:PORT NUMBER'
    need_root
    choose_ready_lab "$1"
    lock_lab 60 || fail "lab '$LAB' is busy"
    choose_port "$2"
    [ "$(kind_of "$HOST")" = switch ] || bad_use "'$HOST' is no switch"
    [[ $3 =~ ^[1-9][0-9]{0,3}$ ]] && [ "$3" -le 4094 ] || bad_use "'$3' is no VLAN; they are 1 to 4094"
    add_vlan "$(namespace_of "$HOST")" "$3"
    ip -n "$(namespace_of "$HOST")" link set "$PORT" master "br$3"
}
