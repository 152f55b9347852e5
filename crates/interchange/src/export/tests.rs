//! Exports come back as they went out.

use chrono::NaiveDate;
use ugnay_model::{
    CaseFile, Contact, ContactId, Country, PartialDate, Person, PersonId, Phone, Psgc, Relation,
    Sex,
};

use super::*;
use crate::{ImportOptions, Mapping, Parsed, SourceFile, preview};

fn person() -> Person {
    let mut p = Person::new(PersonId::from_bytes([7; 16]), "Dela Peña", "Juan; Carlos");
    p.middle = Some("P.".into());
    p.suffix = Some("Jr.".into());
    p.nickname = Some("Jun".into());
    p.sex = Some(Sex::M);
    p.birth = NaiveDate::from_ymd_opt(1990, 5, 3).map(PartialDate::Day);
    p.barangay = Some(Psgc(401_009_007));
    p.purok = Some("Purok 1".into());
    p.country = "SA".parse::<Country>().ok();
    p.place = Some("Riyadh".into());
    p.occupation = Some("=cmd()".into());
    p.phones = vec![
        Phone {
            typed: "x".into(),
            e164: Some("+966512341234".into()),
        },
        Phone {
            typed: "y".into(),
            e164: Some("+639176001234".into()),
        },
    ];
    p.emails = vec!["a@example.org".into()];
    p.handles = vec!["facebook: Juan".into()];
    let mut c = Contact::new(ContactId::from_bytes([9; 16]), "Maria Cruz");
    c.relation = Some(Relation::Spouse);
    c.phones = vec![Phone {
        typed: "z".into(),
        e164: Some("+639186001234".into()),
    }];
    p.contacts = vec![c];
    p
}

fn back(name: &str, bytes: &[u8]) -> Parsed {
    let options = ImportOptions {
        home: None,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    preview(
        &[SourceFile { name, bytes }],
        &Mapping::default(),
        &options,
        &mut |_| true,
    )
    .unwrap()
    .parsed
}

fn same(parsed: &Parsed, what: &str) {
    let want = person();
    assert_eq!(parsed.persons.len(), 1, "{what}: one person went out");
    let p = parsed.persons[0].to_person(want.id, "2026-10", || ContactId::from_bytes([9; 16]));
    assert_eq!(p.list_name(), want.list_name(), "{what}: the name");
    assert_eq!(
        (p.birth, p.sex, p.barangay, &p.purok),
        (want.birth, want.sex, want.barangay, &want.purok),
        "{what}: birth, sex, home"
    );
    assert_eq!(
        (p.country, &p.place, p.sea_based),
        (want.country, &want.place, want.sea_based),
        "{what}: destination"
    );
    let e164 = |p: &Person| p.phones.iter().map(|x| x.e164.clone()).collect::<Vec<_>>();
    assert_eq!(e164(&p), e164(&want), "{what}: phones");
    assert_eq!(
        (&p.emails, &p.handles, &p.occupation),
        (&want.emails, &want.handles, &want.occupation),
        "{what}: the rest"
    );
    assert_eq!(p.contacts[0].name, "Maria Cruz", "{what}: the contact");
    assert_eq!(
        p.contacts[0].relation,
        Some(Relation::Spouse),
        "{what}: the relation"
    );
    assert_eq!(
        p.contacts[0].phones[0].e164.as_deref(),
        Some("+639186001234"),
        "{what}: the contact's phone"
    );
}

#[test]
fn tables_come_back() {
    let p = person();
    let case = CaseFile::new(p.id);
    let row = ExportRow {
        person: &p,
        case: Some(&case),
    };
    let table = csv([row].into_iter(), &Columns::canonical()).unwrap();
    let text = String::from_utf8(table.clone()).unwrap();
    assert!(
        text.starts_with(&COLUMNS.join(",")),
        "the columns of the contract in their order"
    );
    assert!(
        text.contains("'=cmd()"),
        "a cell must not be taken for a formula"
    );
    same(&back("a.csv", &table), "CSV");
    same(
        &back(
            "a.csv",
            &hxl([row].into_iter(), &Columns::canonical()).unwrap(),
        ),
        "HXL",
    );
    same(
        &back(
            "a.xlsx",
            &xlsx([row].into_iter(), &Columns::canonical()).unwrap(),
        ),
        "XLSX",
    );
}

#[test]
fn a_vcard_comes_back() {
    let p = person();
    let cards = vcard(
        [ExportRow {
            person: &p,
            case: None,
        }]
        .into_iter(),
    );
    let text = String::from_utf8(cards.clone()).unwrap();
    assert!(
        text.lines().all(|l| l.len() <= 75),
        "RFC 6350 folds at 75 octets"
    );
    let parsed = back("a.vcf", &cards);
    let got = &parsed.persons[0];
    assert_eq!(
        (
            got.surname.as_str(),
            got.given.as_str(),
            got.suffix.as_str()
        ),
        ("Dela Peña", "Juan; Carlos", "Jr."),
        "escaped and back"
    );
    assert_eq!(got.phones.len(), 2, "own phones");
    assert_eq!(got.contacts[0].name, "Maria Cruz", "the contact by name");
}

#[test]
fn contacts_of_a_vcard_come_back_as_contacts() {
    let mut p = person();
    for (n, name, relation, number) in [
        (
            10u8,
            "Ana, Reyes; jr",
            Relation::NieceNephew,
            Some("+639186001235"),
        ),
        (11, "", Relation::Sibling, Some("+639186001236")),
        (12, "Lola Basyang", Relation::Grandparent, None),
    ] {
        let mut c = Contact::new(ContactId::from_bytes([n; 16]), name);
        c.relation = Some(relation);
        c.phones.extend(number.map(|e| Phone {
            typed: e.into(),
            e164: Some(e.into()),
        }));
        p.contacts.push(c);
    }
    let row = ExportRow {
        person: &p,
        case: None,
    };
    let parsed = back("a.vcf", &vcard([row].into_iter()));
    assert_eq!(
        parsed.persons.len(),
        1,
        "one migrant, nobody made up of the family"
    );
    let got = parsed.persons[0].to_person(p.id, "", || ContactId::from_bytes([0; 16]));
    let said = |p: &Person| -> Vec<_> {
        let each = p.contacts.iter();
        each.map(|c| {
            let phones: Vec<_> = c.phones.iter().map(|x| x.shown().to_owned()).collect();
            (c.name.clone(), c.relation, phones)
        })
        .collect()
    };
    assert_eq!(
        said(&got),
        said(&p),
        "names, relations and numbers, in their order"
    );
    assert_eq!(
        got.phones.len(),
        2,
        "the migrant's numbers are only the migrant's"
    );
}

#[test]
fn notes_of_pfif_come_back() {
    let p = person();
    let mut case = CaseFile::new(p.id);
    case.remarks = Some("Sends <money> home".into());
    case.notes = vec![ugnay_model::Note {
        id: [5; 16],
        at: 1_751_328_000,
        text: "Called & well".into(),
    }];
    let row = |case| ExportRow { person: &p, case };
    let xml = pfif(
        [row(Some(&case))].into_iter(),
        "ugnay.example",
        1_751_414_400,
    )
    .unwrap();
    let parsed = back("a.xml", &xml);
    assert_eq!(parsed.persons.len(), 1, "a note is no person");
    let remarks = parsed.persons[0].remarks.clone().unwrap_or_default();
    assert!(remarks.contains("Sends <money> home"), "the remarks");
    assert!(
        remarks.contains("2025-07-01T00:00:00Z · Called & well"),
        "the note with its day"
    );
    let without = pfif([row(None)].into_iter(), "ugnay.example", 0).unwrap();
    let text = String::from_utf8(without).unwrap();
    assert!(
        !text.contains("note"),
        "nobody's notes go without being asked for"
    );
}

#[test]
fn pfif_comes_back() {
    let p = person();
    let xml = pfif(
        [ExportRow {
            person: &p,
            case: None,
        }]
        .into_iter(),
        "ugnay.example",
        1_751_328_000,
    )
    .unwrap();
    let parsed = back("a.xml", &xml);
    let got = &parsed.persons[0];
    assert_eq!(
        (got.surname.as_str(), got.given.as_str()),
        ("Dela Peña", "Juan; Carlos"),
        "names"
    );
    assert_eq!(
        (got.birth, got.barangay),
        (p.birth, p.barangay),
        "birth and home"
    );
    assert!(
        !String::from_utf8(xml).unwrap().contains("+63"),
        "phones are not part of it"
    );
}

#[test]
fn a_release_says_on_every_row_what_it_is() {
    let mark = Mark {
        purpose: "drill".into(),
        request: "0f".repeat(32),
        until: "2026-09-22T14:13:20Z".into(),
        by: "=desk, first officer".into(),
    };
    let (one, mut two) = (person(), person());
    two.surname = "Abad".into();
    let rows = || [&one, &two].map(|person| ExportRow { person, case: None });
    let csv = marked_csv(rows().into_iter(), &mark).unwrap();
    let mut table = ::csv::Reader::from_reader(csv.as_slice());
    let width = COLUMNS.len();
    assert_eq!(
        table
            .headers()
            .unwrap()
            .iter()
            .skip(width)
            .collect::<Vec<_>>(),
        MARK_COLUMNS,
        "the contract's columns first, then the mark's"
    );
    let mut seen = 0;
    for row in table.records() {
        let row = row.unwrap();
        assert_eq!(
            row.iter().skip(width).collect::<Vec<_>>(),
            [
                "drill",
                &"0f".repeat(32),
                "2026-09-22T14:13:20Z",
                "'=desk, first officer"
            ],
            "a row that is copied takes purpose, request, end and author along, and none of it is a formula"
        );
        seen += 1;
    }
    assert_eq!(seen, 2, "one row a person");
    let book = marked_xlsx(rows().into_iter(), &mark).unwrap();
    let back = back("release.xlsx", &book);
    assert_eq!(
        back.persons.len(),
        2,
        "the workbook is a table like any other"
    );
    assert!(
        book.len()
            > xlsx(rows().into_iter(), &Columns::canonical())
                .unwrap()
                .len(),
        "and has the mark beside it"
    );
}
