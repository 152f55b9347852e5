//! Names, codes and typed forms.

use super::*;

#[test]
fn all_countries_in_four_languages() {
    assert_eq!(countries().len(), 249, "ISO 3166-1 has 249 entries");
    assert!(
        countries().is_sorted_by_key(|c| c.iso2),
        "binary search needs the order"
    );
    for c in countries() {
        for l in [
            Language::English,
            Language::Filipino,
            Language::Spanish,
            Language::French,
        ] {
            assert!(!c.name(l).is_empty(), "{} needs a name in {l:?}", c.iso2);
            assert_eq!(
                country_by_name(c.name(l)),
                Some(c.iso2),
                "{} must be found by its own name",
                c.name(l)
            );
        }
    }
    let sa = country("SA".parse().unwrap()).unwrap();
    assert_eq!(
        (sa.iso3, sa.dial, sa.name(Language::French)),
        ("SAU", "966", "Arabie saoudite"),
        "one row in full"
    );
}

#[test]
fn typed_forms() {
    for (typed, code) in [
        ("K.S.A.", "SA"),
        ("saudi arabya", "SA"),
        ("H.K.", "HK"),
        ("HONGKONG", "HK"),
        ("S'pore", "SG"),
        ("U.S.A.", "US"),
        ("U.K.", "GB"),
        ("Quatar", "QA"),
        ("Espanya", "ES"),
        ("Koréa", "KR"),
        ("QA", "QA"),
    ] {
        assert_eq!(
            country_by_name(typed).map(|c| c.to_string()).as_deref(),
            Some(code),
            "{typed} is {code}"
        );
    }
    assert_eq!(
        country_by_name("in"),
        None,
        "two small letters are a word, not a code"
    );
    assert_eq!(
        country_by_name("Casa Serena"),
        None,
        "an employer is no country"
    );
    assert!(
        "X1".parse::<Iso2>().is_err() && "".parse::<Iso2>().is_err(),
        "codes are letters"
    );
}

#[test]
fn a_code_nobody_writes_is_told_from_a_written_form() {
    for code in ["BEN", "Mar", "dom"] {
        assert!(is_only_a_country_code(code), "{code} may be somebody");
    }
    for written in ["KSA", "USA", "UAE", "HKG", "Oman", "Cuenca"] {
        assert!(
            !is_only_a_country_code(written),
            "{written} is a country's written form or no code at all"
        );
    }
}
