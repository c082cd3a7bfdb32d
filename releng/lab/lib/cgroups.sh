# systemd in a host needs a control group of its own: two of them in one group would end each other's services.
# Machines have one tree (version 2), or beside it a tree named "systemd" (version 1); a host gets a group in each.

cgroup_trees() { awk '$3 == "cgroup2" || ($3 == "cgroup" && $4 ~ /name=systemd/) { print $2 }' /proc/mounts; }

# enter_cgroup NAME: the calling process and all it starts.
enter_cgroup() {
    local tree
    for tree in $(cgroup_trees); do
        mkdir -p "$tree/$1"
        echo $$ >"$tree/$1/cgroup.procs"
    done
}

# Groups of the chosen lab. Their processes must have ended.
lab_cgroups() {
    local tree group
    for tree in $(cgroup_trees); do
        for group in "$tree/$LAB_PREFIX.$LAB".*/; do
            [ ! -d "$group" ] || printf '%s\n' "$group"
        done
    done
}

remove_cgroups() {
    local group
    for group in $(lab_cgroups); do
        find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
    done
}
