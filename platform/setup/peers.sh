# shellcheck shell=bash
# What ./dev bench sync --peers compares us with: PouchDB, its server and PowerSync's core, from npm. Pinned by
# app/bench/peers/package-lock.json, whose SHA-512 npm checks of each package before it is unpacked; kept outside the
# source and the build, no script of theirs runs, and nothing but that comparison needs any of it.
# See core/decisions/140-peers-run-in-the-same-call.md.

peers_list=app/bench/peers

peers_folder() { printf '%s/bench-peers' "$(cache_folder)"; }

peers_recipe() { cksum "$peers_list/package.json" "$peers_list/package-lock.json"; }

has_peers() { [ "$(cat "$(peers_folder)/recipe.txt" 2>/dev/null)" = "$(peers_recipe)" ]; }

# Somebody's own Node is used as it is: the packages of other sources bring npm with them and clash with the system's.
has_node() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        node -e 'process.exit(Number.parseInt(process.versions.node, 10) >= 18 ? 0 : 1)'
}

# Fetches them if they are not there; false, having said why, when that cannot be.
fetch_peers() {
    local folder scratch
    if has_peers; then return 0; fi
    if ! has_node; then
        say "The peers need Node 18 and npm, which are not here: ./dev setup --peers"
        return 1
    fi
    folder=$(peers_folder)
    scratch=$(mktemp -d "$(cache_folder)/scratch.XXXXXX") || return 1
    cp "$peers_list/package.json" "$peers_list/package-lock.json" "$scratch"
    say "Fetching the peers once, into $folder (half a minute, 60 MB)"
    if ! (cd "$scratch" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2); then
        rm -rf "$scratch"
        say "npm could not fetch the peers, or something came that is not what was pinned. Is the network there?"
        return 1
    fi
    # What the benchmark looks for comes last: cut off before, the next run fetches again.
    rm -rf "$folder"
    mv "$scratch" "$folder"
    peers_recipe >"$folder/recipe.txt"
}

# A benchmark without them is still one: they are left out then, and it says so itself.
fetch_peers_if_asked() {
    local word
    for word in "$@"; do
        if [ "$word" = --peers ]; then
            fetch_peers || true
            return 0
        fi
    done
}
