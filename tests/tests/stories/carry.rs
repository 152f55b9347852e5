//! Changes carried as a file: the same bytes as by net, taken in by another device, handed to the buffer by anybody, and
//! refused whole when anything about them is wrong.

use crate::lines;
use crate::stage::{Stage, add, everybody, stranger, sync};
use ugnay_app::dto::ErrorCode;
use ugnay_app::feed_bundle;

/// The batches in a file.
fn batches(file: &[u8]) -> Vec<&[u8]> {
    let (mut rest, mut out) = (&file[25..], Vec::new());
    while let Some((len, tail)) = rest.split_first_chunk::<4>() {
        let (batch, tail) = tail.split_at(u32::from_be_bytes(*len) as usize);
        out.push(batch);
        rest = tail;
    }
    out
}

#[test]
fn p37_the_file_holds_exactly_what_the_net_would_have_carried() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    let first = s.laptop.export_bundle().expect("a bundle");
    add(&mut s.laptop, "Castro", "Nena", "HK");
    let both = s.laptop.export_bundle().expect("a bundle");
    assert_eq!(
        (first.batches, both.batches),
        (1, 2),
        "what changed since is added, what was written down stays"
    );
    assert_eq!(
        batches(&first.bytes)[0],
        batches(&both.bytes)[0],
        "byte for byte"
    );
    assert!(
        s.laptop.sync_state().expect("state").unsent > 0,
        "a file is not the buffer: nothing counts as sent"
    );
    let (line, sent) = lines::recorder(&s.url);
    s.laptop.use_buffer(&line).expect("joined");
    sync(&mut s.laptop);
    assert_eq!(
        *sent.lock().expect("one at a time"),
        batches(&both.bytes),
        "the net carried the file's batches, all and in order, and no other"
    );
    assert_eq!(
        s.laptop.sync_state().expect("state").unsent,
        0,
        "and now they are sent"
    );
}

#[test]
fn p37_another_device_takes_the_file_as_it_takes_the_net() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    add(&mut s.laptop, "Castro", "Nena", "HK");
    let file = s.laptop.export_bundle().expect("a bundle").bytes;
    assert_eq!(
        s.phone.import_bundle(&file).expect("a bundle of ours").1,
        0,
        "nobody wrote at the same time"
    );
    let by_file = everybody(&mut s.phone);
    assert_eq!(by_file, everybody(&mut s.laptop), "both know the same");
    s.phone.import_bundle(&file).expect("again");
    assert_eq!(everybody(&mut s.phone), by_file, "twice changes nothing");
    let mut line = s.client();
    for _ in 0..2 {
        assert_eq!(
            feed_bundle(&mut line, &file).ok(),
            Some(1),
            "anybody may hand it to the buffer, again too"
        );
    }
    sync(&mut s.phone);
    sync(&mut s.laptop);
    s.cosign();
    for app in [&mut s.laptop, &mut s.phone] {
        sync(app);
        assert_eq!(everybody(app), by_file, "and by net it is the same");
        assert!(
            app.sync_state().expect("state").proven_at.is_some(),
            "and proven"
        );
    }
}

#[test]
fn a_file_that_is_wrong_in_anything_is_refused_and_changes_nothing() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA")]);
    add(&mut s.laptop, "Bautista", "Rico", "SA");
    let file = s.laptop.export_bundle().expect("a bundle").bytes;
    let before = everybody(&mut s.phone);
    let mut refuses = |file: &[u8], detail: &str, why: &str| {
        let got = s.phone.import_bundle(file).map_err(|e| (e.code, e.detail));
        assert_eq!(
            got,
            Err((ErrorCode::Refused, Some(detail.to_owned()))),
            "{why}"
        );
        assert_eq!(everybody(&mut s.phone), before, "{why}: nothing changed");
    };
    for cut in [0, 5, 24, 28, file.len() / 2, file.len() - 1] {
        refuses(&file[..cut], "not_a_bundle", "cut short");
    }
    for at in [6, 7, 30, 100, file.len() / 2, file.len() - 1] {
        let mut changed = file.clone();
        changed[at] ^= 1;
        refuses(&changed, "not_a_bundle", "a bit changed on the way");
    }
    refuses(
        &[&file[..], b"more"].concat(),
        "not_a_bundle",
        "something behind it",
    );
    refuses(
        b"PK\x03\x04 a workbook",
        "not_a_bundle",
        "another kind of file",
    );
    let mut outsider = stranger(&s, "outsider");
    add(&mut outsider, "Reyes", "Foreign", "SA");
    let invitation = s.invitation();
    outsider
        .join_federation(&invitation)
        .expect("words of its own");
    let foreign = outsider.export_bundle().expect("a bundle").bytes;
    let got = s.phone.import_bundle(&foreign).map_err(|e| e.detail);
    assert_eq!(
        got,
        Err(Some("not_a_bundle".into())),
        "another register's file is none of ours"
    );
    // A later file that builds on one this device never got.
    sync(&mut s.laptop);
    add(&mut s.laptop, "Castro", "Nena", "SA");
    let later = s.laptop.export_bundle().expect("a bundle").bytes;
    let got = s.phone.import_bundle(&later).map_err(|e| e.detail);
    assert_eq!(
        got,
        Err(Some("bundle_incomplete".into())),
        "what it builds on has to be read first"
    );
    assert_eq!(everybody(&mut s.phone), before, "and nothing was taken");
    sync(&mut s.phone);
    s.phone.import_bundle(&later).expect("now it fits");
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "after the net, the file"
    );
}
