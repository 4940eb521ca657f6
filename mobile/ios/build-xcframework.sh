#!/usr/bin/env bash
# Builds the core for iPhones and for the simulator on both kinds of Mac, and the Swift that speaks to it; all of it goes below
# Kit/Generated. Needs a Mac with Xcode and the Rust targets: mobile/README.md.
set -euo pipefail
cd "$(dirname "$0")"
generated=$PWD/Kit/Generated
cd ../..
target="${CARGO_TARGET_DIR:-$PWD/target}"
export IPHONEOS_DEPLOYMENT_TARGET=17.0

for processor in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios; do
    ASSISTENZ_LIBRARY=staticlib bindings/build.sh --target "$processor"
done

# The Swift side is written from the library of this machine; it is the same for all.
cargo build --release --locked -p assistenz-bindings
rm -rf "$generated"
mkdir -p "$generated"/{AssistenzDoor,headers,simulator,written}
cargo run --release --locked --manifest-path bindings/bindgen/Cargo.toml -- "$target/release/libassistenz_bindings.dylib" "$generated/written" swift
cp "$generated/written/swift/AssistenzDoor.swift" "$generated/AssistenzDoor/"
cp "$generated/written/swift/AssistenzDoorFFI.h" "$generated/headers/"
cp "$generated/written/swift/AssistenzDoorFFI.modulemap" "$generated/headers/module.modulemap"

library=libassistenz_bindings.a
lipo -create -output "$generated/simulator/$library" \
    "$target/aarch64-apple-ios-sim/app/$library" "$target/x86_64-apple-ios/app/$library"
xcodebuild -create-xcframework \
    -library "$target/aarch64-apple-ios/app/$library" -headers "$generated/headers" \
    -library "$generated/simulator/$library" -headers "$generated/headers" \
    -output "$generated/AssistenzDoorFFI.xcframework"
rm -rf "$generated"/{headers,simulator,written}
