# Processes of a host are found by its network namespace, which the kernel knows, not by a list that could be
# out of date. Process 1 of the host is the one whose process number inside is 1: when it ends, the kernel ends
# everything else in the host, also what moved to another network namespace.

# processes_in NAMESPACE...
processes_in() {
    local namespace
    for namespace; do ip netns pids "$namespace" 2>/dev/null || true; done
}

# first_process_in NAMESPACE: process 1 of that host, as numbered here; nothing when the host is off.
first_process_in() {
    local pid
    for pid in $(processes_in "$1"); do
        awk -v pid="$pid" '$1 == "NSpid:" && NF == 3 && $3 == 1 { print pid }' "/proc/$pid/status" 2>/dev/null || true
    done | head -n 1
}

is_running() { [ -n "$(first_process_in "$(namespace_of "$1")")" ]; }

# end_processes NAMESPACE...: at once. Process 1 goes first, so that systemd-nspawn can tidy up after it.
end_processes() {
    local namespace pid
    for namespace; do
        pid=$(first_process_in "$namespace")
        [ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null || true
    done
    # `return` alone, in a trap, would give the status from before the trap.
    if wait_until_empty 1 "$@"; then return 0; fi
    # shellcheck disable=SC2046
    kill -KILL $(processes_in "$@") 2>/dev/null || true
    wait_until_empty 5 "$@"
}

# wait_until_empty SECONDS NAMESPACE...
wait_until_empty() {
    local until=$((SECONDS + $1))
    shift
    while [ -n "$(processes_in "$@")" ]; do
        [ "$SECONDS" -le "$until" ] || return 1
        sleep 0.02
    done
}

# A process number alone may be given to another process later; with its start time it is the same for ever.
process_identity() {
    local stat
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    # shellcheck disable=SC2086
    set -- "$1" ${stat##*) }
    [ "$2" != Z ] || return 1
    printf '%s %s\n' "$1" "${21}"
}

# is_alive "PID START-TIME"
is_alive() { [ "$(process_identity "${1%% *}")" = "$1" ]; }
