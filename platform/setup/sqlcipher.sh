# shellcheck shell=bash
# SQLCipher 4.14: the amalgamation that a pinned npm package carries, fetched once, its hash checked before anything looks
# inside, changed in one place, compiled once outside the build tree. No system's library has that change.
# See core/decisions/001-sqlcipher-from-pinned-source.md and 004-what-is-erased-leaves-no-copy.md.

sqlcipher_package='@journeyapps/sqlcipher@6.0.0'
sqlcipher_archive='journeyapps-sqlcipher-6.0.0.tgz'
sqlcipher_sha512='YmWSQIR4cnv+5L38lYJoS/dIF/+bEZBaACATbeTyq4XKjMHcxdIlFnElBLiIqa9rwseOIimIYjudgOOCovud3Q=='
sqlcipher_source='package/deps/sqlcipher-amalgamation'
# The number after SQLCipher's own counts our changes: checkouts of before and after share a cache.
sqlcipher_name='sqlcipher-4.14.0-1'
sqlcipher_flags=(
    -O2 -fPIC -fvisibility=hidden -w -DNDEBUG
    -DSQLITE_HAS_CODEC -DSQLCIPHER_CRYPTO_OPENSSL -DSQLITE_TEMP_STORE=2
    -DSQLITE_EXTRA_INIT=sqlcipher_extra_init -DSQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown
    -DHAVE_STDINT_H=1 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_PREUPDATE_HOOK -DSQLITE_THREADSAFE=1
)

# Where a page of a table is written anew from its rows, SQLite leaves what stood between its directory and its rows as it was:
# copies of rows that are on another page by then, which secure_delete never finds. Here that stretch is zeroed.
sqlcipher_zeroing='  if( pPg->pBt->btsFlags \& BTS_FAST_SECURE ) memset(pCellptr, 0, pData - pCellptr);'

c_compiler() { command -v "${CC:-cc}" || command -v gcc || command -v clang; }

# What the library in the cache was made from; another answer means making it again.
sqlcipher_recipe() {
    printf '%s %s %s\n%s\n' "$sqlcipher_sha512" "$("$(c_compiler)" -dumpmachine)" "${sqlcipher_flags[*]}" \
        "$sqlcipher_zeroing"
}

has_pinned_sqlcipher() {
    local folder
    folder=$(cache_folder)/$sqlcipher_name
    [ -f "$folder/libsqlcipher.a" ] && [ -f "$folder/sqlite3.h" ] && [ -f "$folder/recipe.txt" ] &&
        [ "$(cat "$folder/recipe.txt")" = "$(sqlcipher_recipe)" ]
}

is_pinned_archive() {
    [ -f "$1" ] && [ "$(openssl dgst -sha512 -binary "$1" | openssl base64 -A)" = "$sqlcipher_sha512" ]
}

# zero_rebuilt_pages FILE: puts sqlcipher_zeroing at the end of the one function that it is about, or fails.
zero_rebuilt_pages() {
    sed -i "/^static int rebuildPage(/,/^}/ s/^  return SQLITE_OK;\$/$sqlcipher_zeroing\n&/" "$1"
    [ "$(grep -c 'memset(pCellptr, 0, pData - pCellptr);' "$1")" = 1 ]
}

# An interrupted run leaves at most a scratch folder, which the next one sweeps.
fetch_sqlcipher_source() {
    local cache=$1 scratch=$2
    if is_pinned_archive "$cache/$sqlcipher_archive"; then return 0; fi
    command -v npm >/dev/null || die "npm is missing: it fetches the pinned SQLCipher source. Or put $sqlcipher_archive into $cache by hand"
    say "Fetching SQLCipher's source ($sqlcipher_package)"
    npm pack --silent --pack-destination "$scratch" "$sqlcipher_package" </dev/null >&2 ||
        die "npm could not fetch $sqlcipher_package: is the network there? Or put $sqlcipher_archive into $cache by hand"
    if ! is_pinned_archive "$scratch/$sqlcipher_archive"; then
        die "what came as $sqlcipher_package is not what was pinned (its SHA-512 differs). It was not unpacked"
    fi
    mv -f "$scratch/$sqlcipher_archive" "$cache/$sqlcipher_archive"
}

make_pinned_sqlcipher() {
    local cache scratch folder
    require_writable_cache
    cache=$(cache_folder)
    folder=$cache/$sqlcipher_name
    find "$cache" -maxdepth 1 -name 'scratch.*' -mmin +60 -exec rm -rf {} +
    scratch=$(mktemp -d "$cache/scratch.XXXXXX")
    # shellcheck disable=SC2064  # the folder of now
    trap "rm -rf '$scratch'" EXIT
    fetch_sqlcipher_source "$cache" "$scratch"
    tar -xzf "$cache/$sqlcipher_archive" -C "$scratch" "$sqlcipher_source"
    say "Compiling SQLCipher once, in $folder (half a minute)"
    (
        cd "$scratch/$sqlcipher_source"
        zero_rebuilt_pages sqlite3.c || die "SQLCipher's source has no place for the change of ours"
        "$(c_compiler)" "${sqlcipher_flags[@]}" -c sqlite3.c -o sqlite3.o
        ar rcs libsqlcipher.a sqlite3.o
    ) || die "SQLCipher did not compile (see above)"
    # Each file takes its place whole, and the recipe last: whatever moment this is cut off at, the next run sees
    # either a finished library or none.
    mkdir -p "$folder"
    rm -f "$folder/recipe.txt"
    mv -f "$scratch/$sqlcipher_source/sqlite3.h" "$folder/sqlite3.h"
    mv -f "$scratch/$sqlcipher_source/libsqlcipher.a" "$folder/libsqlcipher.a"
    sqlcipher_recipe >"$scratch/recipe.txt"
    mv -f "$scratch/recipe.txt" "$folder/recipe.txt"
    rm -rf "$scratch"
    trap - EXIT
}

set_up_sqlcipher() {
    if has_pinned_sqlcipher; then return 0; fi
    if can_install_packages && ! is_pinned_archive "$(cache_folder)/$sqlcipher_archive" && ! command -v npm >/dev/null; then
        install_lines npm
    fi
    make_pinned_sqlcipher
}
