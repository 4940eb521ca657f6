#!/usr/bin/env bash
# Packs manifest and resources as Android's own build would: refuses unknown attributes and missing
# resources, and writes R.java for the compiler. Usage: check-resources.sh ANDROID_JAR
set -euo pipefail
cd "$(dirname "$0")"
android_jar=$1
out=target/resources
aapt2=$(command -v aapt2 || echo /usr/lib/android-sdk/build-tools/debian/aapt2)

rm -rf "$out"
mkdir -p "$out"
# Gradle takes the package's name from its own file; the packager wants it in the manifest.
sed 's/<manifest /<manifest package="de.assistenzzeit.app" /' src/main/AndroidManifest.xml >"$out/AndroidManifest.xml"
"$aapt2" compile --dir src/main/res -o "$out/resources.zip"
"$aapt2" link -o "$out/resources.apk" --manifest "$out/AndroidManifest.xml" --java "$out" \
    --min-sdk-version 26 --target-sdk-version 34 -I "$android_jar" "$out/resources.zip"
