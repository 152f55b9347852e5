//! What a whole column of names tells about how each is written. Must not read a single name.

use std::collections::BTreeSet;

use ugnay_places::fold;

use super::{NameOrder, PARTICLES, SECOND, is_initial, suffix};

/// How a column of one-cell names is written: order by the initials ("CRUZ JUAN P." against "Juan P. Cruz").
pub(crate) fn column_order<'a>(names: impl Iterator<Item = &'a str>) -> Option<NameOrder> {
    let (mut at_end, mut inside) = (0usize, 0usize);
    for name in names.filter(|n| !n.contains(',')) {
        let list: Vec<&str> = name
            .split_whitespace()
            .filter(|w| suffix(w).is_none())
            .collect();
        let last = list.len().saturating_sub(1);
        for (i, w) in list
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, w)| is_initial(w))
        {
            let counter = if i == last { &mut at_end } else { &mut inside };
            *counter = counter.saturating_add(usize::from(!w.is_empty()));
        }
    }
    match (at_end, inside) {
        (0, 0) => None,
        (e, i) if e > i.saturating_mul(3) => Some(NameOrder::SurnameFirst),
        _ => Some(NameOrder::GivenFirst),
    }
}

/// Whether a column writes middle names in full ("CRUZ, ANA REYES"): a middle name is the mother's surname, and the
/// families of a village marry each other, so that it is found again among the column's surnames. A column that has
/// initials writes initials.
pub(crate) fn whole_middles<'a>(names: impl Iterator<Item = &'a str>, order: NameOrder) -> bool {
    let names: Vec<Vec<String>> = names.filter_map(|n| parts(n, order)).collect();
    let surnames: BTreeSet<&str> = names
        .iter()
        .filter_map(|n| n.last().map(String::as_str))
        .collect();
    let (mut initials, mut family, mut given) = (0usize, 0usize, 0usize);
    for name in &names {
        // Given names, then the surname at the end.
        let Some((first, rest)) = name.split_first() else {
            continue;
        };
        let Some((_, [.., tail])) = rest.split_last() else {
            continue;
        };
        let counter = match tail.as_str() {
            t if t.chars().count() == 1 => &mut initials,
            t if SECOND.contains(&t) || first == t => &mut given,
            t if surnames.contains(t) || t.contains(' ') => &mut family,
            _ => continue,
        };
        *counter = counter.saturating_add(1);
    }
    family >= 3 && family > initials.saturating_mul(2) && family > given
}

/// Folded words of a name, given names first and the surname last; particles with the word they belong to.
fn parts(name: &str, order: NameOrder) -> Option<Vec<String>> {
    let (surname, given) = match name.split_once(',') {
        Some((s, g)) => (joined(s), joined(g)),
        None => {
            let mut all = joined(name);
            match order {
                NameOrder::GivenFirst => (all.pop().into_iter().collect(), all),
                NameOrder::SurnameFirst if all.is_empty() => return None,
                NameOrder::SurnameFirst => (vec![all.remove(0)], all),
            }
        }
    };
    let mut out = given;
    out.push(surname.join(" "));
    Some(out)
}

fn joined(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut open = String::new();
    for word in text.replace(',', " ").split_whitespace() {
        if suffix(word).is_some() {
            continue;
        }
        let word = if is_initial(word) {
            fold(word).replace(' ', "").chars().take(1).collect()
        } else {
            fold(word)
        };
        if PARTICLES.contains(&word.as_str()) {
            open.push_str(&word);
            open.push(' ');
            continue;
        }
        out.push(format!("{open}{word}"));
        open.clear();
    }
    out
}
