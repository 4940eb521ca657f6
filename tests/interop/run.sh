#!/usr/bin/env bash
# Holds the two implementations of the record's formats against each other:
# all golden vectors, and seeded tamperings with the findings of both.
# Usage: run.sh [PYTHON [BINARY]]   (without PYTHON an environment is made)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
python="${1:-}"
binary="${2:-}"

if [ -z "$python" ]; then
    room="${XDG_CACHE_HOME:-$HOME/.cache}/assistenzzeit/venv"
    python="$room/bin/python"
    if ! "$python" -c 'import cbor2, cryptography' 2>/dev/null; then
        python3 -m venv "$room"
        if ! "$python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt"; then
            echo "The Python packages in tests/interop/requirements.txt could not be installed." >&2
            echo "They are needed once; without a network, install them by hand and run this again." >&2
            exit 3
        fi
    fi
fi

echo "golden vectors:"
"$python" "$here/verify.py" --vectors "$root/tests/fixtures/record"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
count="${ASSISTENZ_INTEROP_TAMPERINGS:-300}"
(cd "$root" && ASSISTENZ_TAMPERINGS="$count" ASSISTENZ_TAMPERED_INTO="$folder" \
    cargo test ${ASSISTENZ_INTEROP_PROFILE---release} --locked --quiet --workspace --test tampering \
    every_tampering_is_found >/dev/null)

echo "tampered and untouched evidence files, same findings:"
"$python" "$here/verify.py" --compare "$folder"

if [ -n "$binary" ] && [ -x "$binary" ]; then
    echo "the program itself on the golden evidence files:"
    for file in life part touched; do
        want=0
        [ "$file" = touched ] && want=1
        got=0
        "$binary" verify "$root/tests/fixtures/record/$file.evidence.cbor" >/dev/null || got=$?
        if [ "$got" != "$want" ]; then
            echo "FAILED: $file.evidence.cbor: exit $got, expected $want"
            exit 1
        fi
    done
    echo "3 passed, 0 failed"
fi
