#!/usr/bin/env bash
# Tries a switched network on this machine by asking its SNMP agents: who hears whom, before and after a cable is moved, a VLAN
# changed and a switch renamed. Ends with 0 when everything held.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
lab=$here/lab
name=selftest-net-$$
export LC_ALL=C

command -v snmpwalk >/dev/null || {
    apt-get -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 install snmp >/dev/null
}

end() { "$lab" down "$name" || true; }
trap end EXIT
trap 'exit 1' INT TERM

check() {
    local what=$1 until=$((SECONDS + 20))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$until" ] || { printf 'FAIL %s\n' "$what"; exit 1; }
        sleep 0.3
    done
    printf 'ok   %s\n' "$what"
}

secret() { sed -n "s/^$1=//p" "$passwords"; }
address() { "$lab" info "$name" | sed -n "s/^hosts\.$1\.address=//p"; }
walk() { snmpwalk -Oqn -v2c -c "$(secret snmp-community)" "$(address "$1")" "$2"; }
walk3() {
    snmpwalk -Oqn -v3 -l authPriv -u monitor -a SHA-256 -A "$(secret snmp-auth)" -x AES -X "$(secret snmp-priv)" "$(address "$1")" "$2"
}
# number HOST PORT: of the interface.
number() { walk "$1" .1.3.6.1.2.1.31.1.1.1.1 | sed -n "s/.*\.\([0-9]*\) \"\?$2\"\?\$/\1/p"; }
# hears HOST PORT NAME: lldpRemSysName (IEEE 802.1AB); the number of the port is that of the interface.
hears() { walk "$1" .1.0.8802.1.1.2.1.4.1.1.9 | grep -E "\.$(number "$1" "$2")\.[0-9]+ \"?$3\"?\$"; }
hears_not() { ! hears "$@"; }
# is_in HOST PORT VLAN: dot1qPvid (RFC 4363).
is_in() { walk "$1" .1.3.6.1.2.1.17.7.1.4.5.1.1 | grep -E "\.$(number "$1" "$2") $3\$"; }
ping_from() { timeout 5 "$lab" exec "$name" "$1" ping -c 1 -W 1 "$2"; }
no_ping_from() { ! ping_from "$@"; }

"$lab" up "$name" core:switch edge:switch pc:station >/dev/null
passwords=$("$lab" info "$name" | sed -n 's/^passwordFile=//p')
"$lab" cable "$name" core:p1 edge:p8
"$lab" cable "$name" edge:p1 pc:eth1

check 'SNMP v2c' walk core .1.3.6.1.2.1.1.5
check 'SNMP v3' walk3 edge .1.3.6.1.2.1.1.5
check 'the core hears the edge' hears core p1 edge
check 'the edge hears the core' hears edge p8 core
check 'the edge hears the station' hears edge p1 pc
check 'the core does not hear the station' hears_not core p1 pc
check 'frames pass both switches' ping_from pc 192.0.2.11

"$lab" uncable "$name" edge:p8
check 'a pulled cable is silent' hears_not core p1 edge
"$lab" cable "$name" core:p1 edge:p7
check 'a moved cable is heard at its new port' hears edge p7 core
check 'and no longer at the old one' hears_not edge p8 core

"$lab" vlan "$name" edge:p1 20
check 'a port in another VLAN' is_in edge p1 20
check 'is cut off from the others' no_ping_from pc 192.0.2.11

"$lab" exec "$name" edge lab-rename attic
check 'a renamed switch is heard by its new name' hears core p1 attic
