"""Re-derives the golden files of crates/wire from the table of messages in docs/SYNC.md alone.

Shares no code with the Rust crate. Usage: wire.py PATH-TO-crates/wire. Exit 0 when every byte agrees.
"""

import hashlib
import pathlib
import struct
import sys

GOLDEN = pathlib.Path(sys.argv[1]) / "golden"


def u32(v):
    return struct.pack(">I", v)


def u64(v):
    return struct.pack(">Q", v)


def some(raw):
    return u32(len(raw)) + raw


def many(items):
    return u32(len(items)) + b"".join(items)


def of(byte, length):
    return bytes([byte]) * length


def message(number, fields):
    return b"UGW" + bytes([1, number]) + fields


def signed_text(name, data, fed):
    return b"ugnay/v1/sig/" + name.encode() + b"\0" + hashlib.sha256(data).digest() + fed


RECORD, HEAD, BUNDLE = 1, 3, 5
puts = [
    bytes([1, RECORD]) + of(3, 16) + some(bytes([9, 8, 7])),
    bytes([1, BUNDLE]) + of(4, 16) + some(b""),
    bytes([2]) + of(5, 16),
    bytes([3]) + of(6, 16),
]
replies = [of(1, 16) + b"\0", of(2, 16) + b"\1", of(3, 16) + b"\2" + some(bytes([1, 2]))]
change = u64(7) + bytes([HEAD]) + of(1, 16) + of(2, 32) + u32(4096) + b"\0"
MADE = {
    "open_register": message(1, of(1, 16) + of(2, 32) + of(3, 32) + of(4, 64)),
    "batch": message(2, of(1, 16) + of(2, 16) + many(puts)),
    "ack": message(3, u64(0x0102030405060708) + u32(3)),
    "changes_page": message(4, u64(7) + b"\1" + many([change])),
    "blobs_get": message(16, of(1, 16) + b"\0" + u64(4) + many([of(2, 16), of(3, 16)])),
    "blobs_get_officer": message(
        16, of(1, 16) + b"\1" + of(5, 32) + of(6, 32) + u64(4) + many([of(2, 16)])
    ),
    "blobs_get_passed": message(
        16,
        of(1, 16) + b"\2" + of(5, 32) + of(6, 32) + of(7, 32) + of(8, 64) + u64(4) + many([of(2, 16)]),
    ),
    "blobs": message(6, many(replies)),
    "bundle_page": message(7, u64(3) + b"\0" + many([u64(3) + of(1, 16) + of(2, 16) + u32(5)])),
    "box_posted": message(8, u64(4)),
    "box_page": message(9, u64(4) + b"\0" + many([u64(4) + some(bytes([1, 2, 3]))])),
    "log_submit": message(10, of(1, 32) + some(bytes([2, 3])) + some(bytes([4]))),
    "log_appended": message(11, u64(9)),
    "inclusion_proof": message(12, u64(1) + u64(3) + many([of(1, 32)])),
    "consistency_proof": message(13, u64(1) + u64(3) + many([of(1, 32)])),
    "heads_proof": message(14, u64(5) + u64(1) + u64(2) + of(6, 32) + many([of(7, 32)])),
    "next_register": message(
        15, of(1, 16) + of(5, 16) + of(2, 32) + of(3, 32) + of(6, 16) + some(bytes([9, 8, 7]))
    ),
    "pass_to_sign": signed_text("fetch-pass", of(1, 32) + of(2, 32), of(4, 16)),
    "read_to_sign": signed_text("read-cap", of(1, 16) + u64(2) + u64(3), of(4, 16)),
}

files = {path.stem: path.read_text().strip() for path in GOLDEN.glob("*.hex")}
if files.keys() != MADE.keys():
    sys.exit(f"golden files and derivations differ: {sorted(files.keys() ^ MADE.keys())}")
for name, golden in files.items():
    if MADE[name].hex() != golden:
        sys.exit(f"DIFFERS: {name}\n made   {MADE[name].hex()}\n golden {golden}")
print(f"{len(MADE)} messages re-derived")
