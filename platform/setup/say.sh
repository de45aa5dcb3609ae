# shellcheck shell=bash
# How ./dev speaks: one line a step, on standard error, so that standard output stays the program's own.

say() { printf '==> %s\n' "$*" >&2; }

# Exit code 2: the machine or the call has to change, nothing is wrong with the code.
die() {
    printf 'dev: %s\n' "$*" >&2
    exit 2
}
