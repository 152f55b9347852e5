//! Agreement of given names: spelling, sound, nicknames, a second name left out, cut off, or put before the surname.
//!
//! Must not look at other fields, except that a middle name may stand at the end of the given names.

use crate::distance::edits;
use crate::nicknames;
use crate::person::prepare::{Name, Prepared, Word};

/// `Boy` in place of the given name says nothing for or against.
const UNKNOWN: u8 = 0;
pub(crate) const SAME: u8 = 1;
const NICKNAME: u8 = 2;
const CLOSE: u8 = 3;
const AKIN: u8 = 4;
const PART: u8 = 5;
pub(crate) const DIFFERENT: u8 = 7;

/// A name borne by at least so many records is an established one: a slip does not turn one into another by chance.
const ESTABLISHED: u32 = 3;

/// Level of the field `given`, crossing aside.
pub(crate) fn agreement(a: &Prepared, b: &Prepared, x: &Name, y: &Name) -> u8 {
    if x.id == y.id {
        return SAME;
    }
    let (wx, wy) = (without_maria(&x.words), without_maria(&y.words));
    if called(x, wx, y, wy)
        || called(y, wy, x, wx)
        || known_as(a, y)
        || known_as(b, x)
        || texts_equal(wx, wy)
    {
        return NICKNAME;
    }
    if is_generic(wx) != is_generic(wy) {
        return UNKNOWN;
    }
    if is_slip(x, y) {
        return if x.count.min(y.count) >= ESTABLISHED {
            AKIN
        } else {
            CLOSE
        };
    }
    if is_part(wx, wy) || is_part(wy, wx) || cut_off(x, y) || cut_off(y, x) {
        PART
    } else {
        DIFFERENT
    }
}

/// Whether two names of equal word count differ by slips or sound only, or the whole by one slip in spacing.
pub(crate) fn is_slip(x: &Name, y: &Name) -> bool {
    if x.words.len() == y.words.len() {
        return x.words.iter().zip(&y.words).all(|(p, q)| word_slip(p, q));
    }
    x.compact.len().min(y.compact.len()) >= 5
        && (x.sound == y.sound || edits(&x.compact, &y.compact, 1).is_some())
}

/// Slips allowed grow with the length; names of three letters and fewer must be equal or sound alike.
fn word_slip(p: &Word, q: &Word) -> bool {
    let short = p.text.len().min(q.text.len());
    let limit = match short {
        0..=2 => 0,
        3..=7 => 1,
        _ => 2,
    };
    p.id == q.id
        || (short >= 3 && (p.sound == q.sound || p.gulf == q.gulf))
        || (limit > 0
            && (p.letters ^ q.letters).count_ones() as usize <= 2 * limit
            && edits(&p.text, &q.text, limit).is_some())
}

/// `Ma. Luisa` is mostly called `Luisa`; the Maria is left aside where another name follows.
fn without_maria(words: &[Word]) -> &[Word] {
    match words {
        [first, rest @ ..] if first.text == "maria" && !rest.is_empty() => rest,
        _ => words,
    }
}

fn is_generic(words: &[Word]) -> bool {
    matches!(words, [one] if nicknames::is_generic(&one.text))
}

fn texts_equal(x: &[Word], y: &[Word]) -> bool {
    x.len() == y.len() && x.iter().zip(y).all(|(p, q)| p.id == q.id)
}

/// Whether one name is another form of the other: of the whole, or a single name that is a form of its first.
fn called(x: &Name, wx: &[Word], y: &Name, wy: &[Word]) -> bool {
    nicknames::related(&x.compact, &y.compact)
        || matches!((wx, wy), ([one], [first, ..]) if nicknames::related(&one.text, &first.text))
}

/// Whether the other goes by a nickname that this person bears.
fn known_as(person: &Prepared, other: &Name) -> bool {
    person.nicknames.iter().any(|n| {
        *n == other.compact || (!nicknames::is_generic(n) && nicknames::related(n, &other.compact))
    })
}

/// Whether each word of the shorter list stands in the longer: `Paul` in `John Paul`.
fn is_part(short: &[Word], long: &[Word]) -> bool {
    short.len() < long.len()
        && short.iter().all(|p| {
            long.iter()
                .any(|q| word_slip(p, q) || (p.text.len() == 1 && q.text.starts_with(&p.text)))
        })
}

/// Whether `short` is `long` cut off by a narrow column, or an initial.
fn cut_off(short: &Name, long: &Name) -> bool {
    short.compact.len() < long.compact.len()
        && (short.compact.len() >= 5 || short.is_initial())
        && long.compact.starts_with(&short.compact)
}

/// The given names without a middle name that stands at their end, when the other person's middle name is that.
pub(crate) fn middle_at_the_end(given: &Name, middle: &Name) -> Option<Name> {
    if middle.is_initial() || given.words.len() < 2 {
        return None;
    }
    let tail = (1..given.words.len()).find(|i| {
        let rest: String = given.words[*i..].iter().map(|w| w.text.as_str()).collect();
        rest == middle.compact || (rest.len() >= 5 && edits(&rest, &middle.compact, 1).is_some())
    })?;
    let tokens: Vec<String> = given.words[..tail].iter().map(|w| w.text.clone()).collect();
    Name::from_tokens(&tokens)
}
