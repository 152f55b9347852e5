"""Re-derives the golden files of crates/sync from docs/SYNC.md alone: a chain of heads, a register's
roster, a list of writers.

Shares no code with the Rust crate. Usage: sync.py PATH-TO-crates/sync. Exit 0 when every byte agrees.
"""

import hashlib
import hmac
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

GOLDEN = pathlib.Path(sys.argv[1]) / "golden"
FED = bytes([4]) * 16
EPOCH = bytes([1]) * 16


def u64(v):
    return struct.pack(">Q", v)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def key(n):
    return Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32)


def public(n):
    return key(n).public_key().public_bytes_raw()


def sign(n, label, body):
    return key(n).sign(b"ugnay/v1/sig/" + label + b"\0" + sha(body) + FED)


def head_chain():
    """Each head names the hash of the one before, open; the live root is over names and hashes, by name."""
    chain = []
    for n in (1, 2, 3):
        prev = sha(chain[-1]) if chain else bytes(32)
        live = sha(*(bytes([b]) * 16 + bytes([b + 1]) * 32 for b in range(n)))
        seen = b"".join(bytes([slot + 4]) + bytes([slot]) * 32 for slot in range(n - 1))
        fields = u64(n) + prev + bytes([2]) * 16 + live + u64(100 + n) + bytes([n - 1])
        chain.append(b"\1" + fields + seen)
    return chain


def register_roster():
    """Two devices and a sheet, the second device revoked; serial 1 at the start, one more with each of three changes."""

    def entry(n, kind, slot, label, added):
        raw = label.encode()
        body = bytes([kind, slot]) + public(n) + bytes(1152) + bytes([n]) * 64 + u64(added)
        body += bytes([len(raw)]) + raw + public(1)
        return body + sign(1, b"device-entry", body)

    start = 1_700_000_000
    entries = [
        entry(1, 1, 0, "hall", start),
        entry(2, 1, 1, "Ñ laptop", start + 2),
        entry(3, 2, 255, "sheet", start + 3),
    ]
    gone = public(2) + u64(start + 9) + EPOCH + public(1)
    revocations = [gone + sign(1, b"device-revoke", gone)]
    body = b"\2" + u64(4) + bytes([len(entries)]) + b"".join(entries)
    return [body + bytes([len(revocations)]) + b"".join(revocations)]


def derived(sigma, name):
    """HKDF-SHA-256 without salt, 32 bytes."""
    prk = hmac.digest(bytes(32), sigma, "sha256")
    return hmac.digest(prk, b"ugnay/v1/" + name + b"\0\1", "sha256")


def writers():
    """Device 1 writes, device 2 was taken out; the epoch of seed 7 took the place of that of seed 6."""

    def capability(n):
        return Ed25519PrivateKey.from_private_bytes(derived(bytes([n]) * 32, b"write-cap"))

    def by(cap, label, body):
        return cap.sign(b"ugnay/v1/sig/" + label + b"\0" + sha(body) + FED)

    new, old = capability(7), capability(6)
    epoch, before = (derived(bytes([n]) * 32, b"epoch-id")[:16] for n in (7, 6))
    bond = by(old, b"writers-before", before + epoch + new.public_key().public_bytes_raw())
    body = b"\1" + epoch + b"\1" + sha(public(1)) + b"\1" + sha(public(2)) + b"\1" + before + bond
    return [body + by(new, b"writers", body)]


for make in (head_chain, register_roster, writers):
    golden = (GOLDEN / f"{make.__name__}.hex").read_text().split()
    made = [part.hex() for part in make()]
    if made != golden:
        sys.exit(f"DIFFERS: {make.__name__}\n made   {made}\n golden {golden}")
print("head chain, register roster and list of writers re-derived")
