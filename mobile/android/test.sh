#!/usr/bin/env bash
# Builds and tests the Android apps' parts that a plain JVM can run. Usage: mobile/android/test.sh
set -euo pipefail
cd "$(dirname "$0")"

need=()
command -v javac >/dev/null || need+=(openjdk-17-jdk-headless)
command -v mvn >/dev/null || need+=(maven)
for package in libgl1 libfontconfig1 fonts-noto-core; do # what the screens are drawn with
    dpkg -s "$package" >/dev/null 2>&1 || need+=("$package")
done
if [ ${#need[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
    else
        echo "The Android tests need these packages: sudo apt-get install ${need[*]}" >&2
        exit 2
    fi
fi

mvn --batch-mode --quiet clean test

# How many tests ran in each module, so that none that ran is taken for one that did not.
for module in kit ui; do
    reports=("$module"/target/surefire-reports/TEST-*.xml)
    [ -e "${reports[0]}" ] || continue
    tests=0 skipped=0
    for report in "${reports[@]}"; do
        tests=$((tests + $(grep -om1 '<testsuite [^>]*' "$report" | grep -oP ' tests="\K\d+')))
        skipped=$((skipped + $(grep -om1 '<testsuite [^>]*' "$report" | grep -oP ' skipped="\K\d+')))
    done
    echo "android $module: $tests tests passed, $skipped skipped"
done
