//! Messages between device and buffer.

use crate::{Target, none, unhex};
use ugnay_wire::*;

fn message<M: Message>(bytes: &[u8]) {
    if let Ok(m) = M::decode(bytes) {
        assert_eq!(
            m.encode().as_deref(),
            Ok(bytes),
            "one encoding of one message"
        );
    }
}

fn signed(bytes: &[u8]) {
    // Whatever is split off must be a part of the input, never a copy with other bytes.
    let _ = Signed::split(bytes);
}

fn heads_root(bytes: &[u8]) {
    let _ = HeadsRoot::from_bytes(bytes);
}

fn problem(bytes: &[u8]) {
    let Ok(problem) = serde_json::from_slice::<Problem>(bytes) else {
        return;
    };
    let code = ProblemCode::parse(&problem.code);
    assert!(
        code.is_none_or(|c| c.as_str() == problem.code),
        "a code is read as itself"
    );
}

macro_rules! golden {
    ($name:literal) => {
        || {
            vec![unhex(include_str!(concat!(
                "../../../crates/wire/golden/",
                $name,
                ".hex"
            )))]
        }
    };
}

const fn target(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Target {
    Target {
        name,
        run,
        seeds,
        slow: 1,
    }
}

pub const TARGETS: &[Target] = &[
    target(
        "wire_next_register",
        message::<NextRegister>,
        golden!("next_register"),
    ),
    target(
        "wire_open_register",
        message::<OpenRegister>,
        golden!("open_register"),
    ),
    target("wire_batch", message::<Batch>, golden!("batch")),
    target("wire_ack", message::<Ack>, golden!("ack")),
    target(
        "wire_changes",
        message::<ChangesPage>,
        golden!("changes_page"),
    ),
    target("wire_blobs_get", message::<BlobsGet>, golden!("blobs_get")),
    target("wire_blobs", message::<Blobs>, golden!("blobs")),
    target(
        "wire_bundles",
        message::<BundlePage>,
        golden!("bundle_page"),
    ),
    target(
        "wire_box_posted",
        message::<BoxPosted>,
        golden!("box_posted"),
    ),
    target("wire_box_page", message::<BoxPage>, golden!("box_page")),
    target(
        "wire_log_submit",
        message::<LogSubmit>,
        golden!("log_submit"),
    ),
    target(
        "wire_log_appended",
        message::<LogAppended>,
        golden!("log_appended"),
    ),
    target(
        "wire_inclusion",
        message::<InclusionProof>,
        golden!("inclusion_proof"),
    ),
    target(
        "wire_consistency",
        message::<ConsistencyProof>,
        golden!("consistency_proof"),
    ),
    target(
        "wire_heads_proof",
        message::<HeadsProof>,
        golden!("heads_proof"),
    ),
    target("wire_signed", signed, golden!("batch")),
    target("wire_heads_root", heads_root, none),
    target("wire_problem", problem, || {
        vec![br#"{"type":"about:blank","title":"t","status":429,"code":"rate"}"#.to_vec()]
    }),
];
