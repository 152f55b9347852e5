//! Dates keep the precision they were given.

use super::PartialDate;

#[test]
fn dates_print_as_they_parse() {
    for text in ["1990-05-03", "1990-05", "1990", "~35@2025"] {
        let d: PartialDate = text.parse().expect("a date of the form");
        assert_eq!(
            d.to_string(),
            text,
            "no day, month or year is invented or lost"
        );
    }
    for bad in ["1990-13", "1990-02-30", "90", "", "1990-5-3", "~35"] {
        assert!(
            bad.parse::<PartialDate>().is_err(),
            "{bad} is not a date of this form"
        );
    }
}
