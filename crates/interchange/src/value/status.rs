//! Words that say somebody came home or died, where a list writes them: behind a name, in the remarks, in a column of their
//! own. A whole text is such words or it is not; must not take a part of a sentence for its meaning, nor what is said of a
//! relative for what is said of the person.

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
const PHRASES: [(&str, &str); 23] = [
    ("balik bansa", "balikbansa"),
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
const RETURNED: [&str; 17] = [
    "umuwi",
    "nakauwi",
    "returned",
    "returnee",
    "balik",
    "balikbansa",
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

/// Words that say no, not yet, or only wish.
const DENYING: [&str; 32] = [
    "hindi", "di", "dili", "wala", "walay", "ayaw", "pa", "not", "never", "no", "didn", "won",
    "will", "would", "wants", "want", "plans", "planning", "hopes", "gusto", "balak", "plano",
    "sana", "kapag", "kung", "if", "when", "nunca", "ne", "pas", "jamais", "ningun",
];
/// Words that begin another clause.
const JOINING: [&str; 14] = [
    "at", "pero", "ngunit", "kaya", "kasi", "ug", "apan", "and", "but", "because", "while", "y",
    "et", "mais",
];
/// Words after which a relative is not the one who is spoken of.
const BESIDE: [&str; 24] = [
    "kasama", "kasabay", "kauban", "dala", "para", "dahil", "sa", "kay", "kina", "ng", "nang",
    "with", "for", "to", "of", "by", "beside", "con", "por", "de", "a", "avec", "pour", "chez",
];
/// Words that may stand between such a word and the relative.
const BETWEEN: [&str; 34] = [
    "ang", "si", "sina", "mga", "yung", "iyong", "kanyang", "kaniyang", "kanilang", "niya", "nya",
    "nila", "iyang", "iyahang", "na", "the", "his", "her", "their", "my", "two", "dalawang",
    "tatlong", "su", "sus", "la", "el", "los", "las", "sa", "son", "ses", "le", "les",
];
/// Who else a remark may speak of.
const RELATIVES: [&str; 98] = [
    "asawa",
    "asawang",
    "mister",
    "misis",
    "mr",
    "mrs",
    "kabiyak",
    "bana",
    "anak",
    "anaka",
    "panganay",
    "bunso",
    "nanay",
    "tatay",
    "ina",
    "ama",
    "inay",
    "itay",
    "mama",
    "papa",
    "mommy",
    "daddy",
    "magulang",
    "ginikanan",
    "inahan",
    "amahan",
    "kapatid",
    "igsoon",
    "ate",
    "kuya",
    "lola",
    "lolo",
    "tita",
    "tito",
    "tiya",
    "tiyo",
    "tiyahin",
    "tiyuhin",
    "biyenan",
    "manugang",
    "apo",
    "pamangkin",
    "pinsan",
    "bayaw",
    "hipag",
    "pamilya",
    "kaibigan",
    "kasamahan",
    "amo",
    "kinakasama",
    "wife",
    "husband",
    "hubby",
    "spouse",
    "son",
    "sons",
    "daughter",
    "daughters",
    "child",
    "children",
    "kid",
    "kids",
    "mother",
    "father",
    "mom",
    "dad",
    "parent",
    "parents",
    "brother",
    "sister",
    "sibling",
    "siblings",
    "cousin",
    "niece",
    "nephew",
    "partner",
    "family",
    "friend",
    "employer",
    "esposa",
    "esposo",
    "marido",
    "hijo",
    "hija",
    "hijos",
    "madre",
    "padre",
    "hermano",
    "hermana",
    "familia",
    "femme",
    "mari",
    "epoux",
    "epouse",
    "enfant",
    "enfants",
    "mere",
    "famille",
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

/// A text that speaks of coming home or of death among other things, and not of somebody else's: of "umuwi ang asawa" nothing is
/// said of the person, of "umuwi kasama ang asawa" it is.
pub(crate) fn mentions(text: &str) -> Option<Status> {
    let clauses = text.split([',', ';', '.', '/', '\n', '(', ')', ':', '!', '?']);
    let mut found = clauses.filter_map(|clause| {
        let words = words(clause);
        let mut parts = words.split(|w| JOINING.contains(&w.as_str()));
        parts.find_map(said_in)
    });
    found.next()
}

/// What one clause says of the person.
fn said_in(words: &[String]) -> Option<Status> {
    let no = |w: &String| DENYING.contains(&w.as_str());
    if words.iter().any(no) || of_somebody_else(words) {
        return None;
    }
    of_words(words)
}

/// Whether a clause names a relative who is not merely with, for or of somebody.
fn of_somebody_else(words: &[String]) -> bool {
    let mut beside = false;
    for word in words.iter().map(String::as_str) {
        if BESIDE.contains(&word) {
            beside = true;
        } else if RELATIVES.contains(&word) {
            if !beside {
                return true;
            }
        } else if !BETWEEN.contains(&word) {
            beside = false;
        }
    }
    false
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

/// What stands beside a name: of whom something is said, whether nothing else is, and the words as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Beside {
    /// What is said of the name's bearer; nothing where it is of somebody else.
    pub status: Option<Status>,
    /// The words say just that.
    pub whole: bool,
    /// As typed.
    pub typed: String,
}

impl Beside {
    fn whole(status: Status, typed: &str) -> Self {
        Self {
            status: Some(status),
            whole: true,
            typed: typed.trim().to_owned(),
        }
    }

    /// Words in parentheses, unless they speak of something else: a nickname is no news.
    fn within(inside: &str) -> Option<Self> {
        if let Some(status) = read(inside) {
            return Some(Self::whole(status, inside));
        }
        let words = words(inside);
        let speaks = words.len() > 1 && of_words(&words).is_some();
        speaks.then(|| Self {
            status: mentions(inside),
            whole: false,
            typed: inside.trim().to_owned(),
        })
    }
}

/// A name without what is said beside it: "Ana Cruz (umuwi na)", "CRUZ, BEN (+)", "Liza Abad - namatay 2021", "Jose Abad
/// DECEASED", "Ana Cruz (umuwi ang asawa)".
pub(crate) fn take(name: &str) -> (String, Option<Beside>) {
    for (open, close) in [('(', ')'), ('[', ']')] {
        let Some((before, rest)) = name.split_once(open) else {
            continue;
        };
        let (inside, after) = rest.split_once(close).unwrap_or((rest, ""));
        if let Some(beside) = Beside::within(inside) {
            let name = format!("{} {}", before.trim(), after.trim());
            return (cut(&name), Some(beside));
        }
    }
    for mark in [" - ", " – ", " — ", "--", ";", "/", ","] {
        let Some((before, after)) = name.rsplit_once(mark) else {
            continue;
        };
        if let Some(status) = read(after).filter(|_| !before.trim().is_empty()) {
            return (cut(before), Some(Beside::whole(status, after)));
        }
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    for at in 2..words.len() {
        let (head, tail) = words.split_at_checked(at).unwrap_or((&words, &[]));
        let tail = tail.join(" ");
        if let Some(status) = read(&tail) {
            return (cut(&head.join(" ")), Some(Beside::whole(status, &tail)));
        }
    }
    (name.to_owned(), None)
}

fn cut(name: &str) -> String {
    name.trim()
        .trim_matches(['-', '–', ',', ';', ' '])
        .to_owned()
}
