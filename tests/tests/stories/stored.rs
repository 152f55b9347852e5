//! What the buffer stores: no name in any file of it, and other names of the same length leave the same sizes.

use crate::stage::{Stage, add, edit, sync};
use std::fs;
use std::path::Path;
use ugnay_app::dto::PhoneDto;

fn files(dir: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(dir).expect("the buffer's folder");
    entries
        .flatten()
        .map(|e| fs::read(e.path()).expect("a file of the buffer"))
        .collect()
}

fn found(files: &[Vec<u8>], canary: &str) -> bool {
    let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let holds = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|w| w == what);
    files
        .iter()
        .any(|f| holds(f, canary.as_bytes()) || holds(f, &utf16))
}

/// A register with one canary in every kind of field, sent.
fn stage(surname: &str, note: &str) -> Stage {
    let mut s = Stage::new();
    for given in ["Zyxwona", "Zyxwtwo", "Zyxwtri"] {
        let id = add(&mut s.laptop, surname, given, "SA");
        edit(&mut s.laptop, &id, |p| {
            p.emergency_note = note.into();
            p.employer = "Qvortex Trading".into();
            p.phones = vec![PhoneDto {
                typed: "+966501112222".into(),
                e164: None,
            }];
        });
    }
    s.join_laptop();
    sync(&mut s.laptop);
    s
}

#[test]
fn no_canary_lies_readable_in_the_buffer() {
    let s = stage("Qanarymendoza", "Qanary needs insulin");
    let mut files = files(&s.data());
    let bytes: usize = files.iter().map(Vec::len).sum();
    assert!(
        bytes > 100_000,
        "the buffer holds something to be searched: {bytes}"
    );
    for canary in [
        "Qanarymendoza",
        "QANARYMENDOZA",
        "qanarymendoza",
        "Zyxwona",
        "insulin",
        "Qvortex",
        "966501112222",
        "501112222",
        "0401009007",
        "401009007",
        "Dita",
    ] {
        assert!(
            !found(&files, canary),
            "a readable {canary} lies in the buffer"
        );
    }
    files.push(b"..Qanarymendoza..".to_vec());
    assert!(
        found(&files, "Qanarymendoza"),
        "the search finds what lies open"
    );
}

#[test]
fn other_names_of_the_same_length_leave_the_same_sizes() {
    let sizes = |s: &Stage| -> Vec<(i64, i64)> {
        let db = rusqlite::Connection::open(s.database()).expect("the database opens");
        let mut rows = db
            .prepare("SELECT kind, len FROM blobs ORDER BY kind, len")
            .expect("a query");
        let out = rows
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
            .expect("rows");
        out.map(|r| r.expect("a row")).collect()
    };
    let one = sizes(&stage("Qanarymendoza", "needs insulin"));
    let two = sizes(&stage("Zephyrosantos", "is pregnant.."));
    assert!(
        one.len() > 6,
        "there is something to compare: {}",
        one.len()
    );
    assert_eq!(one, two, "sizes say nothing about which names they are");
}
