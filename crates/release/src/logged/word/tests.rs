//! A word is read in one way or not at all, and holds for one custodian, request, kind and time.

use super::*;
use crate::simulator::Parties;
use crate::{Policy, Reason};
use proptest::prelude::*;
use ugnay_seal::Hash32;

fn decision(kind: DecisionKind, x: u8) -> Decision {
    Decision {
        kind,
        request: RequestId([4; 32]),
        cids: Hash32([0; 32]),
        x,
        reason: Reason::NoEmergency,
        text: "not in the word".into(),
        time: 77,
    }
}

#[test]
fn a_word_holds_for_who_said_it_alone() {
    let p = Parties::new(18, Policy::standard(5, 3, 5), 0).unwrap();
    let (fed, roster) = (p.federation.fed(), p.federation.roster());
    for kind in [DecisionKind::Object, DecisionKind::Refuse] {
        let word = Word::sign(&decision(kind, 3), fed, &p.custodians[2]);
        assert_eq!(word.to_bytes().len(), Word::LEN, "as long as is written");
        assert_eq!(
            Word::parse(kind, &word.to_bytes()).as_ref(),
            Ok(&word),
            "it reads back"
        );
        assert_eq!(word.verify(fed, roster), Ok(()), "its own custodian's");
        let forged = Word::sign(&decision(kind, 3), fed, &p.custodians[1]);
        assert_eq!(
            forged.verify(fed, roster),
            Err(ReleaseError::Signature),
            "nobody speaks for another"
        );
        let nobody = Word::sign(&decision(kind, 99), fed, &p.custodians[2]);
        assert!(
            nobody.verify(fed, roster).is_err(),
            "there is no such custodian"
        );
    }
    let zero = Word::sign(&decision(DecisionKind::Object, 0), fed, &p.custodians[0]);
    assert!(
        Word::parse(DecisionKind::Object, &zero.to_bytes()).is_err(),
        "custodians are numbered from 1"
    );
}

proptest! {
    #[test]
    fn p32_any_bytes_are_a_word_in_one_way_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..140)) {
        if let Ok(word) = Word::parse(DecisionKind::Refuse, &bytes) {
            prop_assert_eq!(word.to_bytes(), bytes, "one encoding of one word");
        }
    }
}
