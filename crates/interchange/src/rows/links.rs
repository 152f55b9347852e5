//! What joins the sheets of a form's export: submissions and the rows of their repeated answers, by what either calls the
//! other. Holds the programs' own keys only. Must not read a person.

use std::collections::HashMap;

use crate::book::Row;
use crate::field::Field;
use crate::sheet::Plan;

#[cfg(test)]
mod tests;

/// How a submission is called in its own sheet and in the sheets below it, what is surest first: KoBo's and Ona's id and
/// uuid hold for repetitions inside repetitions too; ODK Central's key; the running number only for the sheet it counts.
const NAMES: [(&str, &str, &str); 4] = [
    ("id", "_id", "_submission__id"),
    ("uuid", "_uuid", "_submission__uuid"),
    ("key", "key", "parent_key"),
    (INDEX, "_index", "_parent_index"),
];
const INDEX: &str = "index";
const TABLE: &str = "_parent_table_name";

/// Whether a title is what a row of repeated answers calls its submission.
pub(crate) fn names_parent(title: &str) -> bool {
    NAMES.iter().any(|(.., below)| *below == title)
}

/// Submissions and repeated rows found so far. The person is missing where somebody said no.
#[derive(Default)]
pub(crate) struct Links(HashMap<(String, String, String), Option<usize>>);

/// What is unlike any other submission's in any file: a key or a uuid. ODK Central writes each repetition into a file of its own.
fn everywhere(kind: &str, name: &str) -> Option<(String, String, String)> {
    let unlike = matches!(kind, "key" | "uuid") && name.len() >= 8;
    unlike.then(|| (String::new(), kind.to_owned(), name.to_owned()))
}

/// Whether a sheet's rows have a key that rows of other files may call them by.
pub(crate) fn has_key(plan: &Plan) -> bool {
    titled(plan, &["key", "_uuid"])
}

/// Whether its rows call submissions of other files by their key.
pub(crate) fn has_parent_key(plan: &Plan) -> bool {
    titled(plan, &["parent_key", "_submission__uuid"])
}

fn titled(plan: &Plan, titles: &[&str]) -> bool {
    let is = |header: &str| titles.iter().any(|t| header.trim().eq_ignore_ascii_case(t));
    plan.header.columns.iter().any(|c| is(&c.header))
}

fn cell(plan: &Plan, row: &Row, title: &str, field: Option<Field>) -> Option<String> {
    let mut columns = plan.header.columns.iter();
    let column = columns.find(|c| {
        c.header.trim().eq_ignore_ascii_case(title) || field.is_some_and(|f| c.field == f)
    })?;
    Some(row.text(column.index)).filter(|t| !t.is_empty())
}

impl Links {
    /// Notes a submission under all its names. Says whether it has one.
    pub fn submission(
        &mut self,
        file: &str,
        plan: &Plan,
        row: &Row,
        person: Option<usize>,
    ) -> bool {
        let mut any = false;
        for (kind, own, _) in NAMES {
            let field = (kind == INDEX).then_some(Field::FormIndex);
            if let Some(name) = cell(plan, row, own, field) {
                if let Some(everywhere) = everywhere(kind, &name) {
                    self.0.insert(everywhere, person);
                }
                self.0
                    .insert((file.to_owned(), kind.to_owned(), name), person);
                any = true;
            }
        }
        any
    }

    /// The person a row of repeated answers belongs to: nothing where there is no such submission. The row is noted for
    /// repetitions inside it.
    pub fn parent(
        &mut self,
        (file, sheet): (&str, &str),
        plan: &Plan,
        row: &Row,
    ) -> Option<Option<usize>> {
        let nested = cell(plan, row, TABLE, None)
            .map(|table| (file.to_owned(), table.to_lowercase(), String::new()));
        let inside = nested
            .filter(|key| self.0.contains_key(key))
            .map(|(_, table, _)| table);
        let found = NAMES.iter().find_map(|(kind, _, below)| {
            let field = (*kind == INDEX).then_some(Field::ParentIndex);
            let name = cell(plan, row, below, field)?;
            // "uuid:…/contact[1]": a repetition inside a repetition.
            let name = name.split('/').next().unwrap_or_default().to_owned();
            let kind = match &inside {
                Some(table) if *kind == INDEX => table.clone(),
                _ => (*kind).to_owned(),
            };
            let elsewhere = everywhere(&kind, &name);
            let here = self.0.get(&(file.to_owned(), kind, name));
            here.or_else(|| self.0.get(&elsewhere?)).copied()
        });
        let table = sheet.to_lowercase();
        self.0
            .insert((file.to_owned(), table.clone(), String::new()), None);
        if let (Some(person), Some(own)) = (found, cell(plan, row, "_index", None)) {
            self.0.insert((file.to_owned(), table, own), person);
        }
        found
    }
}
