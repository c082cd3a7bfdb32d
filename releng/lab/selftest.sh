#!/usr/bin/env bash
# Tries the lab on this machine: a plain and a systemd host, all accounts, changes as a test makes them, stop and
# start, crash and clean-up. Several may run at once. Ends with 0 when everything held.
set -euo pipefail

here=$(dirname "$(readlink -f "$0")")
lab=$here/lab
name=selftest-$$
other=$name-b
export LC_ALL=C

command -v sshpass >/dev/null || {
    apt-get -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 install sshpass >/dev/null
}

check() {
    local what=$1
    shift
    if "$@" >"$scratch/output" 2>&1; then
        printf 'ok   %s\n' "$what"
    else
        printf 'FAIL %s\n' "$what"
        sed 's/^/     /' "$scratch/output"
        exit 1
    fi
}

not() { ! "$@"; }

# exits CODE COMMAND...
exits() {
    local code=0
    "${@:2}" || code=$?
    [ "$code" -eq "$1" ]
}

# within SECONDS COMMAND...: holds at last.
within() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.1
    done
}

end() {
    "$lab" down "$name" || true
    "$lab" down "$other" || true
    rm -rf "$scratch"
}
scratch=$(mktemp -d)
trap end EXIT
trap 'exit 1' INT TERM

# What the root namespace has without any lab; other labs may come and go meanwhile.
network_of_root() {
    ip -4 route show table all | grep -v 'dev cad' || true
    ip -6 route show table all | grep -v 'dev cad' || true
    ip -o addr | awk '$2 !~ /^cad/ { print $2, $3, $4 }'
    cat /proc/sys/net/ipv4/ip_forward
}
network_of_root >"$scratch/network"

info() { "$lab" info "$name" | sed -n "s/^$1=//p"; }
inside() { "$lab" exec "$name" "$@"; }

login() {
    ssh -F none -n -o ConnectTimeout=5 -o StrictHostKeyChecking=yes -o UserKnownHostsFile="$(info knownHostsFile)" \
        -o GlobalKnownHostsFile=/dev/null -o IdentitiesOnly=yes -o LogLevel=ERROR "$@"
}
by_key() { login -o BatchMode=yes -i "$(info "keys.$1")" "${@:2}"; }
by_passphrase() {
    sshpass -P passphrase -p "$(secret key-passphrase)" \
        ssh -F none -o ConnectTimeout=5 -o UserKnownHostsFile="$(info knownHostsFile)" -o IdentitiesOnly=yes \
        -o PasswordAuthentication=no -i "$(info keys.ed25519-passphrase)" "$@" </dev/null
}
by_password() { sshpass -p "$(secret "${1%@*}")" ssh -F none -o ConnectTimeout=5 -o PubkeyAuthentication=no \
    -o PreferredAuthentications=password -o UserKnownHostsFile="$(info knownHostsFile)" "$@" </dev/null; }
secret() { sed -n "s/^$1=//p" "$(info passwordFile)"; }
prints() { [ "$("${@:2}")" = "$1" ] || { "${@:2}"; return 1; }; }
answers() { timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2"; }

# --- making it
started=$SECONDS
check 'a lab comes up' "$lab" up "$name" --owner $$ web db:systemd
printf '     in %d s\n' $((SECONDS - started))
web=$(info hosts.web.address) db=$(info hosts.db.address)
check 'it cannot come up twice' exits 1 "$lab" up "$name"
check 'bad use ends with 2' exits 2 "$lab" up "$name" web:toaster
check 'its description is JSON' bash -c '"$0" info "$1" --json | { ! command -v python3 || python3 -m json.tool; }' "$lab" "$name"

# --- getting in
for host in "$web" "$db"; do
    check "$host: root by key" prints 0 by_key ed25519 "root@$host" id -u
    check "$host: root not by password" not by_password "root@$host" true
    check "$host: ops by password, sudo" prints 0 by_password "ops@$host" sudo -n id -u
    check "$host: ops by a key with passphrase" prints ops by_passphrase "ops@$host" id -un
    check "$host: guest by password" prints guest by_password "guest@$host" id -un
    check "$host: guest by RSA key" prints guest by_key rsa "guest@$host" id -un
    check "$host: guest has no sudo" not by_key rsa "guest@$host" sudo -n true
done
check 'exec passes the exit code on' exits 7 inside web sh -c 'exit 7'
check 'exec passes standard input on' prints hello bash -c 'echo hello | "$0" exec "$1" web cat' "$lab" "$name"

# --- each host is a host
check 'host names differ' prints web inside web hostname
check 'machine ids differ' not [ "$(inside web cat /etc/machine-id)" = "$(inside db cat /etc/machine-id)" ]
check 'hosts know each other by name' inside web bash -c 'exec 3<>/dev/tcp/db/22'
check 'hosts know no way out of the lab' not inside web ip route get 203.0.113.1
check 'no python in the hosts' not inside web sh -c 'command -v python3'
as_operator() { $("$lab" shell-prefix "$name") "$@"; }
check 'the operator machine reaches hosts' as_operator timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/22"' "$db"
check 'the operator machine has its own lo' as_operator timeout 2 ip -4 addr show dev lo up
check 'the operator machine knows no way out of the lab' not as_operator ip route get 203.0.113.1

# --- changing it as tests do
for host in web db; do
    check "$host: packages install without a network" inside "$host" sh -c 'dpkg -i /opt/packages/*.deb'
    check "$host: the package is there" inside "$host" hello
    check "$host: a user in a group" inside "$host" sh -c 'useradd -m carol && usermod -aG adm carol && id -nG carol | grep -w adm'
    inside "$host" sh -c 'mkdir -p /srv/www && busybox httpd -p 8080 -h /srv/www'
    check "$host: a new port is reached" within 20 answers "$(info "hosts.$host.address")" 8080
done
inside web touch /etc/only-here
check 'one host does not change another' not inside db test -e /etc/only-here
check 'systemd: the package started its service' inside db systemctl is-active tinyproxy
check 'systemd: a service is disabled' inside db systemctl disable --now tinyproxy
check 'systemd: and enabled' inside db systemctl enable --now tinyproxy
check 'systemd: its port is reached' within 20 answers "$db" 8888
check 'systemd: timers' inside db systemd-run --on-active=1 --timer-property=AccuracySec=100ms touch /root/timer-ran
check 'systemd: timer ran' within 20 inside db test -e /root/timer-ran
check 'systemd: journal' inside db sh -c 'journalctl -u tinyproxy | grep -i started'

# --- off and on
for host in web db; do
    identity=$(inside "$host" cat /etc/machine-id /etc/ssh/ssh_host_ed25519_key.pub)
    check "$host: stops" "$lab" stop "$name" "$host"
    check "$host: is off" prints false info "hosts.$host.running"
    check "$host: does not answer" not answers "$(info "hosts.$host.address")" 22
    check "$host: nothing can be run in it" exits 125 inside "$host" true
    check "$host: starts" "$lab" start "$name" "$host"
    check "$host: has the same identity" prints "$identity" inside "$host" cat /etc/machine-id /etc/ssh/ssh_host_ed25519_key.pub
    check "$host: is reached as before" prints carol by_key ed25519 "root@$(info "hosts.$host.address")" id -un carol
done
check 'systemd: the enabled service is back' within 20 inside db systemctl is-active tinyproxy

# --- taking it down
processes() {
    local namespace
    for namespace in $(ip netns | awk -v lab="cad.$name." 'index($1, lab) == 1 { print $1 }'); do
        ip netns pids "$namespace"
    done
}
before=$(processes)
link=$(info rootInterface)
gone() {
    local pid
    for pid in $before; do not grep -qs . "/proc/$pid/cmdline" || return 1; done
    not ip link show "$link" && not ip netns pids "cad.$name.web" && [ ! -e "/var/tmp/cadastre-lab/$name" ] &&
        not grep "cad\.$name\.\|cadastre-lab/$name/" /proc/self/mountinfo &&
        [ -z "$(find /sys/fs/cgroup -name "cad.$name.*" 2>/dev/null)" ]
}
check 'it goes down' "$lab" down "$name"
check 'nothing of it is left' gone
check 'it goes down again' "$lab" down "$name"

# --- after a crash
for delay in 0.1 0.4 0.8 1.2; do
    setsid bash -c 'exec "$0" up "$1" web db:systemd' "$lab" "$name" >/dev/null 2>&1 &
    victim=$!
    sleep "$delay"
    kill -KILL "$victim" 2>/dev/null || true
    wait "$victim" 2>/dev/null || true
    check "killed after $delay s: going down cleans up" "$lab" down "$name"
    before='' check "killed after $delay s: nothing is left" gone
done
sleep 1000 &
owner=$!
check 'a lab with an owner' "$lab" up "$name" --owner $owner web
before=$(processes)
kill $owner
wait $owner 2>/dev/null || true
check 'the next lab' "$lab" up "$other" web
check 'cleans up after the dead owner' gone
check 'the next lab goes down' "$lab" down "$other"

network_of_root >"$scratch/network-after"
check 'the root namespace is as before' diff "$scratch/network" "$scratch/network-after"
printf 'all held\n'
