#!/bin/sh
# Stands for perl while libcrypto is built (OPENSSL_SRC_PERL of the crate openssl-src): its Configure is told to leave out what
# SQLCipher never calls. Everything else goes to perl as it is.
if [ "$1" = ./Configure ]; then
    for unused in \
        apps argon2 aria autoload-config bf blake2 cast chacha cmp cms ct des dh dsa dtls ec engine gost http legacy lms md4 mdc2 \
        ml-dsa ml-kem multiblock ocb ocsp poly1305 psk quic rc2 rc4 rfc3779 rmd160 scrypt siphash siv slh-dsa sm2 sm3 sm4 sock srp \
        srtp ssl-trace tls ts ui-console whirlpool; do
        set -- "$@" "no-$unused"
    done
fi
exec perl "$@"
