"""Re-derives the golden files of crates/release (demand, statement, app release) from docs/RELEASE.md alone.

Shares no code with the Rust crate. Usage: objects.py PATH-TO-crates/release. Exit 0 when every byte agrees.
"""

import hashlib
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

GOLDEN = pathlib.Path(sys.argv[1]) / "golden"
FED = bytes([2]) * 16
KEY = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)


def u16(v):
    return struct.pack(">H", v)


def u32(v):
    return struct.pack(">I", v)


def u64(v):
    return struct.pack(">Q", v)


def text(t):
    raw = t.encode()
    return u32(len(raw)) + raw


def signed(kind, label, fields):
    """Frame, then one signature over label ‖ SHA-256(frame) ‖ federation."""
    frame = b"UGO1" + bytes([kind, 1]) + fields
    message = b"ugnay/v1/sig/" + label.encode() + b"\0" + hashlib.sha256(frame).digest() + FED
    return u32(len(frame)) + frame + u32(1) + KEY.public_key().public_bytes_raw() + KEY.sign(message)


def demand_notice():
    asked = [4, 9]
    head = bytes([3]) * 16 + u16(2)
    fields = head + bytes([4]) * 32 + bytes([5, 4]) + b"PH" + u64(1_700_000_000)
    fields += u32(len(asked)) + bytes(asked) + bytes([2]) + text("Ñ") + u64(1_700_000_001)
    bits = sum(1 << (a - 1) for a in asked)
    return signed(15, "demand-notice", fields), bytes([5]) + head + bytes([4]) + u16(bits) + bytes([2])


def statement():
    counts = b"".join(u32(n) for n in (0, 2, 0, 1, 0))
    dates = u64(1_700_000_000) + u64(1_707_776_000) + b"\0"
    fields = bytes([5]) + u32(2) + bytes([4]) * 32 + dates + counts + u32(2)
    fields += text("en") + text("We were asked.") + text("fil") + text("Tinanong kami.")
    return signed(16, "statement", fields), bytes([5]) + u32(2) + dates + counts


def app_release():
    fields = u64(9) + text("0.9.0") + text("x86_64-unknown-linux-gnu") + bytes([6]) * 32
    fields += u64(12_345_678) + u64(1_700_000_000)
    return signed(18, "app-release", fields), u64(9) + bytes([6]) * 32


for make in (demand_notice, statement, app_release):
    golden = (GOLDEN / f"{make.__name__}.hex").read_text().split()
    made = [part.hex() for part in make()]
    if made != golden:
        sys.exit(f"DIFFERS: {make.__name__}\n made   {made}\n golden {golden}")
print("3 objects re-derived")
