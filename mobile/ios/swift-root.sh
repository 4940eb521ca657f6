#!/usr/bin/env bash
# swift-root.sh make            a Debian 13 with Swift in a folder of its own, made once (about 3 GB)
# swift-root.sh run FOLDER CMD… runs CMD in it as a shell would; FOLDER is seen as /w
# Debian 12 has no Swift. Needs root: to make the folder, and to change into it.
set -euo pipefail
root="${SWIFT_ROOT:-$HOME/.cache/assistenzzeit/swift-root}"
what="$1"
shift

if [ "$(id -u)" != 0 ]; then
    echo "The Swift tests need root, for a Debian 13 of their own in $root: sudo ./test ios" >&2
    exit 2
fi

if [ "$what" = make ]; then
    [ -d "$root" ] && exit 0
    if ! command -v debootstrap >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq debootstrap >/dev/null
    fi
    echo "making a Debian 13 with Swift in $root, once, about 3 GB" >&2
    mkdir -p "$(dirname "$root")"
    rm -rf "$root.part"
    # What it mounts vanishes with it, whatever happens.
    unshare --mount --propagation private debootstrap --variant=minbase --include=swiftlang,libc6-dev,g++,git,ca-certificates,tzdata,python3-minimal \
        trixie "$root.part" >"$root.log" 2>&1 || { tail -n 5 "$root.log" >&2; exit 1; }
    chroot "$root.part" apt-get clean
    rm -rf "$root"
    mv "$root.part" "$root"
    exit 0
fi

# The mounts live in a namespace of their own and vanish with the command: nothing stays mounted below the folder.
folder="$1"
shift
exec unshare --mount --propagation private bash -eu -c '
    root=$1 folder=$2; shift 2
    mkdir -p "$root/w"
    mount --bind "$folder" "$root/w"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    exec chroot "$root" env -i PATH=/usr/libexec/swift/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 bash -c "$*"
' _ "$root" "$folder" "$@"
