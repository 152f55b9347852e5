//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), in: each card one migrant. Writing is in `export/vcard.rs`.

use chrono::NaiveDate;
use ugnay_model::PartialDate;

use crate::ImportError;
use crate::book::{SourceFile, decode};
use crate::entry::{Entry, MAX_ENTRIES};
use crate::person::ParsedContact;
use crate::value::{choice, date, name, relation};

#[cfg(test)]
mod tests;

/// A property line, unfolded.
struct Property {
    name: String,
    params: Vec<String>,
    value: String,
}

impl Property {
    fn has(&self, param: &str) -> bool {
        self.params.iter().any(|p| {
            p.split('=')
                .next_back()
                .unwrap_or_default()
                .split(',')
                .any(|v| v.trim_matches('"').eq_ignore_ascii_case(param))
        })
    }
    fn param(&self, key: &str) -> Option<&str> {
        self.params
            .iter()
            .filter_map(|p| p.split_once('='))
            .find(|(k, _)| k.eq_ignore_ascii_case(key))
            .map(|(_, v)| v)
    }
    fn text(&self) -> String {
        unescape(&self.value)
    }
    /// Parts of a structured value.
    fn parts(&self, separator: char) -> Vec<String> {
        split(&self.value, separator)
            .iter()
            .map(|p| unescape(p))
            .collect()
    }
}

/// Reads all cards of a file.
pub(crate) fn read(file: SourceFile<'_>, today: NaiveDate) -> Result<Vec<Entry>, ImportError> {
    let damaged = |detail| ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    };
    let text = decode(file.bytes);
    let mut out: Vec<Entry> = Vec::new();
    let mut card: Option<Vec<Property>> = None;
    for property in Lines(text.lines().peekable()).filter_map(|l| property(&l)) {
        match (
            property.name.as_str(),
            property.value.trim().to_ascii_uppercase().as_str(),
        ) {
            ("BEGIN", "VCARD") => card = Some(Vec::new()),
            ("END", "VCARD") => {
                if out.len() >= MAX_ENTRIES {
                    return Err(damaged("too many entries"));
                }
                let number = out.len().saturating_add(1);
                out.extend(
                    card.take()
                        .map(|c| person(Entry::new(file, number), &c, today)),
                );
            }
            _ => {
                if let Some(c) = card.as_mut().filter(|c| c.len() < 1_000) {
                    c.push(property);
                }
            }
        }
    }
    match (card, out.is_empty()) {
        (Some(_), _) => Err(damaged("the last card has no end")),
        (None, true) => Err(ImportError::Empty {
            file: file.name.to_owned(),
        }),
        (None, false) => Ok(out),
    }
}

/// Logical lines, one at a time: RFC folding, and the soft line breaks of quoted-printable in 2.1.
struct Lines<'t>(std::iter::Peekable<std::str::Lines<'t>>);

/// Where the parameters of a property end at the latest.
const HEAD: usize = 256;

impl Iterator for Lines<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let mut line = self.0.next()?.trim_end_matches('\r').to_owned();
        let head: String = line.chars().take(HEAD).collect();
        let quoted = head.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        loop {
            let soft = quoted && line.ends_with('=');
            let Some(next) = self.0.next_if(|n| soft || n.starts_with([' ', '\t'])) else {
                return Some(line);
            };
            let next = next.trim_end_matches('\r');
            if soft {
                line.pop();
                line.push_str(next);
            } else {
                line.extend(next.chars().skip(1));
            }
        }
    }
}

fn property(line: &str) -> Option<Property> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    });
    let (at, _) = colon?;
    let (head, value) = (line.get(..at)?, line.get(at.saturating_add(1)..)?);
    let mut parts = split(head, ';').into_iter();
    let name = parts.next()?;
    let name = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let params: Vec<String> = parts.collect();
    let mut p = Property {
        name,
        params,
        value: value.to_owned(),
    };
    if p.has("QUOTED-PRINTABLE") {
        p.value = quoted_printable(&p.value, p.param("CHARSET").unwrap_or("utf-8"));
    }
    Some(p)
}

/// Splits at a separator that is neither escaped nor in quotes.
fn split(text: &str, separator: char) -> Vec<String> {
    let (mut out, mut current) = (Vec::new(), String::new());
    let (mut escaped, mut quoted) = (false, false);
    for c in text.chars() {
        if c == separator && !escaped && !quoted {
            out.push(std::mem::take(&mut current));
            continue;
        }
        quoted ^= c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        current.push(c);
    }
    out.push(current);
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, false) => out.push(c),
        }
    }
    out.trim().to_owned()
}

fn quoted_printable(text: &str, charset: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(b) = rest.next() {
        if b != b'=' {
            bytes.push(b);
            continue;
        }
        let hex: String = rest.by_ref().take(2).map(char::from).collect();
        if let Ok(value) = u8::from_str_radix(&hex, 16) {
            bytes.push(value);
        }
    }
    let encoding =
        encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap_or(encoding_rs::UTF_8);
    encoding.decode(&bytes).0.into_owned()
}

fn person(mut e: Entry, card: &[Property], today: NaiveDate) -> Entry {
    let find = |n: &str| card.iter().find(|p| p.name == n);
    names(&mut e, find("N"), find("FN"));
    for p in card {
        match p.name.as_str() {
            "NICKNAME" if e.person.nickname.is_empty() => {
                e.person.nickname = p.parts(',').into_iter().next().unwrap_or_default()
            }
            "BDAY" => birthday(&mut e, &p.text(), today),
            "GENDER" | "X-GENDER" | "SEX" => {
                e.person.sex = choice::sex(&p.parts(';').into_iter().next().unwrap_or_default())
            }
            "TEL" if !p.has("FAX") => {
                let text = p.text();
                let number = text
                    .strip_prefix("tel:")
                    .unwrap_or(&text)
                    .replace(";ext=", " ext ");
                let phones = e.phones("TEL", &number);
                e.person.phones.extend(phones);
            }
            "EMAIL" => e
                .person
                .emails
                .extend(Some(p.text()).filter(|t| t.contains('@'))),
            "IMPP" | "X-SOCIALPROFILE" => e.person.handles.push(p.text()),
            "TITLE" => e.person.occupation = Some(p.text()).filter(|t| !t.is_empty()),
            "ROLE" if e.person.occupation.is_none() => {
                e.person.occupation = Some(p.text()).filter(|t| !t.is_empty())
            }
            "ORG" => {
                e.person.employer = Some(p.parts(';').join(", "))
                    .map(|t| t.trim_matches([',', ' ']).to_owned())
                    .filter(|t| !t.is_empty())
            }
            "NOTE" => e.person.remarks = Some(p.text()).filter(|t| !t.is_empty()),
            "ADR" => address(&mut e, p),
            "RELATED" => related(&mut e, p),
            _ => {}
        }
    }
    e
}

fn names(e: &mut Entry, structured: Option<&Property>, formatted: Option<&Property>) {
    let full = formatted.map(Property::text).unwrap_or_default();
    let parts = structured.map(|p| p.parts(';')).unwrap_or_default();
    let part = |i: usize| parts.get(i).cloned().unwrap_or_default();
    let n = if part(0).is_empty() && part(1).is_empty() {
        name::read(&full, name::NameOrder::GivenFirst, false)
    } else {
        let suffix = part(4)
            .split([',', ' '])
            .find_map(name::suffix)
            .unwrap_or_default()
            .to_owned();
        name::from_parts(&part(0), &part(1), &part(2), &suffix, "")
    };
    let p = &mut e.person;
    p.name_typed = full;
    (p.surname, p.given, p.middle, p.suffix, p.nickname) =
        (n.surname, n.given, n.middle, n.suffix, n.nickname);
    if p.surname.is_empty() || p.given.is_empty() {
        e.problem("N", "full_name", "name_incomplete", "");
    }
}

/// "19900503", "1990-05-03T…", "1990-05", "1990"; "--0503" has no year and is left out.
fn birthday(e: &mut Entry, text: &str, today: NaiveDate) {
    let day = text.split('T').next().unwrap_or_default();
    let read = day.parse::<PartialDate>().ok().or_else(|| {
        (!day.starts_with('-'))
            .then(|| date::read_text(day, None, today).value)
            .flatten()
    });
    e.person.birth = read.filter(|d| d.year() >= 1900 && d.year() <= today_year(today));
    if e.person.birth.is_none() {
        e.problem("BDAY", "birth_date", "unreadable_date", text);
    }
}

fn today_year(today: NaiveDate) -> i32 {
    chrono::Datelike::year(&today)
}

fn address(e: &mut Entry, p: &Property) {
    let parts = p.parts(';');
    let part = |i: usize| parts.get(i).map(String::as_str).unwrap_or_default();
    match ugnay_places::country_by_name(part(6))
        .map(|c| c.to_string())
        .as_deref()
    {
        Some("PH") => e.home(&[part(1), part(2), part(3), part(4)]),
        Some(_) => {
            e.person.destination.country = ugnay_places::country_by_name(part(6));
            e.person.destination.place = Some(part(3).to_owned()).filter(|t| !t.is_empty());
        }
        None => {
            let written = parts
                .iter()
                .filter(|t| !t.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            e.person.place_typed = Some(written).filter(|t| !t.is_empty());
        }
    }
}

fn related(e: &mut Entry, p: &Property) {
    let typed = p.param("TYPE").map(|t| t.trim_matches('"').to_owned());
    let relation = typed.as_deref().and_then(relation::read);
    let text = p.text();
    if !text.starts_with("urn:") && !text.starts_with("http") {
        e.person.contacts.push(ParsedContact {
            name: text,
            relation,
            relation_typed: typed.filter(|_| relation.is_none()),
            phones: Vec::new(),
        });
    }
}
