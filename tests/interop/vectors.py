"""Checks the golden vectors in tests/fixtures/record, with nothing but the page's rules."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from content_vectors import check_absences, check_changes, check_clocks, check_contents, check_hours, check_statements
from encoding import Malformed, NewerFormat, decode, encode, key_id, point_accepted, sha256, signed
from evidence import Report, Unreadable, verify
from formats import (
    ADD_DEVICE, ADD_MEMBER, EMPLOYER_KEY, END_MEMBER, EPOCH, EXPORT, FOUND, GRANT, LOG_KEY, POLICY, PURGE, RECOVERED,
    REVOKE_DEVICE, REVOKE_GRANT, SEEN, SHARE_ROTA, TRUST, VERDICT, WITHDRAWAL, Batch, Document, Record, consistent, leaf_hash,
    read_batch, read_checkpoint, read_entry, read_receipts, read_record, root_from_proof, stream_digest, stream_name,
    tree_root,
)
from messages import ANSWER, REPORT, REQUEST, nonce_mac, pairing_parts, six_digits, token_hash
from policy import Policy
from tally import Tally

Json = Any


def shown(value: Json) -> Json:
    """Bytes as the vectors write them."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, (list, tuple)):
        return [shown(one) for one in value]
    return value


def named(content: dict[int, Any], names: str, first: int = 0) -> Json:
    return {name: shown(content.get(first + index)) for index, name in enumerate(names.split())}


def desk_fields(desk: dict[int, Any] | None) -> Json:
    return None if desk is None else {**named(desk, "person session credential"), "assertion": 3 in desk}


# Keys.

def check_keys(told: Json, tally: Tally) -> None:
    secret = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(told["seed"]))
    public = secret.public_key().public_bytes_raw()
    tally.check("public key", public.hex() == told["public_key"] and point_accepted(public))
    tally.check("key id", key_id(public).hex() == told["key_id"])
    for one in told["refused_public_keys"]:
        tally.check(f"refused key {one}", not point_accepted(bytes.fromhex(one)))
    for one in told["signatures"]:
        message, signature = bytes.fromhex(one["message"]), bytes.fromhex(one["signature"])
        same = secret.sign(one["context"].encode() + b"\0" + message) == signature
        tally.check(f"signature {one['context']}", same and signed(public, one["context"], message, signature))


# Batches.

def batch_fields(batch: Batch) -> Json:
    header = batch.header
    return {
        **named(header, "team kind subject period device incarnation n previous act policy_seen", 1),
        "period": header.get(4, 0),
        "clock": named(header[11], "wall_ms offset_minutes zone monotonic_ms boot office_ms office_heard_ms"),
        "app": header[12],
        "body": header[13].hex(),
        "changes": None if batch.body is None else shown(batch.changes()),
        "desk": desk_fields(header.get(14)),
        "schema": header.get(15, 1),
        "id": batch.id.hex(),
    }


def batch_code(data: bytes) -> str:
    try:
        batch = read_batch(decode(data))
    except NewerFormat:
        return "newer_format"
    except Malformed:
        return "broken"
    return "ok" if batch.body is None or batch.body_fits() else "broken"


def check_batches(told: Json, tally: Tally) -> None:
    for one in told["good"]:
        data = bytes.fromhex(one["bytes"])
        value = decode(data)
        batch = read_batch(value)
        good = batch.signed_by(bytes.fromhex(one["public_key"])) and batch_code(data) == "ok"
        good = good and encode(value) == data and encode(batch.header) == batch.raw
        tally.check(f"batch {one['name']}", good and batch_fields(batch) == one["fields"])
    for one in told["bad"]:
        tally.check(f"bad batch {one['name']}", batch_code(bytes.fromhex(one["bytes"])) == one["code"])


# Records.

OPERATION_NAMES = {
    FOUND: "employer device log_key form", ADD_MEMBER: "person role until_ms", END_MEMBER: "person role",
    ADD_DEVICE: "person key form", REVOKE_DEVICE: "device", GRANT: "person topics until_ms",
    REVOKE_GRANT: "person topics", TRUST: "person", EMPLOYER_KEY: "person key form", RECOVERED: "person key form",
    LOG_KEY: "key", SHARE_ROTA: "shared",
}
CONTENT_NAMES = {
    VERDICT: "batch status cause", PURGE: "kind subject period rule batches", EXPORT: "month program files statements",
    SEEN: "person batches", EPOCH: "number nonce checkpoint reason", WITHDRAWAL: "batch cause by",
}


def content_fields(record: Record) -> Json:
    if record.type == POLICY:
        names = OPERATION_NAMES[record.operation]
        return {"operation": record.operation, "fields": named(record.content, names, 1)}
    told = named(record.content, CONTENT_NAMES[record.type])
    if record.type == PURGE:
        told["period"] = told["period"] or 0
    return told


def record_fields(record: Record) -> Json:
    return {
        **named(record.header, "team type nonce issued_ms", 1), "content": content_fields(record),
        "desk": desk_fields(record.desk), "id": record.id.hex(),
    }


def check_records(told: Json, tally: Tally) -> None:
    for one in told["good"]:
        data = bytes.fromhex(one["bytes"])
        value = decode(data)
        record = read_record(value)
        keys = [bytes.fromhex(key) for key in one["public_keys"]]
        good = len(keys) == len(record.signatures) and all(record.signed_by(key, key_id(key)) for key in keys)
        good = good and encode(value) == data and encode(record.header) == record.raw
        tally.check(f"record {one['name']}", good and record_fields(record) == one["fields"])


# Streams and the tree.

def check_streams(told: Json, tally: Tally) -> None:
    for one in told:
        name = bytes.fromhex(one["name"])
        parts = stream_name(decode(name))
        members = [[*place, bytes.fromhex(entry_id)] for *place, entry_id in one["members"]]
        good = encode(list(parts)) == name and one["count"] == len(members)
        good = good and one["stream"] == ("policy" if parts == (0,) else str(Document(*parts)))
        good = good and stream_digest(name, []).hex() == one["empty"]
        tally.check(f"stream {one['stream']}", good and stream_digest(name, members).hex() == one["hash"])


def receipts_hold(one: Json, key: bytes, leaves: list[list[Any]]) -> bool:
    try:
        point, entries, proof = read_receipts(bytes.fromhex(one["bytes"]))
        root = root_from_proof(point.size, {entry[0]: leaf_hash(*entry) for entry in entries}, proof)
    except Malformed:
        return False
    same = point.size == one["size"] and [entry[0] for entry in entries] == one["seqs"]
    same = same and all(leaves[entry[0]] == entry for entry in entries)
    return same and point.signed_by(key) and root == point.root


def check_tree(told: Json, tally: Tally) -> None:
    key = bytes.fromhex(told["log_key"])
    leaves = [[one["seq"], one["received_ms"], bytes.fromhex(one["id"])] for one in told["leaves"]]
    hashes = [leaf_hash(*leaf) for leaf in leaves]
    for one in told["checkpoints"]:
        point = read_checkpoint(one["text"])
        good = (point.size, point.root.hex(), point.received) == (one["size"], one["root"], one["received_ms"])
        good = good and point.key == key_id(key) and point.signed_by(key)
        tally.check(f"checkpoint of {one['size']}", good and tree_root(hashes[:point.size]) == point.root)
    for one in told["consistency"]:
        old_root, new_root = bytes.fromhex(one["old_root"]), bytes.fromhex(one["new_root"])
        proof = [bytes.fromhex(part) for part in one["proof"]]
        good = consistent(one["old"], old_root, one["new"], new_root, proof)
        tally.check(f"consistency {one['old']} to {one['new']}", good != one.get("refused", False))
    for one in told["receipts"]:
        name = f"receipts {one['seqs']} of {one['size']}"
        tally.check(name, receipts_hold(one, key, leaves) != one.get("refused", False))


# Evidence files.

def notes(report: Report) -> list[Json]:
    return [
        {**one, "position": dict(zip(("epoch", "seq"), one["position"]))} if "position" in one else one
        for one in report.notes
    ]


def in_order(values: list[Json]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in values)


def report_difference(report: Report, told: Json) -> str:
    findings = [
        [one["code"], [one["position"]["epoch"], one["position"]["seq"]] if one["position"] else None]
        for one in told["findings"]
    ]
    pairs = {
        "team": (report.team.hex(), told["team"]),
        "made": (report.made, told["made_ms"]),
        "program": (report.program, told["program"]),
        "counts": ({name: report.counts[name] for name in told["counts"]}, told["counts"]),
        "findings": (in_order([[one.code, one.position] for one in report.findings]), in_order(findings)),
        "notes": (in_order(notes(report)), in_order(told["notes"])),
    }
    return ", ".join(f"{name} {ours} and not {theirs}" for name, (ours, theirs) in pairs.items() if ours != theirs)


def check_evidence(told: Json, tally: Tally, folder: Path) -> None:
    for one in told["entries"]:
        data = bytes.fromhex(one["bytes"])
        value = decode(data)
        entry = read_entry(value)
        position = one["position"]["epoch"], one["position"]["seq"]
        good = entry.position == position and entry.received == one["received_ms"] and encode(value) == data
        good = good and entry.what.id.hex() == one["id"] and entry.leaf.hex() == one["leaf"]
        tally.check(f"entry {position}", good)
    for one in told["files"]:
        try:
            why = report_difference(verify((folder / one["file"]).read_bytes()), one["report"])
        except Unreadable as error:
            why = str(error)
        tally.check(one["file"], not why, why)


# Messages.

def named_digests(digests: list[Any]) -> Json:
    return [[encode(name).hex(), count, digest.hex()] for name, count, digest in digests]


def request_fields(request: dict[int, Any]) -> Json:
    offers = [{"id": what.id.hex(), "old": old, "under": under} for what, old, under in request[6]]
    return {
        **named(request, "team device nonce checkpoint cursor", 1), "offers": offers,
        "pulls": named_digests(request[7]), "app": request[8],
    }


def answer_fields(answer: dict[int, Any], report: list[Any]) -> Json:
    told = named(answer, "office_ms nonce checkpoint consistency", 1)
    told |= {"receipts": [encode(one).hex() for one in answer[5]], "answers": shown(answer[6])}
    told["report"] = {
        "team": report[0].hex(), "device": report[1].hex(), "cursor": report[2], "digests": named_digests(report[3]),
    }
    told["sections"] = [[encode(name).hex(), first, shown(items)] for name, first, items in answer[8]]
    return told | {"more": answer[9], "chains": shown(answer[10]), "request": answer[11].hex()}


def check_messages(told: Json, tally: Tally) -> None:
    secret = bytes.fromhex(told["nonce_secret"])
    for number, one in enumerate(told["requests"]):
        data, key = bytes.fromhex(one["body"]), bytes.fromhex(one["public_key"])
        value = decode(data)
        request = REQUEST(value)
        until, mac = request[3]
        good = encode(value) == data and request_fields(request) == one["fields"]
        good = good and signed(key, "assistenzzeit/session/1", data, bytes.fromhex(one["signature"]))
        good = good and mac == nonce_mac(secret, request[1], request[2], until) and sha256(data).hex() == one["sha256"]
        tally.check(f"request {number}", good)
    for number, one in enumerate(told["answers"]):
        data, key = bytes.fromhex(one["bytes"]), bytes.fromhex(one["public_key"])
        value = decode(data)
        answer = ANSWER(value)
        report, signature = answer[7]
        good = encode(value) == data and answer_fields(answer, REPORT(decode(report))) == one["fields"]
        good = good and signed(key, "assistenzzeit/digest/1", report, signature)
        good = good and read_checkpoint(answer[3]).signed_by(key)
        for receipts in answer[5]:
            point, entries, proof = read_receipts(encode(receipts))
            root = root_from_proof(point.size, {entry[0]: leaf_hash(*entry) for entry in entries}, proof)
            good = good and point.signed_by(key) and root == point.root
        tally.check(f"answer {number}", good)
    for one in told["codes"]:
        address, data = pairing_parts(one["text"])
        parts = [data[:16].hex(), data[16:32].hex(), data[32:].hex() or None]
        good = address == one["address"] and parts == [one["token"], one["office"], one["pin"]]
        key = bytes.fromhex(one["public_key"])
        good = good and six_digits(data[16:32], key, data[:16]) == one["digits"]
        tally.check(f"code {one['text'][:40]}", good and token_hash(data[:16]).hex() == one["token_hash"])


# Rights.

def world_policy(entries: list[str], tally: Tally, name: str) -> Policy:
    policy, first, refused = Policy(), None, []
    for data in entries:
        entry = read_entry(decode(bytes.fromhex(data)))
        record = entry.what
        if not isinstance(record, Record):
            continue
        if record.type == EPOCH:
            first = first or record
            continue
        found = record.operation == FOUND
        why = policy.found_refusal(record, first) if found else policy.refusal(record, entry.received)
        if why is not None:
            refused.append((entry.position, why))
        elif record.type == POLICY:
            policy.apply(record)
    tally.check(f"world {name}", not refused, str(refused[:3]))
    return policy


def check_rights(told: Json, tally: Tally) -> None:
    documents = [Document(*stream_name(decode(bytes.fromhex(one)))) for one in told["documents"]]
    for world in told["worlds"]:
        policy = world_policy(world["entries"], tally, world["name"])
        for one in world["rows"]:
            device, now = bytes.fromhex(one["device"]), one["received_ms"]
            for what in ("write", "read"):
                ours = "".join(policy.right(device, document, now, what == "read") for document in documents)
                tally.check(f"{world['name']}: {one['who']} {what}", ours == one[what], f"{ours} and not {one[what]}")
        for one in world["records"]:
            entry = read_entry(decode(bytes.fromhex(one["bytes"])))
            assert isinstance(entry.what, Record)
            why = policy.refusal(entry.what, entry.received)
            tally.check(one["what"], (why is None) == (one["verdict"] == "allowed"), f"{why}, {one['verdict']}")


def check_all(folder: Path) -> int:
    tally = Tally()
    checks: dict[str, Callable[[Json, Tally], None]] = {
        "keys": check_keys, "batches": check_batches, "records": check_records, "streams": check_streams,
        "tree": check_tree, "rights": check_rights, "messages": check_messages,
        "changes": check_changes, "contents": check_contents, "absences": check_absences, "hours": check_hours,
        "statements": check_statements, "clocks": check_clocks,
        "evidence": lambda told, tally: check_evidence(told, tally, folder),
    }
    for path in sorted(folder.glob("*.json")):
        if path.stem not in checks:
            tally.check(path.name, False, "no check for this file")
            continue
        checks[path.stem](json.loads(path.read_text()), tally)
    for name in sorted(set(checks) - {path.stem for path in folder.glob("*.json")}):
        tally.check(f"{name}.json", False, "the file is missing")
    return tally.end()
