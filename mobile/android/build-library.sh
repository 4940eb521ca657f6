#!/usr/bin/env bash
# Builds the core for Android's three processors, and the Kotlin that speaks to it.
# Needs the NDK (ANDROID_NDK_HOME), cargo-ndk and the Rust targets: mobile/README.md.
set -euo pipefail
cd "$(dirname "$0")"
out=$PWD/app/src/main/jniLibs
kotlin=$PWD/kit/target/generated-sources/uniffi
cd ../..

ASSISTENZ_CARGO="cargo ndk -t arm64-v8a -t armeabi-v7a -t x86_64 --platform 26 -o $out rustc" bindings/build.sh
# The Kotlin side is written from the library of this machine; it is the same for all.
cargo build --release --locked -p assistenz-bindings
rm -rf "$kotlin"
cargo run --release --locked --manifest-path bindings/bindgen/Cargo.toml -- \
    "${CARGO_TARGET_DIR:-target}/release/libassistenz_bindings.so" "$kotlin" kotlin
ls -l "$out"/*/libassistenz_bindings.so
