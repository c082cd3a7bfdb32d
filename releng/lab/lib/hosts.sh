# Starting and stopping one host, and running something in it. What a host of a kind is, stands in host/boot-KIND.

HOST_KINDS='plain systemd switch station'
START_SECONDS=30
EXEC_SECONDS=${CADASTRE_LAB_EXEC_SECONDS:-600}

kind_of() { cat "$LAB_DIR/hosts/$1/kind"; }
number_of() { cat "$LAB_DIR/hosts/$1/number"; }

# start_host HOST: returns before it is ready, see await_host. Nothing of the caller stays with the host: no
# environment, no terminal, no open files.
start_host() {
    local namespace dir=$LAB_DIR/hosts/$1
    namespace=$(namespace_of "$1")
    setsid env -i PATH="$PATH" LAB_SOURCE="$LAB_SOURCE" BASE="$(cat "$LAB_DIR/base")" \
        HOST="$1" HOST_DIR="$dir" NAMESPACE="$namespace" \
        nsenter --net="$NAMESPACES/$namespace" bash "$LAB_SOURCE/host/boot-$(kind_of "$1")" \
        </dev/null >>"$dir/console.log" 2>&1 9>&- &
}

# await_host HOST: until its sshd greets and, where there is one, systemd has finished starting.
await_host() {
    local until=$((SECONDS + START_SECONDS)) address
    address=$(address_of "$(number_of "$1")")
    until greets "$address" && { [ "$(kind_of "$1")" != systemd ] || systemd_is_up "$1"; }; do
        if [ "$SECONDS" -gt "$until" ]; then
            tail -n 20 "$LAB_DIR/hosts/$1/console.log" >&2
            fail "host '$1' did not start in $START_SECONDS s; the end of its console stands above"
        fi
        sleep 0.05
    done
}

greets() { timeout 2 bash -c 'exec 3<>"/dev/tcp/$1/22" && read -r -N 4 word <&3 && [ "$word" = SSH- ]' - "$1" 2>/dev/null; }

systemd_is_up() {
    case $(in_host "$1" systemctl is-system-running 2>/dev/null) in running | degraded) ;; *) return 1 ;; esac
}

# stop_host HOST: as by its power button; pulled out of the wall when that takes too long.
stop_host() {
    local namespace pid signal=TERM
    namespace=$(namespace_of "$1")
    # systemd's own signal for "power off", systemd(1).
    [ "$(kind_of "$1")" != systemd ] || signal=RTMIN+4
    pid=$(first_process_in "$namespace")
    [ -z "$pid" ] || kill -s "$signal" "$pid" 2>/dev/null || true
    wait_until_empty 10 "$namespace" || end_processes "$namespace" || fail "host '$1' does not stop"
    cable_out "$1"
}

# in_host HOST COMMAND...: in all namespaces of the host's process 1, as root, with a login's environment.
# At a terminal as long as one likes, from a program at most EXEC_SECONDS (124 is then the exit code).
in_host() {
    local pid bound=()
    [ -t 0 ] || bound=(timeout --kill-after=5 "$EXEC_SECONDS")
    pid=$(first_process_in "$(namespace_of "$1")")
    [ -n "$pid" ] || FAILURE_CODE=125 fail "host '$1' is off"
    shift
    "${bound[@]}" nsenter --target "$pid" --all --root --wd -- \
        env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root USER=root LOGNAME=root \
        LANG=C.UTF-8 SHELL=/bin/bash TERM="${TERM:-dumb}" "$@"
}

command_exec() {
    argument_count $# 3 100000 'exec NAME HOST COMMAND...'
    need_root
    FAILURE_CODE=125 choose_ready_lab "$1"
    choose_host "$2"
    shift 2
    in_host "$HOST" "$@"
}

command_stop() {
    argument_count $# 2 2 'stop NAME HOST'
    need_root
    choose_ready_lab "$1"
    choose_host "$2"
    lock_lab 60 || fail "lab '$LAB' is busy"
    stop_host "$HOST"
}

command_start() {
    argument_count $# 2 2 'start NAME HOST'
    need_root
    choose_ready_lab "$1"
    choose_host "$2"
    lock_lab 60 || fail "lab '$LAB' is busy"
    if ! is_running "$HOST"; then
        cable_in "$HOST" "$(number_of "$HOST")"
        start_host "$HOST"
    fi
    await_host "$HOST"
}
