"""Re-derives every golden file of crates/seal from docs/ENVELOPE.md alone.

Nothing here shares code with the Rust crate: other languages, other libraries, other arithmetic
(GF(256) by logarithms, ML-KEM from kyber-py, HPKE both by hand and by the cryptography package).
Usage: rederive.py PATH-TO-crates/seal. Exit 0 when every byte agrees, 1 with the first that does not.
"""

import hashlib
import hmac as hmac_
import itertools
import json
import pathlib
import sys
import unicodedata

import zstandard
from cryptography.hazmat.primitives import hpke, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from kyber_py.ml_kem import ML_KEM_768

SEAL = pathlib.Path(sys.argv[1])
FILES = SEAL / "tests" / "golden" / "files"
checked = 0


def load(name):
    return json.loads((FILES / f"{name}.json").read_text())


def same(what, made, golden):
    global checked
    golden = bytes.fromhex(golden) if isinstance(golden, str) else golden
    if made != golden:
        sys.exit(f"DIFFERS: {what}\n made   {made.hex()[:160]}\n golden {golden.hex()[:160]}")
    checked += 1


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def label(name):
    return b"ugnay/v1/" + name.encode() + b"\0"


def extract(salt, ikm):
    return hmac_.digest(salt or bytes(32), ikm, "sha256")


def expand(prk, info, length):
    out, block, i = b"", b"", 1
    while len(out) < length:
        block = hmac_.digest(prk, block + info + bytes([i]), "sha256")
        out, i = out + block, i + 1
    return out[:length]


def hkdf(ikm, name, *parts, length=32, salt=b""):
    return expand(extract(salt, ikm), label(name) + b"".join(parts), length)


def sign(seed, name, fed, message):
    text = b"ugnay/v1/sig/" + name.encode() + b"\0" + sha(message) + fed
    return Ed25519PrivateKey.from_private_bytes(seed).sign(text)


def public(seed):
    key = Ed25519PrivateKey.from_private_bytes(seed).public_key()
    return key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


# ---- X-Wing and HPKE -------------------------------------------------------------------------


class XWing:
    """draft-connolly-cfrg-xwing-kem: the 32-byte seed is the key."""

    def __init__(self, seed):
        wide = hashlib.shake_256(seed).digest(96)
        self.seed_m = wide[:64]
        self.ek, _ = ML_KEM_768._keygen_internal(wide[:32], wide[32:64])
        self.x = X25519PrivateKey.from_private_bytes(wide[64:])
        self.pk_x = self.x.public_key().public_bytes_raw()
        self.public = self.ek + self.pk_x
        self.hash = sha(self.public)

    @staticmethod
    def combine(ss_m, ss_x, ct_x, pk_x):
        return hashlib.sha3_256(ss_m + ss_x + ct_x + pk_x + b"\\.//^\\").digest()

    def encapsulate(self, randomness):
        ss_m, ct_m = ML_KEM_768._encaps_internal(self.ek, randomness[:32])
        eph = X25519PrivateKey.from_private_bytes(randomness[32:])
        ct_x = eph.public_key().public_bytes_raw()
        ss_x = eph.exchange(X25519PublicKey.from_public_bytes(self.pk_x))
        return self.combine(ss_m, ss_x, ct_x, self.pk_x), ct_m + ct_x


def seal_to(pair, purpose, aad, plain, randomness):
    """HPKE Base, single shot (RFC 9180 §5.1, §6.1): KEM 0x647a, KDF 1, AEAD 3."""
    secret, enc = pair.encapsulate(randomness)
    suite = b"HPKE" + bytes.fromhex("647a00010003")
    info = label(purpose) + pair.hash

    def labeled_extract(salt, name, ikm):
        return extract(salt, b"HPKE-v1" + suite + name + ikm)

    def labeled_expand(prk, name, context, length):
        return expand(prk, length.to_bytes(2) + b"HPKE-v1" + suite + name + context, length)

    context = b"\0" + labeled_extract(b"", b"psk_id_hash", b"") + labeled_extract(b"", b"info_hash", info)
    prk = labeled_extract(secret, b"secret", b"")
    key = labeled_expand(prk, b"key", context, 32)
    nonce = labeled_expand(prk, b"base_nonce", context, 12)
    return enc + ChaCha20Poly1305(key).encrypt(nonce, plain, aad)


# ---- GF(256) by logarithms to base 3 ------------------------------------------------------------

EXP, LOG = [0] * 510, [0] * 256
value = 1
for power in range(255):
    EXP[power] = EXP[power + 255] = value
    LOG[value] = power
    value ^= (value << 1) ^ (0x11B if value & 0x80 else 0)


def mul(a, b):
    return EXP[LOG[a] + LOG[b]] if a and b else 0


def evaluate(coefficients, x):
    out = bytearray(32)
    for j, row in enumerate(coefficients):
        xj = 1
        for _ in range(j):
            xj = mul(xj, x)
        for i in range(32):
            out[i] ^= mul(row[i], xj)
    return bytes(out)


# ---- σ -----------------------------------------------------------------------------------------------


class Sigma:
    def __init__(self, seed):
        self.seed = seed
        self.epoch = hkdf(seed, "epoch-id")[:16]
        self.write_cap = hkdf(seed, "write-cap")
        self.head_key = hkdf(seed, "head-key")

    def cid(self, psgc, dest, facet):
        return hkdf(self.seed, "cid", psgc.to_bytes(4), dest.to_bytes(2), bytes([facet]))[:16]

    def dek(self, cid, facet):
        return hkdf(self.seed, "dek" if facet == 1 else "dek-local", cid)


def index_name(key, slot):
    return hkdf(key, "index-name", bytes([slot]))[:16]


def check_sigma():
    g = load("sigma")
    s = Sigma(bytes.fromhex(g["sigma"]))
    card, case, withheld = (s.cid(g["psgc"], g["dest"], facet) for facet in (1, 2, 3))
    same("epoch id", s.epoch, g["epoch_id"])
    same("pseud", hkdf(s.seed, "pseud")[:16], g["pseud"])
    same("write cap", s.write_cap, g["write_cap_seed"])
    same("write cap key", public(s.write_cap), g["write_cap_public"])
    same("read cap", hkdf(s.seed, "read-cap"), g["read_cap_seed"])
    same("head key", s.head_key, g["head_key"])
    same("card cid", card, g["cid_card"])
    same("case cid", case, g["cid_case"])
    same("card dek", s.dek(card, 1), g["dek_card"])
    for slot, name in enumerate(g["index_names_card"]):
        same(f"index name {slot}", index_name(s.dek(card, 1), slot), name)
    same("case index name", index_name(s.dek(case, 2), 0), g["index_name_case_0"])
    same("withheld cid", withheld, g["cid_withheld"])
    same("withheld index name", index_name(s.dek(withheld, 3), 0), g["index_name_withheld_0"])
    same("head name", index_name(s.head_key, 0), g["head_name_0"])
    token_key = hkdf(s.seed, "outcome-token", bytes.fromhex(g["campaign"]))
    same("token key", token_key, g["token_key"])
    message = label("outcome-token") + bytes.fromhex(g["person"])
    same("token", hmac_.digest(token_key, message, "sha256"), g["token"])


def check_signatures():
    g = load("signatures")
    seed, fed = bytes.fromhex(g["seed"]), bytes.fromhex(g["fed"])
    same("public key", public(seed), g["public"])
    same("key hash", sha(public(seed)), g["hash"])
    for name, signature in g["signatures"]:
        same(f"signature {name}", sign(seed, name, fed, bytes.fromhex(g["bytes"])), signature)


def check_words():
    g = load("words")
    listed = (SEAL / "../../tests/fixtures/crypto/bip39_english_words.txt").read_text().split()
    assert len(listed) == 2048

    def phrase(entropy):
        bits = int.from_bytes(entropy + sha(entropy)[:1])
        total = len(entropy) * 8 + 8
        count = len(entropy) * 3 // 4
        return " ".join(listed[bits >> (total - 11 * (i + 1)) & 2047] for i in range(count))

    for kind in ("invitation", "paper"):
        same(kind, phrase(bytes.fromhex(g[kind])).encode(), g[f"{kind}_words"].encode())
    seed = hkdf(bytes.fromhex(g["invitation"]), "invite")
    same("invitation key", public(seed), g["invitation_public"])
    digest = int.from_bytes(sha(label("sas"), bytes.fromhex(g["transcript"])))
    sas = " ".join(listed[digest >> (256 - 11 * (i + 1)) & 2047] for i in range(6))
    same("six words", sas.encode(), g["sas"].encode())


# ---- sealed objects ---------------------------------------------------------------------------------

SIGNED_AS = {1: "record", 2: "index", 3: "head", 4: "register-roster"}
RECORD_BUCKETS = [9, 10, 11, 12, 13, 14, 16]


def seal(key, context, salt, codec, content):
    kind = context[0]
    buckets = RECORD_BUCKETS if kind in (1, 4) else range(12, 25)
    bucket = next(b for b in buckets if 1 << b >= 5 + len(content))
    plain = (len(content).to_bytes(4) + bytes([codec]) + content).ljust(1 << bucket, b"\0")
    okm = expand(key, label("seal") + salt + context, 76)
    header = b"UGN1" + bytes([kind, 1, bucket, 0])
    return header + salt + okm[44:] + ChaCha20Poly1305(okm[:32]).encrypt(okm[32:44], plain, header)


def object_key(s, context):
    cid, facet = context[34:50], context[50]
    return s.dek(cid, facet) if facet else s.head_key


def check_objects():
    g = load("objects")
    s, salt, fed = Sigma(bytes.fromhex(g["sigma"])), bytes.fromhex(g["salt"]), bytes.fromhex(g["fed"])
    writer = bytes.fromhex(g["writer_seed"])
    for o in g["objects"]:
        context, payload = bytes.fromhex(o["context"]), bytes.fromhex(o["payload"])
        assert len(context) == 107 and context[1] == 1 and context[2:18] == fed
        assert context[18:34] == s.epoch
        expected = sha(public(writer)) if context[0] == 1 else bytes(32)
        assert context[67:99] == expected, "the writer of the context"
        codec, content = 0, payload
        if o["signed"]:
            codec = 0x80
            signature = sign(writer, SIGNED_AS[context[0]], fed, context + bytes([codec]) + payload)
            content = public(writer) + signature + payload
        made = seal(object_key(s, context), context, salt, codec, content)
        same(o["name"], made, o["blob"])


def check_compressed():
    g = load("compressed")
    s, writer, fed = Sigma(bytes.fromhex(g["sigma"])), bytes.fromhex(g["writer_seed"]), bytes.fromhex(g["fed"])
    o = g["objects"][0]
    context, blob = bytes.fromhex(o["context"]), bytes.fromhex(o["blob"])
    okm = expand(object_key(s, context), label("seal") + blob[8:32] + context, 76)
    same("commitment of a compressed record", okm[44:], blob[32:64])
    plain = ChaCha20Poly1305(okm[:32]).decrypt(okm[32:44], blob[64:], blob[:8])
    length, codec = int.from_bytes(plain[:4]), plain[4]
    content, zeros = plain[5 : 5 + length], plain[5 + length :]
    assert codec == 0x81 and not any(zeros)
    same("writer", content[:32], public(writer))
    coded = content[96:]
    same("signature", sign(writer, "record", fed, context + bytes([codec]) + coded), content[32:96])
    dictionary = zstandard.ZstdCompressionDict((SEAL / "data" / "records-1.zdict").read_bytes())
    payload = zstandard.ZstdDecompressor(dict_data=dictionary).decompress(coded)
    same("decompressed payload", payload, o["payload"])


def check_refused():
    g = load("objects-negative")
    good = load("objects")
    s = Sigma(bytes.fromhex(good["sigma"]))
    context = bytes.fromhex(g["context"])
    for o in g["refused"]:
        blob = bytes.fromhex(o["blob"])
        same(f"refusal of {o['name']}", refuse(s, context, blob).encode(), o["error"].encode())


def refuse(s, context, b):
    if len(b) < 8:
        return "Truncated"
    if b[:4] != b"UGN1":
        return "BadMagic"
    if b[5] != 1:
        return f"UnknownSuite({b[5]})"
    if b[4] not in SIGNED_AS:
        return "WrongKind"
    if b[7]:
        return "Reserved"
    if b[6] not in (RECORD_BUCKETS if b[4] in (1, 4) else range(12, 25)):
        return f"BadBucket({b[6]})"
    if len(b) != (1 << b[6]) + 80:
        return "BadLength"
    okm = expand(object_key(s, context), label("seal") + b[8:32] + context, 76)
    if okm[44:] != b[32:64]:
        return "WrongKey"
    try:
        ChaCha20Poly1305(okm[:32]).decrypt(okm[32:44], b[64:], b[:8])
    except Exception:  # cryptography raises InvalidTag
        return "Rejected"
    return "opened"


# ---- escrow ------------------------------------------------------------------------------------------


def check_bundle():
    g = load("bundle")
    s, k = Sigma(bytes.fromhex(g["sigma"])), g["k"]
    fed, custodians = bytes.fromhex(g["fed"]), [XWing(bytes.fromhex(x)) for x in g["custodian_seeds"]]
    rows = sorted((s.cid(p, d, 1), p, d) for p, d in g["places"])
    core = b"UGB1\x01" + fed + s.epoch + public(s.write_cap) + g["bundle_seq"].to_bytes(8)
    core += bytes.fromhex(g["roster_hash"]) + bytes.fromhex(g["policy_hash"])
    core += bytes([k, len(custodians)]) + len(rows).to_bytes(2) + b"".join(r[0] for r in rows)
    core_hash = sha(core)

    def coefficients(cid):
        rest = (hkdf(s.seed, "shamir-coef", core_hash, cid, bytes([j])) for j in range(1, k))
        return [s.dek(cid, 1), *rest]

    shares = {
        (x, cid): evaluate(coefficients(cid), x)
        for x in range(1, len(custodians) + 1)
        for cid, _, _ in rows
    }
    kc = b"".join(hkdf(s.dek(cid, 1), "key-commit", cid) for cid, _, _ in rows)
    h = b"".join(sha(label("share"), s.epoch, cid, bytes([x]), share) for (x, cid), share in shares.items())
    catalogue_key = hkdf(s.seed, "catalogue", core_hash)
    okm = expand(catalogue_key, label("catalogue") + core_hash, 76)
    plain = b"".join(p.to_bytes(4) + d.to_bytes(2) + b"\x01" for _, p, d in rows)
    catalogue = okm[44:] + ChaCha20Poly1305(okm[:32]).encrypt(okm[32:44], plain, core_hash)
    header = core + kc + h + catalogue
    header_hash = sha(header)
    out = header
    for x, pair in enumerate(custodians, 1):
        plain = catalogue_key + b"".join(shares[x, cid] for cid, _, _ in rows)
        randomness = hkdf(s.seed, "hpke-encap", header_hash, bytes([x]), sha(plain), length=64)
        out += seal_to(pair, "escrow", header_hash + bytes([x]), plain, randomness)
    out += sign(s.write_cap, "escrow", fed, out)
    same("header hash", header_hash, g["header_hash"])
    same("bundle", out, g["bundle"])
    same("bundle hash", sha(out), g["bundle_hash"])
    for x, stored in enumerate(g["stored_shares"], 1):
        made = fed + s.epoch + header_hash + bytes([x]) + len(rows).to_bytes(2)
        made += b"".join(cid + p.to_bytes(4) + d.to_bytes(2) + shares[x, cid] for cid, p, d in rows)
        same(f"stored shares {x}", made, stored)
    for cid, key in g["keys"]:
        same("key of a compartment", s.dek(bytes.fromhex(cid), 1), key)
        for subset in itertools.combinations(range(1, len(custodians) + 1), k):
            same("any k shares", interpolate({x: shares[x, bytes.fromhex(cid)] for x in subset}), key)


def interpolate(points):
    out = bytearray(32)
    for x, share in points.items():
        weight = 1
        for other in points:
            if other != x:
                weight = mul(weight, mul(other, EXP[255 - LOG[other ^ x]]))
        for i in range(32):
            out[i] ^= mul(weight, share[i])
    return bytes(out)


def check_receipts():
    g = load("receipts")
    seed, fed = bytes.fromhex(g["seed"]), bytes.fromhex(g["fed"])
    epoch = Sigma(bytes.fromhex(load("bundle")["sigma"])).epoch
    for name, code in (("accepted", 0), ("share_is_key", 9)):
        body = b"UGR1\x01" + fed + epoch + b"\xaa" * 32 + bytes([2, code])
        same(f"receipt {name}", body + sign(seed, "receipt", fed, body), g[name])


# ---- letters -------------------------------------------------------------------------------------------


def check_hybrid():
    g = load("hybrid")
    pair = XWing(bytes.fromhex(g["receiver_seed"]))
    same("public key hash", pair.hash, g["public_hash"])
    args = (bytes.fromhex(g[name]) for name in ("aad", "plaintext", "randomness"))
    aad, plain, randomness = args
    for purpose, sealed in g["sealed"]:
        same(f"sealed as {purpose}", seal_to(pair, purpose, aad, plain, randomness), sealed)
    # A third opinion: the cryptography package's own HPKE opens what was sealed (it takes no aad).
    suite = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
    private = hpke.MLKEM768X25519PrivateKey(MLKEM768PrivateKey.from_seed_bytes(pair.seed_m), pair.x)
    opened = suite.decrypt(bytes.fromhex(g["without_aad"]), private, label("mail") + pair.hash)
    same("opened by another HPKE", opened, g["plaintext"])


def letter(g, head, purpose, name, aad, plain):
    pair = XWing(bytes.fromhex(g["receiver_seed"]))
    out = head + seal_to(pair, purpose, aad, plain, bytes.fromhex(g["randomness"]))
    return out + sign(bytes.fromhex(g["sender_seed"]), name, bytes.fromhex(g["fed"]), out)


def check_letters():
    g = load("devwrap")
    b = {name: bytes.fromhex(v) for name, v in g.items()}
    s, sender = Sigma(b["sigma"]), public(b["sender_seed"])
    head = b"UGD1\x01" + b["fed"] + s.epoch + b["roster_hash"] + b["device_pk_hash"] + sender
    aad = b["roster_hash"] + s.epoch + b["device_pk_hash"]
    same("device wrap", letter(g, head, "devwrap", "devwrap", aad, s.seed), b["bytes"])

    g = load("share-release")
    b = {name: bytes.fromhex(v) for name, v in g.items() if isinstance(v, str)}
    aad = b["q_id"] + b["approve_set_hash"] + b["checkpoint_root"] + bytes([g["x"]])
    head = b"UGS2\x01" + b["fed"] + aad + XWing(b["receiver_seed"]).hash + public(b["sender_seed"])
    head += len(g["shares"]).to_bytes(4)
    plain = b"".join(bytes.fromhex(part) for entry in g["shares"] for part in entry)
    plain += bytes.fromhex(g["shares"][0][0]) + b["bundle"]
    same("share release", letter(g, head, "release", "share-release", aad, plain), b["bytes"])

    g = load("handover")
    b = {name: bytes.fromhex(v) for name, v in g.items() if isinstance(v, str)}
    head = b"UGH1\x01" + b["fed"] + b["epoch_id"] + b["header_hash"] + b["old_roster_hash"]
    head += b["new_roster_hash"] + bytes([g["x"]]) + XWing(b["receiver_seed"]).hash
    head += public(b["sender_seed"])
    made = letter(g, head, "custody-transfer", "custody-transfer", head, b["stored_shares"])
    same("hand-over", made, b["bytes"])


# ---- key file ---------------------------------------------------------------------------------------------


def check_key_file():
    g = load("key-file")
    key, half = bytes.fromhex(g["key"]), bytes.fromhex(g["keystore"])
    salt = bytes(range(1, 33))
    phrase = " ".join(unicodedata.normalize("NFKC", g["passphrase"]).split()).encode()
    for name, flags, lanes, memory, passes in (
        ("plain", 0, 2, 64, 2),
        ("with_keystore", 1, 2, 64, 2),
        ("standard", 0, 4, 65536, 3),
    ):
        header = b"UGK1" + bytes([1, flags, lanes, 0]) + memory.to_bytes(4) + passes.to_bytes(4) + salt
        kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        ikm = kdf.derive(phrase) + (half if flags else b"")
        okm = hkdf(ikm, "key-file", header, length=44, salt=salt)
        same(f"key file {name}", header + ChaCha20Poly1305(okm[:32]).encrypt(okm[32:], key, header), g[name])


for check in (
    check_sigma,
    check_signatures,
    check_words,
    check_objects,
    check_compressed,
    check_refused,
    check_bundle,
    check_receipts,
    check_hybrid,
    check_letters,
    check_key_file,
):
    check()
print(f"{checked} values re-derived, all equal")
