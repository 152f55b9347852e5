//! Look-alikes before the index is whole, while it is built, and after.

use super::{AT_ONCE, Read};
use crate::dto::{LookAlikes, PersonInput};
use crate::testing::{Device, PASSPHRASE, device, person, phone};

/// More people than are compared at once, and one to be found, in a register just unlocked.
fn town() -> (Device, String, PersonInput) {
    let mut d = device();
    for n in 0..AT_ONCE {
        d.add(&format!("Surname{n}"), &format!("Given{}", n % 7), "SA");
    }
    let mut known = person("Magsaysay", "Liza", "SA");
    known.birth = "1990-05-03".into();
    known.contacts[0].phones = vec![phone("0917 555 0199")];
    let id = d.app.save_person(&known).expect("saved").id;
    d.app.lock();
    d.app.unlock("r", PASSPHRASE).expect("opened");
    (d, id, known)
}

fn ask(d: &mut Device, input: &PersonInput) -> LookAlikes {
    d.app.look_alikes(input).expect("an answer")
}

fn first(found: &LookAlikes) -> Option<&str> {
    found.found.first().map(|l| l.row.id.as_str())
}

#[test]
fn the_first_answer_waits_for_nothing_and_says_that_it_is_not_all() {
    let (mut d, id, known) = town();
    let found = ask(&mut d, &known);
    assert_eq!(
        (first(&found), found.complete),
        (Some(id.as_str()), false),
        "who is written alike is known from the register's own words"
    );
    assert!(!found.found[0].why.is_empty(), "with reasons");
    let mut by_phone = known.clone();
    by_phone.surname = "Macaspac".into();
    by_phone.given = "Liza".into();
    assert_eq!(
        first(&ask(&mut d, &by_phone)),
        Some(id.as_str()),
        "and by the number of the same mother"
    );
    let s = d.app.session.as_ref().expect("open");
    assert!(
        s.linkage.alike.read == Read::NotBegun,
        "nothing was built in front of the form"
    );
}

#[test]
fn built_in_parts_it_finds_the_misspelt_and_what_was_written_meanwhile() {
    let (mut d, id, known) = town();
    let mut misspelt = known.clone();
    misspelt.surname = "Magsaysy".into();
    misspelt.contacts.clear();
    assert!(
        !ask(&mut d, &misspelt).complete,
        "who is misspelt may come still"
    );
    assert!(
        !d.app.warm_look_alikes().expect("builds"),
        "one part of several"
    );
    let mut later = person("Zobel", "Ernesto", "SA");
    later.birth = "1980-01-02".into();
    let new = d.app.save_person(&later).expect("saved").id;
    let gone = d.add("Yulo", "Remedios", "SA");
    d.app.remove_person(&gone).expect("removed");
    let mut parts = 1;
    while !d.app.warm_look_alikes().expect("builds") {
        parts += 1;
    }
    assert!(parts > 2, "never all at once: {parts}");
    let found = ask(&mut d, &misspelt);
    assert_eq!(
        (first(&found), found.complete),
        (Some(id.as_str()), true),
        "now everybody is compared"
    );
    assert_eq!(
        first(&ask(&mut d, &later)),
        Some(new.as_str()),
        "who was saved while it was built is warned of"
    );
    assert!(
        first(&ask(&mut d, &person("Yulo", "Remedios", "SA"))) != Some(gone.as_str()),
        "who was removed is not"
    );
}

#[test]
fn saving_waits_for_no_index() {
    let (mut d, ..) = town();
    d.app.warm_look_alikes().expect("builds");
    d.add("Dimaano", "Rosa", "SA");
    let s = d.app.session.as_ref().expect("open");
    assert!(
        matches!(s.linkage.alike.read, Read::Until(_)),
        "a save takes one person in and builds nothing"
    );
}

#[test]
fn warming_is_not_use() {
    let mut d = device();
    d.clock.advance(crate::AUTO_LOCK - 1);
    d.app.warm_look_alikes().expect("open still");
    d.clock.advance(2);
    d.app
        .warm_look_alikes()
        .expect_err("locked itself: nobody was there");
}
