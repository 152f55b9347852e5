//! vCards in.

use proptest::prelude::*;

use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 7, 1).unwrap()
}

fn listed(text: &str) -> Result<Vec<Listed>, ImportError> {
    let file = SourceFile {
        name: "a.vcf",
        bytes: text.as_bytes(),
    };
    read(file, &mut |_| true)
}

fn load(text: &str) -> Result<Vec<Entry>, ImportError> {
    let listed = listed(text)?;
    let read = |e: &Listed| e.read("a.vcf", 1, today(), &Fixed::new());
    Ok(listed.iter().map(read).collect())
}

fn fixed(property: &str, now: &str) -> Fixed {
    Fixed::from([(property.to_owned(), now.to_owned())])
}

const ONE: &str = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nBDAY:sometime\nTEL:0917 555 1234\nTEL:0917 55\nADR:;;Purok 1;Nowhere;Batangas;;Philippines\nPHOTO:AAAA\nEND:VCARD\n";

#[test]
fn a_property_is_corrected_as_a_cell_would_be() {
    let card = &listed(ONE).unwrap()[0];
    let doubts = |fixed: &Fixed| {
        let e = card.read("a.vcf", 1, today(), fixed);
        let codes: Vec<_> = e
            .problems
            .iter()
            .map(|p| (p.column.clone(), p.code.clone()))
            .collect();
        (e, codes)
    };
    let (_, before) = doubts(&Fixed::new());
    let places: Vec<&str> = before.iter().map(|(column, _)| column.as_str()).collect();
    assert_eq!(
        places,
        ["N", "ADR", "BDAY", "TEL 2"],
        "each doubt names its property"
    );
    assert_eq!(
        ["N", "ADR", "BDAY", "TEL 2", "tel", "NOTE", "PHOTO"].map(|p| card.text(p)),
        [
            Some("Ana".to_owned()),
            Some("Purok 1, Nowhere, Batangas, Philippines".to_owned()),
            Some("sometime".to_owned()),
            Some("0917 55".to_owned()),
            Some("0917 555 1234".to_owned()),
            Some(String::new()),
            None
        ],
        "in words; what is not there is empty, a photograph is no property that is read"
    );
    let (e, left) = doubts(&fixed("N", "DELA CRUZ, ANA P."));
    assert_eq!(
        (
            e.person.surname.as_str(),
            e.person.given.as_str(),
            left.len()
        ),
        ("Dela Cruz", "Ana", 3),
        "a whole name, as in a sheet"
    );
    let (e, _) = doubts(&fixed("BDAY", "13 Mayo 1990"));
    assert_eq!(
        e.person.birth.map(|b| b.to_string()).as_deref(),
        Some("1990-05-13"),
        "a date"
    );
    let (e, _) = doubts(&fixed("TEL 2", "0918 555 1234"));
    assert_eq!(
        e.person.phones[1].e164.as_deref(),
        Some("+639185551234"),
        "the second phone"
    );
    let (e, left) = doubts(&fixed("TEL 2", ""));
    assert_eq!(
        (e.person.phones.len(), left.len()),
        (1, 3),
        "emptied, it is not there"
    );
    let (e, _) = doubts(&fixed("ADR", "Dita, Cuenca, Batangas"));
    assert_eq!(
        e.person.barangay.map(|b| b.to_string()).as_deref(),
        Some("0401009007"),
        "a home"
    );
    let (e, _) = doubts(&fixed("ADR", "Riyadh, KSA"));
    assert_eq!(
        e.person
            .destination
            .country
            .map(|c| c.to_string())
            .as_deref(),
        Some("SA"),
        "or abroad"
    );
    let (e, _) = doubts(&fixed("NOTE", "a;b\\c"));
    assert_eq!(
        e.person.remarks.as_deref(),
        Some("a;b\\c"),
        "what the card does not have is added, marks and all"
    );
}

#[test]
fn phones_are_read_in_the_country_of_the_address() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Cruz\nTEL:050 123 4567\nADR:;;;Riyadh;;;Saudi Arabia\nEND:VCARD\n";
    let read = load(card).unwrap();
    assert_eq!(
        read[0].person.phones[0].e164.as_deref(),
        Some("+966501234567"),
        "the address stands below the phone and counts for it"
    );
}

#[test]
fn reading_cards_can_be_stopped() {
    let many = ONE.repeat(300);
    let file = SourceFile {
        name: "a.vcf",
        bytes: many.as_bytes(),
    };
    let mut told = Vec::new();
    let stopped = read(file, &mut |n| {
        told.push(n);
        false
    });
    assert_eq!(stopped.err(), Some(ImportError::Cancelled), "as asked");
    assert_eq!(told, [200], "after the cards read so far");
}

#[test]
fn cards_of_three_versions() {
    let cards = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pe=C3=B1a;Ju=\r\nan;;;Jr.\r\nTEL;CELL:0917 600 1234\r\nEND:VCARD\r\n\
        BEGIN:VCARD\nVERSION:3.0\nFN:Ana C. Reyes\nitem1.TEL;TYPE=home,fax:(043) 756-0355\nTEL:043 756 0355\nBDAY:1985-01-25\nNOTE:a\\, b\\nc\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nN:Cruz;Jose;Lopez;;\nFN:Jose Cruz\nBDAY:--0203\nGENDER:M\nTEL;VALUE=uri;TYPE=\"cell,voice\":tel:+966-51-234-1234\n\
        ADR:;;;Riyadh;;;Saudi Arabia\nRELATED;TYPE=spouse;VALUE=text:Maria \n Cruz\nEND:VCARD\n";
    let e = load(cards).unwrap();
    let [a, b, c] = [0, 1, 2].map(|i| &e[i].person);
    assert_eq!(
        (a.surname.as_str(), a.given.as_str(), a.suffix.as_str()),
        ("Peña", "Juan", "Jr."),
        "quoted-printable over a soft break"
    );
    assert_eq!(
        (b.surname.as_str(), b.given.as_str(), b.middle.as_str()),
        ("Reyes", "Ana", "C."),
        "from the formatted name"
    );
    assert_eq!(b.phones.len(), 1, "a fax is no phone");
    assert_eq!(
        b.remarks.as_deref(),
        Some("a, b\nc"),
        "escapes are resolved"
    );
    assert_eq!(
        c.phones[0].e164.as_deref(),
        Some("+966512341234"),
        "a tel: URI"
    );
    assert_eq!(c.contacts[0].name, "Maria Cruz", "folded lines are joined");
    assert_eq!(
        c.destination.country.map(|x| x.to_string()).as_deref(),
        Some("SA"),
        "an address abroad is the destination"
    );
    assert!(
        c.birth.is_none() && e[2].problems.iter().any(|p| p.column == "BDAY"),
        "a birthday without a year is flagged"
    );
}

#[test]
fn a_cut_off_card_is_refused() {
    assert_eq!(
        load("BEGIN:VCARD\nFN:A B").err().map(|e| e.code()),
        Some("file_damaged"),
        "no end"
    );
}

proptest! {
    #[test]
    fn never_panics(text in "(BEGIN:VCARD\n|END:VCARD\n|N:|FN:|TEL;|BDAY:|ADR:|RELATED;|;ENCODING=QUOTED-PRINTABLE|[=;:,\\\\\" \na-z0-9é]){0,60}") {
        for e in listed(&text).unwrap_or_default() {
            let _ = e.read("a.vcf", 1, today(), &fixed("TEL 2", &text));
            let _ = (e.text("N"), e.text("ADR 2"));
        }
    }
}
