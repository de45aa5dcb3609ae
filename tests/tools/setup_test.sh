#!/usr/bin/env bash
# ./dev on machines that are not this one: another system, no network, a tampered archive, a home that cannot be
# written. The programs that would reach outside are stood in for by scripts on PATH; nothing is installed.
# shellcheck disable=SC2016  # the stand-ins expand their own
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
failures=0
cases=0

stand_in() { # NAME, its script on standard input
    mkdir -p "$scratch/bin"
    { echo '#!/bin/bash'; cat; } >"$scratch/bin/$1"
    chmod +x "$scratch/bin/$1"
}

# run COMMAND...: its exit code in $code, all it said in $said.
run() {
    said=$(env PATH="$scratch/bin:$PATH" XDG_CACHE_HOME="$scratch/cache" CI=true "$@" </dev/null 2>&1)
    code=$?
}

expect() { # WHAT CONDITION...
    local what=$1
    shift
    cases=$((cases + 1))
    if "$@"; then return 0; fi
    failures=$((failures + 1))
    printf 'FAILED: %s\n  exit code %s, it said:\n%s\n' "$what" "$code" "${said//$'\n'/$'\n    '}"
}
says() { [[ $said == *"$1"* ]]; }
never_says() { [[ $said != *"$1"* ]]; }
ends_with() { [ "$code" -eq "$1" ]; }
is_absent() { [ ! -e "$1" ]; }

start_over() {
    rm -rf "${scratch:?}/bin" "${scratch:?}/cache"
    mkdir -p "$scratch/bin"
}

# --- calls ---
start_over
run "$root/dev" help
expect "help is given" ends_with 0
expect "help names the test command" says "./dev test"
run "$root/dev" frobnicate
expect "an unknown command is refused" ends_with 2
run "$root/dev" build nonsense
expect "an unknown preset is refused" ends_with 2
expect "and the presets are named" says "asan"

# --- a system we do not install on, where CMake does not find everything ---
start_over
printf 'ID=fedora\nVERSION_ID=40\nPRETTY_NAME="Fedora Linux 40"\n' >"$scratch/fedora"
stand_in cmake <<<'exit 1'
mkdir -p "$scratch/cache/frontsheet/sqlcipher-4.14.0-1"
touch "$scratch/cache/frontsheet/sqlcipher-4.14.0-1/"{libsqlcipher.a,sqlite3.h}
(source "$root/platform/setup/sqlcipher.sh" && sqlcipher_recipe) >"$scratch/cache/frontsheet/sqlcipher-4.14.0-1/recipe.txt"
stand_in apt-get <<<'echo APT CALLED; exit 1'
run env FRONTSHEET_OS_RELEASE="$scratch/fedora" "$root/dev" setup
expect "another system is told what to install" ends_with 2
expect "by its own name" says "Fedora Linux 40"
expect "with versions" says "Boost 1.81"
expect "and SQLCipher" says "the pinned source of SQLCipher"
expect "and apt is left alone" never_says "APT CALLED"

# --- Debian releases too old ---
printf 'ID=debian\nVERSION_ID="11"\nPRETTY_NAME="Debian 11"\n' >"$scratch/old"
run env FRONTSHEET_OS_RELEASE="$scratch/old" "$root/dev" setup
expect "an older Debian is told too" ends_with 2
expect "and apt is left alone there" never_says "APT CALLED"

# --- a Debian where everything is installed but SQLCipher; npm brings something else ---
debian_with_all() {
    start_over
    printf 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian 12"\n' >"$scratch/debian"
    stand_in dpkg-query <<OUTER
awk -F'|' '!/^[ \t]*(#|\$)/ { split(\$3, a, ","); gsub(/ |>=.*/, "", a[1]); print "ii |" a[1] " 99:1" }' \
    "$root/platform/setup/packages-debian.txt"
OUTER
    stand_in dpkg <<<'[ "$1" = --compare-versions ] && { [[ $2 == 99:* ]]; exit; }; exit 0'
    stand_in apt-get <<<'echo APT CALLED; exit 1'
    stand_in apt-cache <<<'echo "  Candidate: 3.4.1-2"'
    stand_in pkg-config <<<'exit 1'
    stand_in npm <<<'while [ "$1" != --pack-destination ]; do shift; done; echo tampered >"$2/journeyapps-sqlcipher-6.0.0.tgz"'
    stand_in tar <<<'echo TAR CALLED; exit 1'
}
debian_with_all
run env FRONTSHEET_OS_RELEASE="$scratch/debian" "$root/dev" setup
expect "a tampered archive is refused" ends_with 2
expect "in plain words" says "is not what was pinned"
expect "before anything unpacks it" never_says "TAR CALLED"
expect "without asking apt for what is there" never_says "APT CALLED"
expect "and is not kept" is_absent "$scratch/cache/frontsheet/journeyapps-sqlcipher-6.0.0.tgz"
expect "and no library appears" is_absent "$scratch/cache/frontsheet/sqlcipher-4.14.0-1/libsqlcipher.a"
expect "nor is scratch left behind" test -z "$(ls "$scratch/cache/frontsheet" 2>/dev/null)"

# --- the same machine without a network ---
debian_with_all
stand_in npm <<<'exit 1'
run env FRONTSHEET_OS_RELEASE="$scratch/debian" "$root/dev" setup
expect "no network is said" ends_with 2
expect "with the way round it" says "journeyapps-sqlcipher-6.0.0.tgz"

# --- a start that was cut off while compiling left files without their recipe ---
debian_with_all
mkdir -p "$scratch/cache/frontsheet/sqlcipher-4.14.0-1"
echo half >"$scratch/cache/frontsheet/sqlcipher-4.14.0-1/libsqlcipher.a"
run env FRONTSHEET_OS_RELEASE="$scratch/debian" "$root/dev" setup
expect "a half-made library is not taken for whole" says "Fetching SQLCipher's source"

# --- one package missing: nobody is asked in CI, nothing else is touched, old lists are refreshed once ---
debian_with_all
stand_in dpkg-query <<OUTER
awk -F'|' '!/^[ \t]*(#|\$)/ && !/faketime/ { split(\$3, a, ","); gsub(/ |>=.*/, "", a[1]); print "ii |" a[1] " 99:1" }' \
    "$root/platform/setup/packages-debian.txt"
OUTER
stand_in apt-get <<OUTER
echo "apt-get \$*"
case "\$*" in *update*) touch "$scratch/updated" ;; *) [ -e "$scratch/updated" ] || exit 100 ;; esac
OUTER
# Root here, sudo elsewhere: the same from the script's side.
stand_in sudo <<<'exec "$@"'
run env FRONTSHEET_OS_RELEASE="$scratch/debian" "$root/dev" setup
expect "what is missing is installed, alone" says "Installing 1 packages: faketime"
expect "removing nothing" says "--no-remove"
expect "after one refresh of old lists" says "Fetching the lists of packages"

# --- the peers of the benchmark: what npm says is not as pinned, or cannot be reached, is not kept ---
debian_with_all
mkdir -p "$scratch/cache/frontsheet"
stand_in node <<<'exit 0'
stand_in npm <<<'mkdir node_modules; echo "$*" >&2; exit 1'
run bash -c "cd '$root' && . platform/setup/say.sh && . platform/setup/system.sh && . platform/setup/peers.sh && fetch_peers"
expect "peers that cannot be fetched are said" says "not what was pinned"
expect "none of their scripts would have run" says "ci --ignore-scripts"
expect "and the call knows" ends_with 1
expect "nothing of them is left" test -z "$(ls "$scratch/cache/frontsheet" 2>/dev/null)"
run bash -c "cd '$root' && . platform/setup/say.sh && . platform/setup/system.sh && . platform/setup/peers.sh && fetch_peers_if_asked --json --peers"
expect "a benchmark goes on without them" ends_with 0
run bash -c "cd '$root' && . platform/setup/say.sh && . platform/setup/system.sh && . platform/setup/peers.sh && fetch_peers_if_asked --json"
expect "and never asks for them unasked" never_says "Fetching"
stand_in npm <<<'mkdir node_modules'
run bash -c "cd '$root' && . platform/setup/say.sh && . platform/setup/system.sh && . platform/setup/peers.sh && fetch_peers && fetch_peers"
expect "peers that came are kept" ends_with 0
expect "whole" test -f "$scratch/cache/frontsheet/bench-peers/recipe.txt"
expect "and fetched once" test "$(grep -c 'Fetching the peers' <<<"$said")" = 1

# --- nowhere to write ---
start_over
echo in the way >"$scratch/file"
run env XDG_CACHE_HOME="$scratch/file" "$root/dev" setup
expect "a cache that cannot be written is said" ends_with 2
expect "with what to set" says "XDG_CACHE_HOME"
run env -u XDG_CACHE_HOME -u HOME "$root/dev" setup
expect "no home at all is said" ends_with 2
expect "with what to set there too" says "XDG_CACHE_HOME"

printf '%d checks, %d failed\n' "$cases" "$failures"
[ "$failures" -eq 0 ]
