//! From what was typed to ranked hits with reasons.
//!
//! Must not change the index. Equal queries on equal indexes give equal answers, whatever order persons were added in.

use std::hash::Hash;

use crate::names::{is_particle, person_tokens};
use crate::search::vocabulary::Near;
use crate::search::{Among, Field, NameIndex, SURE, lookup};

/// How a word of the query met a word of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// Letter by letter (case, accents and marks aside).
    Exact,
    /// The typed text begins the word.
    Beginning,
    /// Another form of the name.
    Nickname,
    /// Sounds alike.
    Sound,
    /// A few letters differ.
    Spelling,
    /// Digits of a phone.
    Digits,
}

impl How {
    /// What finding a word like this in a field is worth.
    fn worth(self, likeness: f32, field: Field) -> f32 {
        likeness
            * match self {
                Self::Sound | Self::Spelling => field.weight_guessed(),
                _ => field.weight(),
            }
    }

    /// A stable code for the UI's catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Beginning => "beginning",
            Self::Nickname => "nickname",
            Self::Sound => "sound",
            Self::Spelling => "spelling",
            Self::Digits => "digits",
        }
    }
}

/// Why a person was found: one per word of the query that met something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The folded word or digits as typed.
    pub typed: String,
    /// Where it was found.
    pub field: Field,
    /// How it met.
    pub how: How,
}

/// One person found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<K> {
    /// Who.
    pub id: K,
    /// 0 to 1; 1 is every word exactly, in a name or phone.
    pub score: f64,
    /// What met what.
    pub why: Vec<Found>,
}

/// What was found: the best, and how many there are in all.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked<K> {
    /// The best, best first, as many as asked for.
    pub hits: Vec<Hit<K>>,
    /// All that were found.
    pub total: usize,
}

/// What was typed, taken apart.
struct Question {
    words: Vec<String>,
    numbers: Vec<String>,
    parts: Vec<Part>,
}

/// A part of the query: one word, or two neighbours tried as one.
struct Part {
    text: String,
    /// First word and number of words it covers.
    at: usize,
    covers: usize,
    near: Vec<Near>,
    /// Places in `near` by word.
    by_word: Vec<(u32, u32)>,
}

impl Part {
    fn new(text: String, at: usize, covers: usize, near: Vec<Near>) -> Self {
        let places = near.iter().zip(0..);
        let mut by_word: Vec<(u32, u32)> = places.map(|(n, place)| (n.word, place)).collect();
        by_word.sort_unstable();
        Self {
            text,
            at,
            covers,
            near,
            by_word,
        }
    }

    /// The word, when it may be the first digits of a phone: three, which are too few to be looked for anywhere else in one.
    fn begins_number(&self) -> Option<&str> {
        let digits = self.text.bytes().all(|b| b.is_ascii_digit());
        (self.covers == 1 && self.text.len() == lookup::BEGUN && digits).then_some(&*self.text)
    }

    /// How a word met, and its place among all that did.
    fn meets(&self, word: u32) -> Option<(usize, &Near)> {
        let at = self.by_word.binary_search_by_key(&word, |(w, _)| *w).ok()?;
        let place = self.by_word[at].1 as usize;
        Some((place, &self.near[place]))
    }
}

/// What a phone that begins with three typed digits is worth: as a beginning, and less than the word itself anywhere.
const BEGUN_NUMBER: f32 = 0.76;
/// What is taken off the score of somebody of whom a word is only guessed or not met: everybody who has what was typed stands
/// before them.
const NOT_SURE: f32 = 0.75;

impl<K: Clone + Eq + Hash + Ord> NameIndex<K> {
    /// The best `limit` persons for what was typed so far. The last word may be unfinished; words may stand in any order.
    #[must_use]
    pub fn query(&self, typed: &str, limit: usize) -> Vec<Hit<K>> {
        self.ranked(typed, limit, None).hits
    }

    /// The best `limit`, with the number of all that were found; among some or all persons.
    #[must_use]
    pub fn ranked(&self, typed: &str, limit: usize, among: Option<&Among>) -> Ranked<K> {
        let Some(question) = self.question(typed) else {
            return Ranked {
                hits: Vec::new(),
                total: 0,
            };
        };
        let mut ranked = self.scored(&question, among);
        let total = ranked.len();
        self.best(&mut ranked, limit);
        let hits = ranked
            .into_iter()
            .filter_map(|(doc, score)| self.hit(doc, score, &question.parts, &question.numbers))
            .collect();
        Ranked { hits, total }
    }

    /// Everybody [`Self::ranked`] would find, in no order and without reasons.
    pub fn everybody<'a>(&'a self, typed: &str) -> impl Iterator<Item = &'a K> {
        let found = self.question(typed).map(|q| self.scored(&q, None));
        let docs = found.into_iter().flatten();
        docs.filter_map(|(doc, _)| self.docs[doc as usize].as_ref().map(|d| &d.key))
    }

    /// What was typed, made ready; nothing when it holds nothing to look for.
    fn question(&self, typed: &str) -> Option<Question> {
        let (words, numbers) = split(typed);
        if words.is_empty() && numbers.is_empty() {
            return None;
        }
        Some(Question {
            parts: self.parts(&words, typed.ends_with(char::is_whitespace)),
            words,
            numbers,
        })
    }

    /// Who of those let through meets enough of it, with their scores, in no order.
    fn scored(&self, question: &Question, among: Option<&Among>) -> Vec<(u32, f32)> {
        let Question {
            words,
            numbers,
            parts,
        } = question;
        let mut tally = Tally::new(self.docs.len(), words.len() + numbers.len());
        for part in parts {
            self.count(part, among, &mut tally);
            if let Some(number) = part.begins_number() {
                for doc in self.phones.begun(number) {
                    if among.is_none_or(|a| a.holds(*doc)) {
                        tally.meet(*doc, part.at, 1, BEGUN_NUMBER);
                    }
                }
            }
        }
        for (i, number) in numbers.iter().enumerate() {
            for doc in self.phones.candidates(number) {
                let here = || lookup::is_whole(number) || self.holds(*doc, number);
                if among.is_none_or(|a| a.holds(*doc)) && here() {
                    tally.meet(*doc, words.len() + i, 1, 1.0);
                }
            }
        }
        tally.ranked(&self.worth(words, parts, numbers.len()))
    }

    fn parts(&self, words: &[String], finished: bool) -> Vec<Part> {
        let last = words.len().wrapping_sub(1);
        let mut parts: Vec<Part> = Vec::with_capacity(words.len() * 2);
        for at in 0..words.len() {
            let mut text = String::new();
            for covers in 1..=(words.len() - at).min(3) {
                text.push_str(&words[at + covers - 1]);
                if covers == 3 && !is_particle(&words[at + 1]) {
                    break;
                }
                let open = at + covers - 1 == last && !finished;
                let near = self.vocabulary.near(&text, open, covers > 1);
                parts.push(Part::new(text.clone(), at, covers, near));
            }
        }
        parts
    }

    /// Worth of each word of the query: rare words tell more. Digits are worth two common words.
    fn worth(&self, words: &[String], parts: &[Part], numbers: usize) -> Vec<f32> {
        let all = self.len() as f32 + 1.0;
        let mut worth: Vec<f32> = words
            .iter()
            .map(|w| if is_particle(w) { 0.3 } else { 1.0 })
            .collect();
        for part in parts.iter().filter(|p| p.covers == 1) {
            let holders: usize = part
                .near
                .iter()
                .take_while(|n| n.likeness >= 0.84)
                .map(|n| self.vocabulary.postings(n.word).len())
                .sum();
            worth[part.at] *= (all / (holders as f32 + 1.0)).ln().max(0.0) * 0.15 + 1.0;
        }
        worth.extend(std::iter::repeat_n(2.0, numbers));
        worth
    }

    fn count(&self, part: &Part, among: Option<&Among>, tally: &mut Tally) {
        // A single letter is the beginning of a name; in places and employers it would be everywhere.
        let names_only = part.text.len() == 1 && part.text.bytes().all(|b| b.is_ascii_alphabetic());
        for near in &part.near {
            let worths = Field::ALL.map(|f| {
                if names_only && f > Field::Middle {
                    0.0
                } else {
                    near.how.worth(near.likeness, f)
                }
            });
            for posting in self.vocabulary.postings(near.word) {
                let worth = worths[(posting & 7) as usize];
                if worth > 0.0 && among.is_none_or(|a| a.holds(posting >> 3)) {
                    tally.meet(posting >> 3, part.at, part.covers, worth);
                }
            }
        }
    }

    fn holds(&self, doc: u32, number: &str) -> bool {
        self.docs[doc as usize]
            .as_ref()
            .is_some_and(|d| d.phones.iter().any(|p| p.contains(number)))
    }

    /// Leaves the best, in order. Names are looked at only where scores are equal, and then by their beginnings first:
    /// a common name has tens of thousands of equal hits.
    fn best(&self, ranked: &mut Vec<(u32, f32)>, limit: usize) {
        let by_score = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1);
        let begins = |doc: u32| self.begins.get(doc as usize).copied().unwrap_or_default();
        let name = |doc: u32| {
            self.docs[doc as usize]
                .as_ref()
                .map(|d| (&*d.order, &d.key))
        };
        let by_name = |a: &(u32, f32), b: &(u32, f32)| {
            let begin = begins(a.0).cmp(&begins(b.0));
            begin.then_with(|| name(a.0).cmp(&name(b.0)))
        };
        if limit == 0 {
            ranked.clear();
        } else if ranked.len() > limit {
            let (_, (_, least), _) = ranked.select_nth_unstable_by(limit - 1, by_score);
            let least = *least;
            // Everybody above the least score is in; those with it compete by name.
            let (mut sure, mut equal) = (Vec::with_capacity(limit), Vec::new());
            for hit in ranked.drain(..) {
                match hit.1.total_cmp(&least) {
                    std::cmp::Ordering::Greater => sure.push(hit),
                    std::cmp::Ordering::Equal => equal.push(hit),
                    std::cmp::Ordering::Less => {}
                }
            }
            let left = limit - sure.len();
            if equal.len() > left {
                equal.select_nth_unstable_by(left - 1, by_name);
                equal.truncate(left);
            }
            sure.append(&mut equal);
            *ranked = sure;
        }
        ranked.sort_unstable_by(|a, b| by_score(a, b).then_with(|| by_name(a, b)));
    }

    fn hit(&self, doc: u32, score: f32, parts: &[Part], numbers: &[String]) -> Option<Hit<K>> {
        let stored = self.docs[doc as usize].as_ref()?;
        let mut why: Vec<(usize, f32, usize, Found)> = Vec::new();
        for part in parts {
            let mut best: Option<(f32, usize, &Near, Field)> = None;
            let mut last = None;
            for packed in &stored.words {
                let (word, field) = ((packed >> 3) as u32, Field::ALL[(packed & 7) as usize]);
                // A word stands once for each field, the most important first.
                if last.replace(word) == Some(word) {
                    continue;
                }
                if let Some((place, near)) = part.meets(word) {
                    let worth = near.how.worth(near.likeness, field);
                    let better = best.is_none_or(|(most, at, ..)| {
                        worth.total_cmp(&most).then(place.cmp(&at)).is_gt()
                    });
                    if better {
                        best = Some((worth, place, near, field));
                    }
                }
            }
            let mut best = best.map(|(worth, _, near, field)| (worth, field, near.how));
            let number = part.begins_number().filter(|n| stored.begins(n));
            if number.is_some() && best.is_none_or(|(worth, ..)| worth < BEGUN_NUMBER) {
                best = Some((BEGUN_NUMBER, Field::Phone, How::Digits));
            }
            if let Some((worth, field, how)) = best {
                let typed = part.text.clone();
                let found = Found { typed, field, how };
                why.push((part.at, worth, part.covers, found));
            }
        }
        why.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.2.cmp(&a.2)));
        let mut taken = 0u64;
        why.retain(|(at, _, covers, _)| {
            let mask = ((1u64 << covers) - 1) << (at % 60);
            let free = taken & mask == 0;
            taken |= if free { mask } else { 0 };
            free
        });
        why.sort_by_key(|w| w.0);
        let mut why: Vec<Found> = why.into_iter().map(|w| w.3).collect();
        why.extend(
            numbers
                .iter()
                .filter(|n| self.holds(doc, n))
                .map(|n| Found {
                    typed: n.clone(),
                    field: Field::Phone,
                    how: How::Digits,
                }),
        );
        Some(Hit {
            id: stored.key.clone(),
            score: f64::from(score),
            why,
        })
    }
}

/// At most this many words of a query are looked at; nobody types more to find a person.
const MOST_WORDS: usize = 8;

/// Words and runs of at least four digits of what was typed. A leading trunk or exit zero of a phone is dropped, as E.164 has none.
fn split(typed: &str) -> (Vec<String>, Vec<String>) {
    let mut words = Vec::new();
    let mut numbers: Vec<String> = Vec::new();
    let mut run = String::new();
    let flush = |run: &mut String, words: &mut Vec<String>, numbers: &mut Vec<String>| {
        let number = run.trim_start_matches('0');
        match number.len() {
            0 => {}
            1..=3 => words.push(number.to_owned()),
            _ => numbers.push(number.to_owned()),
        }
        run.clear();
    };
    for token in person_tokens(typed) {
        if token.bytes().all(|b| b.is_ascii_digit()) {
            run.push_str(&token);
        } else {
            flush(&mut run, &mut words, &mut numbers);
            words.push(token);
        }
    }
    flush(&mut run, &mut words, &mut numbers);
    words.truncate(MOST_WORDS);
    numbers.truncate(2);
    (words, numbers)
}

/// The best likeness per document and word of the query.
struct Tally {
    words: usize,
    /// Row of each document, plus one; zero for none yet.
    row: Vec<u32>,
    docs: Vec<u32>,
    best: Vec<f32>,
}

impl Tally {
    fn new(docs: usize, words: usize) -> Self {
        Self {
            words,
            row: vec![0; docs],
            docs: Vec::new(),
            best: Vec::new(),
        }
    }

    fn meet(&mut self, doc: u32, at: usize, covers: usize, likeness: f32) {
        let row = &mut self.row[doc as usize];
        if *row == 0 {
            self.docs.push(doc);
            self.best.resize(self.best.len() + self.words, 0.0);
            *row = self.docs.len() as u32;
        }
        let from = (*row as usize - 1) * self.words + at;
        for cell in &mut self.best[from..from + covers] {
            *cell = cell.max(likeness);
        }
    }

    /// Documents that meet enough words, with their score. A missing word costs its own worth and a tenth more; who meets every
    /// word for sure stands before all others, as far as a common word can outweigh a rare one.
    fn ranked(&self, worth: &[f32]) -> Vec<(u32, f32)> {
        let all: f32 = worth.iter().sum();
        let needed = if self.words <= 2 {
            self.words
        } else {
            self.words.div_ceil(2)
        };
        let score = |cells: &[f32]| {
            let met = cells.iter().filter(|c| **c > 0.0).count();
            let sum: f32 = cells.iter().zip(worth).map(|(c, w)| c * w).sum();
            let sure = cells.iter().all(|c| *c >= SURE);
            let certain = if sure { 1.0 } else { NOT_SURE };
            (met >= needed).then(|| certain * sum / all * 0.9f32.powi((self.words - met) as i32))
        };
        self.docs
            .iter()
            .zip(self.best.chunks(self.words))
            .filter_map(|(doc, cells)| score(cells).map(|s| (*doc, s)))
            .collect()
    }
}
