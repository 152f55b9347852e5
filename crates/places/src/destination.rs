//! Where somebody works, from one cell: country, place, or the sea; and the fixed list of destinations for the escrow.
//! Says how sure it is and hands back what it did not use (an employer, a note). Never invents a country.

use crate::country::fuzzy_names;
use crate::{Iso2, PlacesError, country_by_name, edit_distance_at_most, fold, is_nothing, squash};

mod cities;
mod several;
mod standard;
#[cfg(test)]
mod tests;

pub use standard::{Dest, STANDARD_DESTINATIONS};

/// Where somebody works.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Destination {
    /// ISO 3166-1 alpha-2, when known.
    pub country: Option<Iso2>,
    /// City, region, ship or shipping line as written.
    pub place: Option<String>,
    /// Works at sea (a seafarer has no destination country).
    pub sea_based: bool,
}

/// How a destination was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// A known name or alias.
    Known,
    /// One typing slip away from a known name: to be shown.
    Guessed,
    /// Not understood: the text is kept as the place.
    Unknown,
}

/// A destination and what of the cell was not part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DestinationMatch {
    /// What was understood.
    pub destination: Destination,
    /// How sure.
    pub certainty: Certainty,
    /// The unused end of the cell, e.g. the employer in "Dubai / Casa Serena".
    pub rest: Option<String>,
    /// The whole cell where it names a second country, which is not taken.
    pub also: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Hit {
    Country(Iso2),
    City(Iso2),
    Sea,
}

struct Part<'a> {
    text: &'a str,
    /// Byte offset in the cell.
    at: usize,
    bracketed: bool,
    /// The mark before it.
    mark: char,
}

/// Reads a cell such as "Osaka, Japan - Golden Wok" or "Barko (Maersk)". `None` when the cell says nothing ("wala", "-").
#[must_use]
pub fn read_destination(cell: &str) -> Option<DestinationMatch> {
    let cell = cell.trim();
    if is_nothing(cell) {
        return None;
    }
    let parts = split(cell);
    if several::denies_the_sea(cell) {
        return Some(unknown(cell));
    }
    Some(
        several::two(cell, &parts)
            .or_else(|| exact(cell, &parts))
            .or_else(|| by_words(cell, &parts))
            .or_else(|| guessed(cell, &parts))
            .unwrap_or_else(|| unknown(cell)),
    )
}

fn unknown(cell: &str) -> DestinationMatch {
    DestinationMatch {
        destination: Destination {
            place: Some(cell.to_owned()),
            ..Destination::default()
        },
        certainty: Certainty::Unknown,
        rest: None,
        also: None,
    }
}

fn split(cell: &str) -> Vec<Part<'_>> {
    let lower = cell.to_ascii_lowercase();
    let mut parts = Vec::new();
    let (mut start, mut mark) = (0usize, ' ');
    let mut push = |from: usize, to: usize, mark: char| {
        if let Some(raw) = cell.get(from..to) {
            let text = raw.trim();
            if !text.is_empty() {
                let lead = raw.len().saturating_sub(raw.trim_start().len());
                parts.push(Part {
                    text,
                    at: from.saturating_add(lead),
                    bracketed: mark == '(',
                    mark,
                });
            }
        }
    };
    for (i, c) in cell.char_indices() {
        let spaced = c == '-' && lower.get(..i).is_some_and(|b| b.ends_with(' '));
        // The slash of "M/V" belongs to a ship's name.
        let ship = c == '/'
            && lower.get(..i).is_some_and(|b| b.ends_with('m'))
            && lower.get(i..).is_some_and(|a| a.starts_with("/v"));
        if (matches!(
            c,
            '/' | ',' | ';' | '(' | ')' | '|' | '\n' | '–' | '—' | '@'
        ) && !ship)
            || spaced
        {
            push(start, i, mark);
            start = i.saturating_add(c.len_utf8());
            mark = c;
        }
    }
    push(start, cell.len(), mark);
    parts
}

const SEA_WORDS: [&str; 24] = [
    "seaman",
    "seamen",
    "seawoman",
    "seafarer",
    "seafarers",
    "marino",
    "marinero",
    "mandaragat",
    "barko",
    "cruise",
    "vessel",
    "seabased",
    "seabase",
    "tanker",
    "onboard",
    "maritime",
    "ship",
    "ships",
    "shipboard",
    "bapor",
    "mv",
    "sailor",
    "offshore",
    "cruiseship",
];
const SHIPPING_LINES: [&str; 22] = [
    "msc",
    "maersk",
    "nyk",
    "mol",
    "k line",
    "kline",
    "cma cgm",
    "royal caribbean",
    "carnival",
    "evergreen",
    "hapag lloyd",
    "cosco",
    "one",
    "princess",
    "costa",
    "ncl",
    "norwegian cruise line",
    "holland america",
    "disney cruise",
    "celebrity",
    "p o",
    "viking",
];

fn is_sea(text: &str) -> bool {
    let folded = fold(text);
    folded.split(' ').any(|w| SEA_WORDS.contains(&w))
        || format!(" {folded} ").contains(" on board ")
        || folded.contains("sea based")
        || folded.contains("sea base")
        || folded.starts_with("m v ")
        || folded.starts_with("m t ")
}

fn resolve(text: &str) -> Option<Hit> {
    if let Some(c) = country_by_name(text) {
        return Some(Hit::Country(c));
    }
    cities::city(&squash(text))
        .map(Hit::City)
        .or_else(|| is_sea(text).then_some(Hit::Sea))
}

fn rest_from(cell: &str, parts: &[Part<'_>], used: usize) -> Option<String> {
    let at = parts.get(used)?.at;
    let trimmed =
        |c: char| c.is_whitespace() || matches!(c, '/' | ',' | ';' | '|' | '-' | '–' | '@');
    let rest = cell.get(at..)?.trim_matches(trimmed);
    let rest = if rest.contains('(') {
        rest
    } else {
        rest.trim_end_matches(')')
    };
    (!rest.is_empty()).then(|| rest.to_owned())
}

fn found(
    country: Option<Iso2>,
    place: Option<&str>,
    sea_based: bool,
    rest: Option<String>,
) -> DestinationMatch {
    let destination = Destination {
        country,
        place: place.map(str::to_owned),
        sea_based,
    };
    DestinationMatch {
        destination,
        certainty: Certainty::Known,
        rest,
        also: None,
    }
}

/// Reads the parts from the left with known names only.
fn exact(cell: &str, parts: &[Part<'_>]) -> Option<DestinationMatch> {
    let first = parts.first()?;
    let second = parts.get(1);
    let next = second.and_then(|p| resolve(p.text));
    match (resolve(first.text), next) {
        (Some(Hit::Sea), _) => {
            let place =
                second.filter(|p| p.bracketed || SHIPPING_LINES.contains(&fold(p.text).as_str()));
            let own = (fold(first.text).split(' ').count() > 2).then_some(first.text);
            let used = if place.is_some() { 2 } else { 1 };
            Some(found(
                None,
                place.map(|p| p.text).or(own),
                true,
                rest_from(cell, parts, used),
            ))
        }
        (Some(Hit::City(_)), Some(Hit::Country(c))) => Some(found(
            Some(c),
            Some(first.text),
            false,
            rest_from(cell, parts, 2),
        )),
        (Some(Hit::City(c)), Some(Hit::City(d))) if c == d => Some(found(
            Some(c),
            Some(first.text),
            false,
            rest_from(cell, parts, 2),
        )),
        (Some(Hit::City(c)), _) => Some(found(
            Some(c),
            Some(first.text),
            false,
            rest_from(cell, parts, 1),
        )),
        (Some(Hit::Country(c)), Some(Hit::City(d))) if c == d => Some(found(
            Some(c),
            second.map(|p| p.text),
            false,
            rest_from(cell, parts, 2),
        )),
        (Some(Hit::Country(c)), Some(Hit::Country(d))) if c == d => {
            Some(found(Some(c), None, false, rest_from(cell, parts, 2)))
        }
        (Some(Hit::Country(c)), _) => Some(found(Some(c), None, false, rest_from(cell, parts, 1))),
        (None, Some(Hit::Country(c) | Hit::City(c))) => Some(unknown_first(cell, parts, first, c)),
        (None, _) => None,
    }
}

/// "Khamis, KSA": an unknown place before the country. "Golden Wok / Kuwait": something else before it.
fn unknown_first(
    cell: &str,
    parts: &[Part<'_>],
    first: &Part<'_>,
    country: Iso2,
) -> DestinationMatch {
    let comma = parts.get(1).is_some_and(|p| p.mark == ',' || p.bracketed);
    if comma {
        return found(
            Some(country),
            Some(first.text),
            false,
            rest_from(cell, parts, 2),
        );
    }
    found(Some(country), None, false, Some(first.text.to_owned()))
}

/// "K.L. Malaysia", "Dubai UAE", "Saudi Riyadh": names side by side without a mark.
fn by_words(cell: &str, parts: &[Part<'_>]) -> Option<DestinationMatch> {
    let first = parts.first()?;
    let words: Vec<&str> = first.text.split_whitespace().collect();
    if words.len() < 2 || words.len() > 8 {
        return None;
    }
    for cut in 1..words.len() {
        let (head, tail) = words.split_at_checked(cut)?;
        if let Some(c) = country_by_name(&tail.join(" ")) {
            return Some(found(
                Some(c),
                Some(&head.join(" ")),
                false,
                rest_from(cell, parts, 1),
            ));
        }
    }
    for cut in (1..words.len()).rev() {
        let (head, tail) = words.split_at_checked(cut)?;
        let c = match resolve(&head.join(" ")) {
            Some(Hit::Country(c) | Hit::City(c)) => c,
            _ => continue,
        };
        return Some(found(
            Some(c),
            Some(&tail.join(" ")),
            false,
            rest_from(cell, parts, 1),
        ));
    }
    None
}

/// One slip away from exactly one country, else from a large city.
fn guessed(cell: &str, parts: &[Part<'_>]) -> Option<DestinationMatch> {
    let mut best: Option<(usize, Iso2, bool)> = None;
    for (i, part) in parts.iter().enumerate().take(2) {
        let key = squash(part.text);
        if key.len() < 5 {
            continue;
        }
        let mut near: Vec<Iso2> = fuzzy_names()
            .filter(|(n, _)| edit_distance_at_most(n, &key, 1))
            .map(|(_, c)| c)
            .collect();
        near.sort_unstable();
        near.dedup();
        if let [only] = near.as_slice() {
            best = Some((i, *only, false));
        } else if let Some(c) = cities::near(&key) {
            best = Some((i, c, true));
        }
        if best.is_some() {
            break;
        }
    }
    let (i, country, city) = best?;
    let place = if i == 1 {
        parts.first()
    } else {
        parts.first().filter(|_| city)
    };
    let mut hit = found(
        Some(country),
        place.map(|p| p.text),
        false,
        rest_from(cell, parts, i.saturating_add(1)),
    );
    hit.certainty = Certainty::Guessed;
    Some(hit)
}

impl std::str::FromStr for Dest {
    type Err = PlacesError;
    fn from_str(s: &str) -> Result<Self, PlacesError> {
        s.parse::<Iso2>().map(Self::from)
    }
}
