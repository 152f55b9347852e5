//! Countries: ISO 3166-1 codes and names in four languages (Unicode CLDR and i18n-iso-countries), and what people type.
//! The typed forms are in `country/aliases.rs`. Knows nothing of files or persons.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use crate::{PlacesError, squash};

mod aliases;
#[cfg(test)]
mod tests;

static TABLE: &str = include_str!("../data/countries.tsv");

/// An ISO 3166-1 alpha-2 code in capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Iso2([u8; 2]);

impl Iso2 {
    /// From two ASCII letters; small ones are raised.
    #[must_use]
    pub const fn new(a: u8, b: u8) -> Option<Self> {
        let (a, b) = (a.to_ascii_uppercase(), b.to_ascii_uppercase());
        if a.is_ascii_uppercase() && b.is_ascii_uppercase() {
            Some(Self([a, b]))
        } else {
            None
        }
    }
    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }
    /// The two letters as bytes.
    #[must_use]
    pub const fn bytes(self) -> [u8; 2] {
        self.0
    }
}

impl fmt::Display for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Iso2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Iso2 {
    type Err = PlacesError;
    fn from_str(s: &str) -> Result<Self, PlacesError> {
        match s.trim().as_bytes() {
            [a, b] => Self::new(*a, *b).ok_or(PlacesError::BadCountry),
            _ => Err(PlacesError::BadCountry),
        }
    }
}

/// A language that country names are shipped in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Filipino.
    Filipino,
    /// Spanish.
    Spanish,
    /// French.
    French,
}

/// One country or territory of ISO 3166-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// Alpha-2 code.
    pub iso2: Iso2,
    /// Alpha-3 code.
    pub iso3: &'static str,
    /// Telephone country code without `+`; empty where there is none.
    pub dial: &'static str,
    names: [&'static str; 4],
    others: &'static str,
}

impl Country {
    /// Its name in a language.
    #[must_use]
    pub fn name(&self, language: Language) -> &'static str {
        let [en, fil, es, fr] = self.names;
        match language {
            Language::English => en,
            Language::Filipino => fil,
            Language::Spanish => es,
            Language::French => fr,
        }
    }
}

struct Table {
    countries: Vec<Country>,
    by_key: HashMap<String, Iso2>,
}

fn parse_line(line: &'static str) -> Option<Country> {
    let mut c = line.split('\t');
    let iso2 = c.next()?.parse().ok()?;
    let (iso3, dial) = (c.next()?, c.next()?);
    let names = [c.next()?, c.next()?, c.next()?, c.next()?];
    Some(Country {
        iso2,
        iso3,
        dial,
        names,
        others: c.next().unwrap_or_default(),
    })
}

fn table() -> &'static Table {
    static LOADED: OnceLock<Table> = OnceLock::new();
    LOADED.get_or_init(|| {
        let countries: Vec<Country> = TABLE.lines().filter_map(parse_line).collect();
        let mut by_key = HashMap::new();
        let own = countries
            .iter()
            .flat_map(|c| c.names.iter().map(|n| (*n, c.iso2)));
        let codes = countries.iter().map(|c| (c.iso3, c.iso2));
        let others = countries
            .iter()
            .flat_map(|c| c.others.split('|').map(|n| (n, c.iso2)));
        // A country's own name wins over another one's by-name ("Congo").
        for (name, iso2) in own.chain(codes).chain(others) {
            let key = squash(name);
            if key.len() > 2 {
                by_key.entry(key).or_insert(iso2);
            }
        }
        for (code, words) in aliases::COUNTRIES {
            if let Ok(iso2) = code.parse::<Iso2>() {
                by_key.extend(words.iter().map(|w| (squash(w), iso2)));
            }
        }
        Table { countries, by_key }
    })
}

/// All 249 countries and territories in code order.
pub fn countries() -> &'static [Country] {
    &table().countries
}

/// The country with this code.
#[must_use]
pub fn country(code: Iso2) -> Option<&'static Country> {
    let all = countries();
    all.binary_search_by_key(&code, |c| c.iso2)
        .ok()
        .and_then(|i| all.get(i))
}

/// The country of this name in any shipped language, its alpha-3 code, or a form people type ("K.S.A.", "Saudi Arabya",
/// "S'pore"). Two-letter codes only where people use them so (SG, HK, UK, US…). Exact after folding, no guessing.
#[must_use]
pub fn country_by_name(text: &str) -> Option<Iso2> {
    let key = squash(text);
    table().by_key.get(&key).copied().or_else(|| {
        let by_code = text.trim().len() == 2 && text.trim().bytes().all(|b| b.is_ascii_uppercase());
        text.trim()
            .parse()
            .ok()
            .filter(|c| by_code && country(*c).is_some())
    })
}

/// Whether a text is a country's three-letter code and nothing people write for a country: "BEN" and "MAR" are codes and more
/// often somebody's name, "KSA" and "USA" are what is written.
#[must_use]
pub fn is_only_a_country_code(text: &str) -> bool {
    let key = squash(text);
    let code = countries().iter().any(|c| squash(c.iso3) == key);
    let mut written = aliases::COUNTRIES.iter().flat_map(|(_, words)| *words);
    code && !written.any(|w| squash(w) == key)
}

/// What people write for a country in at most four letters or digits ("KSA", "HK"), folded; its ISO code is not among them.
#[must_use]
pub fn short_names(code: Iso2) -> Vec<String> {
    let own = aliases::COUNTRIES
        .iter()
        .filter(|(c, _)| *c == code.as_str());
    let mut out: Vec<String> = own
        .flat_map(|(_, words)| words.iter().map(|w| squash(w)))
        .filter(|w| (2..=4).contains(&w.len()))
        .collect();
    out.sort();
    out.dedup();
    out
}

/// Folded names that may be matched with one typing slip, with their country.
pub(crate) fn fuzzy_names() -> impl Iterator<Item = (&'static str, Iso2)> {
    table()
        .by_key
        .iter()
        .filter(|(k, _)| k.len() >= 5)
        .map(|(k, c)| (k.as_str(), *c))
}
