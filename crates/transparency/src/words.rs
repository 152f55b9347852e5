//! The page's words: the same catalogue, language by language, as the interface's, in files of its own. Owns the choice of a
//! reader's language; a missing message shows its id and fails a test.

use crate::day::Moment;
use ugnay_words::{Arg, Catalogue, Language};

/// The file of a language.
const fn source(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../../ui/src/i18n/en/transparency.ftl"),
        Language::Fil => include_str!("../../../ui/src/i18n/fil/transparency.ftl"),
        Language::Ceb => include_str!("../../../ui/src/i18n/ceb/transparency.ftl"),
        Language::Es => include_str!("../../../ui/src/i18n/es/transparency.ftl"),
        Language::Fr => include_str!("../../../ui/src/i18n/fr/transparency.ftl"),
    }
}

/// The column of a country's name in the list of places; Cebuano says countries in English.
const fn column(language: Language) -> usize {
    match language {
        Language::En | Language::Ceb => 3,
        Language::Fil => 4,
        Language::Es => 5,
        Language::Fr => 6,
    }
}

/// The shipped language an `Accept-Language` header (RFC 9110 §12.5.4) prefers; English where none is.
#[must_use]
pub fn negotiate(header: &str) -> Language {
    let mut best = (0u16, Language::En);
    for part in header.split(',').take(32) {
        let mut pieces = part.split(';').map(str::trim);
        let tag = pieces.next().unwrap_or_default().to_ascii_lowercase();
        let base = tag.split('-').next().unwrap_or_default();
        let base = if base == "tl" { "fil" } else { base };
        let weight = pieces
            .find_map(|p| p.strip_prefix("q="))
            .map_or(1000, thousandths);
        if let Some(language) = Language::from_tag(base).filter(|_| weight > best.0) {
            best = (weight, language);
        }
    }
    best.1
}

/// A quality value in thousandths; what is none counts nothing.
fn thousandths(text: &str) -> u16 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
    let part: Option<u16> = digits.then(|| format!("{part:0<3}").parse().ok()).flatten();
    match (whole, part) {
        ("1", Some(0)) => 1000,
        ("0", Some(part)) => part,
        _ => 0,
    }
}

/// The words of one language.
pub struct Words {
    language: Language,
    catalogue: Catalogue,
}

impl Words {
    /// Loads a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            catalogue: Catalogue::new(language, &[source(language)]),
        }
    }

    /// Which language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message.
    pub(crate) fn t(&self, id: &str, args: &[Arg<'_>]) -> String {
        self.catalogue.say(id, args)
    }

    /// The message of a code.
    pub(crate) fn code(&self, kind: &str, code: &str) -> String {
        self.t(&format!("tp-{kind}-{code}"), &[])
    }

    /// A day.
    pub(crate) fn day(&self, seconds: i64) -> String {
        let at = Moment::of(seconds);
        let month = self.t(&format!("tp-month-{}", at.month), &[]);
        self.t(
            "tp-date",
            &[
                ("day", at.day.to_string().into()),
                ("month", month.into()),
                ("year", at.year.to_string().into()),
            ],
        )
    }

    /// A day and its time.
    pub(crate) fn moment(&self, seconds: i64) -> String {
        let at = Moment::of(seconds);
        let time = format!("{:02}:{:02}", at.hour, at.minute);
        self.t(
            "tp-date-time",
            &[("date", self.day(seconds).into()), ("time", time.into())],
        )
    }

    /// A country by its two letters; the letters where it has no name.
    pub(crate) fn country(&self, letters: &str) -> String {
        let list = include_str!("../../places/data/countries.tsv");
        list.lines()
            .map(|line| line.split('\t').collect::<Vec<_>>())
            .find(|columns| columns.first() == Some(&letters))
            .and_then(|columns| columns.get(column(self.language)).copied())
            .filter(|name| !name.is_empty())
            .unwrap_or(letters)
            .to_owned()
    }
}

#[cfg(test)]
mod tests;
