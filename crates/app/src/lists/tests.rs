//! Filters as the page sends them; figures beside choices; the removed come back.

use crate::dto::{ErrorCode, PeopleFacets, PeopleQuery};
use crate::testing::{CUENCA, DITA, all, device, form, person, typed};
use ugnay_sync::Compartments;

fn figure(facets: &PeopleFacets, country: &str) -> u32 {
    let found = facets.countries.iter().find(|c| c.value == country);
    found.map_or(0, |c| c.count)
}

#[test]
fn filters_combine_and_figures_say_what_comes_of_each_choice() {
    let mut d = device();
    let liza = d.add("Magsaysay", "Liza", "SA");
    d.add("Magsaysay", "Ramon", "QA");
    let mut ana = person("Villanueva", "Ana", "SA");
    ana.purok = "Purok 2".into();
    ana.employer = "Al-Harbi family".into();
    ana.contacts.clear();
    d.app.save_person(&ana).expect("saved");
    d.app.confirm_person(&liza, "mother").expect("confirmed");
    let saudi = PeopleQuery {
        country: Some("SA".into()),
        freshness: Some("never".into()),
        ..all()
    };
    assert_eq!(d.names(&saudi), ["Villanueva, Ana"], "both parts count");
    let facets = d.app.people_facets(&saudi).expect("figures");
    assert_eq!(
        (figure(&facets, "SA"), figure(&facets, "QA")),
        (1, 1),
        "another destination would list those never confirmed there"
    );
    assert_eq!(
        (facets.fresh, facets.stale, facets.never),
        (1, 1, 1),
        "another freshness those in Saudi Arabia"
    );
    assert_eq!(
        (facets.total, facets.no_phone),
        (1, 1),
        "and of those shown"
    );
    let combined = PeopleQuery {
        purok: Some("PUROK 2".into()),
        employer: Some("al-harbi family".into()),
        no_phone: true,
        consent: Some("emergency:unasked".into()),
        returned: Some(false),
        ..saudi
    };
    assert_eq!(
        d.names(&combined),
        ["Villanueva, Ana"],
        "however many parts, case aside"
    );
    let search = PeopleQuery {
        country: Some("SA".into()),
        ..typed("magsaysay")
    };
    let facets = d.app.people_facets(&search).expect("figures");
    assert_eq!(
        (facets.total, figure(&facets, "SA"), figure(&facets, "QA")),
        (1, 1, 1),
        "what was typed counts for every choice"
    );
}

#[test]
fn a_choice_that_is_none_is_refused_by_its_field() {
    let mut d = device();
    for (field, query) in [
        (
            "freshness",
            PeopleQuery {
                freshness: Some("rotten".into()),
                ..all()
            },
        ),
        (
            "consent",
            PeopleQuery {
                consent: Some("emergency".into()),
                ..all()
            },
        ),
        (
            "consent",
            PeopleQuery {
                consent: Some("sale:given".into()),
                ..all()
            },
        ),
    ] {
        let e = d.app.people(&query).expect_err("refused");
        assert_eq!(
            (e.code, e.field.as_deref()),
            (ErrorCode::BadInput, Some(field)),
            "named"
        );
        let e = d.app.people_facets(&query).expect_err("refused");
        assert_eq!(e.field.as_deref(), Some(field), "for the figures too");
    }
}

#[test]
fn who_has_no_destination_is_listed_under_the_code_the_home_screen_gives_them() {
    let mut d = device();
    d.add("Magsaysay", "Liza", "SA");
    let mut unknown = person("Villanueva", "Ana", "");
    unknown.country = String::new();
    d.app.save_person(&unknown).expect("saved");
    let home = d.app.home().expect("figures");
    let code = home
        .destinations
        .iter()
        .find(|d| d.country != "SA")
        .expect("listed")
        .country
        .clone();
    let query = PeopleQuery {
        country: Some(code),
        ..all()
    };
    assert_eq!(
        d.names(&query),
        ["Villanueva, Ana"],
        "the link leads to them"
    );
}

#[test]
fn who_is_in_no_request_is_whom_the_compartments_put_there() {
    for place in [CUENCA, DITA] {
        let mut d = device();
        d.app
            .create_named("other", &form(place), false)
            .expect("a register");
        let homes = ["0401009007", "0401009001", "0401014001", "0603022001", ""];
        for (n, home) in homes.iter().enumerate() {
            let mut p = person("Magsaysay", &format!("Number{n}"), "SA");
            p.barangay = (*home).into();
            // The last two codes may be none of the gazetteer; then there is nobody to look at.
            let _ = d.app.save_person(&p);
        }
        let outside = PeopleQuery {
            outside: true,
            ..all()
        };
        let listed = d.app.people(&outside).expect("a list");
        let everybody = d.app.people(&all()).expect("a list");
        assert!(everybody.total >= 3, "several homes");
        let compartments: Compartments = d.app.session.as_ref().expect("open").compartments();
        for row in &everybody.rows {
            let home = row.barangay.as_ref().and_then(|b| b.parse().ok());
            let none = compartments.home(home).is_multiple_of(1000);
            let shown = listed.rows.iter().any(|r| r.id == row.id);
            assert_eq!(shown, none, "register of {place}: {:?}", row.barangay);
            assert_eq!(
                d.app.person(&row.id).expect("a page").outside,
                none,
                "the person's page says the same"
            );
        }
        assert_eq!(
            d.app.home().expect("figures").outside,
            listed.total,
            "and the home screen"
        );
    }
}

#[test]
fn the_removed_are_listed_and_come_back() {
    let mut d = device();
    let first = d.add("Magsaysay", "Liza", "SA");
    let second = d.add("Villanueva", "Ana", "QA");
    d.app.remove_person(&first).expect("removed");
    d.clock.advance(60);
    d.app.remove_person(&second).expect("removed");
    let page = d.app.removed_people(0, 1).expect("lists");
    assert_eq!(
        (page.total, page.rows[0].name.as_str()),
        (2, "Villanueva, Ana"),
        "the latest first"
    );
    assert_eq!(
        (page.rows[0].removed_at, page.rows[0].source.as_deref()),
        (Some(crate::testing::NOW + 60), Some("typed")),
        "when and how"
    );
    assert_eq!(
        d.app.people_facets(&all()).expect("figures").removed,
        2,
        "counted"
    );
    let saved = d.app.restore_person(&second).expect("brought back");
    assert_eq!(d.names(&all()), ["Villanueva, Ana"], "as before");
    assert_eq!(
        d.names(&typed("villanueva")),
        ["Villanueva, Ana"],
        "found again"
    );
    d.app
        .undo(&saved.change_set.expect("a change"))
        .expect("taken back");
    assert_eq!(
        d.app.removed_people(0, 9).expect("lists").total,
        2,
        "removed again"
    );
    assert_eq!(
        d.app
            .restore_person("6e9e6a0e-3d0c-4c52-9a3a-3f6b3e7a0c11")
            .expect_err("nobody")
            .code,
        ErrorCode::NotFound,
        "nobody is not brought back"
    );
}
