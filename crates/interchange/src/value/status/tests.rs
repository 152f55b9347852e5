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
        assert_eq!(found.map(|(s, _)| s), Some(status), "{typed}: what is said");
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
    assert_eq!(
        mentions("umuwi ang asawa"),
        Some(Status::Returned),
        "to be looked at"
    );
    assert_eq!(mentions("hindi pa umuwi"), None, "denied");
    assert_eq!(year("nag-for good 2022"), Some(2022), "the year");
}
