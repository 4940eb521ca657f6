#!/usr/bin/env bash
# Prints the folder of library, bindgen and program for the tests of the apps: what ASSISTENZ_BUILT names, otherwise they are built.
set -euo pipefail
if [ -n "${ASSISTENZ_BUILT:-}" ]; then
    echo "$ASSISTENZ_BUILT"
    exit
fi
cd "$(dirname "$0")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/assistenzzeit/target}"
built="$CARGO_TARGET_DIR/for-apps"
{
    bindings/build.sh
    cargo build --release --locked --manifest-path bindings/bindgen/Cargo.toml
    cargo build --release --locked -p assistenz-server
    mkdir -p "$built"
    cp "$CARGO_TARGET_DIR"/{app/libassistenz_bindings.so,release/assistenz-bindgen,release/assistenzzeit} "$built/"
} >&2
echo "$built"
