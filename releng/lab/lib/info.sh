# What a lab is made of, for people and programs. The form is documented in docs/lab.md; add to it, do not change it.

# One line a host: name, address, kind, how to reach it.
list_hosts() {
    local host
    for host in $(lab_hosts); do
        printf '%s\t%s\t%s\tssh -i %s -o UserKnownHostsFile=%s root@%s\n' "$host" \
            "$(address_of "$(number_of "$host")")" "$(kind_of "$host")" "$LAB_DIR/keys/ed25519" "$LAB_DIR/known_hosts" \
            "$(address_of "$(number_of "$host")")"
    done
}

command_info() {
    argument_count $# 1 2 'info NAME [--json]'
    need_root
    choose_ready_lab "$1"
    case ${2-} in
        '') info_lines ;;
        --json) info_lines | lines_to_json ;;
        *) bad_use "info: unknown option '$2'" ;;
    esac
}

# One `path=value` a line, readable by java.util.Properties. --json is the same, nested at the dots.
info_lines() {
    local host number key
    cat <<END
version=1
lab=$LAB
directory=$LAB_DIR
network=$(address_of 0)/24
rootAddress=$(address_of 1)
rootInterface=cad$(cat "$LAB_DIR/number")
operatorAddress=$(address_of 2)
operatorPrefix=$(operator_prefix)
switchNamespace=$(namespace_of switch)
passwordFile=$LAB_DIR/passwords
knownHostsFile=$LAB_DIR/known_hosts
END
    for key in ed25519 rsa ed25519-passphrase; do printf 'keys.%s=%s\n' "$key" "$LAB_DIR/keys/$key"; done
    cat <<END
accounts.root.password=false
accounts.root.sudo=false
accounts.ops.password=true
accounts.ops.sudo=true
accounts.guest.password=true
accounts.guest.sudo=false
END
    for host in $(lab_hosts); do
        number=$(number_of "$host")
        sed "s/^/hosts.$host./" <<END
kind=$(kind_of "$host")
running=$(is_running "$host" && echo true || echo false)
address=$(address_of "$number")
sshPort=22
mac=$(mac_of "$number")
machineId=$(cat "$LAB_DIR/hosts/$host/upper/etc/machine-id")
namespace=$(namespace_of "$host")
console=$LAB_DIR/hosts/$host/console.log
END
    done
}

# Lines that share the beginning of their path follow each other, so the objects can be written as they come.
lines_to_json() {
    awk '
        function indent(n) { return sprintf("%" (2 * n) "s", "") }
        {
            at = index($0, "="); path = substr($0, 1, at - 1); value = substr($0, at + 1)
            n = split(path, part, ".")
            same = 0
            while (same < depth && same < n - 1 && part[same + 1] == open[same + 1]) same++
            while (depth > same) { printf "\n%s}", indent(depth); depth-- }
            printf "%s\n", (NR == 1 ? "{" : ",")
            while (depth < n - 1) { depth++; open[depth] = part[depth]; printf "%s\"%s\": {\n", indent(depth), part[depth] }
            gsub(/[\\"]/, "\\\\&", value)
            if (value !~ /^(true|false|[0-9]+)$/ || part[n] == "machineId") value = "\"" value "\""
            printf "%s\"%s\": %s", indent(n), part[n], value
        }
        END { while (depth > 0) { printf "\n%s}", indent(depth); depth-- } print "\n}" }'
}
