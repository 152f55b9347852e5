//! The whole course of a linkage: block, compare, learn, score.
//!
//! Must not depend on the number of workers: the same records give the same scores to the last bit.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::engine::learn::{Evidence, Model};
use crate::engine::random::Draw;
use crate::engine::{Compared, Scheme, block};

/// Pairs drawn at random to measure strangers.
const SAMPLE: usize = 300_000;
/// A pair whose log odds before learning are below this is not kept.
const HOPELESS: f64 = -14.0;
/// Pairs compared between two looks at the cancel flag.
const CHUNK: usize = 1 << 14;

/// What the caller sees of a long run and how to end it.
pub(crate) struct Control<'a> {
    /// Called with pairs compared so far and in total, from any worker.
    pub(crate) progress: &'a (dyn Fn(usize, usize) + Sync),
    pub(crate) cancel: &'a AtomicBool,
    pub(crate) workers: usize,
}

/// A scored pair of record numbers, `a < b`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    pub(crate) a: u32,
    pub(crate) b: u32,
    pub(crate) score: f64,
    pub(crate) evidence: Evidence,
}

/// What a run learned and found; `pairs` are all that were worth keeping, in order of record numbers.
pub(crate) struct Outcome {
    pub(crate) model: Model,
    pub(crate) pairs: Vec<Scored>,
}

/// Runs over one list, or two when `split` is the length of the first. `None` when cancelled.
pub(crate) fn run<S: Scheme>(
    scheme: &S,
    records: &[S::Record],
    split: Option<usize>,
    control: &Control<'_>,
) -> Option<Outcome> {
    let fields = scheme.fields();
    let n = records.len();
    if n < 2 || split.is_some_and(|s| s == 0 || s == n) {
        return Some(Outcome {
            model: Model::expected(fields, scheme.has_relatives(), 2.0, 1.0),
            pairs: Vec::new(),
        });
    }
    let total = match split {
        Some(s) => s as f64 * (n - s) as f64,
        None => n as f64 * (n as f64 - 1.0) / 2.0,
    };
    // One in twenty. Of a list from outside at least one is in the register, or nobody would compare them.
    let guess = match split {
        Some(s) => (0.05 * s.min(n - s) as f64).max(1.0),
        None => 0.05 * n as f64,
    };
    let mut model = Model::expected(fields, scheme.has_relatives(), total, guess);
    let sample = sample(scheme, records, split, total, control)?;
    model.measure_strangers(fields, &sample, None);
    let candidates = candidates(scheme, records, split);
    let mut pairs = compare_all(scheme, records, &candidates, &model, control)?;
    drop(candidates);
    let evidence: Vec<Evidence> = pairs.iter().map(|p| p.evidence).collect();
    for _ in 0..2 {
        model.learn(fields, scheme.has_relatives(), &evidence, total, guess);
        let judge = model.clone();
        model.measure_strangers(fields, &sample, Some(&judge));
    }
    model.learn(fields, scheme.has_relatives(), &evidence, total, guess);
    for pair in &mut pairs {
        pair.score = model.classes(fields, pair.evidence)[0];
    }
    Some(Outcome { model, pairs })
}

fn candidates<S: Scheme>(
    scheme: &S,
    records: &[S::Record],
    split: Option<usize>,
) -> Vec<(u32, u32)> {
    let keys: Vec<Vec<u64>> = records
        .iter()
        .map(|record| {
            let mut keys = Vec::with_capacity(16);
            scheme.keys(record, &mut keys);
            keys
        })
        .collect();
    block::candidates(&keys, split)
}

/// Evidence of random pairs, or of all pairs where they are few. `None` when cancelled.
fn sample<S: Scheme>(
    scheme: &S,
    records: &[S::Record],
    split: Option<usize>,
    total: f64,
    control: &Control<'_>,
) -> Option<Vec<Evidence>> {
    let pairs = drawn(records.len(), split, total);
    spread(
        &pairs,
        control,
        |(a, b), out| {
            out.push(evidence(
                scheme,
                &records[*a as usize],
                &records[*b as usize],
            ))
        },
        |_| {},
    )
}

/// Random pairs of `n` records, or all of them where they are few.
pub(crate) fn drawn(n: usize, split: Option<usize>, total: f64) -> Vec<(u32, u32)> {
    let pair = |a: usize, b: usize| (a as u32, b as u32);
    if total <= SAMPLE as f64 {
        return match split {
            Some(s) => (0..s)
                .flat_map(|a| (s..n).map(move |b| pair(a, b)))
                .collect(),
            None => (0..n)
                .flat_map(|a| (a + 1..n).map(move |b| pair(a, b)))
                .collect(),
        };
    }
    let mut draw = Draw(n as u64);
    let mut other = |a: usize| (a + 1 + draw.below(n - 1)) % n;
    match split {
        Some(s) => {
            let mut draw = Draw(n as u64 ^ s as u64);
            (0..SAMPLE)
                .map(|_| pair(draw.below(s), s + draw.below(n - s)))
                .collect()
        }
        None => (0..SAMPLE).map(|i| pair(i % n, other(i % n))).collect(),
    }
}

/// Works through pairs with all workers; results stand in the order of the pairs. `None` when cancelled.
fn spread<T: Send>(
    pairs: &[(u32, u32)],
    control: &Control<'_>,
    one: impl Fn(&(u32, u32), &mut Vec<T>) + Sync,
    done: impl Fn(usize) + Sync,
) -> Option<Vec<T>> {
    let part = |part: &[(u32, u32)]| {
        let mut out = Vec::new();
        for chunk in part.chunks(CHUNK) {
            if control.cancel.load(Ordering::Relaxed) {
                return None;
            }
            chunk.iter().for_each(|pair| one(pair, &mut out));
            done(chunk.len());
        }
        Some(out)
    };
    let share = pairs.len().div_ceil(control.workers.max(1)).max(CHUNK);
    let parts: Vec<Option<Vec<T>>> = std::thread::scope(|scope| {
        let running: Vec<_> = pairs
            .chunks(share)
            .map(|p| scope.spawn(|| part(p)))
            .collect();
        running
            .into_iter()
            .map(|worker| worker.join().unwrap_or(None))
            .collect()
    });
    let mut all = Vec::new();
    for part in parts {
        all.append(&mut part?);
    }
    Some(all)
}

pub(crate) fn evidence<S: Scheme>(scheme: &S, a: &S::Record, b: &S::Record) -> Evidence {
    let mut compared = Compared::default();
    scheme.compare(a, b, &mut compared);
    Evidence::new(scheme.fields(), &compared)
}

/// Compares the candidates and keeps those that are not hopeless.
fn compare_all<S: Scheme>(
    scheme: &S,
    records: &[S::Record],
    candidates: &[(u32, u32)],
    model: &Model,
    control: &Control<'_>,
) -> Option<Vec<Scored>> {
    let so_far = AtomicUsize::new(0);
    let fields = scheme.fields();
    let compare = |(a, b): &(u32, u32), kept: &mut Vec<Scored>| {
        let evidence = evidence(scheme, &records[*a as usize], &records[*b as usize]);
        let score = model.classes(fields, evidence)[0];
        if score.ln() >= HOPELESS {
            kept.push(Scored {
                a: *a,
                b: *b,
                score,
                evidence,
            });
        }
    };
    spread(candidates, control, compare, |n| {
        let now = so_far.fetch_add(n, Ordering::Relaxed) + n;
        (control.progress)(now, candidates.len());
    })
}

#[cfg(test)]
mod tests;
