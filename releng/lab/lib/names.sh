# Names and places. Everything a lab makes in the kernel is found again by its name alone, without
# any state file: that is what lets `down` clean up after a crash.

LAB_HOME=${CADASTRE_LAB_DIR:-/var/tmp/cadastre-lab}
CACHE_HOME=${CADASTRE_LAB_CACHE:-/var/cache/cadastre-lab}
NAMESPACES=/run/netns

# Network namespaces and control groups are called cad.LAB.HOST. Names hold no dot, so that is unambiguous.
# Labs kept in another folder than the usual one carry its checksum, so that equal names there do not collide.
# The paths become mount options, where a comma or a colon would mean something.
for path in "$LAB_HOME" "$CACHE_HOME"; do
    [[ $path =~ ^(/[A-Za-z0-9._-]+)+$ ]] || bad_use "'$path' cannot be the lab's folder: absolute, letters, digits and ._- only"
done
if [ "$LAB_HOME" = /var/tmp/cadastre-lab ]; then
    LAB_PREFIX=cad
else
    LAB_PREFIX=cad-$(printf %s "$LAB_HOME" | cksum | cut -d ' ' -f 1)
fi

check_lab_name() {
    [[ $1 =~ ^[a-z][a-z0-9-]{0,30}$ ]] ||
        bad_use "'$1' is no lab name: a lower-case letter, then up to 30 letters, digits or -"
}

check_host_name() {
    [[ $1 =~ ^[a-z][a-z0-9-]{0,30}$ ]] ||
        bad_use "'$1' is no host name: a lower-case letter, then up to 30 letters, digits or -"
    case $1 in switch | operator | patch | localhost) bad_use "'$1' is the lab's own word, take another host name" ;; esac
}

# choose_lab NAME: sets what all other parts use: LAB, LAB_DIR.
choose_lab() {
    check_lab_name "$1"
    LAB=$1
    LAB_DIR=$LAB_HOME/$LAB
}

# choose_ready_lab NAME: the same for commands that need a lab that is up.
choose_ready_lab() {
    choose_lab "$1"
    [ -e "$LAB_DIR/ready" ] && [ -e "$NAMESPACES/$(namespace_of switch)" ] || fail "no lab '$LAB' is up"
}

# choose_host HOST: sets HOST, HOST_DIR.
choose_host() {
    check_host_name "$1"
    HOST=$1
    HOST_DIR=$LAB_DIR/hosts/$HOST
    [ -d "$HOST_DIR" ] || bad_use "lab '$LAB' has no host '$HOST'"
}

namespace_of() { printf '%s.%s.%s' "$LAB_PREFIX" "$LAB" "$1"; }

# All network namespaces of the chosen lab that exist.
lab_namespaces() {
    local file
    for file in "$NAMESPACES/$LAB_PREFIX.$LAB".*; do
        [ ! -e "$file" ] || printf '%s\n' "${file##*/}"
    done
}

# Hosts of the chosen lab, in the order of `up`.
lab_hosts() { cat "$LAB_DIR/order" 2>/dev/null || true; }

# Only a folder with this mark is a lab's: others, in a folder chosen by mistake, are left alone.
has_mark() { [ -e "$1/maker" ]; }

# Every lab of which anything is left: a folder, or a namespace.
all_labs() {
    local place name
    for place in "$LAB_HOME"/*/ "$NAMESPACES/$LAB_PREFIX".*; do
        [ -e "$place" ] || continue
        case $place in
            "$NAMESPACES"/*) name=${place#"$NAMESPACES/$LAB_PREFIX".} name=${name%%.*} ;;
            *) has_mark "$place" || continue; name=${place%/} name=${name##*/} ;;
        esac
        printf '%s\n' "$name"
    done | sort -u
}
