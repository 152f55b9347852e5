//! Corrections are kept, replaced, forgotten, and gone with their person.

use super::{ImportFix, write};
use crate::Register;
use crate::testing::{NOW, invented, officer, register, reopen};
use ugnay_model::PersonId;

fn fix(row: u8, person: PersonId, now: &str) -> ImportFix {
    ImportFix {
        shape: "shape".to_owned(),
        row: [row; 8],
        place: "CP No.".to_owned(),
        was: "0917 12".to_owned(),
        now: now.to_owned(),
        person,
        at: NOW,
    }
}

/// As an import writes them.
fn keep(reg: &mut Register, kept: &[ImportFix], forgotten: &[(String, [u8; 8], String)]) {
    let tx = reg.conn.transaction().expect("begins");
    write(&tx, kept, forgotten).expect("keeps");
    tx.commit().expect("durable");
}

#[test]
fn corrections_are_kept_replaced_and_forgotten() {
    let (_dir, path, mut reg) = register();
    let person = invented(1).id;
    let two = [fix(1, person, "first"), fix(2, person, "other")];
    keep(&mut reg, &two, &[]);
    keep(&mut reg, &[fix(1, person, "second")], &[]);
    drop(reg);
    let mut reg = reopen(&path);
    let kept = reg.import_fixes("shape").expect("lists");
    let words: Vec<&str> = kept.iter().map(|f| f.now.as_str()).collect();
    assert_eq!(words, ["second", "other"], "one for a cell, the later one");
    assert!(
        reg.import_fixes("another").expect("lists").is_empty(),
        "by the sheet's shape"
    );
    assert!(
        reg.dirty_records(10).expect("lists").is_empty(),
        "no record: nothing to send"
    );
    let taken_back = ("shape".to_owned(), [1; 8], "CP No.".to_owned());
    keep(&mut reg, &[], &[taken_back]);
    assert_eq!(
        reg.import_fixes("shape").expect("lists").len(),
        1,
        "the other stays"
    );
}

#[test]
fn an_erased_person_leaves_no_correction() {
    let (_dir, _path, mut reg) = register();
    let (gone, stays) = (invented(1), invented(2));
    reg.batch(&officer(), NOW, |b| {
        b.save_person(&gone)?;
        b.save_person(&stays)
    })
    .expect("saved");
    let two = [
        fix(1, gone.id, "0917 555 9999 corrected"),
        fix(2, stays.id, "0918 555 1111"),
    ];
    keep(&mut reg, &two, &[]);
    assert_eq!(
        reg.import_fixes_of(gone.id).expect("lists").len(),
        1,
        "found by the person"
    );
    reg.erase_person(gone.id, "officer", NOW).expect("erased");
    assert!(
        reg.import_fixes_of(gone.id).expect("lists").is_empty(),
        "gone with the person"
    );
    assert_eq!(
        reg.import_fixes("shape").expect("lists").len(),
        1,
        "the other's stays"
    );
    assert_eq!(
        reg.pages_holding("0917 555 9999 corrected"),
        0,
        "nothing of it is left in the file"
    );
}
