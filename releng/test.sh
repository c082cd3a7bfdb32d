#!/usr/bin/env bash
# Builds and tests everything. Installs the Debian packages that the tests need (as root; otherwise it names them),
# lends the workbench's tests a display, and runs ./mvnw verify with the arguments given.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(
    maven # fetches the Maven that the build needs
    xvfb openbox libgtk-3-0 imagemagick xdotool # the workbench
    git openssh-server openssh-client openssl # peers of the repository's and the collectors' tests
    tcsh fish dropbear-bin # other login shells and another SSH server
    frr # a router with a command line of its own
    iproute2 procps mmdebstrap systemd-container # the lab's hosts
)

missing=()
for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" != 0 ]; then
        echo "test.sh: the tests need these Debian packages; install them as root: ${missing[*]}" >&2
        exit 2
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get --quiet update
    apt-get --quiet --yes --no-install-recommends install "${missing[@]}"
fi

# Xvfb chooses a free display itself and says which.
display=$(mktemp)
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$display" 2>/dev/null &
pids=($!)
trap 'kill "${pids[@]}" 2>/dev/null; rm -f "$display"' EXIT
for _ in $(seq 100); do
    [ ! -s "$display" ] || break
    sleep 0.1
done
DISPLAY=:$(cat "$display")
export DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)

./mvnw --fail-at-end verify "$@"
