//! Lists of other shapes than the shipped one.

use chrono::NaiveDate;

use crate::{ImportOptions, Mapping, Parsed, RowKind, SourceFile, preview};

fn import(text: &str) -> Parsed {
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_000)),
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    preview(
        &[SourceFile {
            name: "list.csv",
            bytes: text.as_bytes(),
        }],
        &Mapping::default(),
        &options,
        &mut |_| true,
    )
    .unwrap()
    .parsed
}

fn kinds(p: &Parsed) -> Vec<RowKind> {
    p.report.rows.iter().map(|r| r.kind).collect()
}

#[test]
fn a_second_contact_on_a_row_of_its_own() {
    let p = import(
        "No,Surname,First Name,Country,Mobile,Next of Kin,Relationship,Contact Number\n1,CRUZ,ANA,KSA,0917 600 1234,Pedro Cruz,Asawa,0918 600 1234\n\
         ,,,,,Lucia Reyes,nanay,0919-600-1111\n2,REYES,BEN,Dubai,,,,\n,TOTAL,2,,,,,\n",
    );
    use RowKind::{Continuation, Header, Person, Total};
    assert_eq!(
        kinds(&p),
        [Header, Person, Continuation, Person, Total],
        "the row without a name belongs to the one above"
    );
    assert_eq!(p.persons[0].contacts.len(), 2, "and adds a contact");
    assert_eq!(
        p.report.rows[2].person_index,
        Some(0),
        "the report says to whom"
    );
}

#[test]
fn sections_dittos_and_notes() {
    let p = import(
        "BRGY. DITA\nName,Birthday,Country,Address\nPUROK 1,,,\nJuan P. Cruz,1990-01-02,Qatar,\"Purok 1, Brgy. Dita\"\nAna C. Cruz,1991-01-02,\"\"\"\",-do-\n\
         SITIO ILAYA,,,\nBen D. Reyes,1992-01-02,Oman,\nPrepared by: X. Y.,,,\n",
    );
    use RowKind::{Header, Note, Person, Section, Title};
    assert_eq!(
        kinds(&p),
        [
            Title, Header, Section, Person, Person, Section, Person, Note
        ],
        "every row has its kind"
    );
    let puroks: Vec<_> = p
        .persons
        .iter()
        .map(|x| x.purok.as_deref().unwrap_or(""))
        .collect();
    assert_eq!(
        puroks,
        ["Purok 1", "Purok 1", "Sitio Ilaya"],
        "from the address, the ditto mark, the section"
    );
    assert_eq!(
        p.persons[1]
            .destination
            .country
            .map(|c| c.to_string())
            .as_deref(),
        Some("QA"),
        "a ditto mark repeats the country"
    );
    assert!(
        p.persons
            .iter()
            .all(|x| x.barangay.is_some_and(|b| b.to_string() == "0401009007")),
        "the title names the barangay"
    );
}

#[test]
fn an_age_gives_no_day_and_a_bad_phone_is_kept() {
    let p = import("Name,Edad,Bansa,Contact No.\nJuan P. Cruz,35,Qatar,09XX-XXX-XXXX\n");
    let x = &p.persons[0];
    assert_eq!(
        x.birth.map(|b| b.to_string()).as_deref(),
        Some("~35@2025"),
        "only the age is known"
    );
    assert_eq!(
        (x.phones[0].e164.as_deref(), x.phones[0].typed.as_str()),
        (None, "09XX-XXX-XXXX"),
        "kept as typed"
    );
    assert_eq!(
        p.report.rows[1]
            .problems
            .iter()
            .filter(|q| q.code == "phone_masked")
            .count(),
        1,
        "and flagged"
    );
}

#[test]
fn a_refusal_leaves_nothing_behind() {
    let p = import("Name,Bansa,Pahintulot\nJuan P. Cruz,Qatar,oo\nAna C. Reyes,Oman,Hindi\n");
    assert_eq!(p.persons.len(), 1, "only who agreed");
    let text = serde_json::to_string(&p.report).unwrap();
    assert!(
        text.contains("consent_refused") && !text.contains("Reyes"),
        "the report says so without the name"
    );
}

#[test]
fn spanish_and_french_titles() {
    let p = import(
        "Apellidos;Nombres;Fecha de nacimiento;Sexo;País;Teléfono\nCruz;Juan;3 de mayo de 1990;Hombre;España;0917 600 1234\n",
    );
    let x = &p.persons[0];
    assert_eq!(
        (x.surname.as_str(), x.given.as_str(), x.phones.len()),
        ("Cruz", "Juan", 1),
        "Spanish"
    );
    assert_eq!(
        x.birth.map(|b| b.to_string()).as_deref(),
        Some("1990-05-03"),
        "with its date"
    );
    let p = import("Nom de famille;Prénom;Date de naissance;Pays\nCruz;Juan;3 août 1990;Italie\n");
    assert_eq!(
        p.persons[0]
            .destination
            .country
            .map(|c| c.to_string())
            .as_deref(),
        Some("IT"),
        "French"
    );
}

#[test]
fn words_under_a_list_are_notes() {
    let p = import(
        "Name,Work,Birthday,Country\nAna Cruz,nurse,1990-01-02,Oman\nBen Reyes,cook,1991-01-02,Qatar\nLiza Abad,,,\nSome\nalso like to write,\nat the,bottom\n",
    );
    use RowKind::{Header, Note, Person};
    assert_eq!(
        kinds(&p),
        [Header, Person, Person, Person, Note, Note, Note],
        "a whole name alone is somebody, a few words are nobody"
    );
}

#[test]
fn captions_under_the_names_of_a_program_are_titles() {
    let p = import(
        "full_name,sex,birth_date,phone_no,relationship\nFull Name - required,Sex - required,Birth Date,Phone number,Relationship to the head\nAna Cruz,FEMALE,1990-01-02,0917 555 1234,HEAD\n",
    );
    assert_eq!(
        kinds(&p),
        [RowKind::Header, RowKind::Header, RowKind::Person],
        "one person, not two"
    );
}

#[test]
fn a_name_that_is_also_a_countrys_code_or_name_is_somebody() {
    let p = import(
        "Name,Work,Birthday,Mobile\nSAUDI ARABIA,,,\nAna Cruz,nurse,1990-01-02,0917 555 1234\nBen,,,\nJordan,,,\nLiza Abad,cook,1991-01-02,0917 555 1235\nKSA,,,\nJose Abad,cook,1991-01-02,0917 555 1236\n",
    );
    use RowKind::{Header, Person, Section};
    assert_eq!(
        kinds(&p),
        [
            Header, Section, Person, Person, Person, Person, Section, Person
        ],
        "what people write for a country is a heading; a code (Ben, Mar) or Jordan among names is a name"
    );
    let told = |at: usize| {
        let row = p.report.rows.iter().find(|r| r.person_index == Some(at));
        row.is_some_and(|r| r.problems.iter().any(|x| x.code == "name_incomplete"))
    };
    assert!(told(1) && told(2), "and that it is half a name is said");
    let country = p.persons[3].destination.country.map(|c| c.to_string());
    assert_eq!(
        country.as_deref(),
        Some("SA"),
        "the heading before the name still holds"
    );
}

#[test]
fn a_ditto_mark_below_a_second_contact_means_the_person() {
    let p = import(
        "No,Name,Country,Contact Person,Contact Number\n1,Ana Cruz,KSA,Pedro Cruz,0918 600 1234\n,,,Lucia Reyes,0919 600 1111\n2,Ben Reyes,ditto,,\n",
    );
    let country = p.persons[1].destination.country.map(|c| c.to_string());
    assert_eq!(
        country.as_deref(),
        Some("SA"),
        "not the empty cell of the contact's row"
    );
}

#[test]
fn two_relations_for_two_people() {
    let p = import(
        "No,Name,Country,Kamag-anak sa Pilipinas,Relasyon,CP No. ng pamilya\n1,Ana Cruz,KSA,Rosa Cruz / Jose Cruz,Lola / anak,0918 600 1234 / 0919 600 1111\n",
    );
    let found: Vec<_> = p.persons[0]
        .contacts
        .iter()
        .map(|c| c.relation.map(crate::Relation::code))
        .collect();
    assert_eq!(
        found,
        [Some("grandmother"), Some("child")],
        "each has its own"
    );
}

#[test]
fn numbers_with_or_between_them_name_nobody() {
    let p = import(
        "No,Name,Country,Contact Person,Relasyon,Tel. No. of contact person\n1,Ana Cruz,KSA,Rosa Cruz,nanay,+63 918 600 1234 or +63 919 600 1111\n",
    );
    let contacts = &p.persons[0].contacts;
    assert_eq!(
        (contacts.len(), contacts[0].phones.len()),
        (1, 2),
        "one contact with two numbers"
    );
}

#[test]
fn short_years_suffix_columns_and_ships() {
    let p = import(
        "Surname,Given Name,M.I.,Ext (Jr/Sr),Birthday,Country\nCruz,Jose,P.,Jr.,6-3-01,On board\nReyes,Ben,A.,,5-25-99,Oman\n",
    );
    let one = &p.persons[0];
    assert_eq!(
        one.birth.map(|b| b.to_string()).as_deref(),
        Some("2001-06-03"),
        "no day of the year 6"
    );
    assert_eq!(
        (one.suffix.as_str(), one.destination.sea_based),
        ("Jr.", true),
        "his suffix and his ship"
    );
}
