//! vCard 4.0 (RFC 6350) out: a card for each migrant. A family contact is a group of properties in it (RELATED with the contact's
//! TEL), which a telephone shows under the contact's name and the importer reads as a contact again. No card of its own: it would
//! come back as a migrant.

use ugnay_model::{Contact, PartialDate, Person, Sex};

use super::ExportRow;

/// The columns of the table that a card can say.
pub const CARRIES: [&str; 24] = [
    "record_id",
    "surname",
    "given",
    "middle",
    "suffix",
    "nickname",
    "sex",
    "birth_date",
    "destination_country",
    "destination_place",
    "occupation",
    "employer",
    "phones",
    "emails",
    "handles",
    "contact1_name",
    "contact1_relation",
    "contact1_phones",
    "contact2_name",
    "contact2_relation",
    "contact2_phones",
    "contact3_name",
    "contact3_relation",
    "contact3_phones",
];

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(['\r', '\n'], "\\n")
        .replace(',', "\\,")
        .replace(';', "\\;")
}

/// Folds at 75 octets without cutting a character (RFC 6350 §3.2).
fn line(out: &mut String, text: &str) {
    let mut width = 0usize;
    for c in text.chars() {
        if width.saturating_add(c.len_utf8()) > 74 {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width = width.saturating_add(c.len_utf8());
    }
    out.push_str("\r\n");
}

/// Cards of all persons in one file.
#[must_use]
pub fn vcard<'a>(rows: impl Iterator<Item = ExportRow<'a>>) -> Vec<u8> {
    let mut out = String::new();
    for row in rows {
        person(&mut out, row.person);
    }
    out.into_bytes()
}

fn person(out: &mut String, p: &Person) {
    let text = |t: &Option<String>| escape(t.as_deref().unwrap_or_default());
    line(out, "BEGIN:VCARD");
    line(out, "VERSION:4.0");
    line(out, &format!("UID:urn:uuid:{}", p.id));
    let full = [
        Some(p.given.as_str()),
        p.middle.as_deref(),
        Some(p.surname.as_str()),
        p.suffix.as_deref(),
    ];
    let full: Vec<&str> = full
        .into_iter()
        .flatten()
        .filter(|t| !t.is_empty())
        .collect();
    line(out, &format!("FN:{}", escape(&full.join(" "))));
    line(
        out,
        &format!(
            "N:{};{};{};;{}",
            escape(&p.surname),
            escape(&p.given),
            text(&p.middle),
            text(&p.suffix)
        ),
    );
    if p.nickname.is_some() {
        line(out, &format!("NICKNAME:{}", text(&p.nickname)));
    }
    match p.birth {
        Some(PartialDate::Day(d)) => line(out, &format!("BDAY:{}", d.format("%Y%m%d"))),
        Some(PartialDate::Month(y, m)) => line(out, &format!("BDAY:{y:04}-{m:02}")),
        Some(PartialDate::Year(y)) => line(out, &format!("BDAY:{y:04}")),
        _ => {}
    }
    if let Some(s) = p.sex {
        line(
            out,
            &format!("GENDER:{}", if s == Sex::X { "O" } else { s.code() }),
        );
    }
    rest(out, p);
    line(out, "END:VCARD");
}

fn rest(out: &mut String, p: &Person) {
    let text = |t: &Option<String>| escape(t.as_deref().unwrap_or_default());
    for phone in &p.phones {
        line(out, &format!("TEL;VALUE=text:{}", escape(phone.shown())));
    }
    for e in &p.emails {
        line(out, &format!("EMAIL:{}", escape(e)));
    }
    for h in &p.handles {
        line(out, &format!("X-SOCIALPROFILE:{}", escape(h)));
    }
    if p.occupation.is_some() {
        line(out, &format!("TITLE:{}", text(&p.occupation)));
    }
    if p.employer.is_some() {
        line(out, &format!("ORG:{}", text(&p.employer)));
    }
    if let Some(c) = p.country {
        line(
            out,
            &format!("ADR:;;;{};;;{}", text(&p.place), escape(&c.to_string())),
        );
    }
    for (number, c) in (1usize..).zip(&p.contacts) {
        contact(out, number, c);
    }
}

fn contact(out: &mut String, number: usize, c: &Contact) {
    let group = format!("contact{number}");
    let relation = c.relation.map(|r| r.code());
    let kind = relation.map_or(String::new(), |r| format!("TYPE={r};"));
    let name = escape(&c.name);
    line(out, &format!("{group}.RELATED;{kind}VALUE=text:{name}"));
    for phone in &c.phones {
        let number = escape(phone.shown());
        line(out, &format!("{group}.TEL;VALUE=text:{number}"));
    }
    if !c.phones.is_empty() {
        // What many telephones show beside the number.
        let label = if c.name.is_empty() {
            relation.unwrap_or_default()
        } else {
            &name
        };
        line(out, &format!("{group}.X-ABLabel:{label}"));
    }
}
