//! Keys for names that sound alike, as Filipinos spell them and as they come back from Arabic script.
//!
//! Must not decide whether two persons are the same: equal keys are one comparison level among others.

/// How a folded word sounds in Filipino mouths: Spanish and English spellings of one sound share a key, `e`/`i` and `o`/`u` fall together.
pub(crate) fn filipino(word: &str) -> String {
    key(word, Tradition::Filipino)
}

/// What is left of a folded word after a round trip through Arabic letters: `p`→`b`, `v`→`f`, `g`→`j`, `c`→`k`, `ch`→`sh`, vowels in three classes.
pub(crate) fn gulf(word: &str) -> String {
    key(word, Tradition::Gulf)
}

#[derive(Clone, Copy, PartialEq)]
enum Tradition {
    Filipino,
    Gulf,
}

fn key(word: &str, how: Tradition) -> String {
    let letters: Vec<char> = word.chars().filter(|c| *c != ' ').collect();
    let mut out = String::with_capacity(letters.len());
    let mut i = 0;
    while i < letters.len() {
        let (sounds, used) = sound(letters[i], letters.get(i + 1).copied(), i == 0, how);
        let own = if sounds == SAME {
            Some(letters[i])
        } else {
            None
        };
        for s in sounds.chars().filter(|_| own.is_none()).chain(own) {
            if !out.ends_with(s) {
                out.push(s);
            }
        }
        i += used;
    }
    out
}

/// Stands for the letter itself.
const SAME: &str = "=";

/// The sound of a letter and how many letters it took.
fn sound(c: char, next: Option<char>, first: bool, how: Tradition) -> (&'static str, usize) {
    let soft = matches!(next, Some('e' | 'i' | 'y'));
    let fil = how == Tradition::Filipino;
    match (c, next) {
        ('c', Some('h')) => (if fil { "ts" } else { "s" }, 2),
        ('s', Some('h')) => (if fil { "sy" } else { "s" }, 2),
        ('p', Some('h')) => (if fil { "p" } else { "f" }, 2),
        ('q', Some('u')) => ("k", 2),
        ('l', Some('l')) if fil => ("l", 2),
        ('c', _) if fil && soft => ("s", 1),
        ('g', Some('u')) if fil => ("g", 1),
        ('g', _) if fil && soft => ("h", 1),
        ('c' | 'q' | 'k', _) => ("k", 1),
        ('x', _) => ("ks", 1),
        ('z' | 's', _) => ("s", 1),
        ('f' | 'v', _) => (
            if fil && c == 'v' {
                "b"
            } else if fil {
                "p"
            } else {
                "f"
            },
            1,
        ),
        ('p', _) => (if fil { "p" } else { "b" }, 1),
        ('b', _) => ("b", 1),
        ('g' | 'j', _) if !fil => ("j", 1),
        ('j', Some('h')) => ("j", 2),
        ('h', _) => (if fil && first { "h" } else { "" }, 1),
        ('e' | 'i' | 'y', _) => ("i", 1),
        ('o' | 'u' | 'w', _) => ("u", 1),
        _ => (SAME, 1),
    }
}

#[cfg(test)]
mod tests;
