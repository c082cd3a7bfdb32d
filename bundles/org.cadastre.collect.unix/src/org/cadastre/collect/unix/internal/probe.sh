# The Cadastre probe for Unix hosts: everything that Cadastre runs on a host in order to take its inventory.
#
# It only reads. It writes no file, not even a temporary one, starts no service and changes no setting. It comes through
# the standard input of /bin/sh and runs in any POSIX shell. Each command below has a limit in time and in output. Only
# "ask_root" lines use root's rights: as root, or through "sudo -n" when sudo allows that very command without a password.
#
# The first line, put before this text, sets CADASTRE_MARKER to a random number; the answers are framed with it.

LC_ALL=C
LANG=C
PATH=${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL LANG PATH
umask 077

most=8388608        # bytes of output taken from one command
most_messages=2000  # bytes of error messages taken from one command

has() {
    command -v "$1" >/dev/null 2>&1
}

# Passes on the first bytes of its input.
if [ "$(printf abc | head -c 2 2>/dev/null)" = ab ]; then
    first_bytes() { head -c "$1"; }
else
    first_bytes() { awk -v most="$1" '{ size += length($0) + 1; if (size > most) exit; print }'; }
fi

# Ends a process and what it started, the process first: it shall not see its child end and go on. For hosts without
# timeout(1).
end_tree() {
    set -- "$1" "$(ps -A -o pid= -o ppid= | awk -v parent="$1" '$2 == parent { print $1 }')"
    kill -KILL "$1"
    for child in $2; do
        end_tree "$child"
    done
}

# limited SECONDS COMMAND...: runs a command, ends it when its time is over (status 124, 137 or 143).
if timeout -k 1 5 true >/dev/null 2>&1; then
    limited() { timeout -k 2 "$@" </dev/null; }
elif timeout 5 true >/dev/null 2>&1; then
    limited() { timeout "$@" </dev/null; }
else
    limited() {
        seconds=$1
        shift
        "$@" </dev/null &
        command_id=$!
        {
            trap 'kill "$pause"; exit' TERM
            sleep "$seconds" &
            pause=$!
            wait "$pause"
            trap '' TERM
            end_tree "$command_id"
        } </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- &
        watch_id=$!
        wait "$command_id"
        outcome=$?
        kill -TERM "$watch_id" 2>/dev/null
        return "$outcome"
    }
fi

# ask NAME SECONDS COMMAND...: runs a command and frames its output, its messages and its exit status.
# Succeeds when the command did, so that "ask ... || ask ..." tries one way after the other.
# Descriptors: 3 the command's messages, 4 what goes into $report, 5 the transcript.
ask() {
    name=$1
    limit=$2
    shift 2
    if ! has "$1"; then
        printf '\n%s missing %s %s\n' "$CADASTRE_MARKER" "$name" "${1##*/}" >&5
        return 1
    fi
    printf '\n%s begin %s %s %s\n' "$CADASTRE_MARKER" "$name" "$rights" "${1##*/}" >&5
    if [ "$rights" = sudo ]; then
        set -- sudo -n "$@"
    fi
    report=$(
        {
            {
                {
                    limited "$limit" "$@" 2>&3 3>&- 4>&- 5>&-
                    printf '\n%s status %s\n' "$CADASTRE_MARKER" "$?" >&4
                } | first_bytes "$most" >&5 3>&- 4>&-
            } 3>&1 | {
                first_bytes "$most_messages"
                cat >/dev/null
            } 4>&- 5>&-
        } 4>&1
    )
    printf '\n%s end %s\n%s\n%s close %s\n' "$CADASTRE_MARKER" "$name" "$report" "$CADASTRE_MARKER" "$name" >&5
    case $report in
        *"$CADASTRE_MARKER status 0"*) return 0 ;;
    esac
    return 1
}

# ask_root NAME SECONDS COMMAND...: the same, with root's rights where they can be had.
ask_root() {
    if [ "$may_sudo" = yes ] && has "$3" && allowed_by_sudo "$@"; then
        rights=sudo
        ask "$@"
        asked=$?
        rights=$own_rights
        # sudo lists commands that it then wants a password for; those are run with the account's own rights.
        case $asked$report in
            0*) return 0 ;;
            *"sudo: "*) ;;
            *) return "$asked" ;;
        esac
    fi
    ask "$@"
}

allowed_by_sudo() {
    shift 2
    sudo -n -l "$@" </dev/null >/dev/null 2>&1
}

# What "sh -c" runs to read small files. Each line that comes out: the file, a tab, the content; a file that may not be
# read comes without a tab.
values='
    for file do
        if [ -r "$file" ]; then
            value=
            { read -r value <"$file"; } 2>/dev/null || [ -n "$value" ] || continue
            printf "%s\t%s\n" "$file" "$value"
        elif [ -f "$file" ]; then
            printf "%s\n" "$file"
        fi
    done
    exit 0'
lines='
    for file do
        if [ -f "$file" ]; then
            if [ -r "$file" ]; then
                awk "{ print FILENAME \"\t\" \$0 }" "$file"
            else
                printf "%s\n" "$file"
            fi
        fi
    done
    exit 0'

# The same without comments and empty lines.
settings='
    for file do
        if [ -f "$file" ]; then
            if [ -r "$file" ]; then
                awk "!/^[ \t]*([#;]|\$)/ { print FILENAME \"\t\" \$0 }" "$file"
            else
                printf "%s\n" "$file"
            fi
        fi
    done
    exit 0'

system() {
    ask uname 5 uname -snrm
    [ -r /etc/os-release ] && ask os-release 5 cat /etc/os-release \
        || { [ -r /usr/lib/os-release ] && ask os-release 5 cat /usr/lib/os-release; }
    # Older or foreign systems, and exact point releases.
    ask release-files 5 sh -c "$lines" lines /etc/debian_version /etc/redhat-release /etc/SuSE-release \
        /etc/alpine-release /etc/release /etc/hosts /etc/timezone /var/db/zoneinfo /etc/TIMEZONE
    ask localtime 5 ls -l /etc/localtime
    case $kernel in
        Darwin) ask sw_vers 5 sw_vers ;;
        FreeBSD) ask freebsd-version 5 freebsd-version -u ;;
        AIX) ask oslevel 10 oslevel -s ;;
    esac
    # Virtual machine or container? The command exits with 1 when it says "none".
    has systemd-detect-virt && ask detect-virt 5 systemd-detect-virt
    # The only thing taken from the environment of process 1 is the name of the container manager.
    ask_root container 5 sh -c '
        for sign in /.dockerenv /run/.containerenv /proc/vz /proc/bc; do
            [ -e "$sign" ] && printf "sign\t%s\n" "$sign"
        done
        [ -r /run/systemd/container ] && printf "manager\t%s\n" "$(cat /run/systemd/container)"
        [ -r /proc/1/environ ] && tr "\000" "\012" </proc/1/environ | sed -n "s/^container=/manager	/p"
        exit 0'
    [ "$kernel" = FreeBSD ] && ask jailed 5 sysctl -n security.jail.jailed
}

hardware() {
    if [ -d /sys/class/dmi/id ]; then
        ask_root dmi 5 sh -c "$values" values \
            /sys/class/dmi/id/sys_vendor /sys/class/dmi/id/product_name /sys/class/dmi/id/product_version \
            /sys/class/dmi/id/product_serial /sys/class/dmi/id/product_uuid /sys/class/dmi/id/chassis_serial \
            /sys/class/dmi/id/bios_vendor /sys/class/dmi/id/bios_version /sys/class/dmi/id/bios_date
    elif [ "$kernel" = FreeBSD ]; then
        ask kenv 5 sh -c 'kenv | grep "^smbios\."'
    elif [ "$kernel" = Darwin ]; then
        ask platform 10 ioreg -rd1 -c IOPlatformExpertDevice
    else
        ask device-tree 5 sh -c "$values" values /proc/device-tree/model /proc/device-tree/serial-number
        has dmidecode && ask_root dmidecode 10 dmidecode -q -t bios -t system
    fi
    if [ -r /proc/cpuinfo ]; then
        ask cpuinfo 5 awk '/^(processor|physical id|core id|cpu cores|siblings|model name|Model|Processor|cpu|cpu model|family)[ \t]*:/ || /^$/ { print }
            /^flags/ && / hypervisor/ && !told { print "hypervisor : yes"; told = 1 }' /proc/cpuinfo
        ask cpu-topology 5 sh -c "$values" values /sys/devices/system/cpu/cpu[0-9]*/topology/physical_package_id \
            /sys/devices/system/cpu/cpu[0-9]*/topology/core_id
        grep '^model name' /proc/cpuinfo >/dev/null 2>&1 || ask lscpu 5 lscpu
        ask meminfo 5 cat /proc/meminfo
        ask memory-blocks 5 sh -c '
            cd /sys/devices/system/memory && cat block_size_bytes && set -- memory[0-9]* && [ -e "$1" ] && echo "$#"'
    else
        case $kernel in
            SunOS | AIX) ;;
            *) ask sysctl-hardware 5 sysctl hw.model hw.ncpu hw.physmem hw.memsize hw.physicalcpu machdep.cpu.brand_string \
                hw.vendor hw.product hw.serialno hw.uuid ;;
        esac
    fi
    if [ -d /sys/block ]; then
        ask disks 10 sh -c '
            for disk in /sys/block/*; do
                [ -e "$disk/device" ] || continue
                printf "%s/path\t%s\n" "$disk" "$(cd "$disk" && pwd -P)"
                [ -r "$disk/dev" ] && read -r number <"$disk/dev" && [ -r "/run/udev/data/b$number" ] &&
                    awk -v disk="$disk" "/^E:ID_(BUS|SERIAL_SHORT|SCSI_SERIAL|MODEL|VENDOR|REVISION)=/ {
                        at = index(\$0, \"=\")
                        print disk \"/\" substr(\$0, 3, at - 3) \"\t\" substr(\$0, at + 1) }" "/run/udev/data/b$number"
                for file in "$disk"/size "$disk"/serial "$disk"/queue/rotational "$disk"/device/vendor \
                    "$disk"/device/model "$disk"/device/rev "$disk"/device/serial "$disk"/device/firmware_rev \
                    "$disk"/device/transport "$disk"/device/name; do
                    [ -r "$file" ] && { read -r value <"$file"; } 2>/dev/null && printf "%s\t%s\n" "$file" "$value"
                done
            done
            exit 0'
    fi
}

# The machine, its disks and what they are divided into, where they are told in the system's own way.
other_systems() {
    case $kernel in
        FreeBSD | DragonFly)
            ask geom 10 sysctl -n kern.geom.confxml
            ask pciconf 10 pciconf -lv
            ask kldstat 10 kldstat
            ask jls 10 jls -n
            ;;
        OpenBSD | NetBSD) ask dmesg-boot 5 cat /var/run/dmesg.boot ;;
        Darwin)
            ask system-profiler 60 system_profiler -xml SPNVMeDataType SPSerialATADataType SPSASDataType SPMemoryDataType \
                SPUSBDataType SPPowerDataType
            ask networksetup 10 networksetup -listallhardwareports
            ask scutil-dns 10 scutil --dns
            ask application-firewall 5 defaults read /Library/Preferences/com.apple.alf globalstate
            ;;
        SunOS)
            # Only the heads: the rest of prtdiag tells how warm the machine is at the moment.
            ask prtdiag 20 sh -c 'prtdiag | head -n 4'
            ask prtconf 10 sh -c 'prtconf | head -n 4'
            has smbios && ask_root smbios 10 sh -c 'smbios -t SMB_TYPE_BIOS; smbios -t SMB_TYPE_SYSTEM; smbios -t SMB_TYPE_CHASSIS'
            ask psrinfo 10 psrinfo -pv
            ask iostat 20 iostat -En
            ask dladm 10 dladm show-phys
            ask fcinfo 20 fcinfo hba-port
            ask zoneadm 10 zoneadm list -cp
            ;;
        AIX)
            ask aix-prtconf 60 prtconf
            ask lsvpd 30 lsvpd
            ask aix-adapters 20 lsdev -Cc adapter -F name:type:description
            ask aix-adapters-vpd 20 lscfg -vl 'ent*'
            ask aix-disks 30 sh -c '
                lsdev -Cc disk -F name | while read -r disk; do
                    printf "disk\t%s\n" "$disk"
                    lscfg -vpl "$disk"
                    printf "size\t%s\n" "$(getconf DISK_SIZE "/dev/$disk" 2>/dev/null)"
                done'
            ask lsvg 30 sh -c 'lsvg -o | while read -r group; do lsvg "$group"; lsvg -p "$group"; lsvg -l "$group"; done'
            ask lsfs 10 lsfs -c
            ;;
    esac
    case $kernel in
        FreeBSD | DragonFly) ask swapinfo 5 swapinfo -k ;;
        OpenBSD | NetBSD) ask swapinfo 5 swapctl -l -k ;;
        SunOS) ask swap-l 5 swap -l ;;
        AIX) ask lsps 5 lsps -a ;;
    esac
}

# Parts of the machine besides processors and disks.
hardware_components() {
    [ -d /sys/class/fc_host ] && ask fibre-channel 5 sh -c "$values" values /sys/class/fc_host/host*/port_name \
        /sys/class/fc_host/host*/node_name /sys/class/fc_host/host*/symbolic_name
    [ -d /sys/class/dmi/id ] && has dmidecode && ask_root dmi-parts 10 dmidecode -q -t 17 -t 39
    if [ -d /sys/bus/pci/devices ]; then
        # Names, where the host has them; numbers and drivers.
        has lspci && ask lspci 10 lspci -D -mm
        ask pci 5 sh -c '
            for device in /sys/bus/pci/devices/*; do
                [ -e "$device" ] || continue
                for file in "$device/class" "$device/vendor" "$device/device"; do
                    read -r value <"$file" && printf "%s\t%s\n" "$file" "$value"
                done
                driver=$(readlink "$device/driver") && printf "%s/driver\t%s\n" "$device" "${driver##*/}"
            done
            exit 0'
    fi
    [ -d /sys/bus/usb/devices ] && ask usb 5 sh -c "$values" values /sys/bus/usb/devices/*/idVendor \
        /sys/bus/usb/devices/*/idProduct /sys/bus/usb/devices/*/manufacturer /sys/bus/usb/devices/*/product \
        /sys/bus/usb/devices/*/serial
    [ -d /sys/class/power_supply ] && ask power-supplies 5 sh -c "$values" values /sys/class/power_supply/*/type \
        /sys/class/power_supply/*/manufacturer /sys/class/power_supply/*/model_name /sys/class/power_supply/*/serial_number
    [ -d /sys/class/hwmon ] && ask sensors 10 sh -c "$values" values /sys/class/hwmon/hwmon*/name \
        /sys/class/hwmon/hwmon*/*_input /sys/class/hwmon/hwmon*/*_label /sys/class/hwmon/hwmon*/power*_average
}

# How the system as a whole is set up.
system_settings() {
    [ -r /proc/cmdline ] && ask cmdline 5 cat /proc/cmdline
    [ -d /run/systemd/system ] && ask default-target 5 systemctl get-default
    ask locale 5 sh -c "$settings" settings /etc/locale.conf /etc/default/locale /etc/sysconfig/i18n /etc/vconsole.conf /etc/default/keyboard
    ask guards 5 sh -c "$values" values /sys/fs/selinux/enforce /sys/module/apparmor/parameters/enabled /proc/sys/crypto/fips_enabled
    ask selinux-config 5 sh -c "$settings" settings /etc/selinux/config
    # The fifth byte of the variable (UEFI specification, 3.3).
    ask secure-boot 5 sh -c '
        for variable in /sys/firmware/efi/efivars/SecureBoot-*; do
            [ -r "$variable" ] && od -A n -t u1 -j 4 -N 1 "$variable"
        done
        exit 0'
    ask time-servers 5 sh -c "$settings" settings /etc/systemd/timesyncd.conf /etc/systemd/timesyncd.conf.d/*.conf /etc/chrony.conf \
        /etc/chrony/chrony.conf /etc/chrony/conf.d/*.conf /etc/chrony/sources.d/*.sources /etc/ntp.conf /etc/ntpsec/ntp.conf \
        /etc/ntpd.conf /etc/openntpd/ntpd.conf
    # Of files that hold secrets, only the lines that name the domain.
    ask_root domains 5 sh -c '
        for file in /etc/sssd/sssd.conf /etc/sssd/conf.d/*.conf /etc/krb5.conf /etc/samba/smb.conf /etc/nslcd.conf /etc/ipa/default.conf; do
            if [ -r "$file" ]; then
                awk -v file="$file" "/^[ \t]*(\\[domain\\/|\\[global\\]|id_provider|ad_domain|default_realm|realm|workgroup|security|uri|base|domain)/ { print file \"\t\" \$0 }" "$file"
            elif [ -f "$file" ]; then
                printf "%s\n" "$file"
            fi
        done
        exit 0'
    ask sysctl-files 5 sh -c "$settings" settings /usr/lib/sysctl.d/*.conf /usr/local/lib/sysctl.d/*.conf /run/sysctl.d/*.conf \
        /etc/sysctl.d/*.conf /etc/sysctl.conf
    case $kernel in
        Linux) ask_root sysctl 10 sysctl -a ;;
        SunOS | AIX) ;;
        *)
            ask_root sysctl 10 sysctl -a
            # What the machine's sensors say at the moment, and nothing else.
            ask sysctl-sensors 10 sh -c 'sysctl -a | grep -E "^(dev\.[a-z]+\.[0-9]+\.temperature|hw\.acpi\.thermal\.tz[0-9]+\.temperature|hw\.sensors\.)"; exit 0'
            ;;
    esac
    [ -r /proc/modules ] && ask modules 5 cat /proc/modules
    ask reboot-required 5 sh -c '
        [ -e /var/run/reboot-required ] && echo required
        [ -r /var/run/reboot-required.pkgs ] && cat /var/run/reboot-required.pkgs
        exit 0'
    # Questions to the programs on this very host.
    if has chronyc; then
        ask chrony 5 chronyc -n -c tracking
    elif has ntpq; then
        ask ntpq 5 ntpq -p -n
    fi
}

# What file systems lie on, and what is offered to others.
storage() {
    ask fstab 5 sh -c "$settings" settings /etc/fstab /etc/vfstab
    [ -r /proc/swaps ] && ask swaps 5 cat /proc/swaps
    [ -d /sys/block ] && ask partitions 10 sh -c '
        for part in /sys/block/*/*/partition; do
            [ -e "$part" ] || continue
            part=${part%/partition}
            for file in "$part/partition" "$part/size"; do
                read -r value <"$file" && printf "%s\t%s\n" "$file" "$value"
            done
            read -r number <"$part/dev" && [ -r "/run/udev/data/b$number" ] &&
                awk -v part="$part" "/^E:ID_(PART_ENTRY_UUID|PART_ENTRY_NAME|FS_UUID|FS_LABEL|FS_TYPE)=/ {
                    at = index(\$0, \"=\")
                    print part \"/\" substr(\$0, 3, at - 3) \"\t\" substr(\$0, at + 1) }" "/run/udev/data/b$number"
        done
        exit 0'
    ask md 5 sh -c '
        for array in /sys/block/md*/md; do
            [ -d "$array" ] || continue
            for file in "$array/level" "$array/raid_disks" "$array/array_state" "$array/degraded" "${array%/md}/size"; do
                [ -r "$file" ] && { read -r value <"$file"; } 2>/dev/null && printf "%s\t%s\n" "$file" "$value"
            done
            for member in "$array"/dev-*; do
                [ -e "$member" ] && printf "%s\tmember\n" "$member"
            done
        done
        exit 0'
    if has lvs; then
        # Without hints: to keep them, LVM writes a file.
        columns="--readonly --config devices{hints=\"none\"} --noheadings --nosuffix --units b --separator |"
        ask_root lvm-groups 20 vgs $columns -o vg_name,vg_uuid,vg_size
        ask_root lvm-physical 20 pvs $columns -o vg_name,pv_name
        ask_root lvm-logical 20 lvs $columns -o vg_name,lv_name,lv_uuid,lv_size,segtype,pool_lv,origin
    fi
    has multipath && [ -e /etc/multipath.conf ] && ask_root multipath 20 multipath -ll
    has zpool && ask zpool 10 zpool list -H -p -o name,size,health
    [ -d /sys/fs/btrfs ] && ask btrfs 5 sh -c "$values" values /sys/fs/btrfs/*-*/label /sys/fs/btrfs/*-*/devices/*/size
    ask iscsi 5 sh -c "$values" values /sys/class/iscsi_session/session*/targetname \
        /sys/class/iscsi_connection/connection*/persistent_address /sys/class/iscsi_connection/connection*/persistent_port
    # Controllers of LSI, Broadcom and Dell (PERC). Without a log: the program would write one.
    for megacli in megacli MegaCli MegaCli64 /opt/MegaRAID/MegaCli/MegaCli64; do
        has "$megacli" || continue
        ask_root megacli-arrays 30 "$megacli" -LDInfo -Lall -aALL -NoLog
        ask_root megacli-drives 30 "$megacli" -PDList -aALL -NoLog
        break
    done
    # A disk that sleeps is not woken.
    has smartctl && ask_root smart 60 sh -c '
        for disk in /dev/sd? /dev/sd?? /dev/nvme[0-9] /dev/ada[0-9] /dev/da[0-9]; do
            [ -e "$disk" ] || continue
            printf "disk\t%s\n" "$disk"
            smartctl -n standby -H "$disk"
        done
        exit 0'
    ask exports 5 sh -c "$settings" settings /etc/exports /etc/exports.d/*.exports
    ask smb 5 sh -c "$settings" settings /etc/samba/smb.conf /usr/local/etc/smb4.conf
    has repquota && grep -E '[ ,](usr|grp|usrj|grpj|u|g)?quota' /proc/mounts && ask_root quotas 30 repquota -a -u -g -O csv
}

network() {
    if has ip; then
        ask ip-address 10 ip -d address show || ask ip-address-plain 10 ip address show
        # Speed, and whether an adapter is a device of its own and its hardware address the maker's.
        ask net-devices 5 sh -c '
            for adapter in /sys/class/net/*; do
                [ -e "$adapter/device" ] && printf "%s/device\tyes\n" "$adapter"
                { [ -d "$adapter/wireless" ] || [ -e "$adapter/phy80211" ]; } && printf "%s/wireless\tyes\n" "$adapter"
                driver=$(readlink "$adapter/device/driver") && printf "%s/driver\t%s\n" "$adapter" "${driver##*/}" &&
                    command -v ethtool >/dev/null && ethtool -i "${adapter##*/}" |
                    sed -n "s|^firmware-version: *\(.*[^ ]\) *\$|$adapter/firmware	\1|p"
                for file in "$adapter/speed" "$adapter/duplex" "$adapter/addr_assign_type" "$adapter/bonding_slave/perm_hwaddr"; do
                    [ -r "$file" ] && { read -r value <"$file"; } 2>/dev/null && printf "%s\t%s\n" "$file" "$value"
                done
            done
            exit 0'
        ask ip-route 10 ip -4 route show table all || ask ip-route-plain 10 ip -4 route show
        ask ip-route6 10 ip -6 route show table all || ask ip-route6-plain 10 ip -6 route show
    else
        ask ifconfig 10 ifconfig -a
        ask netstat-routes 10 netstat -rn
    fi
    [ -r /etc/resolv.conf ] && ask resolv.conf 5 cat /etc/resolv.conf
    # A resolver on the host itself stands between: ask it for the servers behind it.
    if grep '^nameserver[[:space:]]*127\.0\.0\.53' /etc/resolv.conf >/dev/null 2>&1; then
        ask resolvectl-dns 5 resolvectl dns && ask resolvectl-domain 5 resolvectl domain \
            || ask resolve-status 5 systemd-resolve --status --no-pager
    fi
}

# Names of programs behind sockets of other accounts are shown to root only.
sockets() {
    ask port-range 5 cat /proc/sys/net/ipv4/ip_local_port_range
    case $kernel in
        Linux)
            ask_root ss 10 ss -n -a -t -u -p || ask_root netstat 10 netstat -n -a -t -u -p \
                || ask netstat-plain 10 netstat -n -a -t -u || ask proc-net 5 sh -c "$lines" lines /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6
            ;;
        FreeBSD)
            ask sockstat 10 sockstat -46
            ask netstat-bsd 10 netstat -an
            ;;
        *)
            ask netstat-bsd 10 netstat -an
            ;;
    esac
}

file_systems() {
    [ -r /proc/self/mountinfo ] && ask mountinfo 5 cat /proc/self/mountinfo || { [ "$kernel" = SunOS ] && ask mount 10 mount -v; } || ask mount 10 mount
    # Local ones only: a network file system whose server is gone would hang, and its size is the server's.
    ask df 10 df -P -k -l || ask df-all 10 df -P -k || ask df-plain 10 df -k
    ask df-inodes 10 df -P -i -l
    ask loops 5 sh -c "$values" values /sys/block/loop*/loop/backing_file
}

software() {
    has dpkg-query && ask dpkg 30 dpkg-query -W \
        -f='${db:Status-Abbrev}\t${Package}\t${Architecture}\t${Version}\t${source:Package}\t${Maintainer}\n'
    { [ -d /var/lib/rpm ] || [ -d /usr/lib/sysimage/rpm ]; } && has rpm && ask rpm 60 rpm -qa --qf \
        '%{NAME}\t%{ARCH}\t%|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE}\t%{SOURCERPM}\t%{VENDOR}\n'
    for database in /lib/apk/db/installed /usr/lib/apk/db/installed; do
        [ -r "$database" ] && ask apk 10 awk '/^[PVAom]:/ || /^$/' "$database" && break
    done
    has pacman && ask pacman 30 pacman -Q
    if [ "$kernel" = SunOS ]; then
        ask pkg-list 60 pkg list -Hv
        has pkginfo && ask pkginfo 60 pkginfo -l
    elif has pkg && pkg -N >/dev/null 2>&1 </dev/null; then
        ask pkg 30 pkg query '%n\t%v\t%q\t%o\t%m\t%k'
    elif has pkg_info; then
        ask pkg_info 30 pkg_info
    fi
    [ "$kernel" = AIX ] && ask lslpp 30 lslpp -Lqc
    [ "$kernel" = Darwin ] && ask application 60 sh -c '
        for application in /Applications/*.app /Applications/*/*.app; do
            [ -f "$application/Contents/Info.plist" ] || continue
            printf "%s\t%s\t%s\n" "$application" "$(defaults read "$application/Contents/Info" CFBundleShortVersionString 2>/dev/null)" \
                "$(defaults read "$application/Contents/Info" CFBundleIdentifier 2>/dev/null)"
        done
        exit 0'
    has snap && ask snap 20 snap list
    has flatpak && ask flatpak 20 flatpak list --columns=application,version,arch,origin
    # The names of the folders say it all; brew itself would look for updates.
    for cellar in /opt/homebrew/Cellar /usr/local/Cellar /home/linuxbrew/.linuxbrew/Cellar; do
        [ -d "$cellar" ] && ask brew 10 sh -c 'ls -d "$0"/*/*' "$cellar" && break
    done
}

# Where packages come from, which updates the package manager knows of, and what came past it.
software_sources() {
    ask repositories 10 sh -c "$settings" settings /etc/apt/sources.list /etc/apt/sources.list.d/*.list \
        /etc/apt/sources.list.d/*.sources /etc/yum.repos.d/*.repo /etc/zypp/repos.d/*.repo /etc/dnf/dnf.conf \
        /etc/apk/repositories /etc/pacman.conf
    # As root, apt would renew its cache on the disk: it runs as nobody, who may not.
    if has apt; then
        if [ "$own_rights" != root ]; then
            ask apt-upgrade 60 apt list -q --upgradable
        elif has setpriv; then
            ask apt-upgrade 60 setpriv --reuid=65534 --regid=65534 --clear-groups apt list -q --upgradable
        fi
    fi
    has apk && ask apk-upgrade 30 apk version -l '<'
    has pacman && ask pacman-upgrade 30 pacman -Qu
    # The names of folders and files say it all: no interpreter is started.
    ask language-packages 10 sh -c '
        ls -d /usr/lib/python3/dist-packages/*-info /usr/lib/python[0-9].*/site-packages/*-info \
            /usr/lib64/python[0-9].*/site-packages/*-info /usr/local/lib/python[0-9].*/*-packages/*-info \
            /usr/local/lib64/python[0-9].*/*-packages/*-info /opt/*/lib/python[0-9].*/site-packages/*-info \
            /var/lib/gems/*/specifications/*.gemspec /usr/local/lib/ruby/gems/*/specifications/*.gemspec \
            /usr/local/share/gems/specifications/*.gemspec /usr/local/lib/gems/*/specifications/*.gemspec 2>/dev/null
        for file in /usr/local/lib/node_modules/*/package.json /usr/local/lib/node_modules/@*/*/package.json \
            /usr/lib/node_modules/*/package.json /usr/lib/node_modules/@*/*/package.json \
            /opt/homebrew/lib/node_modules/*/package.json; do
            [ -r "$file" ] && awk -v file="$file" -F\" "\$2 == \"version\" { print file \"\t\" \$4; exit }" "$file"
        done
        exit 0'
    ask java 5 sh -c "$lines" lines /usr/lib/jvm/*/release /usr/java/*/release /opt/*/release /usr/local/*/release \
        /Library/Java/JavaVirtualMachines/*/Contents/Home/release
}

# Only what is named here is taken of a container: its environment may hold secrets.
containers() {
    container='{{.Id}}{{"\t"}}{{.Name}}{{"\t"}}{{.Config.Image}}{{"\t"}}{{.Image}}{{"\t"}}{{.Config.User}}{{"\t"}}{{.HostConfig.RestartPolicy.Name}}{{"\t"}}{{.HostConfig.Privileged}}{{"\t"}}{{.HostConfig.NetworkMode}}{{"\t"}}{{range $port, $hosts := .HostConfig.PortBindings}}{{range $hosts}}{{.HostIP}}:{{.HostPort}} > {{$port}};{{end}}{{end}}{{"\t"}}{{range .Mounts}}{{if .Name}}{{.Name}}{{else}}{{.Source}}{{end}} > {{.Destination}} {{.RW}};{{end}}{{"\t"}}{{index .Config.Labels "com.docker.compose.project"}}{{"\t"}}{{.State.Status}}{{"\t"}}{{.State.StartedAt}}{{"\t"}}{{.RestartCount}}{{"\t"}}{{.Path}}{{range .Args}} {{.}}{{end}}'
    for engine in docker podman; do
        has "$engine" || continue
        # Docker's service must run, and "docker" may be podman by another name.
        [ "$engine" = docker ] && { [ ! -S /var/run/docker.sock ] || docker --version </dev/null | grep -i podman; } && continue
        ask_root "$engine-containers" 30 sh -c '
            ids=$("$0" ps -a -q --no-trunc) || exit
            [ -z "$ids" ] || "$0" inspect --type container --format "$1" $ids' "$engine" "$container"
        ask_root "$engine-images" 30 "$engine" image ls --no-trunc --format '{{.Repository}}{{"\t"}}{{.Tag}}{{"\t"}}{{.ID}}'
    done
}

virtual_machines() {
    # Its connection can only read. Without a service to connect to there is nothing to ask.
    has virsh && [ -S /run/libvirt/libvirt-sock-ro -o -S /run/libvirt/virtqemud-sock-ro -o -n "$LIBVIRT_DEFAULT_URI" ] &&
        ask_root libvirt 30 sh -c '
        machines=$(virsh -r -q list --all --name) || exit
        printf "%s\n" "$machines" | while IFS= read -r machine; do
            [ -n "$machine" ] || continue
            printf "machine\t%s\t%s\n" "$(virsh -r -q domstate "$machine" | head -n 1)" \
                "$(virsh -r -q dominfo "$machine" | sed -n "s/^Autostart: *//p")"
            virsh -r -q dumpxml "$machine"
        done'
    if [ -d /etc/pve ]; then
        ask_root proxmox 10 sh -c "$lines" lines /etc/pve/local/qemu-server/*.conf /etc/pve/local/lxc/*.conf
        ask_root qm 20 qm list
        ask_root pct 20 pct list
    fi
    if [ -d /var/lib/lxc ]; then
        ask_root lxc 10 sh -c '
            if [ ! -r /var/lib/lxc ] || [ ! -x /var/lib/lxc ]; then echo /var/lib/lxc; exit 0; fi
            for file in /var/lib/lxc/*/config; do
                [ -r "$file" ] && awk "{ print FILENAME \"\t\" \$0 }" "$file"
            done
            exit 0'
        has lxc-ls && ask_root lxc-ls 20 lxc-ls --fancy --fancy-format NAME,STATE
    fi
}

# Signs of trouble of the last seven days. Of many lines the last ones are taken.
log_signs() {
    kernel_trouble='I/O error|[Bb]uffer I/O|medium error|[Uu]nrecovered read|critical (target|medium) error|exception Emask|failed command: |EXT4-fs error|XFS .*([Cc]orrupt|[Ee]rror)|BTRFS.*(error|corrupt)|[Rr]emounting filesystem read-only|Out of memory: |oom-kill:|Killed process|[Mm]achine [Cc]heck|Hardware Error|EDAC .*(CE|UE)|MCE:|segfault at|general protection|trap (invalid opcode|divide error)|BUG: |Oops: |Call Trace:|soft lockup|hung_task|blocked for more than|nvme.*(timeout|reset)|md/raid.*(fail|Disk failure)'
    if has journalctl && [ -d /run/log/journal -o -d /var/log/journal ]; then
        ask_root journal-kernel 20 sh -c 'journalctl -q --no-pager -k -b all --since -7d -o short-unix 2>/dev/null | grep -E "$0" | tail -n 4000; exit 0' "$kernel_trouble"
        ask_root journal-units 20 sh -c 'journalctl -q --no-pager _PID=1 --since -7d -o short-unix | grep -E "Failed with result|Main process exited, code=(killed|dumped)|code=exited, status=[1-9]" | tail -n 4000; exit 0'
    else
        ask_root dmesg 10 sh -c 'dmesg >/dev/null || exit; dmesg | grep -E "$0" | tail -n 4000; exit 0' "$kernel_trouble"
    fi
    [ -d /run/systemd/system ] && ask failed-units 10 systemctl list-units --state=failed --no-legend --plain --no-pager
}

# What becomes of packets. Only rules that are loaded are listed; no module of the kernel is loaded for it.
packet_filter() {
    case $kernel in
        Linux)
            has nft && ask_root nft 15 nft -s list ruleset
            for version in ip ip6; do
                # Without nft, the host's own tool tells them, whichever kind they are.
                has nft || ask_root "${version}tables" 15 "${version}tables-save"
                # Rules of the older kind, which nft does not see, where its modules are in the kernel.
                if [ -r "/proc/net/${version}_tables_names" ] && grep . "/proc/net/${version}_tables_names"; then
                    ask_root "${version}tables-legacy" 15 "${version}tables-legacy-save"
                fi
            done
            [ -f /etc/ufw/ufw.conf ] && ask_root ufw 5 sh -c "$lines" lines /etc/ufw/ufw.conf /etc/ufw/user.rules /etc/ufw/user6.rules
            has firewall-cmd && ask_root firewalld 15 sh -c '
                state=$(firewall-cmd --state 2>&1)
                case $state in
                    running) echo running; firewall-cmd --list-all-zones ;;
                    *"not running"*) echo "not running" ;;
                    *) printf "%s\n" "$state" >&2; exit 1 ;;
                esac'
            ask ip-rule 5 ip -4 rule show
            ask ip-rule6 5 ip -6 rule show
            ;;
        *)
            has pfctl && ask_root pf 10 sh -c 'pfctl -s info | head -n 1; pfctl -s nat; pfctl -s rules'
            has ipfw && ask_root ipfw 10 ipfw list
            ;;
    esac
    ask hosts 5 sh -c "$lines" lines /etc/hosts /etc/nsswitch.conf
    ask ip-neighbour 5 ip neigh show || ask arp 10 arp -an
}

services() {
    if [ -d /run/systemd/system ]; then
        # Every unit file, loaded or not, and the instances that are loaded.
        properties=Id,Description,LoadState,ActiveState,SubState,UnitFileState,Type,TriggeredBy,BusName,WantedBy,RequiredBy,Transient
        ask systemd-services 30 sh -c '{
                systemctl list-unit-files --type=service --no-legend --no-pager
                systemctl list-units --all --plain --type=service --no-legend --no-pager
            } | awk "\$1 ~ /[.]service\$/ && \$1 !~ /@[.]service\$/ { print \$1 }" | sort -u |
            xargs systemctl show --no-pager -p "$0" --' "$properties"
        properties=Id,Description,LoadState,ActiveState,UnitFileState,Unit,TimersCalendar,TimersMonotonic,Transient
        ask systemd-timers 30 sh -c '{
                systemctl list-unit-files --type=timer --no-legend --no-pager
                systemctl list-units --all --plain --type=timer --no-legend --no-pager
            } | awk "\$1 ~ /[.]timer\$/ && \$1 !~ /@[.]timer\$/ { print \$1 }" | sort -u |
            xargs systemctl show --no-pager -p "$0" --' "$properties"
    elif has rc-update; then
        ask openrc 10 rc-update -v show
        ask openrc-status 10 rc-status -s
    elif [ "$kernel" = FreeBSD ]; then
        ask rc.d 20 service -e
    elif [ "$kernel" = OpenBSD ]; then
        ask rcctl 10 rcctl ls on
        ask rcctl-started 20 rcctl ls started
    elif has svcs; then
        ask smf 20 svcs -a -H -o state,fmri
    elif [ "$kernel" = AIX ]; then
        ask lssrc 20 lssrc -a
    elif [ "$kernel" = Darwin ]; then
        ask launchd 10 sh -c 'ls -d /Library/LaunchDaemons/*.plist /System/Library/LaunchDaemons/*.plist 2>/dev/null; exit 0'
        ask launchd-disabled 10 launchctl print-disabled system
        ask_root launchctl 10 launchctl list
        # As text; nothing is converted in its place.
        ask launchd-jobs 20 sh -c '
            for list in /Library/LaunchDaemons/*.plist; do
                [ -r "$list" ] && printf "plist\t%s\n" "$list" && plutil -convert xml1 -o - -- "$list"
            done
            exit 0'
    elif [ -d /etc/init.d ]; then
        # Names only: a script is not called for its status, since nobody knows what it would do.
        ask sysv 5 sh -c '
            for script in /etc/init.d/*; do
                [ -f "$script" ] && [ -x "$script" ] && printf "script\t%s\n" "$script"
            done
            for link in /etc/rc[2345S].d/S* /etc/rc.d/rc[2345].d/S*; do
                [ -e "$link" ] && printf "start\t%s\n" "$link"
            done
            exit 0'
    fi
}

# Where units come from and what was put over them. Units that systemd makes up while it runs have no file of their own.
definitions() {
    if [ -d /run/systemd/system ]; then
        properties=Id,FragmentPath,DropInPaths,User,Restart,ExecStart,LoadState,Transient
        ask units 30 sh -c '
            systemctl list-unit-files --type=service,timer,socket,path,mount,automount,swap,target --no-legend --no-pager |
            awk "\$1 !~ /@[.][a-z]+\$/ && \$2 != \"alias\" && \$2 != \"generated\" && \$2 != \"transient\" { print \$1 }" | sort -u |
            xargs systemctl show --no-pager -p "$0" --' "$properties"
        has sha256sum && ask unit-fingerprints 15 sh -c '
            find /etc/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system -type f -exec sha256sum {} + 2>/dev/null
            exit 0'
    fi
    for file in /etc/inetd.conf /etc/xinetd.conf /etc/xinetd.d/*; do
        [ -f "$file" ] && ask inetd 5 sh -c "$lines" lines /etc/inetd.conf /etc/xinetd.d/* && break
    done
    has atq && ask_root atq 5 atq
}

accounts() {
    ask passwd 5 cat /etc/passwd || ask getent-passwd 10 getent passwd
    ask group 5 cat /etc/group || ask getent-group 10 getent group
    # Whether a password is set, locked or empty. The password's hash does not leave the host.
    for database in /etc/shadow /etc/master.passwd; do
        [ -f "$database" ] && ask_root passwords 5 awk -F: '
            /^[^#]/ { print $1 ":" ($2 == "" ? "none" : $2 ~ /^[!*]/ || length($2) < 13 ? "locked" : "set") }' "$database"
    done
}

# Places where settings are kept, for the scripts below: "$@" becomes those that this host has.
configuration_places='
    set --
    for place in /etc /private/etc /usr/local/etc /usr/pkg/etc /opt/etc /opt/local/etc /Library/LaunchDaemons /Library/LaunchAgents \
        /Library/Preferences/SystemConfiguration /boot/device.hints /boot/grub/grub.cfg /boot/grub2/grub.cfg /boot/loader \
        /boot/loader.conf /boot/cmdline.txt /boot/config.txt; do
        [ -e "$place" ] && [ ! -h "$place" ] && set -- "$@" "$place"
    done'

files() {
    ask_root configuration-files 20 sh -c "$configuration_places"'
        find "$@" -xdev \( -name .git -o -name .bzr -o -name .hg \) -prune -o -exec ls -ldn {} +'
    # Fingerprints of contents. Not of files that hold passwords or their hashes: a short secret could be guessed from them.
    ask_root fingerprints 30 sh -c "$configuration_places"'
        if command -v sha256sum >/dev/null; then sum=sha256sum
        elif command -v sha256 >/dev/null; then sum="sha256 -r"
        elif command -v shasum >/dev/null; then sum="shasum -a 256"
        elif command -v openssl >/dev/null; then sum="openssl dgst -r -sha256"
        else echo "no command for SHA-256" >&2; exit 127; fi
        find "$@" -xdev \( -name .git -o -name .bzr -o -name .hg \) -prune -o -type f -size -32768 ! -name "*shadow*" ! -name "*opasswd*" ! -name "master.passwd*" \
            ! -name "*secret*" ! -name "*credential*" ! -name "*htpasswd*" ! -name "*.pgpass" ! -name ".netrc" \
            ! -name "spwd.db" ! -name "*password*" -exec $sum {} +'
    ask_root access-control 15 getfacl -R -P -s -p -n /etc
    has getfattr && ask_root extended-attributes 15 getfattr -R -P -h --absolute-names \
        -m '^(user[.]|trusted[.]|security[.](capability|ima|evm)$)' /etc
    has lsattr && ask_root file-attributes 15 sh -c '
        lsattr -R -a /etc 2>/dev/null | awk "length(\$1) > 9 && \$1 ~ /^[-a-zA-Z]+\$/ && \$1 ~ /[ia]/"; exit 0'
    # The text of the files that were asked for; not of those that hold passwords, their hashes, or keys.
    [ -n "${CADASTRE_TEXTS:-}" ] && ask_root texts 20 sh -c '
        IFS="
"
        for file in $0; do
            [ -f "$file" ] || continue
            case ${file##*/} in
                *shadow*|*opasswd*|master.passwd*|*secret*|*credential*|*htpasswd*|*.pgpass|.netrc|spwd.db|*password*|*.key|ssh_host_*_key|id_rsa|id_ecdsa|id_ed25519)
                    printf "secret %s\n" "$file"
                    continue ;;
            esac
            if [ ! -r "$file" ]; then
                printf "denied %s\n" "$file"
            elif [ "$(wc -c <"$file")" -gt 262144 ]; then
                printf "large %s\n" "$file"
            else
                awk "{ print \"text \" FILENAME \"\t\" \$0 }" "$file"
            fi
        done
        exit 0' "$CADASTRE_TEXTS"
    # Set-uid, set-gid, and what everyone may write, where the system keeps its programs.
    ask_root privileged-files 30 sh -c '
        set --
        for place in /bin /sbin /lib /lib32 /lib64 /usr /opt /etc /boot; do
            [ -d "$place" ] && [ ! -h "$place" ] && set -- "$@" "$place"
        done
        find "$@" -xdev \( -path /usr/share -o -path /usr/src -o -path /usr/include -o -path /usr/ports \) -prune -o \
            \( \( -type f \( -perm -4000 -o -perm -2000 \) \) -o \( ! -type l ! -type s ! -type p -perm -0002 \) \) -exec ls -ldn {} +'
    has getcap && ask_root capabilities 20 sh -c '
        getcap -r /bin /sbin /usr/bin /usr/sbin /usr/libexec /usr/local/bin /usr/local/sbin /usr/lib/x86_64-linux-gnu 2>/dev/null; exit 0'
}

access() {
    ask_root sudoers 5 sh -c "$lines" lines /etc/sudoers /etc/sudoers.d/* /usr/local/etc/sudoers /usr/local/etc/sudoers.d/*
    # The public keys that open an account. Each line: account, tab, file, tab, key; without a key where it may not be read.
    ask_root authorized-keys 10 sh -c '
        while IFS=: read -r user password uid gid comment home shell; do
            { [ -n "$home" ] && [ "$home" != / ] && [ -d "$home" ]; } || continue
            if [ ! -x "$home" ] || { [ -d "$home/.ssh" ] && [ ! -x "$home/.ssh" ]; }; then
                printf "%s\t%s\n" "$user" "$home/.ssh"
                continue
            fi
            for file in "$home/.ssh/authorized_keys" "$home/.ssh/authorized_keys2" "/etc/ssh/authorized_keys/$user"; do
                if [ -r "$file" ]; then
                    awk -v user="$user" "!/^[ \t]*(#|\$)/ { print user \"\t\" FILENAME \"\t\" \$0 }" "$file"
                elif [ -f "$file" ]; then
                    printf "%s\t%s\n" "$user" "$file"
                fi
            done
        done </etc/passwd
        exit 0'
    ask_root sshd 10 sshd -T
    ask pam 5 sh -c "$lines" lines /etc/pam.d/* /etc/pam.conf
    # When a password was changed and must be changed again, in days since 1970; no password, no hash.
    [ -f /etc/master.passwd ] && ask_root password-ages 5 awk -F: '/^[^#]/ { print $1 ":" $6 ":" $7 }' /etc/master.passwd
    [ -f /etc/shadow ] && ask_root password-ages 5 awk -F: '/^[^#]/ { print $1 ":" $3 ":" $5 ":" $8 }' /etc/shadow
    # Certificates are public; only they are taken out of the files, one in a line.
    certificate="
        /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/ { text = \"\"; inside = 1; next }
        /-----END / { if (inside) print (place == \"\" ? FILENAME : place) \"\t\" text; inside = 0 }
        inside { gsub(/[ \t\r]/, \"\"); text = text \$0 }"
    ask_root certificate-files 15 sh -c "$configuration_places"'
        for place in /var/lib/kubelet/pki /var/lib/docker/swarm/certificates /opt; do
            [ -d "$place" ] && set -- "$@" "$place"
        done
        find "$@" -xdev \( -path /etc/pki/ca-trust -o -path /etc/ca-certificates \) -prune -o -type f -size -128 \
            \( -name "*.pem" -o -name "*.crt" -o -name "*.cer" -o -name "*.cert" \) -exec awk "$0" {} +' "$certificate"
    # What programs show on the usual ports for TLS: one handshake with each such port that is open on this host. A port
    # alone, without a tab: it took the connection and then kept silent; "unasked": the host has nothing to ask it with.
    [ -r /proc/net/tcp ] && ask certificate-ports 30 sh -c '
        for port in 443 465 636 853 990 993 995 2376 2379 3269 5061 5671 5986 6443 6514 6697 8006 8443 8883 9090 9200 9443 10250; do
            hex=$(printf "%04X" "$port")
            local=$(awk -v port="$hex" "\$4 == \"0A\" && \$2 ~ \":\" port \"\$\" { print substr(\$2, 1, length(\$2) - 5) }" /proc/net/tcp /proc/net/tcp6 2>/dev/null)
            for place in $local; do
                case $place in
                    00000000 | 00000000000000000000000000000000) address=127.0.0.1 ;;
                    ????????)
                        set -- $(printf "%s\n" "$place" | sed "s/../& /g")
                        address=$((0x$4)).$((0x$3)).$((0x$2)).$((0x$1)) ;;
                    *) continue ;;
                esac
                if ! command -v openssl >/dev/null || ! command -v timeout >/dev/null; then
                    printf "unasked %s\n" "$port"
                    break
                fi
                shown=$(timeout 3 openssl s_client -connect "$address:$port" </dev/null 2>/dev/null)
                case $? in
                    124 | 137 | 143) printf "port %s\n" "$port" ;;
                    *) printf "%s\n" "$shown" | awk -v place="port $port" "$0" ;;
                esac
                break
            done
        done
        exit 0' "$certificate"
}

jobs() {
    ask cron 10 sh -c "$lines" lines /etc/crontab /etc/anacrontab /etc/cron.d/*
    ask cron-folders 5 sh -c '
        for file in /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* \
            /etc/periodic/*/*; do
            [ -f "$file" ] && [ -x "$file" ] && printf "%s\n" "$file"
        done
        exit 0'
    # Tables of the accounts, where the systems keep them; not to be entered by others than root.
    ask_root cron-tables 10 sh -c '
        for folder in /var/spool/cron/crontabs /var/spool/cron/tabs /var/spool/cron /var/cron/tabs /etc/crontabs; do
            [ -d "$folder" ] || continue
            if [ -r "$folder" ] && [ -x "$folder" ]; then
                for file in "$folder"/*; do
                    if [ -f "$file" ] && [ ! -r "$file" ]; then
                        printf "%s\n" "$file"
                    elif [ -f "$file" ]; then
                        awk "{ print FILENAME \"\t\" \$0 }" "$file"
                    fi
                done
            else
                printf "%s\n" "$folder"
            fi
        done
        exit 0'
}

identity() {
    ask machine-id 5 sh -c "$values" values /etc/machine-id /var/lib/dbus/machine-id /etc/hostid
    # The public halves.
    ask host-keys 5 sh -c "$lines" lines /etc/ssh/ssh_host_*_key.pub /usr/local/etc/ssh/ssh_host_*_key.pub
}

observations() {
    ask now 5 date -u +%s
    if [ -r /proc/loadavg ]; then
        ask loadavg 5 cat /proc/loadavg
        ask proc-uptime 5 cat /proc/uptime
        ask boot-time 5 awk '/^btime / { print $2 }' /proc/stat
    else
        ask boot-time-sysctl 5 sysctl -n kern.boottime
        ask uptime 5 uptime
    fi
    ask who 5 who
    ask last 10 last -w -n 100 || ask last-plain 10 last -n 100 || ask last-all 10 last
    # Names of programs without their arguments: those may hold secrets.
    ask ps 10 ps -A -o pid= -o ppid= -o uid= -o rss= -o etime= -o comm= \
        || ask ps-plain 10 ps -o pid,ppid,user,rss,etime,comm || ask ps-short 10 ps -o pid,ppid,user,rss,comm
}

probe() {
    # Be the last in the queue for processor and disk.
    renice 10 $$ >/dev/null 2>&1
    has ionice && ionice -c 3 -p $$ >/dev/null 2>&1
    kernel=$(uname -s)
    if [ "$(id -u)" = 0 ]; then
        own_rights=root
        may_sudo=no
    else
        own_rights=user
        # Asked once. A host without sudo, or one that wants a password, is read with the account's own rights.
        if has sudo && sudo -n -l >/dev/null 2>&1 </dev/null; then may_sudo=yes; else may_sudo=no; fi
    fi
    rights=$own_rights
    printf '\n%s start 1 %s %s\n' "$CADASTRE_MARKER" "$own_rights" "$$" >&5
    observations
    system
    identity
    hardware
    other_systems
    hardware_components
    system_settings
    storage
    network
    packet_filter
    sockets
    file_systems
    accounts
    access
    services
    definitions
    jobs
    software
    software_sources
    containers
    virtual_machines
    log_signs
    files
    printf '\n%s done\n' "$CADASTRE_MARKER" >&5
}

# Nothing of the above runs unless all of the text has arrived, up to the last brace.
{
    exec 5>&1
    probe </dev/null >/dev/null 2>&1
    exit 0
}
