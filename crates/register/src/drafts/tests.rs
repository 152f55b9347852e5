//! Drafts are kept, replaced, bounded, and go with what they became or with the person.

use super::{Draft, DraftId, MAX_DRAFT, MAX_DRAFTS};
use crate::testing::{NOW, invented, officer, register, reopen};
use crate::{Register, RegisterError};
use ugnay_model::PersonId;

fn draft(n: u8, person: Option<PersonId>, text: &str) -> Draft {
    Draft {
        id: DraftId([n; 16]),
        person,
        at: NOW + i64::from(n),
        form: text.as_bytes().to_vec(),
    }
}

fn ids(reg: &Register) -> Vec<u8> {
    let all = reg.drafts().expect("lists");
    all.iter().map(|d| d.id.0[0]).collect()
}

#[test]
fn a_draft_is_there_after_opening_again_as_it_was_last_written() {
    let (_dir, path, mut reg) = register();
    reg.put_draft(&draft(1, None, "M")).expect("keeps");
    reg.put_draft(&draft(1, None, "Mar")).expect("keeps");
    reg.put_draft(&draft(2, None, "Edna")).expect("keeps");
    drop(reg);
    let mut reg = reopen(&path);
    assert_eq!(ids(&reg), [2, 1], "latest first, each once");
    let kept = reg.draft(DraftId([1; 16])).expect("reads").expect("there");
    assert_eq!(kept.form, b"Mar", "as last written");
    assert!(
        reg.dirty_records(10).expect("lists").is_empty()
            && reg.change_sets(9).expect("lists").is_empty(),
        "a draft is no record: nothing to send, nothing to undo"
    );
    reg.delete_draft(kept.id).expect("forgets");
    assert_eq!(ids(&reg), [2], "the other stays");
    assert_eq!(reg.pages_holding("Mar"), 0, "nothing of it is left");
}

#[test]
fn of_one_person_there_is_one_draft() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1).id;
    reg.put_draft(&draft(1, Some(person), "first"))
        .expect("keeps");
    reg.put_draft(&draft(2, Some(person), "second"))
        .expect("keeps");
    reg.put_draft(&draft(3, None, "new")).expect("keeps");
    reg.put_draft(&draft(4, None, "new too")).expect("keeps");
    assert_eq!(ids(&reg), [4, 3, 2], "of new persons as many as were begun");
}

#[test]
fn a_draft_goes_with_the_save_it_became_or_stays_with_one_that_failed() {
    let (_dir, _path, mut reg) = register();
    reg.put_draft(&draft(1, None, "form")).expect("keeps");
    let failed = reg.batch(&officer(), NOW, |b| {
        b.save_person(&invented(1))?;
        b.drop_draft(DraftId([1; 16]))?;
        Err::<(), _>(RegisterError::Cancelled)
    });
    assert!(failed.is_err() && ids(&reg) == [1], "neither of both");
    reg.batch(&officer(), NOW, |b| {
        b.save_person(&invented(1))?;
        b.drop_draft(DraftId([1; 16]))
    })
    .expect("saves");
    assert!(ids(&reg).is_empty(), "both");
}

#[test]
fn what_was_begun_about_a_person_is_erased_with_them() {
    let (_dir, _path, mut reg) = register();
    let person = invented(1);
    reg.save_person(&person, &officer(), NOW).expect("saves");
    reg.put_draft(&draft(1, Some(person.id), "Xantippe"))
        .expect("keeps");
    reg.put_draft(&draft(2, None, "somebody else"))
        .expect("keeps");
    reg.erase_person(person.id, "Officer", NOW).expect("erases");
    assert_eq!(ids(&reg), [2], "the draft is gone");
    assert_eq!(reg.pages_holding("Xantippe"), 0, "with every word of it");
}

#[test]
fn drafts_are_bounded() {
    let (_dir, _path, mut reg) = register();
    let large = "x".repeat(MAX_DRAFT + 1);
    for bad in ["", large.as_str()] {
        assert_eq!(
            reg.put_draft(&draft(1, None, bad)),
            Err(RegisterError::TooLarge),
            "neither nothing nor everything"
        );
    }
    for n in 0..60 {
        reg.put_draft(&draft(n, None, "x")).expect("keeps");
    }
    let kept = ids(&reg);
    assert_eq!((kept.len(), kept[0]), (MAX_DRAFTS, 59), "the latest ones");
}
