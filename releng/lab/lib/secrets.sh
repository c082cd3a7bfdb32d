# Keys and passwords: new ones for each lab, readable by its maker only.

random_word() { head -c 256 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9' | head -c 20; }

make_secrets() {
    local keys=$LAB_DIR/keys name
    mkdir -m 700 "$keys"
    (
        umask 077
        for name in ops guest key-passphrase snmp-community snmp-auth snmp-priv; do
            printf '%s=%s\n' "$name" "$(random_word)"
        done >"$LAB_DIR/passwords"
    )
    make_key "$keys/ed25519" '' -t ed25519
    make_key "$keys/ed25519-passphrase" "$(password_of key-passphrase)" -t ed25519
    make_key "$keys/rsa" '' -t rsa -b 2048
    cat "$keys"/*.pub >"$LAB_DIR/authorized_keys"
}

# make_key FILE PASSPHRASE TYPE...
make_key() { ssh-keygen -q -f "$1" -N "$2" -C "lab $LAB" "${@:3}" </dev/null; }

# password_of ops|guest|key-passphrase|snmp-community|snmp-auth|snmp-priv
password_of() { sed -n "s/^$1=//p" "$LAB_DIR/passwords"; }

# password_hash ACCOUNT: as it stands in /etc/shadow.
password_hash() { password_of "$1" | openssl passwd -6 -stdin; }
