//! The words on paper: `paper.ftl` and `sheets.ftl` of the interface's catalogue, and of its other files those for relations,
//! for what is said on the phone, for the directory, for plans, for fields and for rights, so that paper and screen say the
//! same. A missing message shows its id and fails a test.

use ugnay_words::{Arg, Catalogue, Language};

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

/// The files a sheet's words are in; `paper.ftl` is the first and `sheets.ftl` the last.
pub(crate) const fn sources(language: Language) -> [&'static str; 10] {
    match language {
        Language::En => files!("en"),
        Language::Fil => files!("fil"),
        Language::Ceb => files!("ceb"),
        Language::Es => files!("es"),
        Language::Fr => files!("fr"),
    }
}

/// The words of one language.
pub(crate) struct Words(Catalogue);

impl Words {
    pub(crate) fn new(language: Language) -> Self {
        Self(Catalogue::new(language, &sources(language)))
    }

    /// A message without placeholders.
    pub(crate) fn t(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message.
    pub(crate) fn with(&self, id: &str, args: &[Arg<'_>]) -> String {
        self.0.say(id, args)
    }

    /// A text that is given in words, or as `#` and the id of a message.
    pub(crate) fn key(&self, text: &str) -> String {
        text.strip_prefix('#')
            .map_or_else(|| text.to_owned(), |id| self.t(id.trim()))
    }

    /// The words of a relation's code; nothing for none, or for one this catalogue does not know.
    pub(crate) fn relation(&self, code: &str) -> String {
        let id = format!("relation-{code}");
        if self.0.has(&id) {
            self.t(&id)
        } else {
            String::new()
        }
    }
}

#[cfg(test)]
mod tests;
