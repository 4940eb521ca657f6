#!/usr/bin/env bash
# Builds and tests what Linux can of the iOS app, in a Debian 13 with Swift that is made once. Usage: mobile/ios/test.sh
# ASSISTENZ_BUILT names a folder that already holds library, bindgen and program; otherwise they are built.
set -euo pipefail
cd "$(dirname "$0")"
./swift-root.sh make

built=$(../built.sh)

# The Swift side, its C module, the library and the office: all that the package needs lies below Generated.
generated=$PWD/Kit/Generated
rm -rf "$generated"
mkdir -p "$generated"/{AssistenzDoor,AssistenzDoorFFI/include,lib,bin}
written=$(mktemp -d)
trap 'rm -rf "$written"' EXIT
(cd ../.. && "$built/assistenz-bindgen" "$built/libassistenz_bindings.so" "$written" swift)
cp "$written/swift/AssistenzDoor.swift" "$generated/AssistenzDoor/"
cp "$written/swift/AssistenzDoorFFI.h" "$generated/AssistenzDoorFFI/include/"
printf 'module AssistenzDoorFFI {\n    header "AssistenzDoorFFI.h"\n    export *\n}\n' >"$generated/AssistenzDoorFFI/include/module.modulemap"
echo '#include "AssistenzDoorFFI.h"' >"$generated/AssistenzDoorFFI/module.c"
cp "$built/libassistenz_bindings.so" "$generated/lib/"
cp "$built/assistenzzeit" "$generated/bin/"

./swift-root.sh run "$PWD" 'bash /w/in-root.sh'
