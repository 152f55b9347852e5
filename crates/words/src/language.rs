//! The languages there are words in. A language more is a line here and a folder of `ui/src/i18n`.

use unic_langid::{LanguageIdentifier, langid};

/// A language.
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

    pub(crate) const fn id(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Fil => langid!("fil"),
            Self::Ceb => langid!("ceb"),
            Self::Es => langid!("es"),
            Self::Fr => langid!("fr"),
        }
    }
}
