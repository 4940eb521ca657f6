"""The office, the vault and the clock of the tests. Run by ./test bindings."""

import hashlib
import hmac
import json
import os
import re
import secrets
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

sys.path.insert(0, os.environ["ASSISTENZ_DOOR"])
import assistenz_bindings as door  # noqa: E402

PROGRAM = os.environ["ASSISTENZ_PROGRAM"]
BERLIN = ZoneInfo("Europe/Berlin")


def at(text):
    """'2026-10-05 08:00' on Berlin's clock, in ms."""
    wall = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=BERLIN)
    return int(wall.timestamp() * 1000)


class Clock(door.StoryClock):
    def __init__(self, text):
        self.ms = at(text)

    def set(self, text):
        self.ms = at(text)

    def now_ms(self):
        return self.ms


class Vault(door.KeyVault):
    """Stands for Keystore and Keychain: the key is not on the disk."""

    def __init__(self):
        self.key = secrets.token_bytes(32)
        self.locked = False

    def _stream(self, nonce):
        return hashlib.sha256(self.key + nonce).digest()

    def wrap(self, secret):
        if self.locked:
            raise door.KeyVaultError.Locked()
        nonce = secrets.token_bytes(16)
        body = bytes(a ^ b for a, b in zip(secret, self._stream(nonce), strict=True))
        return nonce + body + hmac.digest(self.key, nonce + body, "sha256")

    def unwrap(self, wrapped):
        if self.locked:
            raise door.KeyVaultError.Locked()
        nonce, body, tag = wrapped[:16], wrapped[16:-32], wrapped[-32:]
        if not hmac.compare_digest(tag, hmac.digest(self.key, nonce + body, "sha256")):
            raise door.KeyVaultError.Gone()
        return bytes(a ^ b for a, b in zip(body, self._stream(nonce), strict=True))


def setup(folder, language="de-DE"):
    return door.PhoneSetup(
        folder=str(folder),
        snapshot_folder="",
        language=language,
        zone="Europe/Berlin",
        boot="1",
    )


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Office:
    """The real program on a free port of this machine."""

    def __init__(self, folder):
        self.data = Path(folder)
        self.address = f"127.0.0.1:{free_port()}"
        self.process = None
        self.start()
        self.token = self.run("token").strip().splitlines()[-1]

    def start(self):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--listen", self.address, "--data", str(self.data)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for line in self.process.stdout:
            if line.startswith("lauscht auf"):
                return
        raise AssertionError("the office did not start")

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    def run(self, *arguments):
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", str(self.data)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def invite(self, role="assistant"):
        said = self.run("invite", "--text", "--role", role)
        return re.search(r"^assistenzzeit:1:\S+$", said, re.M).group(0)

    def confirm(self, digits):
        self.run("confirm", digits)

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"http://{self.address}{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={
                "authorization": f"Bearer {self.token}",
                "content-type": "application/json",
            },
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read()!r}") from error
        return json.loads(text) if text else None


@pytest.fixture
def office(tmp_path):
    running = Office(tmp_path / "office")
    yield running
    running.stop()


def paired(phones, office, role="assistant"):
    """A phone of this role, let in."""
    card = phones.pair(office.invite(role))
    assert phones.look_if_paired(card.id) == door.PairingState.WAITING
    office.confirm(card.digits)
    assert phones.look_if_paired(card.id) == door.PairingState.PAIRED
    return card.id


@pytest.fixture
def clock():
    return Clock("2026-10-05 07:00")


@pytest.fixture
def vault():
    return Vault()
