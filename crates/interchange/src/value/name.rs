//! Personal names as typed: one cell or several, surname first or last, suffixes, initials, nicknames, particles.
//! Keeps spellings; only lifts names written in capitals alone.

use ugnay_places::fold;

mod column;
#[cfg(test)]
mod tests;

pub(crate) use column::{column_order, whole_middles};

/// A name in parts, as far as the text tells.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Name {
    pub surname: String,
    pub given: String,
    pub middle: String,
    pub suffix: String,
    pub nickname: String,
    /// Where the surname begins was decided by custom, not by a mark.
    pub split_guessed: bool,
}

/// Order of a one-cell name without a comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum NameOrder {
    #[default]
    GivenFirst,
    SurnameFirst,
}

const PARTICLES: &[&str] = &[
    "de", "del", "dela", "delos", "delas", "dele", "la", "las", "los", "san", "santa", "sta",
    "sto", "santo", "van", "von", "di", "da", "dos", "bin", "al", "mac", "vda",
];
/// Second parts of given names as they are given in the Philippines: "Mary Ann", "Kristine Joy", "Juan Carlos".
const SECOND: &[&str] = &[
    "ann", "anne", "anna", "ana", "marie", "mae", "may", "joy", "rose", "rosa", "grace", "jane",
    "jean", "lyn", "lynn", "fe", "luz", "pia", "faith", "hope", "love", "angel", "lou", "kate",
    "claire", "nicole", "joyce", "lee", "ma", "maria", "bel", "paul", "carlos", "anthony",
    "antonio", "mark", "john", "michael", "jose", "miguel", "luis", "ray", "rey", "dan", "ian",
    "carl", "karl", "james", "angelo", "andrew", "francis", "vincent", "pablo", "pedro", "luisa",
    "teresa",
];
const TITLES: [&str; 10] = [
    "mr", "mrs", "ms", "engr", "dr", "atty", "gng", "bb", "miss", "hon",
];

pub(crate) fn suffix(word: &str) -> Option<&'static str> {
    Some(match fold(word).as_str() {
        "jr" | "junior" => "Jr.",
        "sr" | "senior" => "Sr.",
        "ii" | "2nd" => "II",
        "iii" | "3rd" => "III",
        "iv" | "4th" => "IV",
        _ => return None,
    })
}

/// "P.", "D.C.", "P": an initial. "MA." is not.
fn is_initial(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| *c != '.').collect();
    let dots = word.chars().filter(|c| *c == '.').count();
    match letters.as_slice() {
        [a] => a.is_alphabetic(),
        [a, b] => a.is_uppercase() && b.is_uppercase() && dots == 2,
        _ => false,
    }
}

/// Lifts words in capitals (or without any): "DELA CRUZ" → "Dela Cruz", "MA." → "Ma.". Mixed case stays.
pub(crate) fn tidy(text: &str) -> String {
    text.split_whitespace()
        .map(word_case)
        .collect::<Vec<_>>()
        .join(" ")
}

fn word_case(word: &str) -> String {
    let lower = word.chars().any(char::is_lowercase);
    let upper = word.chars().any(char::is_uppercase);
    let roman = matches!(word, "II" | "III" | "IV");
    if roman || (lower && upper) {
        return word.to_owned();
    }
    let mut out = String::new();
    let mut start = true;
    for c in word.chars() {
        if start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        start = matches!(c, '-' | '.' | '\'' | '’' | '(' | '"');
    }
    out
}

/// Takes a nickname out of quotes or brackets: `Angelito "Jun" Camus`.
fn take_nickname(text: &str) -> (String, String) {
    for (open, close) in [('"', '"'), ('“', '”'), ('(', ')'), ('‘', '’'), ('\'', '\'')] {
        let Some((before, rest)) = text.split_once(open) else {
            continue;
        };
        let Some((inside, after)) = rest.split_once(close) else {
            continue;
        };
        let apostrophe = open == '\'' && !(before.is_empty() || before.ends_with(' '));
        if !inside.trim().is_empty() && inside.chars().count() < 24 && !apostrophe {
            return (format!("{before} {after}"), inside.trim().to_owned());
        }
    }
    for mark in [" alias ", " a.k.a. ", " aka ", " ALIAS ", " AKA "] {
        if let Some((before, after)) = text.split_once(mark) {
            return (before.to_owned(), after.trim().to_owned());
        }
    }
    (text.to_owned(), String::new())
}

/// A suffix at the end, after the surname, or before the middle name ("JOSE JR. C.", "JOSE JR. REYES").
fn take_suffix(words: &mut Vec<String>) -> String {
    for at in (1..words.len()).rev() {
        if let Some(s) = words.get(at).and_then(|w| suffix(w)) {
            words.remove(at);
            return s.to_owned();
        }
    }
    String::new()
}

fn words(text: &str) -> Vec<String> {
    text.replace(',', " ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// Reads a whole name. A comma puts the surname first; otherwise `order` decides. `full_middle`: the list writes the
/// middle name in full as the last word of the given names.
pub(crate) fn read(text: &str, order: NameOrder, full_middle: bool) -> Name {
    let (text, nickname) = take_nickname(text);
    let text = text.trim().trim_matches(',').to_owned();
    let mut name = match text.split_once(',') {
        Some((surname, rest)) if !is_only_suffix(rest) => with_comma(surname, rest, full_middle),
        _ => without_comma(&text, order, full_middle),
    };
    name.nickname = tidy(&nickname);
    name.surname = tidy(&name.surname);
    name.given = tidy(&name.given);
    name.middle = tidy(&name.middle);
    name
}

fn is_only_suffix(text: &str) -> bool {
    suffix(text.trim()).is_some()
}

fn with_comma(surname: &str, rest: &str, full_middle: bool) -> Name {
    let mut family = words(surname);
    let mut suffix_text = take_suffix(&mut family);
    let mother = mothers(&mut family);
    let (given, third) = rest.split_once(',').map_or((rest, ""), |(g, t)| (g, t));
    let mut given = words(given);
    let mut third = words(third);
    for list in [&mut third, &mut given] {
        if suffix_text.is_empty() {
            if let [only] = list.as_slice()
                && let Some(s) = suffix(only)
            {
                suffix_text = s.to_owned();
                list.clear();
            } else {
                suffix_text = take_suffix(list);
            }
        }
    }
    let middle = match mother {
        Some(mother) => mother,
        None if third.is_empty() => take_middle(&mut given, full_middle),
        None => third.join(" "),
    };
    Name {
        surname: family.join(" "),
        given: given.join(" "),
        middle,
        suffix: suffix_text,
        ..Name::default()
    }
}

/// An initial at the end of the given names; or the last word with its particles where the list writes it in full.
fn take_middle(given: &mut Vec<String>, full_middle: bool) -> String {
    if given.len() < 2 {
        return String::new();
    }
    if given.last().is_some_and(|w| is_initial(w)) {
        return given.pop().unwrap_or_default();
    }
    // "Ma. Theresa" is one given name.
    let maria = given.first().is_some_and(|w| fold(w) == "ma");
    let least = if maria { 2 } else { 1 };
    if given.len() <= least {
        return String::new();
    }
    let from = surname_start(given).max(least);
    let one = from.saturating_add(1) == given.len();
    let second = given.last().filter(|_| one);
    let second = second.is_some_and(|w| SECOND.contains(&fold(w).as_str()));
    if full_middle && !second {
        return given.split_off(from.min(given.len())).join(" ");
    }
    String::new()
}

/// Where a surname at the end begins, particles included.
fn surname_start(words: &[String]) -> usize {
    let mut at = words.len().saturating_sub(1);
    while at > 1 {
        let before = words
            .get(at.saturating_sub(1))
            .map(|w| fold(w))
            .unwrap_or_default();
        if !PARTICLES.contains(&before.as_str()) {
            break;
        }
        at = at.saturating_sub(1);
    }
    at
}

fn without_comma(text: &str, order: NameOrder, full_middle: bool) -> Name {
    let mut list = words(text);
    while list.len() > 2
        && list
            .first()
            .is_some_and(|w| TITLES.contains(&fold(w).as_str()))
    {
        list.remove(0);
    }
    let suffix_text = take_suffix(&mut list);
    let mut name = match order {
        NameOrder::GivenFirst => given_first(list, full_middle),
        NameOrder::SurnameFirst => surname_first(list, full_middle),
    };
    name.suffix = suffix_text;
    name
}

/// "dela Cruz y Santos": what stands after the small "y" is the mother's surname. A capital Y is an initial.
fn mothers(list: &mut Vec<String>) -> Option<String> {
    let at = list.iter().position(|w| w == "y")?;
    let inside = at > 0 && at.saturating_add(1) < list.len();
    inside.then(|| list.split_off(at).split_off(1).join(" "))
}

fn given_first(mut list: Vec<String>, full_middle: bool) -> Name {
    if let Some(middle) = mothers(&mut list).filter(|_| !list.is_empty()) {
        return Name {
            middle,
            ..given_first(list, false)
        };
    }
    if list.len() == 1 {
        return Name {
            given: list.join(" "),
            split_guessed: true,
            ..Name::default()
        };
    }
    let last = list.len().saturating_sub(1);
    let initial = list
        .iter()
        .enumerate()
        .rev()
        .find(|(i, w)| *i > 0 && *i < last && is_initial(w))
        .map(|(i, _)| i);
    if let Some(at) = initial {
        let surname = list.split_off(at.saturating_add(1)).join(" ");
        let middle = list.pop().unwrap_or_default();
        return Name {
            surname,
            given: list.join(" "),
            middle,
            ..Name::default()
        };
    }
    let from = surname_start(&list);
    let split_guessed = list.len() > 2;
    let surname = list.split_off(from.min(list.len())).join(" ");
    let middle = if full_middle {
        take_middle(&mut list, true)
    } else {
        String::new()
    };
    Name {
        surname,
        given: list.join(" "),
        middle,
        split_guessed,
        ..Name::default()
    }
}

fn surname_first(mut list: Vec<String>, full_middle: bool) -> Name {
    let mut end = 1usize;
    let mut at = 0usize;
    while list
        .get(at)
        .is_some_and(|w| PARTICLES.contains(&fold(w).as_str()))
        && end.saturating_add(1) < list.len()
    {
        at = at.saturating_add(1);
        end = end.saturating_add(1);
    }
    let split_guessed = list.len() > 2;
    let mut given = list.split_off(end.min(list.len()));
    let middle = take_middle(&mut given, full_middle);
    Name {
        surname: list.join(" "),
        given: given.join(" "),
        middle,
        split_guessed,
        ..Name::default()
    }
}

/// Whether a text is a single surname: one word, or one with its particles.
pub(crate) fn is_one_surname(text: &str) -> bool {
    let list = words(text);
    let from = list
        .iter()
        .position(|w| !PARTICLES.contains(&fold(w).as_str()));
    let last = list.len().saturating_sub(1);
    !list.is_empty() && (list.len() == 1 || from == Some(last))
}

/// Names from separate columns: suffixes and initials that stand in the wrong one are moved.
pub(crate) fn from_parts(
    surname: &str,
    given: &str,
    middle: &str,
    suffix_text: &str,
    nickname: &str,
) -> Name {
    let (given, in_given) = take_nickname(given);
    let (mut family, mut first) = (words(surname), words(&given));
    let mut suffix_out =
        suffix(suffix_text).map_or_else(|| suffix_text.trim().to_owned(), str::to_owned);
    for list in [&mut family, &mut first] {
        if suffix_out.is_empty() {
            suffix_out = take_suffix(list);
        }
    }
    let mut middle = middle.trim().to_owned();
    if middle.is_empty() {
        middle = take_middle(&mut first, false);
    }
    let nickname = if nickname.trim().is_empty() {
        in_given
    } else {
        nickname.trim().to_owned()
    };
    Name {
        surname: tidy(&family.join(" ")),
        given: tidy(&first.join(" ")),
        middle: tidy(&middle),
        suffix: suffix_out,
        nickname: tidy(&nickname),
        split_guessed: false,
    }
}
