//! Destinations as they are typed.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn read(cell: &str) -> (String, String, bool, String) {
    let m = read_destination(cell).unwrap();
    let d = m.destination;
    (
        d.country.map(|c| c.to_string()).unwrap_or_default(),
        d.place.unwrap_or_default(),
        d.sea_based,
        m.rest.unwrap_or_default(),
    )
}

#[test]
fn cells_of_village_lists() {
    for (cell, country, place, sea, rest) in [
        ("Saudi Arabya", "SA", "", false, ""),
        ("Dubai, U.A.E", "AE", "Dubai", false, ""),
        ("K.L. Malaysia", "MY", "K.L.", false, ""),
        (
            "S'pore / Pacific Manning Corp.",
            "SG",
            "",
            false,
            "Pacific Manning Corp.",
        ),
        (
            "TAIWAN - Sunrise Electronics",
            "TW",
            "",
            false,
            "Sunrise Electronics",
        ),
        (
            "Osaka, Japan, Golden Wok Rest.",
            "JP",
            "Osaka",
            false,
            "Golden Wok Rest.",
        ),
        ("K.S.A. / amo: Mr. Lee", "SA", "", false, "amo: Mr. Lee"),
        ("Barko (Maersk) / Hospital", "", "Maersk", true, "Hospital"),
        (
            "SEAMAN - MSC, Harbour View",
            "",
            "MSC",
            true,
            "Harbour View",
        ),
        ("seafarer / Hotel", "", "", true, "Hotel"),
        ("Sea-based", "", "", true, ""),
        ("M/V Ocean Pride", "", "M/V Ocean Pride", true, ""),
        ("Dubia", "AE", "Dubia", false, ""),
        (
            "Milano, Blue Crescent",
            "IT",
            "Milano",
            false,
            "Blue Crescent",
        ),
        ("Saudi / Jeddah", "SA", "Jeddah", false, ""),
        ("California, USA, Hotel", "US", "California", false, "Hotel"),
        ("London, Canada", "CA", "London", false, ""),
        ("UAE (Sharjah)", "AE", "Sharjah", false, ""),
        ("Golden Wok / Kuwait", "KW", "", false, "Golden Wok"),
        ("Dubai UAE", "AE", "Dubai", false, ""),
        ("Hongkong - Harbour View", "HK", "", false, "Harbour View"),
        ("New York", "US", "New York", false, ""),
        ("Frankfurt", "DE", "Frankfurt", false, ""),
        ("Bali", "ID", "Bali", false, ""),
        ("xyzzy", "", "xyzzy", false, ""),
    ] {
        let want = (country.to_owned(), place.to_owned(), sea, rest.to_owned());
        assert_eq!(read(cell), want, "reading {cell:?}");
    }
    assert_eq!(
        read_destination("Dubia").unwrap().certainty,
        Certainty::Guessed,
        "a slip is guessed, and says so"
    );
    assert_eq!(
        read_destination("xyzzy").unwrap().certainty,
        Certainty::Unknown,
        "the unknown is kept, not guessed"
    );
    assert!(
        read_destination(" wala ").is_none() && read_destination("").is_none(),
        "nothing said is nothing"
    );
}

#[test]
fn the_standard_list_is_fixed() {
    let set: BTreeSet<_> = STANDARD_DESTINATIONS.iter().map(|d| d.code()).collect();
    assert_eq!(set.len(), 60, "no code twice: each is a compartment");
    for d in &STANDARD_DESTINATIONS[..58] {
        let iso: Iso2 = d.to_string().parse().unwrap();
        assert!(crate::country(iso).is_some(), "{d} must be an ISO country");
    }
    assert_eq!(
        STANDARD_DESTINATIONS[58..],
        [Dest::SEA, Dest::OTHER],
        "sea and other close the list"
    );
    assert_eq!(Dest::SEA.code(), 0x5853, "two ASCII letters, big endian");
    let sea = Destination {
        sea_based: true,
        ..Destination::default()
    };
    assert_eq!(Dest::from(&sea), Dest::SEA, "a seafarer's compartment");
    assert_eq!(
        Dest::from("FO".parse::<Iso2>().unwrap()),
        Dest::OTHER,
        "a rare country shares the last one"
    );
    assert_eq!(
        Dest::from("KW".parse::<Iso2>().unwrap()).to_string(),
        "KW",
        "a listed one has its own"
    );
}

proptest! {
    #[test]
    fn never_panics(cell in "\\PC{0,60}") {
        let _ = read_destination(&cell);
    }
    #[test]
    fn never_panics_on_marks(cell in "[a-zA-Z./,()\\- ñé@–\n]{0,40}") {
        let _ = read_destination(&cell);
    }
}

#[test]
fn two_countries_are_never_one_in_silence() {
    for (cell, country, place) in [
        ("Dubai/Qatar", "AE", "Dubai"),
        ("KSA or Kuwait", "SA", ""),
        ("HK - Macau", "HK", ""),
        ("Hong Kong/Macau", "HK", ""),
        ("Saudi (dati Dubai)", "SA", ""),
        ("dati Dubai, ngayon Qatar", "QA", ""),
        ("Kuwait tapos Bahrain", "KW", ""),
    ] {
        let m = read_destination(cell).unwrap();
        let read = m.destination.country.map(|c| c.to_string());
        assert_eq!(
            read.as_deref(),
            Some(country),
            "{cell}: the first that holds"
        );
        assert_eq!(
            m.destination.place.unwrap_or_default(),
            place,
            "{cell}: a city of it"
        );
        assert_eq!(
            m.also.as_deref(),
            Some(cell),
            "{cell}: the other is told of"
        );
    }
    for cell in [
        "Dubai, UAE",
        "London, Canada",
        "Guam, USA",
        "Hong Kong, China",
        "Saudi / Jeddah",
        "Trinidad and Tobago",
    ] {
        assert_eq!(
            read_destination(cell).unwrap().also,
            None,
            "{cell}: one country"
        );
    }
}

#[test]
fn who_is_no_seafarer_is_not_at_sea() {
    for cell in [
        "not seaman",
        "Seaman - NO",
        "hindi marino",
        "No, not sea-based",
    ] {
        let m = read_destination(cell).unwrap();
        assert!(!m.destination.sea_based, "{cell}");
        assert_eq!(m.certainty, Certainty::Unknown, "{cell}: to be looked at");
    }
    for cell in ["Seaman", "MV No. 5 Star", "Barko (Maersk)"] {
        assert!(
            read_destination(cell).unwrap().destination.sea_based,
            "{cell}"
        );
    }
}
