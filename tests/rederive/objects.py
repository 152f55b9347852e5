"""Re-derives the golden files of crates/release from docs/RELEASE.md alone: founding, the way of a request, demands, apps.

Shares no code with the Rust crate. Usage: objects.py PATH-TO-crates/release. Exit 0 when every byte agrees.
"""

import base64
import hashlib
import pathlib
import struct
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

GOLDEN = pathlib.Path(sys.argv[1]) / "golden"
FED = bytes([2]) * 16
KEY = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(bytes([2]) * 32)


def u16(v):
    return struct.pack(">H", v)


def u32(v):
    return struct.pack(">I", v)


def u64(v):
    return struct.pack(">Q", v)


def text(t):
    raw = t.encode()
    return u32(len(raw)) + raw


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def framed(kind, fields):
    return b"UGO1" + bytes([kind, 1]) + fields


def seed(n):
    return Ed25519PrivateKey.from_private_bytes(bytes([n]) * 32)


def public(n):
    return seed(n).public_key().public_bytes_raw()


def signed(kind, label, fields, keys=(KEY,), fed=FED):
    """Frame, then signatures over label ‖ SHA-256(frame) ‖ federation, in the order of their keys."""
    frame = framed(kind, fields)
    message = b"ugnay/v1/sig/" + label.encode() + b"\0" + sha(frame) + fed
    pairs = sorted(k.public_key().public_bytes_raw() + k.sign(message) for k in keys)
    return u32(len(frame)) + frame + u32(len(pairs)) + b"".join(pairs)


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


def request_fields():
    areas = [401009001, 401009002]
    fields = bytes([1]) * 32 + bytes([1]) + text("Resolution 7") + bytes([2]) * 32
    fields += u32(len(areas)) + b"".join(map(u32, areas)) + b"SA" + bytes([1, 0]) + bytes(16)
    fields += u64(1_700_000_000) + u64(1_701_000_000) + u64(1_700_100_000) + bytes([3]) * 32
    fields += u32(2) + bytes([4]) * 32 + bytes([5]) * 32 + bytes([6]) * 32
    return fields + bytes([1]) + bytes([7]) * 32 + text("log.example.org/golden")


def request_id():
    """Q_id: over label and frame, without the signatures."""
    return sha(b"ugnay/v1/request\0", framed(6, request_fields()))


def request():
    return signed(6, "request", request_fields(), (KEY, OTHER)), request_id()


def cids():
    """Hash of the compartments: epoch 16 ‖ compartment 16, sorted, each once."""
    pairs = {bytes([e]) * 16 + bytes([c]) * 16 for e, c in ((8, 9), (8, 1), (8, 9))}
    return sha(b"ugnay/v1/cids\0", *sorted(pairs))


def word(kind, x, time):
    """Public fields of a decision: what was said, when, by whom, signed; the type of the entry is signed too."""
    said = request_id() + bytes([x]) + u64(time)
    message = b"ugnay/v1/sig/word\0" + sha(bytes([kind]), said) + FED
    return said + KEY.sign(message)


def decision(kind, label, compartments, reason, words):
    fields = request_id() + compartments + bytes([2, reason]) + text(words) + u64(1_700_000_002)
    return signed(kind, label, fields), word(kind, 2, 1_700_000_002)


def approve():
    return decision(7, "approve", cids(), 1, "")


def object():
    return decision(8, "object", bytes(32), 2, "Ñ")


def refuse():
    return decision(9, "refuse", bytes(32), 3, "too wide")


def approvals():
    """The approvals relied on: custodian u8 ‖ index in the log u64, sorted."""
    pairs = sorted((x, index) for x, index in ((3, 12), (1, 10), (2, 11)))
    return sha(b"ugnay/v1/approve-set\0", request_id(), *(bytes([x]) + u64(i) for x, i in pairs))


def share_release():
    sealed = bytes([6]) * 32
    fields = request_id() + bytes([2]) + cids() + approvals() + bytes([5]) * 32 + sealed + u64(1_700_000_003)
    return signed(10, "share-release", fields), request_id() + bytes([2]) + sealed


def grant_close():
    return signed(14, "grant-close", request_id() + bytes(32) + text("done") + u64(1_700_000_004)), request_id()


def retire():
    fields = bytes([8]) * 16 + bytes([9]) * 16
    return signed(13, "retire", fields + u64(1_700_000_005)), fields[:16]


def epoch_end():
    return signed(23, "epoch-end", bytes([8]) * 16 + u64(1_700_000_008)), bytes([8]) * 16


def device_revoke():
    fields = bytes([8]) * 16 + bytes([3]) * 32
    return signed(22, "device-revoke", fields + u64(1_700_000_006), (KEY, OTHER)), fields[:16]


def x_wing(n):
    """ML-KEM-768 with zeros for coefficients, its seed and the X25519 key of one byte."""
    return bytes(1152) + bytes([n]) * 64


def vkey(name, kind, n):
    """C2SP signed-note: name + first four bytes of SHA-256(name ‖ \\n ‖ kind ‖ key) + base64(kind ‖ key)."""
    material = bytes([kind]) + public(n)
    key_id = sha(name.encode(), b"\n", material)[:4].hex()
    return f"{name}+{key_id}+{base64.b64encode(material).decode()}"


def policy_fields():
    fields = u32(1) + bytes(32) + b"\0" + bytes([2, 2, 0, 1, 2, 1])
    for seconds in (4 * 3600, 1800, 14 * 86400, 365 * 86400, 30 * 86400, 7 * 86400):
        fields += u32(seconds)
    fields += u32(240) + u16(6) + u32(2)
    return fields + bytes([1]) + u16(120) + u32(30 * 86400) + bytes([6]) + u16(2) + u32(3600)


def policy():
    return signed(2, "policy", policy_fields(), (KEY, OTHER)), sha(framed(2, policy_fields()))


def roster_fields(version, previous):
    fields = u32(version) + previous + public(0x10) + u32(2)
    for x, name, country in ((1, "Invented Aid", "PH"), (2, "Invented Ñ Union", "CH")):
        cosign = vkey(f"w{x}.example.org", 4, 0x20 + x)
        fields += bytes([x]) + text(name) + text(country) + public(x) + text(cosign) + x_wing(x)
    return fields + u32(1) + text("Outside") + text("SE") + text(vkey("out.example.org", 4, 0x30))


def roster():
    fields = roster_fields(2, sha(framed(3, roster_fields(1, bytes(32)))))
    return signed(3, "roster", fields, (KEY, OTHER)), sha(framed(3, fields))


def genesis():
    fields = text("Invented Federation") + u64(1_700_000_000) + bytes([7]) * 32
    fields += text(vkey("log.example.org/golden", 1, 0x40))
    for part in (framed(2, policy_fields()), framed(3, roster_fields(1, bytes(32)))):
        fields += u32(len(part)) + part
    own = sha(framed(1, fields))
    return signed(1, "genesis", fields, (KEY, OTHER), own[:16]), own


def card_fields():
    officers = sorted((public(n), x_wing(n)) for n in (0x51, 0x52))
    fields = bytes([9]) * 16 + text("Crisis desk") + u32(2) + u32(401009000) + u32(401010001)
    fields += u32(len(officers)) + b"".join(sign + seal for sign, seal in officers)
    return fields + u64(1_700_000_000) + u64(1_720_000_000)


def lgu_card():
    return signed(4, "lgu-card", card_fields(), (KEY, OTHER)), sha(framed(4, card_fields()))


def texts(*items):
    return u32(len(items)) + b"".join(map(text, items))


def campaign():
    fields = text("Invented storm") + bytes([1, 3]) + b"SA" + texts("Riyadh")
    fields += u32(1) + u32(401009000)
    fields += u32(1) + text("safe") + text("") + texts("1", "2") + texts("fil", "en")
    fields += u64(1_700_000_000) + u64(1_700_600_000) + sha(framed(4, card_fields())) + x_wing(0x53) + bytes([8]) * 32
    shown = sha(framed(5, fields)) + b"SA" + u64(1_700_000_000) + u64(1_700_600_000)
    return signed(5, "campaign", fields, (seed(0x51), seed(0x52))), shown


def custody_transfer():
    listed = b"".join(bytes([e]) * 16 + bytes([h]) * 32 for e, h in ((7, 9), (8, 1)))
    to = bytes([2]) * 32
    fields = bytes([2]) + bytes([1]) * 32 + to + u32(2) + sha(b"ugnay/v1/transfer\0", listed) + u64(1_700_000_007)
    return signed(12, "custody-transfer", fields, (KEY, OTHER)), bytes([2]) + to


FOUNDING = (policy, roster, genesis, lgu_card, campaign)
PATH = (request, approve, object, refuse, share_release, grant_close, retire, epoch_end, device_revoke, custody_transfer)
for make in (demand_notice, statement, app_release, *FOUNDING, *PATH):
    golden = (GOLDEN / f"{make.__name__}.hex").read_text().split()
    made = [part.hex() for part in make()]
    if made != golden:
        sys.exit(f"DIFFERS: {make.__name__}\n made   {made}\n golden {golden}")
print(f"{3 + len(FOUNDING) + len(PATH)} objects re-derived")
