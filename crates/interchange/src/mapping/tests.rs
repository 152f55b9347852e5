//! Choices are remembered one by one: those for other shapes stay, a single-valued field has one column.

use super::*;

fn of(shape: &str, key: &str, field: Field) -> Mapping {
    let mut m = Mapping::default();
    let sheet = m.sheets.entry(shape.to_owned()).or_default();
    sheet.columns.insert(key.to_owned(), field);
    m
}

#[test]
fn another_shape_is_not_forgotten() {
    let mut kept = of("one", "Name", Field::FullName);
    kept.remember(&of("two", "Where", Field::Destination));
    kept.remember(&of("one", "Born", Field::BirthDate));
    assert_eq!(
        kept.sheets["one"].columns.len() + kept.sheets["two"].columns.len(),
        3,
        "every choice ever made counts until another is made"
    );
    for n in 0..MAX_SHAPES * 2 {
        kept.remember(&of(&format!("{n}"), "Name", Field::FullName));
    }
    assert_eq!(kept.sheets.len(), MAX_SHAPES, "within a bound");
}

#[test]
fn a_field_moves_to_the_column_named_last() {
    let mut sheet = SheetMapping::default();
    let now = [
        ("A", Field::Surname),
        ("B", Field::Given),
        ("C", Field::Phone),
    ];
    sheet.set("B", Field::Surname, now);
    assert_eq!(
        (sheet.columns.get("A"), sheet.columns.get("B")),
        (Some(&Field::Ignore), Some(&Field::Surname)),
        "a surname stands in one column"
    );
    sheet.set("D", Field::Phone, now);
    assert_eq!(sheet.columns.get("C"), None, "phones may stand in several");
}

#[test]
fn who_is_not_named_is_taken_unless_the_shape_is_left_out() {
    let mut sheet = SheetMapping::default();
    assert_eq!(sheet.decided("DITA"), None, "nobody chose");
    sheet.taken.insert("DITA".to_owned(), true);
    sheet.skip = true;
    assert_eq!(
        [sheet.decided("DITA"), sheet.decided("IBABAO")],
        [Some(true), Some(false)],
        "the name counts before the shape"
    );
}
