//! Cells that name two countries ("Dubai/Qatar", "KSA or Kuwait", "Saudi (dati Dubai)") and cells that deny the sea ("Seaman -
//! no"). Finds them; must not take one country in silence.

use super::{Certainty, Destination, DestinationMatch, Hit, Part, is_sea, resolve};
use crate::{Iso2, fold};

/// Words before a country somebody has left.
const BEFORE: [&str; 9] = [
    "dati",
    "dating",
    "formerly",
    "former",
    "ex",
    "previously",
    "galing",
    "before",
    "noon",
];
/// Words before a country that say nothing of it.
const AROUND: [&str; 7] = [
    "now",
    "ngayon",
    "then",
    "tapos",
    "later",
    "lipat",
    "currently",
];
/// Words between two countries.
const BETWEEN: [&str; 12] = [
    " or ", " o ", " at ", " and ", " y ", " ou ", " et ", " tapos ", " then ", " saka ", " to ",
    " & ",
];
/// A territory and the country whose name people write after it.
const WITHIN: [(&str, &str); 8] = [
    ("HK", "CN"),
    ("MO", "CN"),
    ("TW", "CN"),
    ("GU", "US"),
    ("PR", "US"),
    ("VI", "US"),
    ("MP", "US"),
    ("AS", "US"),
];
const NO: [&str; 8] = ["no", "not", "hindi", "dili", "di", "non", "wala", "never"];

struct Named {
    country: Iso2,
    text: String,
    past: bool,
    /// Index of the part it stands in.
    part: usize,
    city: bool,
}

/// A country or city that a piece of a cell names, whole.
fn named(piece: &str, part: usize) -> Option<Named> {
    let mut rest: Vec<&str> = piece.split_whitespace().collect();
    let mut past = false;
    while rest.len() > 1 {
        let word = rest.first().map(|w| fold(w)).unwrap_or_default();
        let before = BEFORE.contains(&word.as_str());
        if !before && !AROUND.contains(&word.as_str()) {
            break;
        }
        past |= before;
        rest.remove(0);
    }
    let text = rest.join(" ");
    let (country, city) = match resolve(&text)? {
        Hit::Country(c) => (c, false),
        Hit::City(c) => (c, true),
        Hit::Sea => return None,
    };
    Some(Named {
        country,
        text,
        past,
        part,
        city,
    })
}

/// The countries of one part: itself, or those on both sides of an "or".
fn of_part(text: &str, part: usize) -> Vec<Named> {
    if let Some(one) = named(text, part) {
        return vec![one];
    }
    let lower = text.to_ascii_lowercase();
    for word in BETWEEN {
        let Some(at) = lower.find(word) else { continue };
        let (head, tail) = (text.get(..at), text.get(at.saturating_add(word.len())..));
        let both = head
            .zip(tail)
            .and_then(|(h, t)| Some((named(h.trim(), part)?, named(t.trim(), part)?)));
        if let Some((a, b)) = both {
            return vec![a, b];
        }
    }
    Vec::new()
}

/// "London, Canada", "Guam, USA": the second says where the first is.
fn inside(a: &Named, b: &Named, parts: &[Part<'_>]) -> bool {
    let mark = parts.get(b.part).map_or(' ', |p| p.mark);
    let listed = matches!(mark, ',' | '(') && a.part != b.part;
    let territory = || {
        let (a, b) = (a.country.to_string(), b.country.to_string());
        WITHIN.contains(&(a.as_str(), b.as_str()))
    };
    listed && !a.past && !b.past && (a.city && !b.city || territory())
}

/// The first country that is not over, with what else the cell names, where it names two.
pub(super) fn two(cell: &str, parts: &[Part<'_>]) -> Option<DestinationMatch> {
    let numbered = parts.iter().enumerate();
    let all: Vec<Named> = numbered.flat_map(|(i, p)| of_part(p.text, i)).collect();
    let chosen = all.iter().find(|n| !n.past).or_else(|| all.first())?;
    let other = all.iter().find(|n| n.country != chosen.country)?;
    if inside(chosen, other, parts) || inside(other, chosen, parts) {
        return None;
    }
    let rest: Vec<&str> = (0usize..)
        .zip(parts)
        .filter(|(i, _)| !all.iter().any(|n| n.part == *i))
        .map(|(_, p)| p.text)
        .collect();
    Some(DestinationMatch {
        destination: Destination {
            country: Some(chosen.country),
            place: chosen.city.then(|| chosen.text.clone()),
            sea_based: false,
        },
        certainty: Certainty::Known,
        rest: Some(rest.join(", ")).filter(|r| !r.is_empty()),
        also: Some(cell.to_owned()),
    })
}

/// "not seaman", "Seaman - NO", "hindi marino": speaks of the sea and says no.
pub(super) fn denies_the_sea(cell: &str) -> bool {
    let folded = fold(cell);
    let words: Vec<&str> = folded.split(' ').collect();
    let ends = [words.first(), words.last()];
    let said = ends.into_iter().flatten().any(|w| NO.contains(w));
    let inside = words.iter().any(|w| matches!(*w, "not" | "hindi" | "dili"));
    (said || inside) && is_sea(cell)
}
