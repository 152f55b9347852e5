//! The page's words: the same catalogue, language by language, as the interface's, in files of its own. Owns the choice of a
//! language and the formatting of messages; a missing message shows its id and fails a test.

use crate::day::Moment;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use unic_langid::{LanguageIdentifier, langid};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    En,
    /// Filipino.
    Fil,
    /// Cebuano.
    Ceb,
    /// Spanish.
    Es,
    /// French.
    Fr,
}

impl Language {
    /// All of them, in the interface's order.
    pub const ALL: [Self; 5] = [Self::En, Self::Fil, Self::Ceb, Self::Es, Self::Fr];

    /// Its tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fil => "fil",
            Self::Ceb => "ceb",
            Self::Es => "es",
            Self::Fr => "fr",
        }
    }

    /// Its own name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fil => "Filipino",
            Self::Ceb => "Cebuano",
            Self::Es => "Español",
            Self::Fr => "Français",
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.tag() == tag)
    }

    pub(crate) const fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("../../../ui/src/i18n/en/transparency.ftl"),
            Self::Fil => include_str!("../../../ui/src/i18n/fil/transparency.ftl"),
            Self::Ceb => include_str!("../../../ui/src/i18n/ceb/transparency.ftl"),
            Self::Es => include_str!("../../../ui/src/i18n/es/transparency.ftl"),
            Self::Fr => include_str!("../../../ui/src/i18n/fr/transparency.ftl"),
        }
    }

    const fn id(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Fil => langid!("fil"),
            Self::Ceb => langid!("ceb"),
            Self::Es => langid!("es"),
            Self::Fr => langid!("fr"),
        }
    }

    /// The column of a country's name in the list of places; Cebuano says countries in English.
    const fn column(self) -> usize {
        match self {
            Self::En | Self::Ceb => 3,
            Self::Fil => 4,
            Self::Es => 5,
            Self::Fr => 6,
        }
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
    bundle: FluentBundle<FluentResource>,
}

/// A value for a placeholder.
pub(crate) type Arg<'a> = (&'static str, FluentValue<'a>);

impl Words {
    /// Loads a language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.id(), Language::En.id()]);
        bundle.set_use_isolating(false);
        // What the parser does not understand is left out of the resource; a test refuses such a line.
        let resource = FluentResource::try_new(language.source().to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// Which language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message.
    pub(crate) fn t(&self, id: &str, args: &[Arg<'_>]) -> String {
        let pattern = self.bundle.get_message(id).and_then(|m| m.value());
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(k, v)| (Cow::Borrowed(*k), v.clone()))
            .collect();
        let mut faults = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&args), &mut faults)
            .into_owned()
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
            .and_then(|columns| columns.get(self.language.column()).copied())
            .filter(|name| !name.is_empty())
            .unwrap_or(letters)
            .to_owned()
    }
}

#[cfg(test)]
mod tests;
