//! Words that say somebody came home or died, where a list writes them: behind a name, in the remarks, in a column of their
//! own. A whole text is such words or it is not; must not take a part of a sentence for its meaning.

use ugnay_places::fold;

#[cfg(test)]
mod tests;

/// What is said of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    /// Came home for good.
    Returned,
    /// Died.
    Died,
}

/// Phrases, by a word that stands for them while a text is read.
const PHRASES: [(&str, &str); 22] = [
    ("nag for good", "umuwi"),
    ("for good", "umuwi"),
    ("ex abroad", "umuwi"),
    ("ex ofw", "umuwi"),
    ("dating ofw", "umuwi"),
    ("former ofw", "umuwi"),
    ("back home", "umuwi"),
    ("came home", "umuwi"),
    ("went home", "umuwi"),
    ("de retour", "umuwi"),
    ("naka uwi", "umuwi"),
    ("nasa pinas", "umuwi"),
    ("nasa pilipinas", "umuwi"),
    ("nasa philippines", "umuwi"),
    ("nasa bahay", "umuwi"),
    ("not abroad", "umuwi"),
    ("no longer abroad", "umuwi"),
    ("wala na sa abroad", "umuwi"),
    ("end of contract", "umuwi"),
    ("finished contract", "umuwi"),
    ("sumakabilang buhay", "patay"),
    ("passed away", "patay"),
];
const RETURNED: [&str; 16] = [
    "umuwi",
    "nakauwi",
    "returned",
    "returnee",
    "balik",
    "bumalik",
    "nakabalik",
    "nagbalik",
    "repatriated",
    "forgood",
    "nagforgood",
    "mipauli",
    "nakauli",
    "regreso",
    "retornado",
    "rentre",
];
const DIED: [&str; 12] = [
    "patay",
    "namatay",
    "deceased",
    "died",
    "dead",
    "yumao",
    "namayapa",
    "fallecio",
    "fallecido",
    "fallecida",
    "decede",
    "decedee",
];
const AROUND: [&str; 26] = [
    "na",
    "po",
    "siya",
    "sya",
    "daw",
    "sa",
    "ng",
    "nang",
    "noong",
    "nung",
    "pinas",
    "pilipinas",
    "philippines",
    "ph",
    "home",
    "bahay",
    "last",
    "since",
    "already",
    "in",
    "on",
    "the",
    "to",
    "year",
    "taong",
    "status",
];

/// What a whole text says: "umuwi na", "balik na sa Pinas", "(+)", "deceased 2021". "Hindi pa umuuwi" says nothing.
pub(crate) fn read(text: &str) -> Option<Status> {
    let bare = text.trim().trim_matches(['(', ')', '[', ']', ' ']);
    if matches!(bare, "+" | "†" | "✝") {
        return Some(Status::Died);
    }
    let words = words(text);
    let known = |w: &String| {
        let w = w.as_str();
        RETURNED.contains(&w)
            || DIED.contains(&w)
            || AROUND.contains(&w)
            || w.bytes().all(|b| b.is_ascii_digit())
            || super::date::month(w).is_some()
    };
    if !words.iter().all(known) {
        return None;
    }
    of_words(&words)
}

/// A text that speaks of coming home or of death among other things.
pub(crate) fn mentions(text: &str) -> Option<Status> {
    let words = words(text);
    let no = |w: &String| matches!(w.as_str(), "hindi" | "not" | "di" | "dili" | "never" | "pa");
    if words.iter().any(no) {
        return None;
    }
    of_words(&words)
}

fn words(text: &str) -> Vec<String> {
    let mut folded = format!(" {} ", fold(text));
    for (phrase, word) in PHRASES {
        folded = folded.replace(&format!(" {phrase} "), &format!(" {word} "));
    }
    folded.split_whitespace().map(str::to_owned).collect()
}

fn of_words(words: &[String]) -> Option<Status> {
    let any = |list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    if any(&DIED) {
        Some(Status::Died)
    } else if any(&RETURNED) {
        Some(Status::Returned)
    } else {
        None
    }
}

/// The year in it.
pub(crate) fn year(text: &str) -> Option<i32> {
    let folded = fold(text);
    let mut years = folded.split(' ').filter(|w| w.len() == 4);
    years.find_map(|w| w.parse().ok().filter(|y| (1950..2100).contains(y)))
}

/// A name without what is said of its bearer, and that as typed: "Ana Cruz (umuwi na)", "CRUZ, BEN (+)", "Liza Abad -
/// namatay 2021", "Jose Abad DECEASED".
pub(crate) fn take(name: &str) -> (String, Option<(Status, String)>) {
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some((before, rest)) = name.split_once(open) else {
            continue;
        };
        let (inside, after) = rest.split_once(close).unwrap_or((rest, ""));
        if let Some(status) = read(inside) {
            let name = format!("{} {}", before.trim(), after.trim());
            return (cut(&name), Some((status, inside.trim().to_owned())));
        }
    }
    for mark in [" - ", " – ", " — ", "--", ";", "/", ","] {
        let Some((before, after)) = name.rsplit_once(mark) else {
            continue;
        };
        if let Some(status) = read(after).filter(|_| !before.trim().is_empty()) {
            return (cut(before), Some((status, after.trim().to_owned())));
        }
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    for at in 2..words.len() {
        let (head, tail) = words.split_at_checked(at).unwrap_or((&words, &[]));
        let tail = tail.join(" ");
        if let Some(status) = read(&tail) {
            return (cut(&head.join(" ")), Some((status, tail)));
        }
    }
    (name.to_owned(), None)
}

fn cut(name: &str) -> String {
    name.trim()
        .trim_matches(['-', '–', ',', ';', ' '])
        .to_owned()
}
