//! Dates in every order and language.

use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap()
}

fn shown(r: Reading) -> String {
    let value = r.value.map(|v| v.to_string()).unwrap_or_default();
    r.problem.map_or(value.clone(), |p| format!("{value}!{p}"))
}

#[test]
fn written_dates() {
    for (text, order, want) in [
        ("1990-05-03", None, "1990-05-03"),
        ("2025-07-01T09:42:00.000+08:00", None, "2025-07-01"),
        ("May 3, 1990", None, "1990-05-03"),
        ("18-Oct-90", None, "1990-10-18"),
        ("Hunyo 17, 1973", None, "1973-06-17"),
        ("ika-3 ng Setyembre 1978", None, "1978-09-03"),
        ("3 de febrero de 1981", None, "1981-02-03"),
        ("1er août 1981", None, "1981-08-01"),
        ("Sept. 10, 1987", None, "1987-09-10"),
        ("08 JUN 1968", None, "1968-06-08"),
        ("XX XXX 1989", None, "1989"),
        ("Mayo 1990", None, "1990-05"),
        ("c. 1988", None, "1988"),
        ("1988", None, "1988"),
        ("31899", None, "1987-05-02"),
        ("19900503", None, "1990-05-03"),
        ("05/1990", None, "1990-05"),
        ("26/03/1988", None, "1988-03-26"),
        ("3/26/88", None, "1988-03-26"),
        ("05/05/1988", None, "1988-05-05"),
        (
            "05/12/1965",
            Some(DateOrder::Mdy),
            "1965-05-12!ambiguous_date",
        ),
        (
            "05/12/1965",
            Some(DateOrder::Dmy),
            "1965-12-05!ambiguous_date",
        ),
        ("05/12/1965", None, "1965!ambiguous_date"),
        ("1.2.24", Some(DateOrder::Dmy), "2024-02-01!ambiguous_date"),
        ("1/2/30", Some(DateOrder::Dmy), "1930-02-01!ambiguous_date"),
        ("31/02/1990", None, "!impossible_date"),
        ("2031-01-01", None, "!date_in_future"),
        ("35 yrs old", None, "~35@2025!age_in_birth_column"),
        ("bukas", None, "!unreadable_date"),
        ("--0203", None, "!unreadable_date"),
    ] {
        assert_eq!(
            shown(read_text(text, order, today())),
            want,
            "reading {text:?} with {order:?}"
        );
    }
}

#[test]
fn a_column_tells_its_order() {
    let cells = |list: &[&str]| {
        list.iter()
            .map(|t| Cell::Text((*t).to_owned()))
            .collect::<Vec<_>>()
    };
    let seen = |title, list: &[&str]| column_order(title, cells(list).iter(), None);
    assert_eq!(
        seen("Birthday", &["13/2/1981", "1/2/1980"]).order,
        Some(DateOrder::Dmy),
        "a day above 12"
    );
    assert_eq!(
        seen("Birthday", &["13/2/1981", "2/13/1981"]).order,
        None,
        "two orders in one column tell nothing"
    );
    let stated = seen("Petsa (mm/dd/yyyy)", &["2/13/1981"]);
    assert!(
        stated.stated && stated.order == Some(DateOrder::Mdy),
        "the title says it"
    );
    assert!(
        !seen("DOB (mm/dd/yyyy)", &["13/2/1981"]).stated,
        "a cell contradicts the title: doubtful dates are flagged"
    );
}

#[test]
fn dates_that_a_spreadsheet_turned_round_are_flagged() {
    let day = |m, d| Cell::Date(NaiveDate::from_ymd_opt(1990, m, d).unwrap());
    let text = |t: &str| Cell::Text(t.to_owned());
    let cells = [
        day(1, 2),
        day(3, 4),
        day(5, 6),
        day(7, 8),
        text("13/1/1990"),
        text("14/1/1990"),
        text("25/1/1990"),
        text("31/1/1990"),
    ];
    let column = column_order("DOB", cells.iter(), None);
    assert!(
        column.swapped_by_spreadsheet,
        "every real date has a small day, every text a large one"
    );
    assert_eq!(
        read(&cells[0], column, today()).problem,
        Some("ambiguous_date"),
        "so the real ones are doubtful"
    );
}

proptest! {
    #[test]
    fn never_panics_never_invents_the_future(text in "\\PC{0,30}") {
        let r = read_text(&text, Some(DateOrder::Dmy), today());
        if let Some(PartialDate::Day(d)) = r.value {
            prop_assert!(d <= today(), "nobody is born tomorrow");
        }
    }
    #[test]
    fn never_panics_on_digits(text in "[0-9/.: -]{0,14}", n in any::<f64>()) {
        let _ = read_text(&text, None, today());
        let _ = read(&Cell::Number(n), ColumnOrder::default(), today());
    }
}
