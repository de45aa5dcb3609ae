#!/usr/bin/env bash
# Every hazard of core/hazards.md has a cause, an effect, controls and what is left; every test that a control names is there.
# Then the same of a log with one mistake of each kind, which must be found.
set -uo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

grep -rhoE --include='*.cpp' '^TEST(_F|_P)?\([A-Za-z]+, *[A-Za-z]+' "$root/tests" |
    sed -E 's/^TEST(_F|_P)?\(//; s/, */./' | sort -u >"$scratch/tests"

# judge FILE: what is wrong with it, a line each.
judge() {
    awk '
        function close_hazard(   part) {
            if (hazard == "") return
            for (part in need) if (!(part in has)) print hazard ": no " part
            if (named == 0) print hazard ": no control names a test"
        }
        BEGIN { need["Cause"]; need["Effect"]; need["Controls"]; need["Left"] }
        /^## H[0-9]+ / { close_hazard(); hazard = $2; delete has; named = 0; if (seen[hazard]++) print hazard ": twice" }
        match($0, /^\* \*\*[A-Za-z]+\.\*\*/) { has[substr($0, 5, RLENGTH - 7)] }
        hazard != "" { named += gsub(/`[A-Za-z]+\.[A-Za-z]+`/, "&") }
        END { close_hazard(); if (hazard == "") print "no hazards" }
    ' "$1"
    grep -oE '`[A-Z][A-Za-z]+\.[A-Za-z]+`' "$1" | tr -d '`' | sort -u | comm -23 - "$scratch/tests" |
        sed 's/$/: there is no such test/'
}

failures=0
said=$(judge "$root/core/hazards.md")
if [ -n "$said" ]; then
    echo "core/hazards.md:"
    echo "$said"
    failures=1
fi
# spoilt WHAT SED: the judgement must find WHAT in a copy that SED has spoilt.
spoilt() {
    sed "$2" "$root/core/hazards.md" >"$scratch/hazards.md"
    if [[ $(judge "$scratch/hazards.md") != *"$1"* ]]; then
        echo "not found: $1"
        failures=1
    fi
}
spoilt 'H1: no Effect' '0,/\*\*Effect\.\*\*/s//**Efect.**/'
spoilt 'H2: no Left' '/^## H2/,/^## H3/s/\*\*Left\.\*\*/Left/'
spoilt 'no such test' 's/BadDisk\.LosesNothing/BadDisk.LosesSomething/'
spoilt 'H3: no control names a test' '/^## H3/,/^## H4/s/`//g'
spoilt 'H1: twice' 's/^## H2 /## H1 /'
exit "$failures"
