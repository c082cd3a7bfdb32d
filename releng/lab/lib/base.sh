# The root file system that all hosts share read-only: Debian, made once and cached.
# Its name carries a checksum of everything it is made of, so a changed package list makes a new one.

SUITE=bookworm

base_path() {
    local recipe
    recipe=$({ cat "$LAB_SOURCE"/base/*; printf '%s' "${CADASTRE_LAB_PACKAGES-}"; } | sha256sum)
    printf '%s/%s-%s' "$CACHE_HOME" "$SUITE" "${recipe:0:12}"
}

# Sets BASE; takes about half a minute when it has to be made.
ensure_base() {
    BASE=$(base_path)
    [ ! -d "$BASE" ] || return 0
    need_for_base
    mkdir -p "$CACHE_HOME"
    (
        flock --wait 600 8 || fail "another lab has been making the base for 10 minutes"
        [ ! -d "$BASE" ] || exit 0
        make_base 9>&-
    ) 8>"$CACHE_HOME/.lock"
    [ -d "$BASE" ] || exit 1
}

# In process and mount namespaces of its own: when this ends, however it ends, nothing of it runs on.
make_base() {
    local work=$CACHE_HOME/.making started=$SECONDS
    say "making the base root file system $BASE (once)"
    rm -rf --one-file-system "$work"
    mkdir "$work"
    debian_sources >"$work/sources.list"
    apt_settings >"$work/apt.conf"
    if ! timeout 600 unshare --mount --pid --fork --kill-child --mount-proc -- \
        "$LAB_SOURCE/base/build" "$work" "$SUITE" >"$work/log" 2>&1 </dev/null; then
        tail -n 5 "$work/log" >&2
        fail "could not make the base; all of the log: $work/log"
    fi
    mv "$work/root" "$BASE"
    rm -rf --one-file-system "$work"
    say "made the base in $((SECONDS - started)) s"
}

# Debian's packages come from where this machine has its own from.
debian_sources() {
    apt_sources && return
    # apt names only sources whose lists it has; a new machine has none yet.
    timeout 300 apt-get -q -o DPkg::Lock::Timeout=120 update >&2 || true
    apt_sources || fail "this machine's apt sources do not name Debian $SUITE, component main"
}

apt_sources() {
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        grep -E " $SUITE(-updates|-security)? main\$" | sort -u
}

# Proxies and the like, which mmdebstrap would otherwise not take over from this machine.
apt_settings() { apt-config dump | grep -E '^Acquire::(http|https|Retries|Check-|ForceIPv)' || true; }

command_base() {
    argument_count $# 0 0 base
    need_root
    ensure_base
    printf '%s\n' "$BASE"
}
