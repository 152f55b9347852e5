//! Phone cells: the 246 shipped cases and the shapes of village lists.

use super::*;
use proptest::prelude::*;

static CASES: &str = include_str!("../../data/phone_cases.csv");

fn read(cell: &str, country: &str) -> PhoneCell {
    read_phones(
        cell,
        PhoneContext {
            destination: country.parse().ok(),
        },
    )
}

fn e164(cell: &PhoneCell) -> String {
    cell.numbers()
        .map(|n| n.e164.as_str())
        .collect::<Vec<_>>()
        .join("|")
}

#[test]
fn the_collected_cases() {
    let mut reader = csv::Reader::from_reader(CASES.as_bytes());
    let (mut all, mut wrong) = (0, Vec::new());
    for row in reader.records() {
        let row = row.unwrap();
        let (id, raw, hint, want) = (&row[0], &row[1], &row[3], &row[4]);
        let got = read(raw, hint);
        all += 1;
        if e164(&got) != want {
            wrong.push(format!(
                "{id} {raw:?} {hint}: {} instead of {want}",
                e164(&got)
            ));
        }
        if want.is_empty() && !is_nothing(raw) {
            let kept = !got.problems.is_empty() || !got.handles.is_empty();
            assert!(
                kept,
                "{id} {raw:?} {got:?} must be kept or flagged, not lost"
            );
        }
    }
    assert_eq!(all, 246, "every case must have been read");
    assert!(
        wrong.is_empty(),
        "numbers read wrongly:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn labels_say_whose_number_it_is() {
    for cell in [
        "OFW: 886 912 343 508 / Fam: 0977 002 4118",
        "886912343508 (OFW) +639770024118 (family)",
    ] {
        let got = read(cell, "TW");
        let owners: Vec<_> = got.numbers().map(|n| (n.e164.as_str(), n.owner)).collect();
        let want = [
            ("+886912343508", Some(Owner::Migrant)),
            ("+639770024118", Some(Owner::Family)),
        ];
        assert_eq!(owners, want, "labels stand before or after in {cell:?}");
    }
    for cell in [
        "Fam: 043 7560441",
        "+390212347440 (OFW) 043-756-0441 (family)",
    ] {
        let last = read(cell, "IT").numbers().last().map(|n| n.e164.clone());
        assert_eq!(
            last.as_deref(),
            Some("+63437560441"),
            "the family's landline is at home in {cell:?}"
        );
    }
    let got = read("OFW 00966512348483 or 09660028810", "SA");
    assert!(
        got.numbers().all(|n| n.owner == Some(Owner::Migrant)),
        "one label for both"
    );
}

#[test]
fn handles_nothing_and_slots() {
    let got = read("0097433120775 FB: Luisa Palacio", "QA");
    assert_eq!(e164(&got), "+97433120775", "the number before the handle");
    assert_eq!(
        got.handles,
        [Handle {
            app: "facebook".into(),
            value: "Luisa Palacio".into()
        }],
        "and the handle"
    );
    let got = read("wala / 09770027808", "");
    assert_eq!(got.slots.len(), 2, "an explicit nothing holds its place");
    assert!(
        got.slots[0].nothing && got.slots[1].numbers.len() == 1,
        "so that the second contact gets the number"
    );
    let got = read("0917 600 1234 0918 600 1234", "");
    assert_eq!(
        e164(&got),
        "+639176001234|+639186001234",
        "two numbers without a mark between them"
    );
}

#[test]
fn ditto_and_nothing_are_told_apart() {
    for d in ["-do-", "\"", "''", "same as above", "〃"] {
        assert!(
            is_ditto(d) && !is_nothing(d),
            "{d:?} repeats the cell above"
        );
    }
    for n in ["", "wala", "N/A", "-", "--"] {
        assert!(is_nothing(n) && !is_ditto(n), "{n:?} says there is nothing");
    }
}

proptest! {
    #[test]
    fn never_panics(cell in "\\PC{0,80}") {
        let _ = read(&cell, "KW");
    }
    #[test]
    fn never_panics_on_numbers(cell in "[0-9+() /,.:Oo\\-–FBofw\n]{0,60}") {
        let got = read(&cell, "IT");
        for n in got.numbers() {
            prop_assert!(n.e164.starts_with('+') && n.e164.len() <= 20, "E.164 has at most 15 digits");
        }
    }
}
