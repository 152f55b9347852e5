//! PFIF in.

use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap()
}

fn listed(text: &str) -> Result<Vec<Listed>, ImportError> {
    let file = SourceFile {
        name: "a.xml",
        bytes: text.as_bytes(),
    };
    read(file, &mut |_| true)
}

fn load(text: &str) -> Result<Vec<Entry>, ImportError> {
    let listed = listed(text)?;
    let read = |e: &Listed| e.read("a.xml", 1, today(), &Fixed::new());
    Ok(listed.iter().map(read).collect())
}

#[test]
fn an_element_is_corrected_as_a_cell_would_be() {
    let text = ONE
        .replace("1990-05<", "thirtyish<")
        .replace("Dita", "Nowhere")
        .replace("Cuenca", "Elsewhere")
        .replace("0917 600 1234", "0917");
    let record = &listed(&text).unwrap()[0];
    let before = record.read("a.xml", 1, today(), &Fixed::new());
    let places: Vec<&str> = before.problems.iter().map(|p| p.column.as_str()).collect();
    assert_eq!(
        places,
        ["date_of_birth", "home_neighborhood", "author_phone"],
        "each doubt names its element"
    );
    let fixes = [
        ("DATE_OF_BIRTH", "13 Mayo 1990"),
        ("HOME_NEIGHBORHOOD", "Dita, Cuenca"),
        ("AUTHOR_PHONE", "0918 555 1234"),
    ];
    let fixed = fixes.map(|(p, now)| (p.to_owned(), now.to_owned()));
    let after = record.read("a.xml", 1, today(), &Fixed::from(fixed));
    assert!(after.problems.is_empty(), "all three are settled");
    assert_eq!(
        (
            after.person.birth.map(|b| b.to_string()).as_deref(),
            after.person.barangay.map(|b| b.to_string()).as_deref(),
            after.person.contacts[0].phones[0].e164.as_deref()
        ),
        (
            Some("1990-05-13"),
            Some("0401009007"),
            Some("+639185551234")
        ),
        "and read as typed"
    );
    assert_eq!(
        (record.text("age"), record.text("photo_url")),
        (Some(String::new()), None),
        "what could be there is empty, what is not read is no element"
    );
}

#[test]
fn every_version_is_read() {
    for version in ["1.1", "1.2", "1.3"] {
        let old = ONE
            .replace("pfif/1.4", &format!("pfif/{version}"))
            .replace("given_name", "first_name")
            .replace("family_name", "last_name");
        let old = old.replace("<pfif:full_name>Juan Peña</pfif:full_name>", "");
        let read = load(&old).unwrap();
        assert_eq!(
            (
                read[0].person.surname.as_str(),
                read[0].person.given.as_str()
            ),
            ("Peña & Cruz", "Juan"),
            "{version} has other names for the names"
        );
    }
}

const ONE: &str = r#"<?xml version="1.0"?><pfif:pfif xmlns:pfif="http://zesty.ca/pfif/1.4"><pfif:person>
  <pfif:person_record_id>x/1</pfif:person_record_id><pfif:full_name>Juan Peña</pfif:full_name><pfif:given_name>Juan</pfif:given_name>
  <pfif:family_name>Pe&#241;a &amp; Cruz</pfif:family_name><pfif:sex>male</pfif:sex><pfif:date_of_birth>1990-05</pfif:date_of_birth>
  <pfif:home_neighborhood>Dita</pfif:home_neighborhood><pfif:home_city>Cuenca</pfif:home_city><pfif:home_state>Batangas</pfif:home_state>
  <pfif:author_name>Rosa</pfif:author_name><pfif:author_phone>0917 600 1234</pfif:author_phone>
  <pfif:note><pfif:note_record_id>x/2</pfif:note_record_id><pfif:status>believed_alive</pfif:status><pfif:text>ok</pfif:text></pfif:note>
  </pfif:person></pfif:pfif>"#;

#[test]
fn a_person_with_a_note() {
    let entries = load(ONE).unwrap();
    let p = &entries[0].person;
    assert_eq!(
        (p.surname.as_str(), p.given.as_str()),
        ("Peña & Cruz", "Juan"),
        "entities are resolved"
    );
    assert_eq!(
        p.birth.map(|b| b.to_string()).as_deref(),
        Some("1990-05"),
        "a month stays a month"
    );
    assert_eq!(
        p.barangay.map(|b| b.to_string()).as_deref(),
        Some("0401009007"),
        "the home place is found"
    );
    assert_eq!(
        p.contacts[0].phones[0].e164.as_deref(),
        Some("+639176001234"),
        "who reported can be called"
    );
    assert!(
        p.remarks
            .as_deref()
            .unwrap_or("")
            .contains("believed_alive"),
        "notes become remarks"
    );
}

#[test]
fn broken_files_are_refused() {
    assert_eq!(
        load(&ONE[..ONE.len() - 30]).err().map(|e| e.code()),
        Some("file_damaged"),
        "cut off"
    );
    assert_eq!(
        load("<pfif:pfif></pfif:pfif>").err().map(|e| e.code()),
        Some("file_not_a_sheet"),
        "without persons"
    );
    let entity = r#"<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><pfif:pfif><pfif:person><pfif:given_name>&a;</pfif:given_name></pfif:person></pfif:pfif>"#;
    let got = load(entity).unwrap();
    assert_eq!(got[0].person.given, "", "outside entities are never read");
}

proptest! {
    #[test]
    fn never_panics(text in "(<[a-z:/]{0,10}>|[a-z&;#0-9 ]|<pfif:person>|</pfif:person>|<pfif:note>|</pfif:note>){0,40}") {
        for e in listed(&text).unwrap_or_default() {
            let _ = e.read("a.xml", 1, today(), &Fixed::from([("SEX".to_owned(), text.clone())]));
        }
    }
}
