//! Words about people behind their names.

use super::*;

#[test]
fn a_status_is_no_part_of_a_name() {
    for (typed, name, status) in [
        ("Ana P. Cruz (umuwi na)", "Ana P. Cruz", Status::Returned),
        ("CRUZ, BEN (+)", "CRUZ, BEN", Status::Died),
        ("Liza Abad - namatay 2021", "Liza Abad", Status::Died),
        (
            "ABAD, JOSE E. - RETURNED",
            "ABAD, JOSE E.",
            Status::Returned,
        ),
        ("Jose Abad DECEASED", "Jose Abad", Status::Died),
        ("Vina Abante balik na", "Vina Abante", Status::Returned),
        ("Tess Abante +", "Tess Abante", Status::Died),
    ] {
        let (read, found) = take(typed);
        assert_eq!(read, name, "{typed}: the name alone");
        assert_eq!(
            found.and_then(|b| b.status),
            Some(status),
            "{typed}: what is said"
        );
    }
    for (typed, status) in [
        ("Ana P. Cruz (umuwi ang asawa)", None),
        (
            "Ana P. Cruz (umuwi na kasama ang anak)",
            Some(Status::Returned),
        ),
    ] {
        let (read, found) = take(typed);
        assert_eq!(read, "Ana P. Cruz", "{typed}: the name alone");
        let found = found.expect("something beside it");
        assert_eq!(
            (found.status, found.whole),
            (status, false),
            "{typed}: of whom"
        );
    }
    for name in [
        "Juan (Jun) Cruz",
        "CRUZ, ANA P.",
        "Maria Cruz - Reyes",
        "May Home",
        "Balik Cruz",
    ] {
        assert_eq!(take(name), (name.to_owned(), None), "{name}: a name");
    }
}

#[test]
fn what_is_said_whole_and_what_is_only_mentioned() {
    for text in [
        "balik na sa Pinas",
        "ex-abroad, nag-for good 2022",
        "Umuwi na noong Mayo 2020",
        "RETURNED",
        "for good na",
    ] {
        assert_eq!(read(text), Some(Status::Returned), "{text}");
    }
    for text in [
        "hindi pa umuuwi",
        "umuwi ang asawa",
        "balik Saudi",
        "good worker",
        "2021",
    ] {
        assert_eq!(
            read(text),
            None,
            "{text}: not said of the person, or not said"
        );
    }
    assert_eq!(mentions("hindi pa umuwi"), None, "denied");
    assert_eq!(year("nag-for good 2022"), Some(2022), "the year");
}

#[test]
fn who_came_home_is_the_person_or_somebody_else() {
    for text in [
        "umuwi ang asawa",
        "umuwi na si mister",
        "Umuwi na po ang mga anak",
        "balik-bansa na anak",
        "si misis umuwi na noong Mayo",
        "bumalik na yung kapatid niya",
        "namatay ang nanay",
        "patay na ang asawa",
        "nakauli na ang bana",
        "his wife came home",
        "husband returned 2019",
        "mother passed away",
        "children are back home, he works there",
        "regresó su esposa",
        "mari rentré",
        "umuwi ang amo",
        "hindi pa umuwi",
        "dili pa mipauli",
        "no ha regresado",
        "not returned",
        "will be back home in May",
        "gusto nang umuwi",
        "kapag umuwi tatawag",
    ] {
        assert_eq!(read(text), None, "{text}: not of the person");
        assert_eq!(mentions(text), None, "{text}: not of the person");
    }
    for text in [
        "umuwi kasama ang asawa",
        "umuwi na sa kanyang pamilya",
        "came home with his wife",
        "umuwi dahil sa sakit ng ina",
        "umuwi para sa mga anak, hindi na babalik",
        "asawa nasa Dubai pa; siya umuwi na noong 2020",
        "umuwi siya at ang asawa niya",
        "regresó con su esposa",
        "returned to her parents in 2021",
        "umuwi na po siya kahapon",
    ] {
        assert_eq!(
            mentions(text),
            Some(Status::Returned),
            "{text}: of the person, to be looked at"
        );
    }
    for text in ["umuwi na", "Balik-bansa na", "nakauwi na po siya"] {
        assert_eq!(read(text), Some(Status::Returned), "{text}: said whole");
    }
}
