"""What a device and an office say to each other, written from docs/sync-protocol.md §§ 2a and 10 alone."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from encoding import I63, blob, fields, flag, ms, need, row, several, sha256, text, uint
from formats import HASH, ID, POLICY, read_batch, read_entry, read_receipts, read_record, stream_name

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

position = (uint(1, 2**32 - 1), uint(0, I63 - 1))
NONCE = row(ms, blob(32))
CURSOR = row(*position, uint())
DIGEST = row(lambda value: stream_name(value) and value, uint(), HASH)


def offer(value: Any) -> list[Any]:
    """Batch or record, the old position and the checkpoint it stood under there, if there are such."""
    need(type(value) is list and len(value) in (2, 4, 5), "an offer")
    sort = uint(1, 2)(value[0])
    what = read_batch(value[1]) if sort == 1 else read_record(value[1])
    need(len(value) < 5 or sort == 2 and what.type == POLICY, "a checkpoint with a policy record only")
    under = text(1024)(value[4]) if len(value) == 5 else None
    return [what, [shape(one) for shape, one in zip(position, value[2:4])] or None, under]


def item(value: Any) -> list[Any]:
    """Whole or not, epoch, seq, received, id."""
    need(type(value) is list and len(value) in (1, 4), "an item")
    if len(value) == 1:
        entry = read_entry(value[0])
        return [True, entry.epoch, entry.seq, entry.received, entry.what.id]
    return [False, *row(*position, ms, HASH)(value)]


def result(value: Any) -> list[Any]:
    who, number, code = row(HASH, uint(1, 6), uint(0, 13))(value)
    need((code == 0) == (number in (1, 5, 6)), "a result with its code")
    return [who, number, code]


REQUEST = fields(
    {0: uint(2, 2), 1: ID, 2: ID, 3: NONCE, 6: several(offer, low=0), 7: several(DIGEST, low=0), 8: text(32)},
    {4: text(1024), 5: CURSOR},
)
SECTION = row(lambda value: stream_name(value) and value, uint(), several(item))
ANSWER = fields(
    {
        0: uint(2, 2), 1: ms, 2: NONCE, 3: text(1024), 5: several(lambda value: value, low=0), 6: several(result, low=0),
        8: several(SECTION, low=0), 9: flag, 10: several(row(blob(8), uint(1), HASH), low=0), 11: HASH,
    },
    {4: several(HASH, low=0), 7: row(blob(1, 2**20), blob(64))},
)
REPORT = row(ID, ID, CURSOR, several(DIGEST, low=0))


def nonce_mac(secret: bytes, team: bytes, device: bytes, until: int) -> bytes:
    said = b"assistenzzeit/nonce/1\0" + team + device + until.to_bytes(8, "big")
    return hmac.new(secret, said, hashlib.sha256).digest()


def pairing_parts(code: str) -> tuple[str, bytes]:
    """Address and bytes of a pairing code, its check proven."""
    need(code.startswith("assistenzzeit:1:"), "a pairing code")
    address, _, letters = code.removeprefix("assistenzzeit:1:").rpartition("#")
    plain = letters.upper().replace("-", "").replace(" ", "").translate(str.maketrans("OIL", "011"))
    number = 0
    for letter in plain:
        need(letter in LETTERS, "a letter of the code")
        number = number * 32 + LETTERS.index(letter)
    spare = len(plain) * 5 % 8
    need(number & ((1 << spare) - 1) == 0, "zero bits at the end")
    data = (number >> spare).to_bytes(len(plain) * 5 // 8, "big")
    need(len(data) in (35, 67), "the length of the code")
    need(data[-3:] == sha256(address.encode() + b"\0" + data[:-3])[:3], "the check of the code")
    return address, data[:-3]


def six_digits(office: bytes, key: bytes, token: bytes) -> str:
    said = sha256(b"assistenzzeit/digits/1\0" + office + key + token)
    return f"{int.from_bytes(said[:8], 'big') % 1_000_000:06}"


def token_hash(token: bytes) -> bytes:
    return sha256(b"assistenzzeit/token/1\0" + token)
