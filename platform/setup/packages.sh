# shellcheck shell=bash
# Works out which packages of packages-debian.txt are missing and installs those. Asked afresh each time, with no
# stamp that could go stale: one dpkg-query over the whole list takes a tenth of a second.

package_list=platform/setup/packages-debian.txt

# group|alternatives, of the groups named.
listed_packages() {
    local wanted=" $* "
    awk -F'|' -v wanted="$wanted" '
        /^[ \t]*(#|$)/ { next }
        { gsub(/[ \t]/, "", $1); gsub(/[ \t]/, "", $3) }
        index(wanted, " " $1 " ") { print $3 }' "$package_list"
}

# name>=version -> does dpkg's database hold it, whole, at that version or later? Reads $installed (name version).
is_installed() {
    local name=${1%%>=*} least='' have
    case $1 in *'>='*) least=${1#*>=} ;; esac
    have=$(awk -v name="$name" '$1 == name { print $2; exit }' <<<"$installed")
    [ -n "$have" ] || return 1
    [ -z "$least" ] || dpkg --compare-versions "$have" ge "$least"
}

# The same question of what apt could install.
is_offered() {
    local name=${1%%>=*} least='' candidate
    case $1 in *'>='*) least=${1#*>=} ;; esac
    candidate=$(LC_ALL=C apt-cache policy "$name" 2>/dev/null | awk '$1 == "Candidate:" { print $2; exit }')
    case $candidate in '' | '(none)') return 1 ;; esac
    [ -z "$least" ] || dpkg --compare-versions "$candidate" ge "$least"
}

read_installed() {
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}|${Package} ${Version}\n' 2>/dev/null | sed -n 's/^.i |//p')
}

# Prints the lines none of whose alternatives is installed.
missing_lines() {
    local line alternative
    while IFS= read -r line; do
        for alternative in ${line//,/ }; do
            if is_installed "$alternative"; then continue 2; fi
        done
        printf '%s\n' "$line"
    done
}

# For each line on standard input the first alternative on offer, or "? line".
resolve_lines() {
    local line alternative
    while IFS= read -r line; do
        for alternative in ${line//,/ }; do
            if is_offered "$alternative"; then
                printf '%s\n' "${alternative%%>=*}"
                continue 2
            fi
        done
        printf '? %s\n' "$line"
    done
}

apt() {
    local -a as_root=()
    is_root || as_root=(sudo)
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=600 \
        -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}

lists_are_fresh=no
refresh_lists() {
    say "Fetching the lists of packages"
    apt update || die "apt-get update failed: is the network there?"
    lists_are_fresh=yes
}

ask_to_install() {
    local answer
    if is_root || is_unattended || [ "${assume_yes:-no}" = yes ]; then return 0; fi
    command -v sudo >/dev/null || die "sudo is missing; as root, install: $*"
    [ -t 0 ] || die "these packages are missing; run ./dev setup in a terminal, or as root: apt-get install $*"
    printf 'Frontsheet needs these packages from %s:\n  %s\nInstall them now with sudo? [Y/n] ' "$(os_name)" "$*" >&2
    read -r answer
    case $answer in
        '' | [Yy]*) ;;
        *) die "nothing was installed" ;;
    esac
}

# Installs what is missing of the lines given ("a, b>=2": alternatives), if anything is.
install_lines() {
    local lines=$1 missing resolved
    read_installed
    missing=$(missing_lines <<<"$lines")
    [ -n "$missing" ] || return 0
    if [ "${permission_asked:-no}" = no ]; then
        # Asked before the first thing that needs root, which is fetching the lists.
        # shellcheck disable=SC2046  # one word each
        ask_to_install $(sed 's/,.*//; s/>=.*//' <<<"$missing")
        permission_asked=yes
    fi
    # An installation that was cut off is finished first; apt refuses to work otherwise.
    if [ -n "$(dpkg --audit 2>/dev/null)" ]; then
        say "Finishing an installation that was interrupted"
        if is_root; then dpkg --configure -a >&2; else sudo dpkg --configure -a >&2; fi
    fi
    resolved=$(resolve_lines <<<"$missing")
    if [ "$lists_are_fresh" = no ] && grep -q '^?' <<<"$resolved"; then
        refresh_lists
        resolved=$(resolve_lines <<<"$missing")
    fi
    if grep -q '^?' <<<"$resolved"; then
        die "$(os_name) does not offer: $(sed -n 's/^? //p' <<<"$resolved" | tr '\n' ' ')(what they are for: $package_list)"
    fi
    # shellcheck disable=SC2046  # one word each
    set -- $(sort -u <<<"$resolved")
    say "Installing $# packages: $*"
    # --no-remove: what is on this machine already is its owner's.
    if ! apt install -y --no-install-recommends --no-remove "$@"; then
        [ "$lists_are_fresh" = no ] || die "apt-get could not install the packages (see above)"
        refresh_lists # the lists were old: the versions they name are gone from the mirror
        apt install -y --no-install-recommends --no-remove "$@" || die "apt-get could not install the packages (see above)"
    fi
}

# The middle column, for a person on a system we do not install on.
show_requirements() {
    {
        printf 'Frontsheet installs what it needs on Debian 12 and 13 and Ubuntu 24.04. This is %s.\n' "$(os_name)"
        printf 'Please install these, with their headers, and run the same command again:\n\n'
        awk -F'|' '/^[ \t]*(#|$)/ { next }
            { gsub(/^[ \t]+|[ \t]+$/, "", $1); gsub(/^[ \t]+|[ \t]+$/, "", $2) }
            ($1 == "lint" || $1 == "fuzz" || $1 == "peers") { next }
            !seen[$2]++ { print "  * " $2 }' "$package_list"
        printf '  * npm: the pinned source of SQLCipher is fetched with it and compiled\n'
    } >&2
}
