//! The messages of one language. A missing message shows its id: the tests of each catalogue refuse one.

use crate::language::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::borrow::Cow;

/// A value for a placeholder.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

/// Messages by their ids.
pub struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    /// Reads the files of a language. A message that stands in two files is the later one's.
    #[must_use]
    pub fn new(language: Language, files: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.id(), Language::En.id()]);
        bundle.set_use_isolating(false);
        for file in files {
            // What the parser does not understand is left out of the resource; a test refuses such a line.
            let resource = FluentResource::try_new((*file).to_owned())
                .unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self(bundle)
    }

    /// Whether there is such a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.has_message(id)
    }

    /// The message, its placeholders filled; the id where there is none.
    #[must_use]
    pub fn say(&self, id: &str, args: &[Arg<'_>]) -> String {
        let Some(pattern) = self.0.get_message(id).and_then(|m| m.value()) else {
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
}

#[cfg(test)]
mod tests;
