# A host's own files: what makes it differ from the others. They are written into the upper layer of its overlay
# before its first start; from then on the host alone changes them.

# The layer that all hosts of a lab begin with: accounts' passwords and keys, names of all hosts.
make_common_files() {
    local common=$LAB_DIR/common account home
    mkdir "$common"
    # --parents -a: folders between keep the owner and mode that they have in the base.
    (cd "$BASE" && cp -a --parents etc/ssh/sshd_config etc/shadow root/.profile home/ops/.profile \
        home/guest/.profile usr/local/sbin "$common")
    for account in ops guest; do
        sed -i "s|^$account:[^:]*:|$account:$(password_hash "$account"):|" "$common/etc/shadow"
    done
    for home in root:0 home/ops:1000 home/guest:1001; do
        install -d -m 700 -o "${home#*:}" -g "${home#*:}" "$common/${home%:*}/.ssh"
        install -m 600 -o "${home#*:}" -g "${home#*:}" "$LAB_DIR/authorized_keys" \
            "$common/${home%:*}/.ssh/authorized_keys"
    done
    install -m 755 "$LAB_SOURCE/host/init" "$common/usr/local/sbin/lab-init"
    host_table >"$common/etc/hosts"
    # Empty, or every daemon waits for name servers that no host can reach.
    : >"$common/etc/resolv.conf"
}

host_table() {
    local host
    printf '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n%s\toperator\n' "$(address_of 2)"
    for host in $(lab_hosts); do
        printf '%s\t%s\n' "$(address_of "$(number_of "$host")")" "$host"
    done
}

# make_host_files: for the chosen host.
make_host_files() {
    local upper=$HOST_DIR/upper
    cp -a "$LAB_DIR/common" "$upper"
    mkdir "$HOST_DIR/work" "$HOST_DIR/root"
    printf '%s\n' "$HOST" >"$upper/etc/hostname"
    tr -d - </proc/sys/kernel/random/uuid >"$upper/etc/machine-id"
    chmod 444 "$upper/etc/machine-id"
    ssh-keygen -q -t ed25519 -N '' -C "root@$HOST" -f "$upper/etc/ssh/ssh_host_ed25519_key"
    ssh-keygen -q -t ecdsa -N '' -C "root@$HOST" -f "$upper/etc/ssh/ssh_host_ecdsa_key"
    ssh-keygen -q -t rsa -b 2048 -N '' -C "root@$HOST" -f "$upper/etc/ssh/ssh_host_rsa_key"
}

# What an SSH client must know to accept the hosts of this lab and no others.
make_known_hosts() {
    local host key
    for host in $(lab_hosts); do
        for key in "$LAB_DIR/hosts/$host/upper/etc/ssh"/ssh_host_*_key.pub; do
            printf '%s,%s %s\n' "$host" "$(address_of "$(number_of "$host")")" "$(cut -d ' ' -f 1,2 "$key")"
        done
    done >"$LAB_DIR/known_hosts"
}
