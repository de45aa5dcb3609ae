# shellcheck shell=bash
# Set-up, configure, build, run the tests. Each does only what is not done yet.

compile_jobs() {
    if [ -n "${FRONTSHEET_JOBS:-}" ]; then
        printf '%s' "$FRONTSHEET_JOBS"
        return 0
    fi
    # One compile of coroutines over Beast takes about 1.5 GiB; more at once than fit would only swap.
    local cpus memory_kib fit
    cpus=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    memory_kib=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo 2>/dev/null)
    fit=$((${memory_kib:-6291456} / 1572864))
    [ "$fit" -ge 1 ] || fit=1
    if [ "$cpus" -lt "$fit" ]; then printf '%s' "$cpus"; else printf '%s' "$fit"; fi
}

# set_up GROUP...: what the groups of packages-debian.txt name is there afterwards, and SQLCipher.
set_up() {
    require_writable_cache
    if can_install_packages; then
        install_lines "$(listed_packages "$@")"
        set_up_sqlcipher
        return 0
    fi
    # Nothing is installed here: what decides is whether CMake finds everything.
    local tool
    for tool in cmake ninja pkg-config openssl; do
        if ! command -v "$tool" >/dev/null; then
            show_requirements
            exit 2
        fi
    done
    if ! has_pinned_sqlcipher && ! command -v npm >/dev/null &&
        ! is_pinned_archive "$(cache_folder)/$sqlcipher_archive"; then
        show_requirements
        exit 2
    fi
    set_up_sqlcipher
    if ! configure dev; then
        show_requirements
        exit 2
    fi
}

set_up_by_hand() {
    local groups=(build app run test) peers=no
    while [ $# -gt 0 ]; do
        case $1 in
            --yes | -y) assume_yes=yes ;;
            --all) groups+=(lint fuzz) ;;
            --peers)
                has_node || groups+=(peers)
                peers=yes ;;
            *) die "./dev setup takes --yes, --all and --peers, not '$1'" ;;
        esac
        shift
    done
    set_up "${groups[@]}"
    [ "$peers" = no ] || fetch_peers || exit 2
}

set_up_for_preset() {
    case $1 in
        dev | release) set_up build app run test ;;
        asan | tsan) set_up build test ;;
        fuzz) set_up build fuzz ;;
        clang) set_up build app test lint ;;
        *) die "there is no preset '$1': dev, release, asan, tsan, fuzz, clang" ;;
    esac
}

# CMake runs again by itself when a CMakeLists.txt changes, but not for these.
configure_inputs() {
    cksum CMakePresets.json platform/cmake/FrontsheetSqlcipher.cmake
    cache_folder # CMake keeps the path of the library in it
    sqlcipher_recipe
}

configure() {
    local preset=$1 folder=build/$1 inputs
    inputs=$(configure_inputs)
    if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/configured-with.txt" 2>/dev/null)" = "$inputs" ]; then
        return 0
    fi
    say "Configuring build/$preset"
    cmake --preset "$preset" -Wno-dev >&2 || return 1
    printf '%s\n' "$inputs" >"$folder/configured-with.txt"
}

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    configure "$preset" || die "CMake could not configure build/$preset (see above)"
    local -a targets=()
    [ $# -eq 0 ] || targets=(--target "$@")
    say "Building build/$preset ${*:-everything}"
    cmake --build "build/$preset" --parallel "$(compile_jobs)" ${targets[@]+"${targets[@]}"}
}

# Does not return: what CTest says comes last, and its exit code is ours.
run_tests() {
    local preset=$1
    shift
    local -a with=()
    case $preset in
        asan)
            export ASAN_OPTIONS="${ASAN_OPTIONS:-detect_stack_use_after_return=1:strict_string_checks=1}"
            export UBSAN_OPTIONS="${UBSAN_OPTIONS:-print_stacktrace=1}" ;;
        tsan)
            export TSAN_OPTIONS="${TSAN_OPTIONS:-halt_on_error=1:second_deadlock_stack=1}"
            # Its shadow memory does not fit beside libraries that newer kernels place at random far up.
            if setarch -R true 2>/dev/null; then with=(setarch -R); fi ;;
    esac
    exec ${with[@]+"${with[@]}"} ctest --test-dir "build/$preset" --output-on-failure --no-tests=error \
        --parallel "$(compile_jobs)" "$@"
}

# As the tests catalogue_* look at them.
take_catalogue() {
    local who
    for who in nurse officer governance manager; do
        say "Taking the pages of the $who"
        QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_HASH_SEED=0 build/dev/bin/frontsheet_preview \
            --as "$who" --take "tests/app/catalogue/$who" || die "the pages of the $who could not be taken"
    done
    say "Taken. Look at what changed: git status tests/app/catalogue"
}

names_of_benchmarks() {
    grep -rhoE 'frontsheet-bench-[a-z_-]+' --include=CMakeLists.txt app core sync tests platform 2>/dev/null |
        sed 's/frontsheet-bench-//' | sort -u | tr '\n' ' '
}

is_benchmark() {
    local name
    for name in $(names_of_benchmarks); do
        if [ "$name" = "$1" ]; then return 0; fi
    done
    return 1
}
