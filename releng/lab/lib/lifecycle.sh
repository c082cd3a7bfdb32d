# A lab from its beginning to its end.
#
# State of a lab, below $CADASTRE_LAB_DIR/NAME: `maker` (who makes it), `ready` (it is made), `owner` (with whom it
# ends), `number` (of its network), `order` (of its hosts), `base`, keys and passwords, and hosts/HOST each with
# `kind`, `number`, console.log and the layers of its file system.

command_up() {
    local owner='' hosts=() argument
    while [ $# -gt 0 ]; do
        case $1 in
            --owner) [ $# -ge 2 ] || bad_use "--owner needs a process number"; owner=$2; shift ;;
            -*) bad_use "up: unknown option '$1'" ;;
            *) hosts+=("$1") ;;
        esac
        shift
    done
    [ "${#hosts[@]}" -gt 0 ] || bad_use "usage: lab up NAME [--owner PID] [HOST[:KIND]...]"
    choose_lab "${hosts[0]}"
    hosts=("${hosts[@]:1}")
    [ "${#hosts[@]}" -gt 0 ] || hosts=(alpha beta)
    check_hosts "${hosts[@]}"
    if [ -n "$owner" ]; then
        [[ $owner =~ ^[1-9][0-9]*$ ]] || bad_use "--owner: '$owner' is no process number"
        process_identity "$owner" >/dev/null || bad_use "--owner: no process $owner runs"
        owner=$(process_identity "$owner")
    fi
    need_root
    need_for_lab
    case " ${hosts[*]} " in *:systemd\ *) need_for_systemd_hosts ;; esac
    ! any_ported "${hosts[@]}" || choose_agent_packages
    ensure_base
    clean_abandoned_labs
    lock_lab 60 || fail "lab '$LAB' is busy"
    if lab_exists; then
        ! is_up || fail "lab '$LAB' is up already; end it with: lab down $LAB"
        clean_lab
    fi
    # A lab that cannot be made complete is not left half made.
    trap 'clean_lab; remove_lock' EXIT
    trap 'exit 1' INT TERM HUP
    make_lab "$owner" "${hosts[@]}"
    trap - EXIT
    unlock_lab
    list_hosts
}

check_hosts() {
    local host name kind seen=' '
    [ $# -le 200 ] || bad_use "a lab has at most 200 hosts"
    for host; do
        name=${host%%:*} kind=$(kind_in "$host")
        check_host_name "$name"
        case " $HOST_KINDS " in *" $kind "*) ;; *) bad_use "'$kind' is no kind of host; kinds: $HOST_KINDS" ;; esac
        case $seen in *" $name "*) bad_use "two hosts are called '$name'" ;; esac
        seen+="$name "
    done
}

# make_lab OWNER HOST[:KIND]...
make_lab() {
    local owner=$1 number=$FIRST_HOST host name
    shift
    mkdir "$LAB_DIR" 2>/dev/null || fail "$LAB_DIR is there, but is no lab"
    process_identity $$ >"$LAB_DIR/maker"
    mkdir "$LAB_DIR/hosts"
    [ -z "$owner" ] || printf '%s\n' "$owner" >"$LAB_DIR/owner"
    printf '%s\n' "$BASE" >"$LAB_DIR/base"
    for host; do
        add_host "${host%%:*}" "$(kind_in "$host")" "$number"
        number=$((number + 1))
    done
    make_secrets
    make_network
    make_common_files
    ! any_ported "$@" || make_patch_panel
    for name in $(lab_hosts); do
        choose_host "$name"
        add_machine "$HOST" "$(number_of "$HOST")"
        make_host_files
        if is_ported "$(kind_of "$HOST")"; then
            add_ports "$HOST" "$(kind_of "$HOST")" "$(number_of "$HOST")"
            make_agent_files
        fi
        start_host "$HOST"
    done
    make_known_hosts
    for name in $(lab_hosts); do await_host "$name"; done
    : >"$LAB_DIR/ready"
}

# kind_in HOST[:KIND]
kind_in() { case $1 in *:*) printf '%s' "${1#*:}" ;; *) printf plain ;; esac; }

# add_host NAME KIND NUMBER
add_host() {
    mkdir "$LAB_DIR/hosts/$1"
    printf '%s\n' "$2" >"$LAB_DIR/hosts/$1/kind"
    printf '%s\n' "$3" >"$LAB_DIR/hosts/$1/number"
    printf '%s\n' "$1" >>"$LAB_DIR/order"
}

# Something of the chosen lab is there, whole or not.
lab_exists() { has_mark "$LAB_DIR" || [ -n "$(lab_namespaces)" ]; }

# Whole, and nobody's death has ended it. After a restart of the machine the folder is there, the network is not.
is_up() {
    [ -e "$LAB_DIR/ready" ] && [ -e "$NAMESPACES/$(namespace_of switch)" ] || return 1
    [ ! -e "$LAB_DIR/owner" ] || is_alive "$(cat "$LAB_DIR/owner")"
}

is_being_made() { [ -e "$LAB_DIR/maker" ] && [ ! -e "$LAB_DIR/ready" ] && is_alive "$(cat "$LAB_DIR/maker")"; }

clean_abandoned_labs() {
    local name
    for name in $(all_labs); do
        (
            choose_lab "$name"
            # Busy means that somebody looks after it.
            lock_lab 0 || exit 0
            if lab_exists && ! is_up && ! is_being_made; then
                say "cleaning up lab '$LAB', whose owner has ended"
                clean_lab && remove_lock
            fi
        ) || say "lab '$name' could not be cleaned up"
    done
}

# Ends and removes all of the chosen lab, whatever state it is in, and checks that it is gone.
clean_lab() {
    local namespaces left
    mapfile -t namespaces < <(lab_namespaces)
    if ! end_processes "${namespaces[@]}"; then
        say "processes that do not end: $(processes_in "${namespaces[@]}" | paste -s -d ' ')"
    fi
    remove_network
    remove_cgroups
    remove_files
    left=$(
        lab_namespaces
        root_links
        lab_cgroups
        grep -F " $LAB_DIR/" /proc/self/mountinfo | cut -d ' ' -f 5
        ! has_mark "$LAB_DIR" || echo "$LAB_DIR"
    ) || true
    [ -z "$left" ] || { say "lab '$LAB' left: $(printf %s "$left" | paste -s -d ' ')"; return 1; }
}

# The mark goes last: a removal that is cut short is taken up again.
remove_files() {
    if has_mark "$LAB_DIR"; then
        find "$LAB_DIR" -mindepth 1 -maxdepth 1 ! -name maker -exec rm -rf --one-file-system {} + || return 0
        rm -f "$LAB_DIR/maker"
    fi
    rmdir "$LAB_DIR" 2>/dev/null || true
}

command_down() {
    argument_count $# 1 1 'down NAME | --all'
    need_root
    local name names=$1 failed=0
    if [ "$1" = --all ]; then names=$(all_labs); else check_lab_name "$1"; fi
    for name in $names; do
        (
            choose_lab "$name"
            lock_lab 60 || fail "lab '$LAB' is busy"
            clean_lab || exit 1
            remove_lock
        ) || failed=1
    done
    return $failed
}

command_list() {
    argument_count $# 0 0 list
    local name
    for name in $(all_labs); do
        choose_lab "$name"
        ! is_up || printf '%s\n' "$name"
    done
}
