#!/bin/sh
# Stands for perl while libcrypto is built (OPENSSL_SRC_PERL of the crate openssl-src): what SQLCipher never calls is left out.
# Everything else goes to perl as it is.
case "$1" in
./Configure)
    # Also for the assembler's sources, which the makefile has perl write.
    export PERL="$0"
    for given in "$@"; do
        shift
        [ "$given" != -O2 ] || given=-Os
        set -- "$@" "$given"
    done
    for unused in \
        apps argon2 aria autoload-config bf blake2 cast chacha cmp cms ct des dh dsa dtls ec engine gost http legacy lms md4 mdc2 \
        ml-dsa ml-kem multiblock ocb ocsp poly1305 psk quic rc2 rc4 rfc3779 rmd160 scrypt siphash siv slh-dsa sm2 sm3 sm4 sock srp \
        srtp ssl-trace tls ts ui-console whirlpool; do
        set -- "$@" "no-$unused"
    done
    ;;
*x86_64*.pl | *avx*.pl)
    # No phone has AVX: as for an assembler that does not know it, OpenSSL leaves these ways out (0.7 MB for AES-GCM alone).
    export CC='echo GNU assembler version 2.18 #'
    ;;
esac
exec perl "$@"
