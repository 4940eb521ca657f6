#!/usr/bin/env bash
# Checks the types of app and widget against stubs of Apple's frameworks and against the built kit. Runs inside the Debian 13, after
# `swift build` of the kit; $1 is its folder of built modules. It says nothing about Apple's own signatures.
set -euo pipefail
cd "$(dirname "$0")"
modules="$1"
out=/var/tmp/stubs
mkdir -p "$out"
for stub in Darwin SwiftUI UIKit Security BackgroundTasks AVFoundation ActivityKit AppIntents WidgetKit; do
    swiftc -emit-module -module-name "$stub" -swift-version 5 -parse-as-library -suppress-warnings -I "$out" \
        -emit-module-path "$out/$stub.swiftmodule" "stubs/$stub.swift"
done
check() {
    echo "types of $1"
    local name="$1"
    shift
    find "$@" -name '*.swift' -print0 |
        xargs -0 swiftc -typecheck -module-name "$name" -swift-version 5 -strict-concurrency=complete -warnings-as-errors -parse-as-library \
            -I "$out" -I "$modules" -Xcc -fmodule-map-file="$PWD/Kit/Generated/AssistenzDoorFFI/include/module.modulemap"
}
# A check that finds nothing would find nothing here either.
broken=$(mktemp -d)
echo 'import SwiftUI; struct Broken: View { var body: some View { Text("a").fnt(.headline) } }' >"$broken/Broken.swift"
if check Broken "$broken" >/dev/null 2>&1; then
    echo "the check of types finds nothing" >&2
    exit 1
fi
rm -r "$broken"
check Assistenzzeit App/App App/Screens App/Shared
check AssistenzWidgets App/Widget App/Shared
