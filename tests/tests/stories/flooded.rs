//! Boxes take letters from anybody. Somebody who floods the box that a request's shares go to delays them, and stops
//! neither a custodian's exchange nor whoever reads.

use crate::release::stage;
use ugnay_app::federation::{DecisionKind, Request};
use ugnay_seal::sha256;
use ugnay_sync::SyncError;
use ugnay_wire::{ProblemCode, Topic};

#[test]
fn p25_a_flooded_box_delays_shares_and_stops_no_exchange() {
    let mut s = stage();
    let request = s.ask("SA");
    s.decide(&request, &[0, 2, 4], DecisionKind::Approve);
    // The box follows from the request's id, which stands in the log.
    let label = b"ugnay/v1/topic/shares\0";
    let name = sha256(&[&label[..], &Request::id(&request).0].concat());
    let topic = Topic(name.0[..16].try_into().expect("sixteen"));
    let mut line = s.client();
    let mut flood = 0u32;
    let flooded = loop {
        match line.post_box(&topic, flood.to_be_bytes().to_vec()) {
            Ok(_) => flood += 1,
            Err(e) => break e,
        }
        assert!(flood < 5000, "the buffer must say stop");
    };
    assert!(
        matches!(flooded, SyncError::Refused(ProblemCode::TooMany)),
        "the story needs a box that takes no more: {flooded:?}"
    );
    line.read_box(&topic, 0).expect("reading is another matter");
    s.rounds();
    s.clock.advance(60);
    s.settle();
    s.settle();
    let now = s.clock.now();
    let release = s.desk.open_release(&mut line, &request, now);
    assert_eq!(
        release.map(|r| r.custodians.len()).ok(),
        Some(3),
        "what could not be handed over then is handed over later, junk or not"
    );
}
