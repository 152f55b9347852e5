//! vCards in.

use proptest::prelude::*;

use super::*;

fn load(text: &str) -> Result<Vec<Entry>, ImportError> {
    read(
        SourceFile {
            name: "a.vcf",
            bytes: text.as_bytes(),
        },
        NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
    )
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
        let _ = load(&text);
    }
}
