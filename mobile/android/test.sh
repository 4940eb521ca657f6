#!/usr/bin/env bash
# Builds and tests what a plain JVM can of the Android app. Usage: mobile/android/test.sh
# ASSISTENZ_BUILT names a folder that already holds library, bindgen and program; otherwise they are built.
set -euo pipefail
cd "$(dirname "$0")"

need=()
command -v javac >/dev/null || need+=(openjdk-17-jdk-headless)
command -v mvn >/dev/null || need+=(maven)
command -v aapt2 >/dev/null || [ -x /usr/lib/android-sdk/build-tools/debian/aapt2 ] || need+=(aapt)
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

built=$(../built.sh)

rm -rf {kit,ui,app}/target
(cd ../.. && "$built/assistenz-bindgen" "$built/libassistenz_bindings.so" "$OLDPWD/kit/target/generated-sources/uniffi" kotlin)
mvn --batch-mode --quiet -Drust.library="$built" test

# How many tests ran in each module, so that a module without tests is not taken for one that passed.
for module in kit ui app; do
    tests=0 skipped=0
    for report in "$module"/target/surefire-reports/TEST-*.xml; do
        suite=$(grep -om1 '<testsuite [^>]*' "$report")
        tests=$((tests + $(grep -oP ' tests="\K\d+' <<<"$suite")))
        skipped=$((skipped + $(grep -oP ' skipped="\K\d+' <<<"$suite")))
    done
    echo "android $module: $tests tests passed, $skipped skipped"
    [ "$tests" -gt 0 ]
done
