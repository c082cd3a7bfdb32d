# What the lab says, and how it ends. Results go to standard output, everything else to standard error.

say() { printf 'lab: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit "${FAILURE_CODE:-1}"
}

bad_use() {
    say "$*"
    exit 2
}

# argument_count GIVEN LEAST MOST USAGE
argument_count() {
    if [ "$1" -lt "$2" ] || [ "$1" -gt "$3" ]; then bad_use "usage: lab $4"; fi
}

need_root() { [ "$(id -u)" -eq 0 ] || fail "must be run as root (it makes network namespaces and mounts)"; }
