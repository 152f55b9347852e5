//! Words of personal names as Filipinos write them: particles, abbreviations, generational suffixes.
//!
//! Must not compare names; that is the linkage engine's work (`person`) and the index's (`search`).

use crate::text::fold;

/// Words that lean on the next one: `de la Cruz`, `delos Santos`, `Sta. Maria`, `bin Omar`.
const PARTICLES: &[&str] = &[
    "de", "del", "dela", "delos", "delas", "la", "las", "los", "san", "santa", "santo", "da",
    "das", "dos", "di", "y", "al", "el", "abu", "bin", "bint", "ibn", "von", "van", "der", "mac",
    "mc", "saint",
];

/// Folded words of a name with the usual abbreviations written out (`Ma.` → `maria`, `Sta.` → `santa`).
///
/// `Ma` stands for Maria only before another word: alone it may be a surname.
#[must_use]
pub fn person_tokens(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    words
        .iter()
        .enumerate()
        .map(|(i, word)| match *word {
            "ma" if i + 1 < words.len() => "maria",
            "sta" => "santa",
            "sto" => "santo",
            "st" => "saint",
            "jhun" => "jun",
            other => other,
        })
        .map(str::to_owned)
        .collect()
}

/// Whether `word` leans on the word after it.
pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// A generational suffix in one spelling (`jr`, `sr`, `ii` …), or `None`.
pub(crate) fn suffix(word: &str) -> Option<&'static str> {
    Some(match word {
        "jr" | "junior" | "jnr" => "jr",
        "sr" | "senior" | "snr" => "sr",
        "ii" | "2nd" => "ii",
        "iii" | "3rd" => "iii",
        "iv" | "4th" => "iv",
        _ => return None,
    })
}

/// Words with their particles joined to them: `[de, la, cruz, juan]` → `[delacruz, juan]`.
///
/// A particle at the end stays a word of its own.
pub(crate) fn join_particles(words: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut open = false;
    for word in words {
        match out.last_mut() {
            Some(last) if open => last.push_str(word),
            _ => out.push(word.clone()),
        }
        open = is_particle(word);
    }
    out
}

#[cfg(test)]
mod tests;
