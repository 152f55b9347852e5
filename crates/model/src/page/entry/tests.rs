//! Entries survive the round trip; two corrections of one entry are both kept.

use super::*;
use crate::{DeviceHash, Dot, Page};

fn entry(name: &str) -> DirectoryEntry {
    DirectoryEntry {
        kind: "leader".into(),
        name: name.into(),
        phones: vec!["+966 50 000 0000".into()],
        by: "Invented Officer".into(),
        at: 5,
        ..DirectoryEntry::default()
    }
}

fn page(name: &str, device: u8) -> Record {
    let mut page = Page::Directory("SA".parse().expect("a code")).empty();
    let dot = Dot {
        lamport: 1,
        device: DeviceHash([device; 32]),
    };
    page.apply([(DirectoryEntry::key([7; 16]), entry(name).value())], dot);
    page
}

#[test]
fn an_entry_survives_the_round_trip() {
    let read = Record::from_cbor(&page("Ñ", 1).to_cbor()).expect("our own bytes");
    assert_eq!(
        DirectoryEntry::all(&read),
        [([7; 16], entry("Ñ"), 0)],
        "nothing is lost"
    );
    assert_eq!(
        format!("{:?}", entry("Ñ")),
        "DirectoryEntry(…)",
        "a leader's name stands in no log"
    );
}

#[test]
fn two_corrections_are_both_kept() {
    let mut here = page("Here", 1);
    here.merge(&page("There", 2));
    let all = DirectoryEntry::all(&here);
    assert_eq!(
        (all.len(), all[0].2),
        (1, 1),
        "one is shown, the other is known of"
    );
}
