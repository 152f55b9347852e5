//! What the tests of a catalogue ask: the same messages and placeholders in every language, and no copies of English.

use crate::language::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of a file with the names of their placeholders.
pub type Messages = BTreeMap<String, BTreeSet<String>>;

/// The messages of a file.
///
/// # Errors
/// A line that is none, and a message that stands twice or says nothing.
pub fn messages(file: &str) -> Result<Messages, String> {
    let resource =
        fluent_syntax::parser::parse(file).map_err(|(_, faults)| format!("{faults:?}"))?;
    let mut out = Messages::new();
    for entry in &resource.body {
        let Entry::Message(m) = entry else { continue };
        let id = m.id.name.to_owned();
        let value = m.value.as_ref();
        let mut names = BTreeSet::new();
        placeholders(value.ok_or(format!("{id} says nothing"))?, &mut names);
        if out.insert(id.clone(), names).is_some() {
            return Err(format!("{id} stands twice"));
        }
    }
    Ok(out)
}

fn placeholders(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        let (Expression::Inline(inline)
        | Expression::Select {
            selector: inline, ..
        }) = expression;
        if let InlineExpression::VariableReference { id } = inline {
            names.insert(id.name.to_owned());
        }
        if let Expression::Select { variants, .. } = expression {
            variants.iter().for_each(|v| placeholders(&v.value, names));
        }
    }
}

/// Compares every language's messages with English; returns the English ones. `file` is what a language has to say.
///
/// # Errors
/// The language, and what is missing, too much or other.
pub fn complete(file: impl Fn(Language) -> String) -> Result<Messages, String> {
    let english = messages(&file(Language::En))?;
    for language in Language::ALL {
        let own = messages(&file(language)).map_err(|e| format!("{}: {e}", language.tag()))?;
        let ids: BTreeSet<&String> = english.keys().chain(own.keys()).collect();
        if let Some(id) = ids.into_iter().find(|id| own.get(*id) != english.get(*id)) {
            return Err(format!(
                "{}: {id} has {:?}, in English {:?}",
                language.tag(),
                own.get(id),
                english.get(id)
            ));
        }
    }
    Ok(english)
}

/// Messages without placeholders that are longer than a word and stand in a language as they do in English.
pub fn copies(messages: &Messages, say: impl Fn(Language, &str) -> String) -> Vec<String> {
    let texts = messages.iter().filter(|(_, names)| names.is_empty());
    texts
        .flat_map(|(id, _)| Language::ALL.map(|language| (language, id)))
        .filter(|(language, id)| {
            let english = say(Language::En, id);
            *language != Language::En && english.len() > 12 && say(*language, id) == english
        })
        .map(|(language, id)| format!("{}: {id}", language.tag()))
        .collect()
}

#[cfg(test)]
mod tests;
