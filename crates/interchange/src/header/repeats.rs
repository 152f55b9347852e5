//! Repeated answers of a form laid flat in one row: "contact[2]/name", "family/contact/2/name". Tells which columns are of
//! one repetition, and makes contacts of them in their order. No cells.

use std::collections::{BTreeMap, BTreeSet};

use super::Column;
use super::words::{self, Group};
use crate::field::Field;

#[cfg(test)]
mod tests;

/// Repetitions read from one row at most.
const MOST: u8 = 60;

/// A step of a title's path: its name, and which repetition it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Step {
    name: String,
    index: Option<u16>,
}

/// A title of a repeated group: the steps to it and what is asked.
struct Title {
    steps: Vec<Step>,
    asked: String,
}

/// "contact[2]/name" and "contact/2/name", and the same with " > " between the steps.
fn title(text: &str) -> Option<Title> {
    let mut steps: Vec<Step> = Vec::new();
    for part in text.split(['/', '>']).map(str::trim) {
        let numbered = part
            .strip_suffix(']')
            .and_then(|p| p.rsplit_once('['))
            .and_then(|(name, n)| Some((name, n.parse().ok()?)));
        match (numbered, part.parse().ok(), steps.last_mut()) {
            (Some((name, n)), ..) => steps.push(Step {
                name: name.trim().to_owned(),
                index: Some(n),
            }),
            (None, Some(n), Some(last)) if last.index.is_none() => last.index = Some(n),
            _ => steps.push(Step {
                name: part.to_owned(),
                index: None,
            }),
        }
    }
    let asked = steps.pop().filter(|s| s.index.is_none())?.name;
    let repeated = steps.iter().any(|s| s.index.is_some());
    (repeated && !asked.is_empty()).then_some(Title { steps, asked })
}

/// The steps up to the `n`th that is repeated (from the innermost, 0), and the same path without numbers.
fn outer(steps: &[Step], n: usize) -> Option<(&[Step], Vec<&str>)> {
    let at = steps.iter().rposition(|s| s.index.is_some())?;
    let mut end = at;
    for _ in 0..n {
        end = steps.get(..end)?.iter().rposition(|s| s.index.is_some())?;
    }
    let upto = steps.get(..=end)?;
    Some((upto, upto.iter().map(|s| s.name.as_str()).collect()))
}

fn is_name(asked: &str) -> bool {
    meaning(asked)
        .is_some_and(|f| matches!(f, Field::ContactName(_) | Field::ContactNameRelation(_)))
}

/// What a question means inside a repetition that is about a contact.
fn meaning(asked: &str) -> Option<Field> {
    let field = words::meaning(asked, Some((Group::Family, "")))?.field;
    Some(match field {
        Field::FullName | Field::Given | Field::Surname => Field::ContactName(0),
        Field::Phone | Field::PhoneBoth => Field::ContactPhone(0),
        other => other,
    })
}

/// Whether a repeated group is about something else than people: jobs, trips.
fn about_things(path: &[&str]) -> bool {
    let last = path.last().copied().unwrap_or_default();
    words::meaning(last, None).is_some_and(|m| {
        let person = m.field.is_name() || matches!(m.field, Field::Phone);
        m.field.contact().is_none() && !person
    })
}

/// What a title asks; "number" of a repetition inside one is asked of what repeats there ("phone number").
fn asked(t: &Title, steps: &[Step]) -> String {
    let inner = t.steps.last().filter(|_| t.steps.len() > steps.len());
    match inner {
        Some(step) if meaning(&t.asked).is_none() => format!("{} {}", step.name, t.asked),
        _ => t.asked.clone(),
    }
}

/// The columns of one repetition, by their place, with what each asks.
type Repetition = Vec<(usize, String)>;

/// Columns of repetitions, by repetition in the order of their numbers; groups in the order of the sheet.
fn repetitions(columns: &[Column]) -> Vec<Repetition> {
    let titles: Vec<(usize, Title)> = columns
        .iter()
        .enumerate()
        .filter_map(|(at, c)| Some((at, title(&c.header)?)))
        .collect();
    let named: BTreeSet<Vec<&str>> = titles
        .iter()
        .filter(|(_, t)| is_name(&t.asked))
        .filter_map(|(_, t)| Some(outer(&t.steps, 0)?.1))
        .collect();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    let mut found: BTreeMap<(usize, &[Step]), Repetition> = BTreeMap::new();
    for (at, t) in &titles {
        // A repetition inside one (phones of a contact) belongs to the one that has the name.
        let levels = (0..t.steps.len()).filter_map(|n| outer(&t.steps, n));
        let Some((steps, path)) = levels.into_iter().find(|(_, path)| named.contains(path)) else {
            continue;
        };
        if about_things(&path) {
            continue;
        }
        let group = groups.iter().position(|g| *g == path).unwrap_or_else(|| {
            groups.push(path);
            groups.len().saturating_sub(1)
        });
        let columns = found.entry((group, steps)).or_default();
        columns.push((*at, asked(t, steps)));
    }
    found.into_values().collect()
}

/// Columns of repetitions say nothing until the others are settled.
pub(super) fn set_aside(columns: &mut [Column]) -> Vec<Repetition> {
    let found = repetitions(columns);
    for (at, _) in found.iter().flatten() {
        if let Some(c) = columns.get_mut(*at) {
            c.field = Field::Ignore;
            c.confident = true;
        }
    }
    found
}

/// Makes each repetition a contact, after those the other columns tell of. Where no other column names the person, the
/// first repetition is the person.
pub(super) fn settle(columns: &mut [Column], found: Vec<Repetition>) {
    let mut number = columns
        .iter()
        .filter_map(|c| c.field.contact())
        .max()
        .unwrap_or(0);
    let mut somebody = columns.iter().any(|c| c.field.is_name());
    for repetition in found {
        let own = !somebody;
        somebody = true;
        if !own {
            number = number.saturating_add(1);
        }
        for (at, asked) in repetition {
            let Some(c) = columns.get_mut(at).filter(|_| own || number <= MOST) else {
                continue;
            };
            c.field = if own {
                words::meaning(&asked, None).map_or(Field::Ignore, |m| m.field)
            } else {
                meaning(&asked)
                    .filter(|f| f.contact().is_some() || *f == Field::NotCollected)
                    .map_or(Field::Ignore, |f| f.with_contact(number))
            };
        }
    }
}
