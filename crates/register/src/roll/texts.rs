//! Puroks and employers by number: texts that differ in ASCII case alone are the same choice, as `COLLATE NOCASE` takes them.

use foldhash::HashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text as written: its number, and that of all its spellings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) number: u32,
    pub(crate) same: u32,
}

#[derive(Default)]
pub(crate) struct Texts {
    known: HashMap<Arc<str>, Text>,
    spelt: Vec<Arc<str>>,
    same: HashMap<String, u32>,
}

impl Texts {
    /// The numbers of a text.
    pub(crate) fn number(&mut self, text: &str) -> Text {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let next = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let fresh = next(self.same.len());
        let same = *self.same.entry(text.to_ascii_lowercase()).or_insert(fresh);
        let number = next(self.spelt.len());
        let (spelt, text): (Arc<str>, _) = (text.into(), Text { number, same });
        self.spelt.push(Arc::clone(&spelt));
        self.known.insert(spelt, text);
        text
    }

    /// The number that all spellings of a text have, if anybody has it.
    pub(crate) fn same(&self, text: &str) -> Option<u32> {
        self.same.get(&text.to_ascii_lowercase()).copied()
    }

    /// Every choice as most often spelt, most first; from how many have each text.
    pub(crate) fn most_first(&self, counts: &[u64]) -> Vec<(String, u64)> {
        let mut choices: BTreeMap<u32, (u64, u64, &str)> = BTreeMap::new();
        for (spelt, n) in self.spelt.iter().zip(counts).filter(|(_, n)| **n > 0) {
            let Some(text) = self.known.get(spelt) else {
                continue;
            };
            let choice = choices.entry(text.same).or_insert((0, 0, ""));
            choice.0 = choice.0.saturating_add(*n);
            if (*n, &**spelt) > (choice.1, choice.2) {
                (choice.1, choice.2) = (*n, spelt);
            }
        }
        let mut out: Vec<(u64, &str)> = choices
            .values()
            .map(|(all, _, text)| (*all, *text))
            .collect();
        out.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        out.into_iter()
            .map(|(n, text)| (text.to_owned(), n))
            .collect()
    }
}
