"""Deterministic CBOR, hashes and strict signatures, written from docs/sync-protocol.md § 1 alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import cbor2
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

U64 = 2**64 - 1
I63 = 2**63


class Malformed(Exception):
    """Bytes are not of the form the page asks for."""


class NewerFormat(Malformed):
    """The bytes announce a version this reader does not know."""


def encode(value: Any) -> bytes:
    return cbor2.dumps(value, canonical=True)


class Reader:
    """Reads deterministic CBOR and nothing else."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def take(self, count: int) -> bytes:
        if count > len(self.data) - self.at:
            raise Malformed("cut off")
        self.at += count
        return self.data[self.at - count:self.at]

    def head(self) -> tuple[int, int]:
        first = self.take(1)[0]
        major, info = first >> 5, first & 31
        if major == 7:
            if first not in (0xF4, 0xF5):
                raise Malformed("only true and false of the simple values")
            return 7, first & 1
        if info < 24:
            return major, info
        if info > 27:
            raise Malformed("indefinite or reserved length")
        number = int.from_bytes(self.take(1 << (info - 24)))
        if number < (24, 2**8, 2**16, 2**32)[info - 24]:
            raise Malformed("an integer longer than needed")
        return major, number

    def value(self, depth: int = 0) -> Any:
        if depth > 32:
            raise Malformed("nested too deeply")
        major, number = self.head()
        if major == 4:
            if number > len(self.data) - self.at:
                raise Malformed("cut off")
            return [self.value(depth + 1) for _ in range(number)]
        if major == 5:
            return self.map(number, depth)
        if major == 7:
            return bool(number)
        return self.scalar(major, number)

    def scalar(self, major: int, number: int) -> Any:
        """A number, bytes or a text, behind its head."""
        if major == 0:
            return number
        if major == 1:
            return -1 - number
        if major == 2:
            return self.take(number)
        if major == 3:
            try:
                return self.take(number).decode("utf-8")
            except UnicodeDecodeError:
                raise Malformed("text is not UTF-8") from None
        raise Malformed("a tag")

    def map(self, count: int, depth: int) -> dict[int, Any]:
        result: dict[int, Any] = {}
        last = -1
        for _ in range(count):
            major, key = self.head()
            if major != 0 or key <= last:
                raise Malformed("keys must be unsigned and ascend")
            last = key
            result[key] = self.value(depth + 1)
        return result


def decode(data: bytes) -> Any:
    reader = Reader(data)
    value = reader.value()
    if reader.at != len(data):
        raise Malformed("bytes left over")
    return value


# Shapes: a shape takes a decoded value and raises Malformed or returns it.

Shape = Callable[[Any], Any]


def need(condition: bool, what: str) -> None:
    if not condition:
        raise Malformed(what)


def uint(low: int = 0, high: int = U64) -> Shape:
    def check(value: Any) -> int:
        need(type(value) is int and low <= value <= high, f"a number from {low} to {high}")
        return value
    return check


ms = uint(-I63, I63 - 1)


def blob(low: int, high: int | None = None) -> Shape:
    top = low if high is None else high

    def check(value: Any) -> bytes:
        need(type(value) is bytes and low <= len(value) <= top, f"{low} to {top} bytes")
        return value
    return check


def text(limit: int) -> Shape:
    def check(value: Any) -> str:
        need(type(value) is str and len(value.encode()) <= limit, f"text of at most {limit} bytes")
        return value
    return check


def flag(value: Any) -> bool:
    need(type(value) is bool, "true or false")
    return value


def several(shape: Shape, limit: int = U64, low: int = 1) -> Shape:
    def check(value: Any) -> list[Any]:
        need(type(value) is list and low <= len(value) <= limit, "a list of the right length")
        return [shape(one) for one in value]
    return check


def row(*shapes: Shape) -> Shape:
    def check(value: Any) -> list[Any]:
        need(type(value) is list and len(value) == len(shapes), f"a list of {len(shapes)}")
        return [shape(one) for shape, one in zip(shapes, value)]
    return check


def fields(required: dict[int, Shape], optional: dict[int, Shape] | None = None) -> Shape:
    known = required | (optional or {})

    def check(value: Any) -> dict[int, Any]:
        need(type(value) is dict, "a map")
        need(set(value) <= set(known), "an unknown key")
        need(set(required) <= set(value), "a key is missing")
        return {key: known[key](one) for key, one in value.items()}
    return check


def unlike(shape: Shape) -> Shape:
    """A list in which nothing stands twice."""
    def check(value: Any) -> list[Any]:
        result = shape(value)
        need(len(set(result)) == len(result), "something stands twice")
        return result
    return check


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# Keys and signatures.

PRIME = 2**255 - 19
CURVE_D = -121665 * pow(121666, -1, PRIME) % PRIME
SMALL_ORDER = {0, 1, PRIME - 1} | {
    int.from_bytes(bytes.fromhex(one), "little") % 2**255
    for one in (
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    )
}


@lru_cache(maxsize=65536)
def point_accepted(encoded: bytes) -> bool:
    """The canonical form of a curve point of large order."""
    if len(encoded) != 32:
        return False
    y = int.from_bytes(encoded, "little") % 2**255
    if y >= PRIME or y in SMALL_ORDER:
        return False
    x_squared = (y * y - 1) * pow(CURVE_D * y * y + 1, -1, PRIME) % PRIME
    return pow(x_squared, (PRIME - 1) // 2, PRIME) == 1


def public_key(value: Any) -> bytes:
    need(point_accepted(blob(32)(value)), "a public key that is refused")
    return value


def key_id(key: bytes) -> bytes:
    return sha256(key)[:16]


@lru_cache(maxsize=65536)
def signed(key: bytes, context: str, message: bytes, signature: bytes) -> bool:
    if len(signature) != 64 or not point_accepted(key) or not point_accepted(signature[:32]):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, context.encode() + b"\0" + message)
    except InvalidSignature:
        return False
    return True
