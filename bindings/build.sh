#!/usr/bin/env bash
# Builds the library of an app: small, its store encrypted. Usage: bindings/build.sh [CARGO'S ARGUMENTS, --target … for instance]
# ASSISTENZ_LIBRARY is `cdylib` or, for Apple's systems, `staticlib`; ASSISTENZ_CARGO another command than `cargo rustc`.
# What differs from every other build stands here and in the profile `app` (Cargo.toml):
# - One sort of library: cargo does not optimise over all crates at once where an rlib is among them.
# - SQLCipher takes AES, SHA-2, HMAC and random numbers from libcrypto: the rest of it is not built (perl-for-openssl.sh).
# - No C function of it is ever unwound: what SQLite calls back catches its panics.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
export OPENSSL_SRC_PERL="$here/perl-for-openssl.sh"
export CFLAGS="${CFLAGS:-} -fno-asynchronous-unwind-tables -fno-unwind-tables"
cd "$here/.."
exec ${ASSISTENZ_CARGO:-cargo rustc} --profile app --locked -p assistenz-bindings --lib --features sqlcipher \
    --crate-type "${ASSISTENZ_LIBRARY:-cdylib}" "$@"
