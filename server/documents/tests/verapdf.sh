#!/usr/bin/env bash
# Holds every PDF that the program makes to PDF/A-3a and PDF/UA-1, by veraPDF: a judge that shares no code with what made them.
# Usage: verapdf.sh CACHE PROGRAM SPECIMENS (the example `specimens` of this crate)
set -euo pipefail
cache=$1 program=$2 specimens=$3
fixture=$(dirname "$0")/../../../tests/fixtures/months/2026-10-nw.json
version=1.28.2
sum=687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
jar=$cache/verapdf/greenfield-apps-$version.jar

need=()
command -v java >/dev/null || need+=(openjdk-17-jre-headless)
[ -f "$jar" ] || command -v mvn >/dev/null || need+=(maven)
if [ ${#need[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >/dev/null
    else
        echo "The test of the PDFs needs these packages: sudo apt-get install ${need[*]}" >&2
        exit 2
    fi
fi
[ -f "$jar" ] || mvn --batch-mode --quiet org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="org.verapdf.apps:greenfield-apps:$version" -DoutputDirectory="$cache/verapdf"
sha256sum --check --quiet <<<"$sum  $jar"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/pdf" "$folder/spoilt"
"$program" replay "$fixture" --out "$folder/replay" >/dev/null
cp "$folder"/replay/documents/*.pdf "$folder/pdf/"
"$specimens" "$folder/pdf"
for kind in stundenzettel team dienstplan begleitblatt; do
    compgen -G "$folder/pdf/$kind-*.pdf" >/dev/null || { echo "no PDF of the kind $kind was made" >&2; exit 1; }
done

judge() { # FLAVOUR FOLDER: one line per file, PASS or FAIL; why, where it fails
    java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper --flavour "$1" --format text -v "$2"/*.pdf || true
}
made=$(find "$folder/pdf" -name '*.pdf' | wc -l)
for flavour in 3a ua1; do
    verdicts=$(judge "$flavour" "$folder/pdf")
    good=$(grep -c '^PASS' <<<"$verdicts" || true)
    echo "veraPDF $flavour: $good of $made PDFs pass"
    if [ "$good" != "$made" ] || grep -q '^FAIL' <<<"$verdicts"; then
        grep -v '^PASS' <<<"$verdicts" >&2
        exit 1
    fi
    # The judge must be able to say no: a file that claims another part of the standard than it keeps.
    one=$(find "$folder/pdf" -name '*.pdf' | head -n 1)
    sed 's/<pdfaid:part>3</<pdfaid:part>2</; s/<pdfuaid:part>1</<pdfuaid:part>2</' "$one" >"$folder/spoilt/spoilt.pdf"
    if judge "$flavour" "$folder/spoilt" | grep -q '^PASS'; then
        echo "veraPDF $flavour passes a spoilt file: it judges nothing" >&2
        exit 1
    fi
done
