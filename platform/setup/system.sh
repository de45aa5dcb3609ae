# shellcheck shell=bash
# Which system this is, and who is asking.

# FRONTSHEET_OS_RELEASE lets the tests stand on another system.
os_release=${FRONTSHEET_OS_RELEASE:-/etc/os-release}

os_field() {
    [ -r "$os_release" ] || return 0
    sed -n "s/^$1=//p" "$os_release" | head -n 1 | tr -d "\"'"
}

os_name() {
    local name
    name=$(os_field PRETTY_NAME)
    printf '%s' "${name:-$(uname -sr)}"
}

# Debian 12 and 13 and Ubuntu 24.04 are what we test on; later ones have the same packages or newer.
can_install_packages() {
    local version major
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || return 1
    version=$(os_field VERSION_ID)
    major=${version%%.*}
    case $major in '' | *[!0-9]*) return 1 ;; esac
    case $(os_field ID) in
        debian) [ "$major" -ge 12 ] ;;
        ubuntu) [ "$major" -ge 24 ] ;;
        *) return 1 ;;
    esac
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# A run that nobody watches is never asked.
is_unattended() { [ "${CI:-}" = true ] || [ "${CI:-}" = 1 ]; }

# The folder that outlives a checkout. Fails with words when there is none that we may write to.
cache_folder() {
    local base=${XDG_CACHE_HOME:-}
    if [ -z "$base" ]; then
        [ -n "${HOME:-}" ] || die "neither HOME nor XDG_CACHE_HOME is set: set XDG_CACHE_HOME to a folder that may be written to"
        base=$HOME/.cache
    fi
    printf '%s/frontsheet' "$base"
}

require_writable_cache() {
    local folder
    folder=$(cache_folder) || exit 2
    if ! mkdir -p "$folder" 2>/dev/null || ! [ -w "$folder" ]; then
        die "cannot write to $folder: set XDG_CACHE_HOME to a folder that may be written to"
    fi
}
