//! Form definitions (XLSForm): recognising one among the files and putting the labels of choices in the place of their codes.
//! Exports with labels need nothing; exports with XML names and codes are read better when their form lies beside them.

use std::collections::HashMap;

use crate::book::{Book, Cell, Sheet};

#[cfg(test)]
mod tests;

/// What a form says: question name → (choice code → label).
#[derive(Default)]
pub(crate) struct Forms {
    choices: HashMap<String, HashMap<String, String>>,
}

fn columns(sheet: &Sheet) -> HashMap<String, u16> {
    let header = sheet
        .rows
        .first()
        .map(|r| r.cells.as_slice())
        .unwrap_or_default();
    header
        .iter()
        .map(|(c, cell)| (cell.text().to_lowercase(), *c))
        .collect()
}

fn named<'a>(book: &'a Book, name: &str) -> Option<&'a Sheet> {
    book.sheets
        .iter()
        .find(|s| s.name.trim().eq_ignore_ascii_case(name))
}

/// Whether a workbook is a form definition: sheets `survey` (type, name) and `choices` or `settings` (XLSForm).
pub(crate) fn is_form(book: &Book) -> bool {
    let survey = named(book, "survey").map(columns).unwrap_or_default();
    let other = named(book, "choices").is_some() || named(book, "settings").is_some();
    other && survey.contains_key("type") && survey.contains_key("name")
}

impl Forms {
    /// Adds a form's lists.
    pub fn add(&mut self, book: &Book) {
        let lists = lists(book);
        let Some(survey) = named(book, "survey") else {
            return;
        };
        let c = columns(survey);
        let (Some(kind), Some(name)) = (c.get("type"), c.get("name")) else {
            return;
        };
        for row in survey.rows.iter().skip(1) {
            let kind = row.text(*kind);
            let mut words = kind.split_whitespace();
            if matches!(
                words.next(),
                Some("select_one" | "select_multiple" | "select1")
            ) && let Some(list) = words.next().and_then(|l| lists.get(l))
            {
                self.choices
                    .insert(row.text(*name).to_lowercase(), list.clone());
            }
        }
    }

    /// Replaces codes by labels in every column that is named like a question with choices.
    pub fn decode(&self, book: &mut Book) {
        for sheet in &mut book.sheets {
            let Some(header) = sheet.rows.first() else {
                continue;
            };
            let lists: Vec<(u16, &HashMap<String, String>)> = header
                .cells
                .iter()
                .filter_map(|(c, cell)| {
                    let title = cell.text().to_lowercase();
                    let last = title
                        .rsplit('/')
                        .next()
                        .unwrap_or_default()
                        .trim()
                        .to_owned();
                    self.choices.get(&last).map(|l| (*c, l))
                })
                .collect();
            for row in sheet.rows.iter_mut().skip(1) {
                for (column, cell) in &mut row.cells {
                    if let Some((_, list)) = lists.iter().find(|(c, _)| c == column)
                        && let Some(label) = list.get(&cell.text())
                    {
                        *cell = Cell::Text(label.clone());
                    }
                }
            }
        }
    }
}

/// List name → code → label: the English label, else the first one.
fn lists(book: &Book) -> HashMap<String, HashMap<String, String>> {
    let mut out: HashMap<String, HashMap<String, String>> = HashMap::new();
    let Some(sheet) = named(book, "choices") else {
        return out;
    };
    let c = columns(sheet);
    let list = c.get("list_name").or_else(|| c.get("list name"));
    let mut labels: Vec<(&String, &u16)> =
        c.iter().filter(|(k, _)| k.starts_with("label")).collect();
    labels.sort_by_key(|(k, c)| (!k.contains("english"), **c));
    let (Some(list), Some(name), Some((_, label))) = (list, c.get("name"), labels.first()) else {
        return out;
    };
    for row in sheet.rows.iter().skip(1) {
        out.entry(row.text(*list))
            .or_default()
            .insert(row.text(*name), row.text(**label));
    }
    out
}
