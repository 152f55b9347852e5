//! The words of the index: their spelling, sound and letters, and the lists of documents that hold them.
//!
//! Must not rank. A word whose last document goes stays as an empty entry and is used again when it returns.

use std::collections::BTreeMap;

use foldhash::HashMap;

use crate::distance::{edits, edits_to_prefix};
use crate::nicknames;
use crate::search::How;
use crate::sound;

/// A document and the field a word stands in, packed: document number times 8 plus field number.
pub(crate) type Posting = u32;

/// All words, addressed by number.
#[derive(Default)]
pub(crate) struct Vocabulary {
    postings: Vec<Vec<Posting>>,
    /// All words one after the other, and where each ends: going through them all reads memory from front to back.
    texts: String,
    ends: Vec<usize>,
    /// Which letters occur in each word, for skipping words that cannot be near.
    letters: Vec<u32>,
    sorted: BTreeMap<Box<str>, u32>,
    by_sound: HashMap<Box<str>, Vec<u32>>,
}

/// A word near to what was typed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Near {
    pub(crate) word: u32,
    /// 0 to 1.
    pub(crate) likeness: f32,
    pub(crate) how: How,
}

impl Vocabulary {
    pub(crate) fn add(&mut self, text: &str, posting: Posting) -> u32 {
        let number = match self.sorted.get(text) {
            Some(number) => *number,
            None => self.coin(text),
        };
        self.postings[number as usize].push(posting);
        number
    }

    fn coin(&mut self, text: &str) -> u32 {
        let number = self.postings.len() as u32;
        self.postings.push(Vec::new());
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        self.letters.push(letters(text));
        self.sorted.insert(text.into(), number);
        self.by_sound
            .entry(sound::filipino(text).into())
            .or_default()
            .push(number);
        number
    }

    pub(crate) fn remove(&mut self, word: u32, posting: Posting) {
        let postings = &mut self.postings[word as usize];
        if let Some(at) = postings.iter().position(|p| *p == posting) {
            postings.swap_remove(at);
        }
    }

    pub(crate) fn postings(&self, word: u32) -> &[Posting] {
        &self.postings[word as usize]
    }

    /// All words near to `typed`, each once, by its best likeness. `open` when the word may still be being typed,
    /// `joined` when it is a guess that two words belong together, which then must fit more closely.
    pub(crate) fn near(&self, typed: &str, open: bool, joined: bool) -> Vec<Near> {
        let mut near: Vec<Near> = Vec::new();
        let mut keep = |one: Near| {
            if !self.postings[one.word as usize].is_empty() {
                near.push(one);
            }
        };
        if let Some(word) = self.sorted.get(typed) {
            keep(Near {
                word: *word,
                likeness: 1.0,
                how: How::Exact,
            });
        }
        if open {
            for (text, word) in self
                .sorted
                .range::<str, _>((std::ops::Bound::Included(typed), std::ops::Bound::Unbounded))
                .take_while(|(t, _)| t.starts_with(typed))
            {
                let share = typed.len() as f32 / text.len() as f32;
                keep(Near {
                    word: *word,
                    likeness: 0.85 + 0.14 * share,
                    how: How::Beginning,
                });
            }
        }
        for form in nicknames::others(typed) {
            if let Some(word) = self.sorted.get(*form) {
                keep(Near {
                    word: *word,
                    likeness: 0.85,
                    how: How::Nickname,
                });
            }
        }
        if typed.len() >= 3 {
            for word in self
                .by_sound
                .get(sound::filipino(typed).as_str())
                .into_iter()
                .flatten()
            {
                keep(Near {
                    word: *word,
                    likeness: 0.88,
                    how: How::Sound,
                });
            }
            self.misspelt(typed, open, joined, &mut keep);
        }
        // Of each word the best likeness; among equal ones the first that was found, as the sort is stable.
        near.sort_by(|a, b| a.word.cmp(&b.word).then(b.likeness.total_cmp(&a.likeness)));
        near.dedup_by_key(|n| n.word);
        near.sort_unstable_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.word.cmp(&b.word)));
        near
    }

    fn misspelt(&self, typed: &str, open: bool, joined: bool, keep: &mut impl FnMut(Near)) {
        let limit = match typed.len() {
            0..=2 => return,
            3..=5 => 1,
            _ if joined => 1,
            6..=9 => 2,
            _ => 3,
        };
        let begun_limit = if open && typed.len() >= 4 {
            limit.min(typed.len() / 4)
        } else {
            0
        };
        let mine = letters(typed);
        let length = typed.len() as f32;
        let mut begin = 0;
        for ((number, theirs), end) in self.letters.iter().enumerate().zip(&self.ends) {
            let from = std::mem::replace(&mut begin, *end);
            let lacking = (mine & !theirs).count_ones() as usize;
            if lacking > limit {
                continue;
            }
            let surplus = (theirs & !mine).count_ones() as usize;
            let whole = surplus <= limit && (end - from).abs_diff(typed.len()) <= limit;
            let begun = lacking <= begun_limit && begun_limit > 0;
            if !whole && !begun {
                continue;
            }
            let text = &self.texts[from..*end];
            let whole = whole.then(|| edits(typed, text, limit)).flatten();
            let begun = begun
                .then(|| edits_to_prefix(typed, text, begun_limit))
                .flatten();
            let likeness = whole
                .map(|d| 0.95 - 0.9 * d as f32 / length)
                .into_iter()
                .chain(begun.map(|d| 0.82 - d as f32 / length))
                .reduce(f32::max);
            if let Some(likeness) = likeness.filter(|l| *l >= 0.45) {
                keep(Near {
                    word: number as u32,
                    likeness,
                    how: How::Spelling,
                });
            }
        }
    }
}

/// A bit per letter a-z, one for all digits, the rest for letters of other scripts.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, b| {
        set | 1
            << match b {
                b'a'..=b'z' => b - b'a',
                b'0'..=b'9' => 26,
                other => 27 + other % 5,
            }
    })
}
