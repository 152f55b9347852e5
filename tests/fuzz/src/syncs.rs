//! What devices of a register read from each other once it is open, what a device keeps of its exchanges, and files that
//! travel instead of the line.

use crate::{Target, none, unhex};
use ugnay_model::{Country, Person, PersonId, Record, Sex};
use ugnay_sync::{RegisterRoster, parsers};

/// A parser of one encoding: what is read is written as it was.
macro_rules! strict {
    ($name:ident) => {
        |b: &[u8]| {
            if let Some(again) = parsers::$name(b) {
                assert_eq!(again, b, "one encoding of one value");
            }
        }
    };
}

/// A parser of what this device alone wrote: what it writes reads as itself.
macro_rules! own {
    ($name:ident) => {
        |b: &[u8]| {
            if let Some(written) = parsers::$name(b) {
                let again = parsers::$name(&written);
                assert_eq!(again, Some(written), "what is written reads as itself");
            }
        }
    };
}

fn register_roster(b: &[u8]) {
    if let Ok(roster) = RegisterRoster::decode(b) {
        assert_eq!(roster.encode(), b, "one encoding of one roster");
    }
}

/// A later version may write what this one reads more loosely than it writes; what this one writes reads as itself.
fn record(b: &[u8]) {
    let Ok(record) = Record::from_cbor(b) else {
        return;
    };
    let written = record.to_cbor();
    assert_eq!(
        Record::from_cbor(&written).as_ref(),
        Ok(&record),
        "a record written again is the record"
    );
}

fn carried(b: &[u8]) {
    let most = b.len();
    let held = parsers::carried(b).map_or(0, |batches| batches.len());
    assert!(held <= most, "a file holds no more than it is long");
}

fn a_record() -> Vec<Vec<u8>> {
    let id = PersonId::from_random([7; 16]);
    let mut person = Person::new(id, "Dela Peña", "Ma. Luisa");
    person.sex = Some(Sex::F);
    person.country = "SA".parse::<Country>().ok();
    let mut record = Record::new(id, ugnay_model::Facet::Card);
    let device = ugnay_model::DeviceHash([1; 32]);
    record.apply(person.values(), ugnay_model::Dot { lamport: 1, device });
    vec![record.to_cbor()]
}

fn a_shard() -> Vec<Vec<u8>> {
    let entry = |n: u8| [&[n; 16][..], &[0; 15], &[n], &[n; 16], &[n; 32], &[n % 2]].concat();
    vec![[&[1, 0, 0, 0, 2][..], &entry(1), &entry(2)].concat()]
}

/// The shard of a compartment that can be released: a list of writers behind it.
fn shards() -> Vec<Vec<u8>> {
    let mut listed = a_shard().concat();
    listed[0] = 2;
    let list = a_list();
    listed.extend((list.len() as u16).to_be_bytes());
    listed.extend(list);
    [a_shard(), vec![listed]].concat()
}

fn a_list() -> Vec<u8> {
    unhex(include_str!("../../../crates/sync/golden/writers.hex"))
}

/// Cursor, sequence numbers, own head; one other head; one shard; one merged shard with one blob; one place.
fn a_book() -> Vec<u8> {
    let one = [0, 0, 0, 1];
    let shard = a_shard().concat();
    let place = [0, 0, 0, 9, b'S', b'A', 1];
    [
        &[2][..],
        &[0; 24],
        &[0; 8],
        &[5; 32],
        &one,
        &[4],
        &[0; 8],
        &[6; 32],
        &one,
        &place,
        &(shard.len() as u32).to_be_bytes(),
        &shard,
        &one,
        &[1; 16],
        &one,
        &[2; 16],
        &[3; 32],
        &one,
        &[7; 16],
        &[1],
        &place,
    ]
    .concat()
}

fn a_batch() -> Vec<u8> {
    unhex(include_str!("../../../crates/wire/golden/batch.hex"))
}

fn a_pending() -> Vec<Vec<u8>> {
    let batch = a_batch();
    let len = (batch.len() as u32).to_be_bytes();
    let pushed = [&[0, 0, 0, 1][..], &[7; 16], &[1], &[0; 8]].concat();
    vec![[&len[..], &batch, &pushed, &a_book()].concat()]
}

fn a_carried_file() -> Vec<Vec<u8>> {
    let signed = [a_batch(), vec![9; 64]].concat();
    let len = (signed.len() as u32).to_be_bytes();
    vec![[b"UGNAYB\x01", &[3; 16][..], &[0, 1], &len, &signed].concat()]
}

const fn target(name: &'static str, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Target {
    Target {
        name,
        run,
        seeds,
        slow: 2,
    }
}

pub const TARGETS: &[Target] = &[
    target("sync_register_roster", register_roster, || {
        vec![unhex(include_str!(
            "../../../crates/sync/golden/register_roster.hex"
        ))]
    }),
    target("sync_head", strict!(head), || {
        let chain = include_str!("../../../crates/sync/golden/head_chain.hex");
        chain.lines().map(unhex).collect()
    }),
    target("sync_shard", strict!(shard), shards),
    target("sync_writers", strict!(writers), || vec![a_list()]),
    target("sync_book", own!(book), || vec![a_book()]),
    target("sync_pending", own!(pending), a_pending),
    target("sync_watch", own!(watch), none),
    target("sync_carried", carried, a_carried_file),
    target("model_record", record, a_record),
];
