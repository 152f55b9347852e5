//! Ten sheets as people type them (`tests/fixtures/import/typed`, invented people), each with something a reader had got wrong.
//! What they say must stand in a person, or in a row's problem: nothing is lost in silence.

use std::path::Path;

use chrono::NaiveDate;
use ugnay_interchange::{
    ImportOptions, Mapping, Parsed, ParsedPerson, Relation, RowKind, SourceFile, preview,
};

fn read(name: &str) -> Parsed {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/import/typed");
    let bytes = std::fs::read(folder.join(name)).expect("the fixture");
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_000)),
        today: NaiveDate::from_ymd_opt(2025, 7, 1).expect("a day"),
        include_hidden: false,
    };
    let file = SourceFile {
        name,
        bytes: &bytes,
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true)
        .expect("it reads")
        .parsed
}

/// Problem codes of a person's row.
fn told(p: &Parsed, person: usize) -> Vec<&str> {
    let row = p
        .report
        .rows
        .iter()
        .find(|r| r.person_index == Some(person));
    row.map(|r| r.problems.iter().map(|x| x.code.as_str()).collect())
        .unwrap_or_default()
}

fn country(p: &ParsedPerson) -> String {
    let country = p.destination.country.map(|c| c.to_string());
    country.unwrap_or_default()
}

fn numbers(phones: &[ugnay_model::Phone]) -> Vec<&str> {
    phones.iter().map(ugnay_model::Phone::shown).collect()
}

fn birth(p: &ParsedPerson) -> String {
    p.birth.map(|b| b.to_string()).unwrap_or_default()
}

#[test]
fn the_only_phone_after_a_contacts_name_is_the_contacts() {
    let p = read("01_lone_phone.csv");
    for (person, contact) in [(0, "+639175550101"), (1, "+639185550102")] {
        assert!(p.persons[person].phones.is_empty(), "not the migrant's");
        let theirs = numbers(&p.persons[person].contacts[0].phones);
        assert_eq!(theirs, [contact], "the person to call has it");
    }
    let own = read("09_first.csv");
    assert_eq!(
        numbers(&own.persons[0].phones),
        ["+97455550901"],
        "a phone before the contact stays"
    );
}

#[test]
fn contacts_of_a_word_or_a_number_alone() {
    let p = read("02_contact_words.csv");
    let contact = |at: usize| &p.persons[at].contacts[0];
    let said: Vec<_> = (0..5).map(|at| contact(at).relation).collect();
    assert_eq!(
        said,
        [
            Some(Relation::Spouse),
            Some(Relation::Mother),
            Some(Relation::Father),
            Some(Relation::ElderSister),
            Some(Relation::Neighbour)
        ],
        "the relation stays where no name stands"
    );
    let names: Vec<&str> = (0..6).map(|at| contact(at).name.as_str()).collect();
    assert_eq!(
        names,
        ["", "", "", "Rosa Ramos", "", "Jun Abad"],
        "a relation and a number are no names"
    );
    assert_eq!(
        numbers(&contact(0).phones),
        ["+639175550201"],
        "beside a relation"
    );
    assert_eq!(
        numbers(&contact(2).phones),
        ["+639185550203"],
        "after a dash"
    );
    assert_eq!(
        numbers(&contact(5).phones),
        ["09XX-555-0206"],
        "as typed, without the name"
    );
    assert!(
        told(&p, 3).contains(&"phone_too_short"),
        "a short number is told of"
    );
    assert!(told(&p, 5).contains(&"phone_masked"), "a hidden one too");
}

#[test]
fn a_heading_above_the_titles_holds_for_the_first_people() {
    let p = read("03_section_above.csv");
    let puroks: Vec<_> = p.persons.iter().map(|x| x.purok.as_deref()).collect();
    assert_eq!(
        puroks,
        [Some("Purok 2"), Some("Purok 2"), Some("Purok 3")],
        "then the next"
    );
    let there = p.persons.iter().all(|x| x.barangay.is_some());
    assert!(there, "the barangay above the titles is theirs");
    assert_eq!(
        p.report.rows[2].kind,
        RowKind::Section,
        "and the report says what it is"
    );
    assert_eq!(
        birth(&p.persons[0]),
        "~34@2019",
        "an age is of the year the title says"
    );
    let p = read("10_sections.csv");
    let puroks: Vec<_> = p.persons.iter().map(|x| x.purok.as_deref()).collect();
    let both = [
        Some("Zone 4"),
        Some("Zone 4"),
        Some("Sitio Ilaya"),
        Some("Sitio Ilaya"),
    ];
    assert_eq!(puroks, both, "above and inside the list");
}

#[test]
fn two_countries_in_a_cell_and_short_years() {
    let p = read("04_two_countries.csv");
    let countries: Vec<String> = p.persons.iter().map(country).collect();
    assert_eq!(
        countries,
        ["AE", "SA", "HK", "QA", "SA"],
        "the first that holds"
    );
    for at in [0, 1, 2, 4] {
        assert!(
            told(&p, at).contains(&"two_countries"),
            "person {at}: told of"
        );
        let remarks = p.persons[at].remarks.clone().unwrap_or_default();
        assert!(!remarks.is_empty(), "person {at}: and kept as typed");
    }
    assert!(!told(&p, 3).contains(&"two_countries"), "Doha is in Qatar");
    let births: Vec<String> = p.persons.iter().map(birth).collect();
    assert_eq!(
        births[..4],
        ["1979-08", "1984-09", "1979-08-15", "1979-08"],
        "no 79th of August"
    );
}

#[test]
fn what_is_said_of_a_person_is_no_part_of_the_name() {
    let p = read("05_status_words.csv");
    for (at, x) in p.persons.iter().enumerate() {
        assert_eq!(x.surname, "Hernandez", "person {at}");
        assert!(
            !x.given.is_empty() && x.nickname.is_empty(),
            "person {at}: nothing else"
        );
    }
    let home: Vec<_> = p.persons.iter().map(|x| x.returned.as_deref()).collect();
    let expected = [
        Some("umuwi na"),
        Some("balik na sa Pinas"),
        None,
        None,
        Some("RETURNED"),
        Some("2022"),
        None,
        None,
    ];
    assert_eq!(
        home, expected,
        "who came home, with the year where it is said"
    );
    for (at, code) in [
        (0, "said_returned"),
        (2, "said_died"),
        (3, "said_died"),
        (4, "said_returned"),
        (6, "said_died"),
    ] {
        assert!(told(&p, at).contains(&code), "person {at}: to be looked at");
        assert!(
            p.persons[at].remarks.is_some(),
            "person {at}: kept as typed"
        );
    }
    let said = told(&p, 7).iter().any(|c| c.starts_with("said_"));
    assert!(!said, "not home yet is not home");
    let p = read("10_sections.csv");
    assert_eq!(
        (
            p.persons[1].nickname.as_str(),
            p.persons[2].nickname.as_str()
        ),
        ("", ""),
        "no nicknames"
    );
    assert!(
        told(&p, 1).contains(&"two_countries"),
        "two countries there too"
    );
}

#[test]
fn no_is_not_the_sea() {
    let p = read("06_sea.csv");
    let sea: Vec<bool> = p.persons.iter().map(|x| x.destination.sea_based).collect();
    assert_eq!(
        sea,
        [false, true, false, false, false, false],
        "only who is said to be"
    );
    for at in [3, 4, 5] {
        assert!(
            told(&p, at).contains(&"destination_unknown"),
            "person {at}: to be looked at"
        );
    }
}

#[test]
fn ages_of_another_year_and_about() {
    let p = read("07_ages.csv");
    let births: Vec<String> = p.persons.iter().map(birth).collect();
    assert_eq!(
        births,
        ["~37@2018", "~45@2020", "~30@2018", "~50@2018"],
        "of the title's year or the cell's"
    );
    assert!(
        told(&p, 2).contains(&"age_not_exact") && told(&p, 3).contains(&"age_not_exact"),
        "30+ and ~50"
    );
    assert!(!told(&p, 0).contains(&"age_not_exact"), "37 is 37");
}

#[test]
fn households_with_two_contacts() {
    let p = read("08_households.csv");
    let first: Vec<Vec<&str>> = p
        .persons
        .iter()
        .map(|x| x.contacts.iter().flat_map(|c| numbers(&c.phones)).collect())
        .collect();
    assert_eq!(first[1], first[0], "ditto");
    assert_eq!(first[2], ["+639175550802", "+639185550803"], "each its own");
    assert!(told(&p, 3).contains(&"phone_too_short"), "told of");
    let remarks: Vec<_> = p.persons.iter().map(|x| x.remarks.as_deref()).collect();
    assert_eq!(
        remarks,
        [Some("HH No. 1"), None, Some("HH No. 2"), Some("HH No. 3")],
        "the household's number is kept with the remarks"
    );
}

/// A sheet typed here.
fn typed(text: &str) -> Parsed {
    let file = SourceFile {
        name: "list.csv",
        bytes: text.as_bytes(),
    };
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_000)),
        today: NaiveDate::from_ymd_opt(2025, 7, 1).expect("a day"),
        include_hidden: false,
    };
    preview(&[file], &Mapping::default(), &options, &mut |_| true)
        .expect("it reads")
        .parsed
}

#[test]
fn what_a_remark_says_of_the_family_is_not_said_of_the_person() {
    let p = typed(
        "Pangalan,Bansa,Remarks\n\
         Ana P. Cruz,Qatar,umuwi na si mister\n\
         Ben Q. Cruz,Qatar,balik-bansa na anak\n\
         Cora R. Cruz,Qatar,umuwi na\n\
         Dino S. Cruz,Qatar,umuwi kasama ang asawa\n\
         Edna T. Cruz,Qatar,namatay ang nanay\n",
    );
    let home: Vec<_> = p.persons.iter().map(|x| x.returned.as_deref()).collect();
    assert_eq!(
        home,
        [None, None, Some("umuwi na"), None, None],
        "only who is said to be home"
    );
    let asked: Vec<bool> = (0..5)
        .map(|at| told(&p, at).iter().any(|c| c.starts_with("said_")))
        .collect();
    assert_eq!(
        asked,
        [false, false, true, true, false],
        "asked about where it may be the person"
    );
    assert_eq!(
        p.persons[4].remarks.as_deref(),
        Some("namatay ang nanay"),
        "the words stay"
    );
}

#[test]
fn a_households_number_goes_to_the_remarks_of_all_of_it() {
    let p = typed(
        "Household No.,Pangalan,Bansa,Remarks\n\
         12,Ana P. Cruz,Qatar,night shift\n\
         do,Ben Q. Cruz,Oman,\n\
         13-B,Cora R. Abad,Qatar,\n",
    );
    let remarks: Vec<_> = p.persons.iter().map(|x| x.remarks.as_deref()).collect();
    assert_eq!(
        remarks,
        [
            Some("night shift; Household No. 12"),
            Some("Household No. 12"),
            Some("Household No. 13-B")
        ],
        "with its title, so that it is no riddle"
    );
    let sheet = &p.report.files[0].sheets[0];
    assert_eq!(
        sheet.mapping.get("Household No.").map(ToString::to_string),
        Some("household_number".to_owned()),
        "and the mapping says what it was taken for"
    );
}
