//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), in: each card one migrant. Writing is in `export/vcard.rs`.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use ugnay_model::PartialDate;
use ugnay_places::{Certainty, DestinationMatch};

use crate::ImportError;
use crate::book::{SourceFile, decode};
use crate::entry::{Entry, Fixed, Listed, MAX_ENTRIES};
use crate::person::ParsedContact;
use crate::value::{choice, date, name, relation};

#[cfg(test)]
mod tests;

/// Properties that are read. Others (photographs, keys) are not kept.
const READ: [&str; 17] = [
    "N",
    "FN",
    "NICKNAME",
    "BDAY",
    "GENDER",
    "X-GENDER",
    "SEX",
    "TEL",
    "EMAIL",
    "IMPP",
    "X-SOCIALPROFILE",
    "TITLE",
    "ROLE",
    "ORG",
    "NOTE",
    "ADR",
    "RELATED",
];

/// A card as the file has it.
pub(crate) struct Card(Vec<Property>);

/// A property with its address in the card ("TEL 2").
struct Line<'c> {
    address: String,
    property: Cow<'c, Property>,
    /// Typed by somebody in the place of what the card says: read as a cell of a sheet would be.
    typed: bool,
}

/// A property line, unfolded.
#[derive(Clone)]
struct Property {
    /// What joins properties of one card ("item1" in "item1.TEL"); mostly empty.
    group: String,
    name: String,
    params: Vec<String>,
    value: String,
}

impl Property {
    /// What somebody typed, as a value of a property.
    fn typed(name: &str, now: &str, group: &str, params: Vec<String>) -> Self {
        Self {
            group: group.to_owned(),
            name: name.to_owned(),
            params,
            value: escape(now),
        }
    }
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

/// Reads all cards of a file; `tick` is called with the cards so far and returns `false` to stop.
pub(crate) fn read(
    file: SourceFile<'_>,
    tick: &mut dyn FnMut(u32) -> bool,
) -> Result<Vec<Listed>, ImportError> {
    let damaged = |detail| ImportError::Damaged {
        file: file.name.to_owned(),
        detail,
    };
    let text = decode(file.bytes);
    let mut out: Vec<Listed> = Vec::new();
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
                out.extend(card.take().map(|c| Listed::Card(Card(c))));
                let so_far = u32::try_from(out.len()).unwrap_or(u32::MAX);
                if so_far.is_multiple_of(200) && !tick(so_far) {
                    return Err(ImportError::Cancelled);
                }
            }
            (name, _) => {
                let wanted = READ.contains(&name);
                if let Some(c) = card.as_mut().filter(|c| wanted && c.len() < 1_000) {
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

fn address(name: &str, nth: usize) -> String {
    match nth {
        0 | 1 => name.to_owned(),
        n => format!("{name} {n}"),
    }
}

impl Card {
    /// Its properties, with those that were corrected as they were typed.
    fn lines(&self, fixed: &Fixed) -> Vec<Line<'_>> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut out = Vec::new();
        for p in &self.0 {
            let nth = counts.entry(&p.name).or_default();
            *nth = nth.saturating_add(1);
            let address = address(&p.name, *nth);
            let now = fixed.get(&address);
            let property = match now {
                Some(now) => Cow::Owned(Property::typed(&p.name, now, &p.group, p.params.clone())),
                None => Cow::Borrowed(p),
            };
            out.push(Line {
                address,
                property,
                typed: now.is_some(),
            });
        }
        for (name, now) in fixed.iter().filter(|(name, _)| {
            READ.contains(&name.as_str()) && !counts.contains_key(name.as_str())
        }) {
            out.push(Line {
                address: name.clone(),
                property: Cow::Owned(Property::typed(name, now, "", Vec::new())),
                typed: true,
            });
        }
        out.retain(|l| !(l.typed && l.property.value.is_empty()));
        out
    }

    /// Understands it. An address comes first: phones are read in the country it names.
    pub fn read(&self, mut e: Entry, today: NaiveDate, fixed: &Fixed) -> Entry {
        let lines = self.lines(fixed);
        let find = |n: &str| lines.iter().find(|l| l.property.name == n);
        names(&mut e, find("N"), find("FN"));
        let is_address = |l: &&Line<'_>| l.property.name == "ADR";
        for line in lines.iter().filter(is_address) {
            place(&mut e, line);
        }
        let number_of = |l: &Line<'_>, r: &Line<'_>| {
            let (tel, related) = (&l.property, &r.property);
            let same = !tel.group.is_empty() && tel.group == related.group;
            same && tel.name == "TEL" && related.name == "RELATED"
        };
        for line in lines.iter().filter(|l| !is_address(l)) {
            // A number in the group of somebody related is theirs.
            if lines.iter().any(|r| number_of(line, r)) {
                continue;
            }
            let theirs: Vec<&Line<'_>> = lines.iter().filter(|l| number_of(l, line)).collect();
            if line.property.name == "RELATED" {
                related(&mut e, &line.property, &theirs);
            } else {
                one(&mut e, line, today);
            }
        }
        e
    }

    /// See [`Listed::text`].
    pub fn text(&self, wanted: &str) -> Option<String> {
        let wanted = wanted.trim().to_ascii_uppercase();
        let none = Fixed::new();
        let lines = self.lines(&none);
        let found = lines.iter().find(|l| l.address == wanted);
        match (wanted.as_str(), found) {
            ("N", line) => {
                let parts = line.map(|l| l.property.parts(';')).unwrap_or_default();
                let part = |i: usize| parts.get(i).map(String::as_str).unwrap_or_default();
                let given = [part(1), part(2), part(4)].join(" ");
                let given = given.split_whitespace().collect::<Vec<_>>().join(" ");
                match (part(0).is_empty(), given.is_empty()) {
                    (false, false) => Some(format!("{}, {given}", part(0))),
                    (true, true) => self.text("FN"),
                    _ => Some(format!("{}{given}", part(0))),
                }
            }
            (_, Some(l)) if l.property.name == "ADR" => {
                let mut parts = l.property.parts(';');
                parts.retain(|p| !p.is_empty());
                Some(parts.join(", "))
            }
            (_, Some(l)) => Some(l.property.text()),
            (name, None) => READ.contains(&name).then(String::new),
        }
    }

    /// See [`Listed::content`].
    pub fn content(&self) -> Vec<&str> {
        self.0
            .iter()
            .flat_map(|p| [p.name.as_str(), p.value.as_str()])
            .collect()
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
    let head = parts.next()?;
    let (group, name) = head.rsplit_once('.').unwrap_or(("", &head));
    let (group, name) = (group.to_ascii_lowercase(), name.to_ascii_uppercase());
    let params: Vec<String> = parts.collect();
    let mut p = Property {
        group,
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

fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\\' | ',' | ';' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Understands a property that is neither name nor address.
fn one(e: &mut Entry, line: &Line<'_>, today: NaiveDate) {
    let p = line.property.as_ref();
    let words = || Some(p.text()).filter(|t| !t.is_empty());
    match p.name.as_str() {
        "NICKNAME" if e.person.nickname.is_empty() => {
            e.person.nickname = p.parts(',').into_iter().next().unwrap_or_default()
        }
        "BDAY" => birthday(e, &p.text(), today),
        "GENDER" | "X-GENDER" | "SEX" => {
            let typed = p.parts(';').into_iter().next().unwrap_or_default();
            e.person.sex = choice::sex(&typed);
            // "Other", "none" and "unknown" are answers.
            if e.person.sex.is_none() && !matches!(typed.as_str(), "" | "O" | "N" | "U") {
                e.problem(&line.address, "sex", "unreadable_choice", &typed);
            }
        }
        "TEL" if !p.has("FAX") => {
            let text = p.text();
            let number = text
                .strip_prefix("tel:")
                .unwrap_or(&text)
                .replace(";ext=", " ext ");
            let phones = e.phones(&line.address, &number);
            e.person.phones.extend(phones);
        }
        "EMAIL" => match words() {
            Some(text) if text.contains('@') => e.person.emails.push(text),
            Some(text) => e.problem(&line.address, "email", "email_unreadable", &text),
            None => {}
        },
        "IMPP" | "X-SOCIALPROFILE" => e.person.handles.extend(words()),
        "TITLE" => e.person.occupation = words(),
        "ROLE" if e.person.occupation.is_none() => e.person.occupation = words(),
        "ORG" => {
            e.person.employer = Some(p.parts(';').join(", "))
                .map(|t| t.trim_matches([',', ' ']).to_owned())
                .filter(|t| !t.is_empty())
        }
        "NOTE" => e.person.remarks = words(),
        _ => {}
    }
}

fn names(e: &mut Entry, structured: Option<&Line<'_>>, formatted: Option<&Line<'_>>) {
    let typed = structured.filter(|l| l.typed);
    let full = typed.or(formatted);
    let full = full.map(|l| l.property.text()).unwrap_or_default();
    let parts = structured.filter(|l| !l.typed);
    let parts = parts.map(|l| l.property.parts(';')).unwrap_or_default();
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

fn place(e: &mut Entry, line: &Line<'_>) {
    let p = line.property.as_ref();
    if line.typed {
        return typed_place(e, &line.address, &p.text());
    }
    let parts = p.parts(';');
    let part = |i: usize| parts.get(i).map(String::as_str).unwrap_or_default();
    match ugnay_places::country_by_name(part(6))
        .map(|c| c.to_string())
        .as_deref()
    {
        Some("PH") => e.home(&line.address, &[part(1), part(2), part(3), part(4)]),
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

/// "Dita, Cuenca, Batangas" is home, "Riyadh, KSA" is abroad.
fn typed_place(e: &mut Entry, address: &str, text: &str) {
    match ugnay_places::read_destination(text) {
        Some(found) if found.certainty == Certainty::Known && !in_the_country(&found) => {
            e.person.destination = found.destination;
        }
        _ => e.home(address, &text.split(',').collect::<Vec<_>>()),
    }
}

fn in_the_country(found: &DestinationMatch) -> bool {
    let country = found.destination.country.map(|c| c.to_string());
    country.as_deref() == Some("PH")
}

fn related(e: &mut Entry, p: &Property, numbers: &[&Line<'_>]) {
    let typed = p.param("TYPE").map(|t| t.trim_matches('"').to_owned());
    let relation = typed.as_deref().and_then(relation::read);
    let text = p.text();
    if text.starts_with("urn:") || text.starts_with("http") {
        return;
    }
    let number = |l: &&Line<'_>| {
        let text = l.property.text();
        let text = text.strip_prefix("tel:").unwrap_or(&text);
        (l.address.clone(), text.to_owned())
    };
    let numbers = numbers.iter().map(number);
    let phones = numbers
        .flat_map(|(address, text)| e.phones_of(&address, &text, None))
        .collect();
    e.person.contacts.push(ParsedContact {
        name: text,
        relation,
        relation_typed: typed.filter(|_| relation.is_none()),
        phones,
    });
}
