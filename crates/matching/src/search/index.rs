//! Documents of the index: adding, replacing, taking out.
//!
//! Must not rank; `query` does. Holds no more of a person than the words searched for.

use foldhash::HashMap;
use std::hash::Hash;

use crate::names::{is_particle, join_particles, person_tokens};
use crate::search::Field;
use crate::search::lookup::{self, Phones};
use crate::search::vocabulary::{Posting, Vocabulary};
use crate::text::{digits, fold};

/// What can be searched of one person. Empty strings and lists are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchDoc {
    /// Surname as written.
    pub surname: String,
    /// Given names as written.
    pub given: String,
    /// Middle name, maiden and other former surnames.
    pub middle: String,
    /// Nickname or several.
    pub nickname: String,
    /// Names of family contacts.
    pub contacts: Vec<String>,
    /// Phones of the person and of contacts, in any spelling; E.164 is best.
    pub phones: Vec<String>,
    /// Barangay, purok, country, city: names as people type them.
    pub places: Vec<String>,
    /// Employer, vessel, occupation.
    pub employer: String,
}

/// Some of an index's persons. It says nothing any more once the index has changed.
pub struct Among(Vec<u64>);

impl Among {
    pub(crate) fn holds(&self, doc: u32) -> bool {
        let bits = self.0.get(doc as usize / 64).copied().unwrap_or_default();
        bits >> (doc % 64) & 1 != 0
    }
}

pub(crate) struct Stored<K> {
    pub(crate) key: K,
    /// Word numbers with the field, packed like a posting: word times 8 plus field.
    pub(crate) words: Box<[u64]>,
    pub(crate) phones: Box<[Box<str>]>,
    /// Order among equal scores: surname, then given name.
    pub(crate) order: Box<str>,
}

impl<K> Stored<K> {
    /// Whether one of the phones begins with these three digits, its country's code aside.
    pub(crate) fn begins(&self, digits: &str) -> bool {
        self.phones.iter().any(|p| lookup::begins(p, digits))
    }
}

/// An index over persons for search while typing. `K` names a person; results with equal scores come by name, then by key.
///
/// 100,000 persons take about 60 MB. Every operation but building is far below a keystroke's time; `benches/search.rs` measures it.
pub struct NameIndex<K> {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) phones: Phones,
    pub(crate) docs: Vec<Option<Stored<K>>>,
    /// The first letters of each document's order, for comparing most of them without looking further.
    pub(crate) begins: Vec<u64>,
    free: Vec<u32>,
    numbers: HashMap<K, u32>,
}

impl<K> Default for NameIndex<K> {
    fn default() -> Self {
        Self {
            vocabulary: Vocabulary::default(),
            phones: Phones::default(),
            docs: Vec::new(),
            begins: Vec::new(),
            free: Vec::new(),
            numbers: HashMap::default(),
        }
    }
}

impl<K: Clone + Eq + Hash + Ord> NameIndex<K> {
    /// An empty index.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many persons are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Adds a person, or replaces what was known under the same key.
    pub fn insert(&mut self, key: K, doc: &SearchDoc) {
        self.remove(&key);
        let number = self.free.pop().unwrap_or(self.docs.len() as u32);
        let mut words: Vec<(String, Field)> = Vec::with_capacity(16);
        name_words(&mut words, &doc.surname, Field::Surname);
        name_words(&mut words, &doc.given, Field::Given);
        name_words(&mut words, &doc.middle, Field::Middle);
        name_words(&mut words, &doc.nickname, Field::Nickname);
        doc.contacts
            .iter()
            .for_each(|c| name_words(&mut words, c, Field::Contact));
        doc.places.iter().for_each(|p| place_words(&mut words, p));
        plain_words(&mut words, &doc.employer, Field::Employer);
        words.sort_unstable();
        words.dedup();
        let coined = words
            .iter()
            .map(|(text, field)| {
                u64::from(self.vocabulary.add(text, posting(number, *field))) << 3 | *field as u64
            })
            .collect();
        let phones: Box<[Box<str>]> = doc
            .phones
            .iter()
            .map(|p| digits(p))
            .filter(|d| d.len() >= 4)
            .map(Into::into)
            .collect();
        phones.iter().for_each(|p| self.phones.add(p, number));
        let order: Box<str> = format!("{} {}", fold(&doc.surname), fold(&doc.given)).into();
        let begin = beginning(&order);
        let stored = Some(Stored {
            key: key.clone(),
            words: coined,
            phones,
            order,
        });
        match self.docs.get_mut(number as usize) {
            Some(slot) => {
                *slot = stored;
                self.begins[number as usize] = begin;
            }
            None => {
                self.docs.push(stored);
                self.begins.push(begin);
            }
        }
        self.numbers.insert(key, number);
    }

    /// Takes a person out; `false` when they were not in.
    pub fn remove(&mut self, key: &K) -> bool {
        let Some(number) = self.numbers.remove(key) else {
            return false;
        };
        if let Some(stored) = self.docs[number as usize].take() {
            for packed in &stored.words {
                self.vocabulary
                    .remove((packed >> 3) as u32, number << 3 | (packed & 7) as u32);
            }
            stored
                .phones
                .iter()
                .for_each(|p| self.phones.remove(p, number));
        }
        self.begins[number as usize] = 0;
        self.free.push(number);
        true
    }

    /// Those of the index that `allowed` lets through, for many queries until something changes.
    #[must_use]
    pub fn among(&self, allowed: impl Fn(&K) -> bool) -> Among {
        let mut bits = vec![0_u64; self.docs.len().div_ceil(64)];
        for (at, stored) in self.docs.iter().enumerate() {
            if stored.as_ref().is_some_and(|d| allowed(&d.key)) {
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Among(bits)
    }

    /// Whether a person is in it.
    #[must_use]
    pub fn contains(&self, key: &K) -> bool {
        self.numbers.contains_key(key)
    }
}

impl<K: Clone + Eq + Hash + Ord> Extend<(K, SearchDoc)> for NameIndex<K> {
    fn extend<I: IntoIterator<Item = (K, SearchDoc)>>(&mut self, iter: I) {
        iter.into_iter()
            .for_each(|(key, doc)| self.insert(key, &doc));
    }
}

/// The first eight bytes of a text as a number that orders as they do.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

fn posting(doc: u32, field: Field) -> Posting {
    doc << 3 | field as u32
}

/// Single words, compound surnames as one word, and neighbours written together (`Jun-Jun` as `junjun`).
fn name_words(words: &mut Vec<(String, Field)>, name: &str, field: Field) {
    let tokens = person_tokens(name);
    words.extend(join_particles(&tokens).into_iter().map(|w| (w, field)));
    if field != Field::Contact {
        words.extend(
            tokens
                .windows(2)
                .filter(|w| !is_particle(&w[0]))
                .map(|w| (w.concat(), field)),
        );
    }
    words.extend(
        tokens
            .into_iter()
            .filter(|t| !is_particle(t))
            .map(|t| (t, field)),
    );
}

/// Single words, and neighbours together: who types a place's whole name means it.
fn place_words(words: &mut Vec<(String, Field)>, place: &str) {
    let tokens = person_tokens(place);
    let pairs = tokens.windows(2).map(|w| (w.concat(), Field::Place));
    words.extend(pairs);
    words.extend(tokens.into_iter().map(|t| (t, Field::Place)));
}

fn plain_words(words: &mut Vec<(String, Field)>, text: &str, field: Field) {
    words.extend(person_tokens(text).into_iter().map(|w| (w, field)));
}
