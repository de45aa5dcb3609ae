# shellcheck shell=bash
# Format, lint and fuzzing.

# The format is what clang-format 14 makes of it; later versions differ in a few places, and say so.
find_clang_format() {
    local candidate
    for candidate in clang-format-14 clang-format; do
        if command -v "$candidate" >/dev/null; then
            printf '%s' "$candidate"
            return 0
        fi
    done
    return 1
}

our_cpp_files() {
    find app core sync platform tests proto qml -type f \( -name '*.h' -o -name '*.cpp' \) -print0 2>/dev/null | sort -z
}

# Changed files only would miss a change of .clang-format, and all of them take two seconds.
run_format() {
    local clang_format
    clang_format=$(find_clang_format) || {
        if can_install_packages; then install_lines 'clang-format-14, clang-format'; fi
        clang_format=$(find_clang_format) || die "clang-format 14 is missing"
    }
    case $("$clang_format" --version) in
        *'version 14.'*) ;;
        *) say "This is not clang-format 14: expect small differences" ;;
    esac
    case ${1:-} in
        '') our_cpp_files | xargs -0 -r -n 20 -P 2 "$clang_format" -i --style=file ;;
        --check)
            if ! our_cpp_files | xargs -0 -r -n 20 -P 2 "$clang_format" --dry-run -Werror --style=file; then
                printf 'dev: the files above are not in the format; ./dev format puts them right\n' >&2
                return 1
            fi ;;
        *) die "./dev format takes --check, not '$1'" ;;
    esac
}

# run_lint [PATH...]: all of it takes minutes, so a path limits what clang-tidy reads.
run_lint() {
    set_up build app run test lint
    shellcheck -x dev .ci/run
    shellcheck tests/tools/*.sh
    # Clang's own build folder, for its own flags. Only what is generated is built.
    local paths='' path files
    local -a generated
    configure clang || die "CMake could not configure build/clang (see above)"
    mapfile -t generated < <(cmake --build build/clang --target help | sed -n 's/^\([a-z_]*_autogen\|frontsheet_proto\): .*/\1/p')
    build clang "${generated[@]}"
    for path in "${@:-.}"; do
        path=${path#./}
        [ "$path" != . ] || path=''
        paths+="${paths:+|}^$root/${path%/}"
    done
    files=$(sed -n 's/^  "file": "\(.*\)",*$/\1/p' build/clang/compile_commands.json |
        grep -E "^$root/(app|core|sync|platform|tests)/.*\.cpp$" | grep -E "$paths" | sort -u)
    [ -n "$files" ] || die "no C++ of ours is in: $*"
    say "clang-tidy over $(wc -l <<<"$files") files"
    xargs -r -n 4 -P "$(compile_jobs)" clang-tidy -p build/clang --quiet <<<"$files" 2>/dev/null || return 1
    if cmake --build build/clang --target help | grep -q '^all_qmllint:'; then
        say "qmllint"
        cmake --build build/clang --target all_qmllint
    fi
    say "Nothing found"
}

# fuzz_one NAME SECONDS: one target for so many seconds, from tests/fuzz/corpus/NAME and what earlier runs kept in build/fuzz/corpus/NAME.
# A line at the end; when something was found, with libFuzzer's words and the input itself (Base64), which is all that is left of a run on
# a machine of which only the output is kept.
fuzz_one() {
    local name=$1 seconds=$2 log runs covered
    log=build/fuzz/logs/$name.log
    mkdir -p "build/fuzz/corpus/$name" build/fuzz/crashes build/fuzz/logs
    local -a corpora=("build/fuzz/corpus/$name")
    [ ! -d "tests/fuzz/corpus/$name" ] || corpora+=("tests/fuzz/corpus/$name")
    if "build/fuzz/bin/fuzz-$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/crashes/$name-" "${corpora[@]}" >"$log" 2>&1; then
        runs=$(awk '/^stat::number_of_executed_units/ { print $2 }' "$log")
        covered=$(awk '/ cov: / { for (i = 1; i < NF; i++) if ($i == "cov:") cov = $(i + 1) } END { print cov }' "$log")
        say "Fuzzed $name for $seconds s: $runs inputs, $covered edges, nothing found"
    elif machine_stood_still "$name" "$log"; then
        say "Fuzzed $name until the machine stood still for 10 s: no input takes that long by itself, nothing found"
    else
        say "FOUND by fuzz-$name: see $log and build/fuzz/crashes/$name-*
$(grep -v -E '^#[0-9]+[[:space:]]+(NEW|REDUCE|pulse|INITED|RELOAD)' "$log" | tail -n 40 | cut -c 1-2000)"
        return 1
    fi
}

# libFuzzer's clock runs on while a busy machine runs something else. An input that took too long is run again by itself: true when it is
# fast then. A crash is a crash, seen once or twice.
machine_stood_still() {
    local name=$1 slow
    slow=$(sed -n 's/.*Test unit written to \(.*timeout-[0-9a-f]*\)$/\1/p' "$2" | tail -n 1)
    [ -n "$slow" ] && "build/fuzz/bin/fuzz-$name" -timeout=10 "$slow" >>"$2" 2>&1
}

# As many targets at once as there are processors; 1 when any of them found something.
run_fuzzers() {
    local only='' seconds=30 argument program found=0
    local -a names=()
    for argument in "$@"; do
        case $argument in
            *[!0-9]*) only=${argument#fuzz-} ;;
            *) seconds=$argument ;;
        esac
    done
    set_up build fuzz
    build fuzz fuzzers
    for program in build/fuzz/bin/fuzz-*; do
        [ -x "$program" ] || continue
        [ -z "$only" ] || [ "$only" = "${program##*/fuzz-}" ] || continue
        names+=("${program##*/fuzz-}")
    done
    [ ${#names[@]} -gt 0 ] || die "there is no fuzz target${only:+ named $only}"
    export -f fuzz_one machine_stood_still say
    printf '%s\n' "${names[@]}" | xargs -P "$(compile_jobs)" -I NAME bash -c 'fuzz_one NAME '"$seconds" || found=$?
    if [ "$found" -ne 0 ]; then
        say "The fuzz targets found something: the lines above say where"
        return 1
    fi
    say "${#names[@]} fuzz targets, $seconds s each: nothing found"
}
