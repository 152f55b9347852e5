//! Sealed objects, and what must not open.

use serde_json::{Value, json};
use ugnay_seal::envelope::{Context, EnvelopeKey, open, open_signed, seal, seal_signed};
use ugnay_seal::{
    BlobName, DeviceSlot, Facet, FedId, ObjectId, Sigma, SigningIdentity, index_name, sha256,
};

use super::{Counting, check, hex, unhex};

struct Setup {
    sigma: Sigma,
    writer: SigningIdentity,
    fed: FedId,
    record: Context,
}

fn setup() -> Setup {
    let sigma = Sigma::from_bytes(Counting::bytes(0, 32).try_into().expect("32"));
    let writer = SigningIdentity::from_seed(&[0x11; 32]);
    let fed = FedId([0x22; 16]);
    let cid = sigma.cid(401_009_001, 0x5341, Facet::Card);
    let object = ObjectId([0x55; 16]);
    let hash = writer.public().hash();
    let record = Context::record(fed, sigma.epoch_id(), cid, Facet::Card, object, hash, 7);
    Setup {
        sigma,
        writer,
        fed,
        record,
    }
}

/// Noise, so that the codec is 0 and the bytes do not depend on a compressor's version.
fn noise(len: usize) -> Vec<u8> {
    let blocks = (0..=u8::MAX).flat_map(|i| sha256(&[i]).0);
    blocks.take(len).collect()
}

fn case(name: &str, ctx: &Context, payload: &[u8], signed: bool, blob: &[u8]) -> Value {
    json!({
        "name": name,
        "context": hex(ctx.encode()),
        "payload": hex(payload),
        "signed": signed,
        "blob": hex(blob),
    })
}

fn signed(s: &Setup, name: &str, key: &impl EnvelopeKey, ctx: &Context, payload: &[u8]) -> Value {
    let blob = seal_signed(key, ctx, &s.writer, payload, &mut Counting(1)).expect("sealing");
    let opened = open_signed(key, ctx, &blob).expect("opening");
    assert_eq!(opened.payload.as_slice(), payload, "{name}: round trip");
    case(name, ctx, payload, true, &blob)
}

#[test]
fn sealed_objects() {
    let s = setup();
    let dek = s.sigma.dek(&s.record.cid, Facet::Card);
    let case_cid = s.sigma.cid(401_009_001, 0x5341, Facet::Case);
    let case_ctx = Context {
        cid: case_cid,
        facet: Some(Facet::Case),
        ..s.record
    };
    let case_dek = s.sigma.dek(&case_cid, Facet::Case);
    let withheld_cid = s.sigma.cid(401_009_001, 0x5341, Facet::Withheld);
    let withheld_ctx = Context {
        cid: withheld_cid,
        facet: Some(Facet::Withheld),
        ..s.record
    };
    let withheld_dek = s.sigma.dek(&withheld_cid, Facet::Withheld);
    let head_key = s.sigma.head_key();
    let slot = DeviceSlot::new(3).expect("below 16");
    let epoch = s.sigma.epoch_id();
    let shard = index_name(&dek, slot);
    let index = Context::index(s.fed, epoch, s.record.cid, Facet::Card, shard);
    let head = Context::head(s.fed, epoch, index_name(&head_key, slot));
    let roster = Context::register_roster(s.fed, epoch, BlobName([0x66; 16]));

    let unsigned = seal(&dek, &s.record, &noise(40), &mut Counting(1)).expect("sealing");
    let opened = open(&dek, &s.record, &unsigned).expect("opening");
    assert_eq!(opened.as_slice(), noise(40), "round trip");
    check(
        "objects",
        &json!({
            "sigma": hex(*s.sigma.to_bytes()),
            "salt": hex(Counting::bytes(1, 24)),
            "writer_seed": hex(*s.writer.to_seed()),
            "fed": hex(s.fed),
            "objects": [
                case("unsigned record", &s.record, &noise(40), false, &unsigned),
                signed(&s, "empty record", &dek, &s.record, b""),
                signed(&s, "record of 512", &dek, &s.record, &noise(411)),
                signed(&s, "record of 1024", &dek, &s.record, &noise(412)),
                signed(&s, "case record", &case_dek, &case_ctx, &noise(100)),
                signed(&s, "withheld card", &withheld_dek, &withheld_ctx, &noise(100)),
                signed(&s, "index", &dek, &index, &noise(64)),
                signed(&s, "head", &head_key, &head, b"head"),
                signed(&s, "register roster", &head_key, &roster, &noise(32)),
            ],
        }),
    );
}

/// The compressor may improve; what it once wrote must open. So this file is read, and written only
/// when it is asked for.
#[test]
fn compressed_record() {
    let s = setup();
    let dek = s.sigma.dek(&s.record.cid, Facet::Card);
    let payload = b"Dela Cruz, Maria Dela Cruz, Maria Purok 3 Riyadh Domestic helper ".repeat(12);
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/golden/files/compressed.json"
    );
    if std::env::var_os("UGNAY_WRITE_GOLDEN").is_some() {
        check(
            "compressed",
            &json!({
                "sigma": hex(*s.sigma.to_bytes()),
                "salt": hex(Counting::bytes(1, 24)),
                "writer_seed": hex(*s.writer.to_seed()),
                "fed": hex(s.fed),
                "objects": [signed(&s, "compressed record", &dek, &s.record, &payload)],
            }),
        );
    }
    let text = std::fs::read_to_string(path).expect("golden files are part of the repository");
    let golden: Value = serde_json::from_str(&text).expect("JSON");
    let object = &golden["objects"][0];
    let blob = unhex(&object["blob"]);
    assert_eq!(blob.len(), 592, "780 bytes fit the smallest bucket");
    let opened = open_signed(&dek, &s.record, &blob).expect("what was written must open");
    assert_eq!(opened.payload.as_slice(), payload, "exactly");
    assert_eq!(unhex(&object["payload"]), payload, "and the file says so");
}

/// Blobs that must be refused, each with the error that names why.
#[test]
fn negative_objects() {
    let s = setup();
    let dek = s.sigma.dek(&s.record.cid, Facet::Card);
    let good = seal_signed(&dek, &s.record, &s.writer, &noise(40), &mut Counting(1));
    let good = good.expect("sealing");
    let flip = |at: usize, mask: u8| {
        let mut blob = good.clone();
        blob[at] ^= mask;
        blob
    };
    let cases = [
        ("truncated", good[..7].to_vec()),
        ("one byte short", good[..good.len() - 1].to_vec()),
        ("one byte more", [good.as_slice(), b"\0"].concat()),
        ("magic", flip(3, 1)),
        ("kind index", flip(4, 3)),
        ("kind unknown", flip(4, 0x80)),
        ("suite", flip(5, 3)),
        ("bucket unknown", flip(6, 0x40)),
        ("bucket of another length", flip(6, 3)),
        ("reserved", flip(7, 1)),
        ("salt", flip(8, 1)),
        ("commitment", flip(32, 1)),
        ("ciphertext", flip(64, 1)),
        ("last byte of ciphertext", flip(575, 1)),
        ("tag", flip(good.len() - 1, 1)),
    ];
    let refused: Vec<Value> = cases
        .iter()
        .map(|(name, blob)| {
            let error = open_signed(&dek, &s.record, blob).expect_err(name);
            json!({ "name": name, "blob": hex(blob), "error": format!("{error:?}") })
        })
        .collect();
    check(
        "objects-negative",
        &json!({ "context": hex(s.record.encode()), "refused": refused }),
    );
}
