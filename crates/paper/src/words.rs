//! The words on paper: `paper.ftl` and `sheets.ftl` of the interface's catalogue, and of its other files those for relations,
//! for what is said on the phone, for the directory, for plans, for fields and for rights, so that paper and screen say the
//! same. Owns the choice of a language and the formatting of messages; a
//! missing message shows its id and fails a test.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;
use unic_langid::{LanguageIdentifier, langid};

/// A language of the sheets.
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

/// The files of one language.
macro_rules! files {
    ($tag:literal) => {
        [
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/paper.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/form.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/calls.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/directory.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/plans.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/fields.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/people.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/rights.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/everywhere.ftl")),
            include_str!(concat!("../../../ui/src/i18n/", $tag, "/sheets.ftl")),
        ]
    };
}

impl Language {
    /// All of them, in the interface's order.
    pub const ALL: [Self; 5] = [Self::En, Self::Fil, Self::Ceb, Self::Es, Self::Fr];

    /// Its tag (BCP 47).
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

    /// The language with this tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.tag() == tag)
    }

    pub(crate) const fn sources(self) -> [&'static str; 10] {
        match self {
            Self::En => files!("en"),
            Self::Fil => files!("fil"),
            Self::Ceb => files!("ceb"),
            Self::Es => files!("es"),
            Self::Fr => files!("fr"),
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
}

/// A value for a placeholder.
pub(crate) type Arg<'a> = (&'static str, FluentValue<'a>);

/// The words of one language.
pub(crate) struct Words(FluentBundle<FluentResource>);

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.id(), Language::En.id()]);
        bundle.set_use_isolating(false);
        for source in language.sources() {
            // What the parser does not understand is left out of the resource; a test refuses such a line.
            let resource =
                FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// A message without placeholders.
    pub(crate) fn t(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message.
    pub(crate) fn with(&self, id: &str, args: &[Arg<'_>]) -> String {
        let pattern = self.0.get_message(id).and_then(|m| m.value());
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(k, v)| (Cow::Borrowed(*k), v.clone()))
            .collect();
        let mut faults = Vec::new();
        self.0
            .format_pattern(pattern, Some(&args), &mut faults)
            .into_owned()
    }

    /// A text that is given in words, or as `#` and the id of a message.
    pub(crate) fn key(&self, text: &str) -> String {
        text.strip_prefix('#')
            .map_or_else(|| text.to_owned(), |id| self.t(id.trim()))
    }

    /// The words of a relation's code; nothing for none, or for one this catalogue does not know.
    pub(crate) fn relation(&self, code: &str) -> String {
        let id = format!("relation-{code}");
        if self.0.has_message(&id) {
            self.t(&id)
        } else {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests;
