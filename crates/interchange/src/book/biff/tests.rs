//! Records that lie about how much there is, and those that do not.

use super::*;
use proptest::prelude::*;

fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let len = u16::try_from(content.len()).expect("a short record");
    [&kind.to_le_bytes(), &len.to_le_bytes(), content].concat()
}

fn cell(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    [&row.to_le_bytes(), &column.to_le_bytes(), rest].concat()
}

/// A workbook of one sheet: shared strings before it, these records in it.
fn workbook(shared: &[u8], records: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(BOF, &[0, 6, 5, 0]);
    let sheet = |at: u32| {
        record(
            BOUND_SHEET,
            &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'A']].concat(),
        )
    };
    let shared = record(SHARED_STRINGS, &[&[0; 8], shared].concat());
    let end = record(EOF, &[]);
    let first = begin.len() + sheet(0).len() + shared.len() + end.len();
    let at = u32::try_from(first).expect("small");
    [
        begin.clone(),
        sheet(at),
        shared,
        end.clone(),
        begin,
        records.concat(),
        end,
    ]
    .concat()
}

fn verdict(shared: &[u8], records: &[Vec<u8>]) -> (Option<&'static str>, Vec<u8>) {
    let mut stream = workbook(shared, records);
    let file = SourceFile {
        name: "a.xls",
        bytes: &[],
    };
    let refused = prepare(&mut stream, file).err().map(|e| e.code());
    (refused, stream)
}

const TOO_MANY: Option<&str> = Some("file_too_many_cells");

#[test]
fn a_sheet_as_large_as_it_is_written_is_taken() {
    let number = record(0x0203, &cell(9, 3, &[0; 10]));
    let (refused, _) = verdict(&[], &[number]);
    assert_eq!(refused, None, "ten rows, four columns");
}

#[test]
fn a_claimed_extent_is_not_believed() {
    let claim = [0u32, u32::MAX].map(u32::to_le_bytes).concat();
    let claim = [claim, vec![0, 0, 0xFF, 0xFF, 0, 0]].concat();
    let before = record(DIMENSIONS, &claim);
    let (refused, stream) = verdict(&[], std::slice::from_ref(&before));
    assert_eq!(refused, None, "only a claim");
    let there = |r: Record| r.kind == DIMENSIONS;
    assert!(
        !sheets(&stream)
            .iter()
            .any(|at| records(&stream, *at).any(there)),
        "and it is blotted out"
    );
}

#[test]
fn cells_far_apart_are_refused() {
    let two = [cell(0, 0, &[0; 10]), cell(65_535, 255, &[0; 10])].map(|c| record(0x0203, &c));
    assert_eq!(
        verdict(&[], &two).0,
        TOO_MANY,
        "the field between them would not fit"
    );
}

#[test]
fn long_texts_told_again_and_again_are_refused() {
    // One shared string of forty thousand characters, in four thousand cells.
    let long = [&40_000u16.to_le_bytes()[..], &[0]].concat();
    let shared: Vec<u8> = [long, vec![b'x'; 40_000]].concat();
    let again: Vec<Vec<u8>> = (0..4_000)
        .map(|n| record(LABEL_SHARED, &cell(n, 0, &[0; 6])))
        .collect();
    assert_eq!(
        verdict(&shared, &again).0,
        TOO_MANY,
        "a hundred and sixty megabytes"
    );
    assert_eq!(
        verdict(&shared, &again[..1_000]).0,
        None,
        "a quarter of them fits"
    );
    let claims: Vec<Vec<u8>> = (0..4_000)
        .map(|n| record(LABEL, &cell(n, 0, &[0, 0, 0xFF, 0xFF, 0])))
        .collect();
    assert_eq!(
        verdict(&[], &claims).0,
        TOO_MANY,
        "a claimed length is room that is taken"
    );
}

#[test]
fn records_that_go_on_and_on_are_refused() {
    let many = vec![record(CONTINUE, &[]); CONTINUED + 1];
    assert_eq!(
        verdict(&[], &many).0,
        TOO_MANY,
        "each would be moved for each"
    );
}

proptest! {
    #[test]
    fn any_stream_is_prepared_or_refused(mut stream in proptest::collection::vec(any::<u8>(), 0..400), kinds in proptest::collection::vec((0usize..100, 0usize..14), 0..20)) {
        const KINDS: [u16; 14] = [BOUND_SHEET, SHARED_STRINGS, CONTINUE, NAME, BOF, EOF, DIMENSIONS, FORMULA, LABEL, RICH, TEXT, LABEL_SHARED, 0x0203, MANY];
        for (at, kind) in kinds {
            if let Some(four) = stream.get_mut(at * 4..at * 4 + 4) {
                four.copy_from_slice(&[KINDS[kind].to_le_bytes()[0], KINDS[kind].to_le_bytes()[1], 8, 0]);
            }
        }
        let length = stream.len();
        let _ = prepare(&mut stream, SourceFile { name: "a", bytes: &[] });
        prop_assert_eq!(stream.len(), length, "blotting out moves nothing");
    }
}
