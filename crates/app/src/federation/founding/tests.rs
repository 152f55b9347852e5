//! A founding by files: everybody's keys stay where they were made, all must sign, and the linter has its say.

use super::*;
use crate::env::FixedClock;
use crate::federation::paper::draft as unsigned;
use ugnay_release::{Federation, ReleaseError, Roster};

/// A party that founds: its card and its key.
struct Founder {
    card: PartyCard,
    sign: SigningIdentity,
}

fn custodian(name: &str, jurisdiction: &str, env: &mut Env) -> Founder {
    let sign = SigningIdentity::generate(&mut env.rng());
    let card = PartyCard::Custodian {
        name: name.into(),
        jurisdiction: jurisdiction.into(),
        sign: *sign.public().as_bytes(),
        cosign: witness_key(name, env).unwrap().verifier().to_vkey(),
        x_wing: SealKeyPair::generate(&mut env.rng()).public().to_bytes(),
    };
    Founder { card, sign }
}

fn founders(jurisdictions: &[&str], env: &mut Env) -> (Vec<Founder>, FoundingDraft) {
    let custodians: Vec<Founder> = jurisdictions
        .iter()
        .enumerate()
        .map(|(i, j)| custodian(&format!("organisation {i}"), j, env))
        .collect();
    let mut cards: Vec<PartyCard> = custodians.iter().map(|f| f.card.clone()).collect();
    for (name, jurisdiction) in [("outside one", "HK"), ("outside two", "CH")] {
        cards.push(PartyCard::Witness {
            name: name.into(),
            jurisdiction: jurisdiction.into(),
            cosign: witness_key(name, env).unwrap().verifier().to_vkey(),
        });
    }
    let ticket = SigningIdentity::generate(&mut env.rng());
    cards.push(PartyCard::Office {
        name: "office".into(),
        sign: *ticket.public().as_bytes(),
    });
    let log = SignerKey::generate("log.invalid/a", KeyKind::Note, &mut env.rng()).unwrap();
    let draft = FoundingDraft {
        name: "By files".into(),
        log: format!("{}\n", log.verifier().to_vkey()),
        policy: Policy::standard(5, 3, 5),
        cards,
    };
    (custodians, draft)
}

fn env() -> Env {
    Env::seeded(&FixedClock::at(1_790_000_000), 7)
}

const FIVE: [&str; 5] = ["PH", "PH", "IT", "CA", "JP"];

fn signed_by(genesis: &Signed<Genesis>, founders: &[Founder]) -> Vec<Signed<Genesis>> {
    let fed = genesis.body().fed().unwrap();
    let sign = |f: &Founder| {
        // Each signs the bytes that were handed over, on its own machine.
        let mut copy = Paper::from_bytes(&genesis.to_bytes()).unwrap();
        copy.sign(&fed, &f.sign).unwrap();
        let Paper::Genesis(copy) = copy else {
            panic!("a genesis stays one")
        };
        copy
    };
    founders.iter().map(sign).collect()
}

#[test]
fn each_signs_its_own_copy_and_all_are_needed() {
    let mut env = env();
    let (custodians, draft) = founders(&FIVE, &mut env);
    let genesis = draft.genesis(&mut env).unwrap();
    assert!(
        genesis.signatures().is_empty(),
        "a draft is signed by nobody"
    );
    let copies = signed_by(&genesis, &custodians);
    let four = assemble(&copies[..4]).map_err(|e| e.detail);
    assert_eq!(
        four.err().flatten().as_deref(),
        Some("4 of 5 required signatures"),
        "four of five found nothing"
    );
    let whole = assemble(&copies).unwrap();
    let federation = Federation::start(&whole, &genesis.hash()).unwrap();
    assert_eq!(
        federation.roster().custodians.len(),
        5,
        "the hash compared before signing is the hash that is pinned"
    );
    let order: Vec<_> = federation
        .roster()
        .custodians
        .iter()
        .map(|c| &c.sign)
        .collect();
    let given: Vec<_> = custodians
        .iter()
        .filter_map(|f| f.card.sign_key())
        .collect();
    assert_eq!(order, given, "places follow the order of the cards");
}

#[test]
fn copies_of_another_draft_and_forged_signatures_are_refused() {
    let mut env = env();
    let (custodians, draft) = founders(&FIVE, &mut env);
    let one = draft.genesis(&mut env).unwrap();
    let two = draft.genesis(&mut env).unwrap();
    assert_ne!(
        one.hash(),
        two.hash(),
        "two drafts of the same parts differ"
    );
    let mut mixed = signed_by(&one, &custodians[..3]);
    mixed.extend(signed_by(&two, &custodians[3..]));
    assert_eq!(
        assemble(&mixed)
            .map_err(|e| e.detail)
            .err()
            .flatten()
            .as_deref(),
        Some("another_paper"),
        "signatures under another draft do not count"
    );
    let mut copies = signed_by(&one, &custodians);
    let mut forged = copies[4].to_bytes();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    copies[4] = Signed::from_bytes(&forged).unwrap();
    assert!(
        assemble(&copies).is_err(),
        "a wrong signature is not overlooked"
    );
    let stranger = custodian("stranger", "SE", &mut env);
    let mut strangers = signed_by(&one, &custodians[..4]);
    strangers.extend(signed_by(&one, &[stranger]));
    assert!(
        assemble(&strangers).is_err(),
        "five signatures, one of them a stranger's, are four"
    );
}

#[test]
fn p33_a_founding_with_one_authority_in_reach_is_not_assembled() {
    let mut env = env();
    let (custodians, draft) = founders(&["PH", "PH", "PH", "CA", "JP"], &mut env);
    let genesis = draft.genesis(&mut env).unwrap();
    assert!(
        findings(&genesis.body().policy, &genesis.body().roster)
            .iter()
            .any(|r| r.is_error() && r.code == "one_authority_opens"),
        "the linter says it of the draft"
    );
    let refused = assemble(&signed_by(&genesis, &custodians));
    assert_eq!(
        refused.map_err(|e| e.detail).err().flatten().as_deref(),
        Some("linter: one_authority_opens"),
        "and all signatures together do not put it in force"
    );
}

#[test]
fn cards_make_a_roster_only_when_they_fit() {
    let mut env = env();
    let (custodians, draft) = founders(&FIVE, &mut env);
    let without_office = FoundingDraft {
        cards: draft.cards[..7].to_vec(),
        ..draft.clone()
    };
    assert!(
        without_office.genesis(&mut env).is_err(),
        "somebody must hand out tickets"
    );
    let twice = FoundingDraft {
        cards: [draft.cards.clone(), vec![custodians[0].card.clone()]].concat(),
        policy: Policy::standard(6, 3, 5),
        ..draft.clone()
    };
    assert!(
        twice.genesis(&mut env).is_err(),
        "P23: one organisation does not get two places"
    );
    let wrong_log = FoundingDraft {
        log: draft.cards[0].to_custodian(1).unwrap().cosign,
        ..draft
    };
    assert!(wrong_log.genesis(&mut env).is_err(), "a witness is no log");
}

fn founded(env: &mut Env) -> (Vec<Founder>, Federation) {
    let (custodians, draft) = founders(&FIVE, env);
    let genesis = draft.genesis(env).unwrap();
    let whole = assemble(&signed_by(&genesis, &custodians)).unwrap();
    let federation = Federation::start(&whole, &whole.hash()).unwrap();
    (custodians, federation)
}

#[test]
fn the_next_policy_and_roster_need_k_of_the_custodians_in_force() {
    let mut env = env();
    let (custodians, mut federation) = founded(&mut env);
    let fed = *federation.fed();
    let wanted = Policy {
        veto: 3,
        ..Policy::standard(5, 3, 5)
    };
    let mut next = successor::policy(&federation, &wanted).unwrap();
    for f in &custodians[..2] {
        next.sign(&fed, &f.sign).unwrap();
    }
    assert_eq!(
        federation.accept_policy(&next),
        Err(ReleaseError::TooFewSigners { have: 2, need: 3 }),
        "two of three are too few"
    );
    next.sign(&fed, &custodians[4].sign).unwrap();
    federation.accept_policy(&next).unwrap();
    assert_eq!(
        (federation.policy().version, federation.policy().veto),
        (2, 3),
        "with the third it is in force"
    );
    let successor_card = custodian("successor", "SE", &mut env);
    let mut roster = successor::replace(&federation, 2, &successor_card.card).unwrap();
    let old: Vec<Roster> = vec![federation.roster().clone()];
    for f in &custodians[..3] {
        roster.sign(&fed, &f.sign).unwrap();
    }
    federation.accept_roster(&roster).unwrap();
    let now = federation.roster();
    assert_eq!(
        (now.version, &now.custodians[1].name, &now.custodians[0]),
        (2, &"successor".to_owned(), &old[0].custodians[0]),
        "the place has a new holder and the others stay"
    );
    assert!(
        successor::replace(&federation, 9, &successor_card.card).is_err(),
        "there is no ninth place"
    );
    assert!(
        successor::policy(&federation, &Policy::standard(6, 3, 5)).is_err(),
        "a policy for six does not fit five"
    );
}

#[test]
fn a_policy_file_comes_back_and_knows_no_other_words() {
    for policy in [Policy::standard(5, 3, 5), Policy::demo(7, 4, 5)] {
        let json = serde_json::to_vec(&PolicyFile::from(&policy)).unwrap();
        let back = PolicyFile::parse(&json).unwrap().policy().unwrap();
        assert_eq!(back, policy, "every number comes back");
        unsigned(back).unwrap();
    }
    let mut json = serde_json::to_value(PolicyFile::from(&Policy::standard(5, 3, 5))).unwrap();
    json["master_key"] = true.into();
    assert!(
        PolicyFile::parse(json.to_string().as_bytes()).is_err(),
        "what the program does not know is not silently left out"
    );
}
