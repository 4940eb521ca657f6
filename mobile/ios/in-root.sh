#!/usr/bin/env bash
# What test.sh runs inside the Debian 13; this folder is /w there.
set -euo pipefail
cd /w
export ASSISTENZ_PROGRAM=/w/Kit/Generated/bin/assistenzzeit

swift-format lint --strict --recursive --configuration .swift-format Kit/Package.swift Kit/Sources Kit/Tests App
swift test --package-path Kit --scratch-path /var/tmp/kit --disable-xctest
./check-app.sh /var/tmp/kit/debug/Modules
