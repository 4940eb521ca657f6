#!/usr/bin/env bash
# run.sh PYTHON PROGRAM LIBRARY BINDGEN: writes the Python side of the door beside a copy of the library and plays the story.
set -eu
# The link itself: behind it there is no environment with its packages.
python=$(realpath --no-symlinks "$1") program=$(realpath "$2") library=$(realpath "$3") bindgen=$(realpath "$4")
cd "$(dirname "$0")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
(cd ../.. && "$bindgen" "$library" "$out" python)
cp "$library" "$out/python/"
ASSISTENZ_DOOR="$out/python" ASSISTENZ_PROGRAM="$program" "$python" -m pytest -q -p no:cacheprovider "${@:5}"
