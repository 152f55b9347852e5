//! Golden files: every message's bytes, frozen. A failing comparison means that old
//! devices and new buffers no longer understand each other.
use std::path::PathBuf;
use ugnay_wire::ids::to_hex;
use ugnay_wire::*;

fn golden(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("golden/{name}.hex"));
    let frozen = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("golden file {name} must exist: {e}\n{}", to_hex(bytes)));
    assert_eq!(
        to_hex(bytes),
        frozen.trim(),
        "the encoding of {name} is frozen"
    );
}

fn check<M: Message + PartialEq + std::fmt::Debug>(name: &str, message: &M) {
    let bytes = message.encode().expect("a valid message encodes");
    golden(name, &bytes);
    assert_eq!(
        M::decode(&bytes).as_ref(),
        Ok(message),
        "{name} reads back as written"
    );
    for cut in 0..bytes.len() {
        assert!(
            M::decode(&bytes[..cut]).is_err(),
            "{name} cut at {cut} must be refused"
        );
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert!(
        M::decode(&longer).is_err(),
        "{name} with a byte more must be refused"
    );
    let mut newer = bytes.clone();
    newer[3] = 2;
    assert_eq!(
        M::decode(&newer),
        Err(WireError::UnsupportedVersion { found: 2 }),
        "{name} of another version must say so"
    );
    let mut other = bytes;
    other[4] ^= 0x40;
    assert!(
        matches!(M::decode(&other), Err(WireError::WrongType { .. })),
        "{name} must not be read from another type"
    );
}

#[test]
fn register_and_batch() {
    check(
        "open_register",
        &OpenRegister {
            pseud: Pseud([1; 16]),
            write_cap: PublicKey([2; 32]),
            read_cap: PublicKey([3; 32]),
            ticket: Signature([4; 64]),
        },
    );
    check(
        "next_register",
        &NextRegister {
            pseud: Pseud([1; 16]),
            next: Pseud([5; 16]),
            write_cap: PublicKey([2; 32]),
            read_cap: PublicKey([3; 32]),
            name: Name([6; 16]),
            notice: vec![9, 8, 7],
        },
    );
    check(
        "batch",
        &Batch {
            pseud: Pseud([1; 16]),
            batch_id: BatchId([2; 16]),
            items: vec![
                Item::Put {
                    kind: BlobKind::Record,
                    name: Name([3; 16]),
                    bytes: vec![9, 8, 7],
                },
                Item::Put {
                    kind: BlobKind::Bundle,
                    name: Name([4; 16]),
                    bytes: vec![],
                },
                Item::Delete {
                    name: Name([5; 16]),
                },
                Item::Restore {
                    name: Name([6; 16]),
                },
            ],
        },
    );
    check(
        "ack",
        &Ack {
            cursor: 0x0102_0304_0506_0708,
            accepted: 3,
        },
    );
}

#[test]
fn reading() {
    check(
        "changes_page",
        &ChangesPage {
            cursor: 7,
            more: true,
            changes: vec![Change {
                seq: 7,
                kind: BlobKind::Head,
                name: Name([1; 16]),
                sha256: Hash([2; 32]),
                len: 4096,
                deleted: false,
            }],
        },
    );
    check(
        "blobs_get",
        &BlobsGet {
            pseud: Pseud([1; 16]),
            asker: Asker::Register,
            time: 4,
            names: vec![Name([2; 16]), Name([3; 16])],
        },
    );
    let request = Hash([5; 32]);
    let key = PublicKey([6; 32]);
    let pass = Pass {
        officer: PublicKey([7; 32]),
        signature: Signature([8; 64]),
    };
    for (file, asker) in [
        ("blobs_get_officer", Asker::Officer { request, key }),
        ("blobs_get_passed", Asker::Passed { request, key, pass }),
    ] {
        check(
            file,
            &BlobsGet {
                pseud: Pseud([1; 16]),
                asker,
                time: 4,
                names: vec![Name([2; 16])],
            },
        );
    }
    check(
        "blobs",
        &Blobs {
            replies: vec![
                BlobReply {
                    name: Name([1; 16]),
                    status: BlobStatus::Missing,
                },
                BlobReply {
                    name: Name([2; 16]),
                    status: BlobStatus::Later,
                },
                BlobReply {
                    name: Name([3; 16]),
                    status: BlobStatus::Found(vec![1, 2]),
                },
            ],
        },
    );
    check(
        "bundle_page",
        &BundlePage {
            cursor: 3,
            more: false,
            bundles: vec![BundleInfo {
                seq: 3,
                pseud: Pseud([1; 16]),
                name: Name([2; 16]),
                len: 5,
            }],
        },
    );
}

#[test]
fn boxes_and_log() {
    check("box_posted", &BoxPosted { seq: 4 });
    check(
        "box_page",
        &BoxPage {
            cursor: 4,
            more: false,
            messages: vec![BoxMessage {
                seq: 4,
                bytes: vec![1, 2, 3],
            }],
        },
    );
    check(
        "log_submit",
        &LogSubmit {
            submitter: PublicKey([1; 32]),
            entry: vec![2, 3],
            body: vec![4],
        },
    );
    check("log_appended", &LogAppended { index: 9 });
    check(
        "inclusion_proof",
        &InclusionProof {
            index: 1,
            size: 3,
            path: vec![Hash([1; 32])],
        },
    );
    check(
        "consistency_proof",
        &ConsistencyProof {
            old: 1,
            new: 3,
            path: vec![Hash([1; 32])],
        },
    );
    check(
        "heads_proof",
        &HeadsProof {
            log_index: 5,
            position: 1,
            registers: 2,
            heads: Hash([6; 32]),
            path: vec![Hash([7; 32])],
        },
    );
}
