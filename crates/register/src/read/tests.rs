//! Reading what is not there, and finding people by their words.

use crate::testing::{NOW, invented, officer, register};
use ugnay_model::{CampaignId, Facet, PersonId};

#[test]
fn what_is_not_there_reads_as_nothing() {
    let (_dir, _path, reg) = register();
    let id = PersonId::from_random([1; 16]);
    assert!(reg.person(id).expect("reads").is_none(), "no card");
    assert!(reg.case_file(id).expect("reads").is_none(), "no case");
    assert!(reg.person_row(id).expect("reads").is_none(), "no row");
    assert!(
        reg.record(id, Facet::Card).expect("reads").is_none(),
        "no record"
    );
    assert!(reg.history(id).expect("reads").is_empty(), "no history");
    assert!(reg.conflicts(id).expect("reads").is_empty(), "no conflict");
    let campaign = CampaignId::from_random([1; 16]);
    assert!(
        reg.attempts_of(campaign).expect("reads").is_empty(),
        "no attempt"
    );
}

#[test]
fn people_are_found_by_the_beginnings_of_their_words() {
    let (_dir, _path, mut reg) = register();
    for n in 0..20 {
        reg.save_person(&invented(n), &officer(), NOW)
            .expect("saves");
    }
    let me = invented(6);
    for typed in [
        "given6",
        "GIVEN6 penaf",
        "peñaflor given6",
        "kin6",
        "639170000006",
        "0917 0000 006",
        "9980000006",
        "given6 harbour carer",
    ] {
        let found = reg.fts_prefix(typed, 50).expect("finds");
        assert!(found.contains(&me.id), "{typed:?} finds the person");
    }
    assert!(
        reg.fts_prefix("given6 magsaysay", 50)
            .expect("finds")
            .is_empty(),
        "all words count"
    );
    let mut changed = me.clone();
    changed.given = "Renamed".into();
    reg.save_person(&changed, &officer(), NOW).expect("saves");
    assert!(
        reg.fts_prefix("given6", 50).expect("finds").is_empty(),
        "old words are gone"
    );
    assert_eq!(
        reg.fts_prefix("renam", 50).expect("finds"),
        vec![me.id],
        "new ones find"
    );
    reg.remove_person(me.id, &officer(), NOW).expect("removes");
    assert!(
        reg.fts_prefix("renam", 50).expect("finds").is_empty(),
        "the removed are not found"
    );
}
