//! A cell with one or several family contacts: "Ariel Cariño - kapatid;  Michael Cariño (father)".

use ugnay_places::is_nothing;

use super::relation::{self, Relation};

#[cfg(test)]
mod tests;

/// A name and a relation, as far as each is there.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Kin {
    pub name: String,
    pub relation: Option<Relation>,
    /// A word in the relation's place that is no known relation.
    pub unknown_relation: Option<String>,
}

impl Kin {
    /// "nanay" and nothing else.
    fn nameless(relation: Relation) -> Self {
        Self {
            relation: Some(relation),
            ..Self::default()
        }
    }
}

/// Words around a number that name nobody: "tel. no. 0917…".
const AROUND: [&str; 17] = [
    "or",
    "tel",
    "no",
    "cp",
    "cel",
    "cell",
    "nos",
    "phone",
    "mobile",
    "local",
    "loc",
    "landline",
    "number",
    "cellphone",
    "contact",
    "telno",
    "cpno",
];

/// A cell with a name and a number in two: the words of the name, and the numbers with the words around them. Marks between
/// two people stand in both, so that the numbers line up.
pub(crate) fn name_and_number(text: &str) -> (String, String) {
    let (mut names, mut numbers) = (String::new(), String::new());
    let spaced: String = text.chars().fold(String::new(), |mut s, c| {
        match c {
            '/' | ';' | ',' | '\n' | '&' | '|' => s.extend([' ', c, ' ']),
            c => s.push(c),
        }
        s
    });
    let mut push = |to_number: bool, word: &str| {
        let to = if to_number { &mut numbers } else { &mut names };
        to.push_str(word);
        to.push(' ');
    };
    for word in spaced
        .split([' ', '\t', '\r', '\u{a0}'])
        .filter(|w| !w.is_empty())
    {
        let folded = ugnay_places::fold(word);
        if matches!(word, "/" | ";" | "," | "\n" | "&" | "|") {
            push(true, word);
            push(false, word);
        } else if let Some(at) = word.find(|c: char| c.is_ascii_digit()) {
            // "Cruz-0917…": the name ends where the number begins.
            let (head, tail) = word.split_at_checked(at).unwrap_or(("", word));
            let lead: String = head
                .chars()
                .rev()
                .take_while(|c| matches!(c, '+' | '('))
                .collect();
            let head = head.trim_end_matches(['+', '(', '-', ':', '.', '#']);
            let named = head
                .chars()
                .any(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X'));
            let label = AROUND.contains(&ugnay_places::fold(head).as_str());
            if named && !label {
                push(false, head);
            }
            let lead: String = lead.chars().rev().collect();
            push(true, &format!("{lead}{tail}"));
        } else if AROUND.contains(&folded.as_str())
            || word == "o"
            || folded.len() >= 4 && folded.chars().all(|c| c == 'x')
        {
            push(true, word);
        } else {
            push(false, word);
        }
    }
    (names.trim().to_owned(), numbers.trim().to_owned())
}

/// Pieces between separators, with whether the piece stood in brackets.
fn pieces(text: &str) -> Vec<(String, bool)> {
    let chars: Vec<char> = text.chars().collect();
    let mut out: Vec<(String, bool)> = Vec::new();
    let mut current = String::new();
    let mut depth = 0usize;
    let mut push = |current: &mut String, bracketed: bool| {
        let t = current.trim().trim_matches(['.', ':']).trim();
        if !t.is_empty() {
            out.push((t.to_owned(), bracketed));
        }
        current.clear();
    };
    for (i, c) in chars.iter().copied().enumerate() {
        let at = |k: usize| chars.get(k).copied().unwrap_or(' ');
        let spaced_dash = matches!(c, '-' | '–' | '—')
            && (at(i.wrapping_sub(1)) == ' ' || at(i.saturating_add(1)) == ' ' || c != '-');
        match c {
            '(' | '[' => {
                push(&mut current, depth > 0);
                depth = depth.saturating_add(1);
            }
            ')' | ']' => {
                push(&mut current, depth > 0);
                depth = depth.saturating_sub(1);
            }
            '/' | ';' | ',' | '\n' | '\r' | '&' | '|' | ':' => push(&mut current, depth > 0),
            _ if spaced_dash => push(&mut current, depth > 0),
            ' ' if joins(&chars, i) => push(&mut current, depth > 0),
            _ => current.push(c),
        }
    }
    push(&mut current, depth > 0);
    out.into_iter()
        .map(|(t, b)| (without_join(&t), b))
        .filter(|(t, _)| !t.is_empty())
        .collect()
}

/// Whether " at ", " and ", " saka " begins here.
fn joins(chars: &[char], i: usize) -> bool {
    let rest: String = chars
        .iter()
        .skip(i.saturating_add(1))
        .take(5)
        .collect::<String>()
        .to_lowercase();
    ["at ", "and ", "saka "].iter().any(|j| rest.starts_with(j))
}

fn without_join(text: &str) -> String {
    let lower = text.to_lowercase();
    for j in ["at ", "and ", "saka "] {
        if lower.starts_with(j) {
            return text
                .chars()
                .skip(j.len())
                .collect::<String>()
                .trim()
                .to_owned();
        }
    }
    text.to_owned()
}

/// "Cruz, Maria" where the list writes names so: the comma stands inside one name. Two whole names ("Ana Cruz, Ben Cruz")
/// and a relation ("Maria Cruz, asawa") stay apart.
fn unturned(text: &str) -> String {
    let part = |piece: &str| {
        let inside = piece.find(['(', '[', ';', ':']).unwrap_or(piece.len());
        let (name, rest) = piece.split_at_checked(inside).unwrap_or((piece, ""));
        let (name, rest) = match name.find(" - ").or_else(|| name.find(" – ")) {
            Some(at) => (
                name.get(..at).unwrap_or_default(),
                format!("{}{rest}", name.get(at..).unwrap_or_default()),
            ),
            None => (name, rest.to_owned()),
        };
        let Some((surname, given)) = name.split_once(',').filter(|(_, g)| !g.contains(',')) else {
            return piece.to_owned();
        };
        let (surname, given) = (surname.trim(), given.trim());
        let one = super::name::is_one_surname(surname) && relation::exact(surname).is_none();
        let word = given.chars().any(char::is_alphabetic) && relation::exact(given).is_none();
        if one && word {
            format!("{given} {surname} {rest}")
        } else {
            piece.to_owned()
        }
    };
    let pieces: Vec<String> = text.split(['/', '\n', '&', '|']).map(part).collect();
    pieces.join(" / ")
}

/// Reads the contacts of a cell in their order. `turned`: the list writes surnames first, with a comma.
pub(crate) fn read(text: &str, turned: bool) -> Vec<Kin> {
    if turned && text.contains(',') {
        return read(&unturned(text), false);
    }
    if is_nothing(text) {
        return Vec::new();
    }
    let mut out: Vec<Kin> = Vec::new();
    let mut pending: Option<Relation> = None;
    for (piece, bracketed) in pieces(text) {
        if let Some(r) = relation::exact(&piece) {
            match out.last_mut() {
                Some(last) if last.relation.is_none() && last.unknown_relation.is_none() => {
                    last.relation = Some(r)
                }
                _ => {
                    // "nanay / asawa Ben Cruz": the first is somebody whose name nobody wrote.
                    if let Some(nameless) = pending.replace(r) {
                        out.push(Kin::nameless(nameless));
                    }
                }
            }
            continue;
        }
        match out.last_mut() {
            Some(last) if bracketed && last.relation.is_none() => {
                last.unknown_relation = Some(piece)
            }
            _ if !piece.chars().any(char::is_alphabetic) => {}
            _ => {
                let (name, inside) = split_relation(&piece);
                out.push(Kin {
                    name,
                    relation: pending.take().or(inside),
                    unknown_relation: None,
                });
            }
        }
    }
    out.extend(pending.map(Kin::nameless));
    out
}

/// "asawa Maria Cruz" or "Maria Cruz asawa": a relation word at either end of a longer piece.
fn split_relation(piece: &str) -> (String, Option<Relation>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
    if words.len() >= 3 {
        if let Some((first, rest)) = words.split_first()
            && first.chars().all(char::is_lowercase)
            && let Some(r) = relation::exact(first)
        {
            return (rest.join(" "), Some(r));
        }
        if let Some((last, rest)) = words.split_last()
            && last.chars().all(char::is_lowercase)
            && let Some(r) = relation::exact(last)
        {
            return (rest.join(" "), Some(r));
        }
    }
    (piece.to_owned(), None)
}
