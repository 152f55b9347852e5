//! What entries count, with and without their bodies.

use super::*;
use crate::logged::{Submission, Word, public_of_closing, public_of_notice, submission};
use crate::simulator::Parties;
use crate::{ClosingKind, Federation, Policy, Reason, Signed};
use ugnay_seal::Hash32;

const REQUEST: RequestId = RequestId([1; 32]);

/// The one desk's card.
fn card(p: &Parties) -> LguCard {
    let card = p.federation.cards().next().expect("parties have a desk");
    card.card.body().clone()
}

/// What entries are heard by: this request, under this federation's roster.
fn context<'a>(f: &'a Federation, card: &'a LguCard, request: &'a RequestId) -> Context<'a> {
    Context {
        fed: f.fed(),
        roster: f.roster(),
        card,
        request,
    }
}

fn decide(p: &mut Parties, kind: DecisionKind, x: u8, signer: usize) -> Submission {
    decide_at(p, kind, x, signer, 1)
}

fn decide_at(p: &mut Parties, kind: DecisionKind, x: u8, signer: usize, time: i64) -> Submission {
    let approves = kind == DecisionKind::Approve;
    let cids = Hash32(if approves { [2; 32] } else { [0; 32] });
    let reason = if approves {
        Reason::InOrder
    } else {
        Reason::NoEmergency
    };
    let body = Decision {
        kind,
        request: REQUEST,
        cids,
        x,
        reason,
        text: String::new(),
        time,
    };
    let id = &p.custodians[signer];
    let public = Word::sign(&body, p.federation.fed(), id).to_bytes();
    let signed = Signed::new(body, p.federation.fed(), &[id]).unwrap();
    let author = id.public();
    submission(&signed, public, &author, 1, &mut p.rng)
}

#[test]
fn decisions_count_when_proven_and_objections_even_without_a_body() {
    let mut p = Parties::new(13, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let made = [
        DecisionKind::Approve,
        DecisionKind::Object,
        DecisionKind::Refuse,
    ]
    .map(|k| decide(&mut p, k, 2, 1));
    let forged = decide(&mut p, DecisionKind::Approve, 3, 1);
    let forged_objection = decide(&mut p, DecisionKind::Object, 3, 1);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let see =
        |s: &Submission, body: bool| fact(&s.entry, body.then_some(s.body.as_slice()), &context);
    let said = |kind, cids| Some(Fact::Decided { x: 2, kind, cids });
    assert_eq!(
        see(&made[0], true),
        said(DecisionKind::Approve, Hash32([2; 32])),
        "an approval with its body"
    );
    assert_eq!(
        see(&made[0], false),
        said(DecisionKind::Approve, NOTHING),
        "an approval without its body approves no compartments"
    );
    assert_eq!(
        see(&made[1], true),
        said(DecisionKind::Object, Hash32([0; 32])),
        "an objection"
    );
    assert_eq!(
        see(&made[1], false),
        said(DecisionKind::Object, Hash32([0; 32])),
        "counts even without its body"
    );
    assert_eq!(
        see(&made[2], false),
        said(DecisionKind::Refuse, Hash32([0; 32])),
        "so does a refusal: whoever takes an approval back is not silenced"
    );
    assert_eq!(see(&forged, true), None, "nobody approves for another");
    assert_eq!(
        see(&forged_objection, true),
        None,
        "nor objects for another"
    );
    assert_eq!(
        see(&forged_objection, false),
        None,
        "nor with the body kept back"
    );
    let other = Context {
        request: &RequestId([9; 32]),
        ..context
    };
    assert_eq!(
        fact(&made[0].entry, Some(&made[0].body), &other),
        None,
        "p24: another request's approval"
    );
}

#[test]
fn notices_and_closings() {
    let mut p = Parties::new(14, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let h = Hash32([3; 32]);
    let body = ShareReleaseNotice {
        request: REQUEST,
        x: 4,
        cids: h,
        approvals: h,
        root: h,
        sealed: Hash32([4; 32]),
        time: 1,
    };
    let public = public_of_notice(&body);
    let signed = Signed::new(body, f.fed(), &[&p.custodians[3]]).unwrap();
    let author = p.custodians[3].public();
    let made = submission(&signed, public, &author, 1, &mut p.rng);
    assert_eq!(
        fact(&made.entry, Some(&made.body), &context),
        Some(Fact::Shared {
            x: 4,
            cids: h,
            sealed: Hash32([4; 32])
        }),
        "a notice"
    );
    let moved = Entry {
        public: [&REQUEST.0[..], &[4], &[5; 32]].concat(),
        ..made.entry.clone()
    };
    assert_eq!(
        fact(&moved, Some(&made.body), &context),
        None,
        "public fields must be the body's"
    );
    let closing = Closing {
        kind: ClosingKind::GrantClose,
        request: REQUEST,
        document: h,
        text: String::new(),
        time: 1,
    };
    let public = public_of_closing(&closing);
    let signed = Signed::new(closing, f.fed(), &[&p.officers[0]]).unwrap();
    let author = p.officers[0].public();
    let made = submission(&signed, public, &author, 1, &mut p.rng);
    assert_eq!(
        fact(&made.entry, Some(&made.body), &context),
        Some(Fact::Closed),
        "an officer closes"
    );
}

#[test]
fn p24_closings_and_notices_are_of_this_request_and_by_those_who_may() {
    let mut p = Parties::new(15, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let stranger = ugnay_seal::SigningIdentity::from_seed(&[99; 32]);
    let (custodian, officer) = (p.custodians[2].clone(), p.officers[1].clone());
    let other = RequestId([8; 32]);
    for (request, who, expected) in [
        (REQUEST, &officer, Some(Fact::Closed)),
        (REQUEST, &custodian, None),
        (REQUEST, &stranger, None),
        (other, &officer, None),
    ] {
        let closing = Closing {
            kind: ClosingKind::GrantClose,
            request,
            document: Hash32([0; 32]),
            text: String::new(),
            time: 1,
        };
        let signed = Signed::new(closing, f.fed(), &[who]).unwrap();
        let made = submission(&signed, REQUEST.0.to_vec(), &who.public(), 1, &mut p.rng);
        assert_eq!(
            fact(&made.entry, Some(&made.body), &context),
            expected,
            "a closing of {request:?}"
        );
        assert_eq!(
            fact(&made.entry, None, &context),
            None,
            "nothing without its body"
        );
    }
    let h = Hash32([3; 32]);
    let notice = ShareReleaseNotice {
        request: other,
        x: 3,
        cids: h,
        approvals: h,
        root: h,
        sealed: h,
        time: 1,
    };
    let signed = Signed::new(notice, f.fed(), &[&custodian]).unwrap();
    let public = [&REQUEST.0[..], &[3], &h.0].concat();
    let made = submission(&signed, public, &custodian.public(), 1, &mut p.rng);
    assert_eq!(
        fact(&made.entry, Some(&made.body), &context),
        None,
        "a notice of another request under this one's name"
    );
    let odd = Entry {
        public: REQUEST.0[..31].to_vec(),
        ..made.entry
    };
    assert_eq!(
        fact(&odd, Some(&made.body), &context),
        None,
        "no request is named"
    );
}

#[test]
fn an_entry_in_a_custodians_name_is_nobodys_word() {
    let mut p = Parties::new(16, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let author = p.custodians[1].public().hash().0;
    let approval = decide(&mut p, DecisionKind::Approve, 2, 1);
    for kind in [DecisionKind::Object, DecisionKind::Refuse] {
        let honest = decide(&mut p, kind, 2, 1);
        let word = Word::of(&honest.entry).unwrap();
        let entry = |public: Vec<u8>| Entry {
            kind: kind.entry(),
            author,
            public,
            ..approval.entry.clone()
        };
        let bare = [&REQUEST.0[..], &[2]].concat();
        assert_eq!(
            fact(&entry(bare), None, &context),
            None,
            "{kind:?}: a name and a number are not signed"
        );
        assert_eq!(
            fact(&entry(approval.entry.public.clone()), None, &context),
            None,
            "{kind:?}: the word of an approval is no other word"
        );
        for at in 0..Word::LEN {
            let mut public = word.to_bytes();
            public[at] ^= 1;
            assert_eq!(
                fact(&entry(public), None, &context),
                None,
                "{kind:?}: byte {at} of the word is signed"
            );
        }
        let other = Context {
            fed: &FedId([9; 16]),
            ..context
        };
        assert_eq!(
            fact(&honest.entry, None, &other),
            None,
            "{kind:?}: said in another federation"
        );
        let moved = Entry {
            author: [0; 32],
            ..honest.entry.clone()
        };
        assert!(
            fact(&moved, None, &context).is_some(),
            "{kind:?}: under whatever name a server enters it, the word is the custodian's"
        );
        let garbled = Entry {
            public: REQUEST.0.to_vec(),
            ..honest.entry.clone()
        };
        assert!(
            fact(&garbled, Some(&honest.body), &context).is_some(),
            "{kind:?}: and so it is by its body alone"
        );
    }
    let garbled = Entry {
        public: REQUEST.0.to_vec(),
        ..approval.entry.clone()
    };
    assert_eq!(
        fact(&garbled, Some(&approval.body), &context),
        None,
        "for a release nothing may be missing"
    );
}

#[test]
fn a_custodians_latest_word_is_the_latest_it_said_wherever_the_log_shows_it() {
    let mut p = Parties::new(17, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let (yes, no, stop) = (
        DecisionKind::Approve,
        DecisionKind::Refuse,
        DecisionKind::Object,
    );
    let approved = decide_at(&mut p, yes, 2, 1, 10);
    let refused = decide_at(&mut p, no, 2, 1, 20);
    let again = decide_at(&mut p, yes, 2, 1, 30);
    let others = decide_at(&mut p, yes, 3, 2, 5);
    let objected = decide_at(&mut p, stop, 2, 1, 1);
    let heard = |order: &[(&Submission, bool)]| {
        let mut hearing = Hearing::default();
        let kinds = order.iter().map(|(s, body)| {
            let body = body.then_some(s.body.as_slice());
            match hearing.hear(&s.entry, body, &context) {
                Some(Fact::Decided { kind, .. }) => Some(kind),
                _ => None,
            }
        });
        kinds.collect::<Vec<_>>()
    };
    let all = [(&approved, true), (&refused, true), (&again, true)];
    assert_eq!(heard(&all), [Some(yes), Some(no), Some(yes)], "in order");
    assert_eq!(
        heard(&[(&approved, true), (&refused, false), (&approved, true)]),
        [Some(yes), Some(no), None],
        "an approval entered once more does not come back to life"
    );
    assert_eq!(
        heard(&[(&refused, false), (&approved, true)]),
        [Some(no), None],
        "nor when the server enters what was said earlier later"
    );
    let at_once = decide_at(&mut p, yes, 2, 1, 20);
    assert_eq!(
        (
            heard(&[(&refused, true), (&at_once, true)]),
            heard(&[(&at_once, true), (&refused, true)]),
        ),
        (vec![Some(no), None], vec![Some(yes), Some(no)]),
        "of two words of one second the refusal stands, in either order"
    );
    assert_eq!(
        heard(&[(&approved, true), (&approved, true)]),
        [Some(yes), None],
        "said twice is said once"
    );
    assert_eq!(
        heard(&[(&again, true), (&refused, true)]),
        [Some(yes), None],
        "an older refusal does not undo a newer approval either"
    );
    assert_eq!(
        heard(&[(&refused, true), (&others, true)]),
        [Some(no), Some(yes)],
        "each custodian by its own clock"
    );
    assert_eq!(
        heard(&[(&again, true), (&objected, false)]),
        [Some(yes), Some(stop)],
        "an objection is one whenever it was said"
    );
}

#[test]
fn p24_a_body_about_another_request_says_nothing_of_this_one() {
    let mut p = Parties::new(18, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let refused = decide(&mut p, DecisionKind::Refuse, 2, 1);
    let f = p.federation.clone();
    let other = RequestId([9; 32]);
    let context = context(&f, &card, &other);
    let moved = Entry {
        public: other.0.to_vec(),
        ..refused.entry.clone()
    };
    assert_eq!(
        fact(&moved, Some(&refused.body), &context),
        None,
        "a refusal that is entered under another request's name is none of it"
    );
}

#[test]
fn p25_an_approval_kept_back_takes_the_place_of_the_one_before() {
    let mut p = Parties::new(15, Policy::standard(5, 3, 5), 0).unwrap();
    let card = card(&p);
    let first = decide_at(&mut p, DecisionKind::Approve, 2, 1, 10);
    let refusal = decide_at(&mut p, DecisionKind::Refuse, 2, 1, 20);
    let again = decide_at(&mut p, DecisionKind::Approve, 2, 1, 30);
    let f = p.federation.clone();
    let context = context(&f, &card, &REQUEST);
    let whole = |s: &Submission| (s.entry.clone(), Some(s.body.clone()));
    let bare = |s: &Submission| (s.entry.clone(), None);
    let last = |entries: &[(Entry, Option<Vec<u8>>)]| {
        let mut hearing = Hearing::default();
        let heard = entries
            .iter()
            .filter_map(|(e, b)| hearing.hear(e, b.as_deref(), &context));
        heard.last()
    };
    let says = |kind, cids| Some(Fact::Decided { x: 2, kind, cids });
    let nothing = says(DecisionKind::Approve, NOTHING);
    assert_eq!(
        last(&[whole(&first), bare(&again)]),
        nothing,
        "what was approved since is not known, so what was approved before does not count"
    );
    assert_eq!(
        last(&[bare(&again), whole(&first), whole(&refusal)]),
        nothing,
        "entered later or again, an older word takes no newer one's place, shown or not"
    );
    assert_eq!(
        last(&[whole(&refusal), bare(&again)]),
        nothing,
        "an approval after a refusal ends the refusal and opens nothing while its body is kept back"
    );
    assert_eq!(
        last(&[whole(&refusal), whole(&again)]),
        says(DecisionKind::Approve, Hash32([2; 32])),
        "once its body is there it counts in its place"
    );
    let mut copy = bare(&again);
    copy.0.commit = [9; 32];
    let approved = says(DecisionKind::Approve, Hash32([2; 32]));
    for copied in [
        [whole(&first), copy.clone(), whole(&again)],
        [whole(&first), whole(&again), copy.clone()],
    ] {
        assert_eq!(
            last(&copied),
            approved,
            "a copy of a signed word, entered before or after it without a body, silences no approval"
        );
    }
    let same = decide_at(&mut p, DecisionKind::Refuse, 2, 1, 30);
    for words in [
        [copy.clone(), whole(&same), whole(&again)],
        [whole(&same), copy, whole(&again)],
    ] {
        assert_eq!(
            last(&words),
            says(DecisionKind::Refuse, NOTHING),
            "of two words of one second the refusal stands"
        );
    }
    let counted = crate::desk::progress(
        f.policy(),
        Some(0),
        0,
        &(1..=5)
            .map(|x| {
                (
                    u64::from(x),
                    Fact::Decided {
                        x,
                        kind: DecisionKind::Approve,
                        cids: NOTHING,
                    },
                )
            })
            .collect::<Vec<_>>(),
    );
    assert!(
        counted.approvals.is_empty(),
        "five approvals of nothing are no approval of anything: {counted:?}"
    );
}
