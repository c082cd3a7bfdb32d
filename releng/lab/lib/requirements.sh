# Programs of the machine that the lab needs; what is missing is installed once, with apt.

# need COMMAND=PACKAGE...
need() {
    local pair missing=()
    for pair; do
        command -v "${pair%%=*}" >/dev/null || missing+=("${pair#*=}")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    say "installing ${missing[*]}"
    local log
    log=$(mktemp)
    if ! install_packages "${missing[@]}" >"$log" 2>&1 9>&-; then
        tail -n 5 "$log" >&2
        rm -f "$log"
        fail "could not install ${missing[*]}"
    fi
    rm -f "$log"
}

# First with the package lists as they are; a new machine has none, or has old ones.
install_packages() {
    local apt=(timeout 300 apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=120)
    export DEBIAN_FRONTEND=noninteractive
    "${apt[@]}" install "$@" && return 0
    "${apt[@]}" update && "${apt[@]}" install "$@"
}

need_for_lab() { need ip=iproute2 nsenter=util-linux flock=util-linux setsid=util-linux \
    ssh-keygen=openssh-client openssl=openssl; }

need_for_base() { need mmdebstrap=mmdebstrap; }

need_for_systemd_hosts() { need systemd-nspawn=systemd-container; }
