//! Learning the shares of each level in each class, without labels.
//!
//! Must not see records: it works on what comparisons gave. The expected shares of a [`Scheme`] act as a few imagined pairs, so that a small or clean register does not learn nonsense.

use crate::engine::{Compared, FieldSpec, MOST_FIELDS};

/// A pair's levels, four bits a field.
pub(crate) type Pattern = u64;

/// One compared pair, as small as it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Evidence {
    pub(crate) pattern: Pattern,
    /// Sum of the logarithms of the agreed values' shares, over levels that go by value.
    pub(crate) ln_shares: f32,
}

/// Logarithms of shares by field and level (level 0 is 0: no evidence).
pub(crate) type Table = [[f64; 16]; MOST_FIELDS];

/// What was learned: enough to score any pair of the same kind of records.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Model {
    pub(crate) same: Table,
    pub(crate) related: Table,
    pub(crate) stranger: Table,
    /// Logarithm of each class's share among all pairs: same, related, strangers.
    pub(crate) ln_class: [f64; 3],
}

/// How many imagined pairs the expected shares count for.
const IMAGINED_SAME: f64 = 15.0;
const IMAGINED_RELATED: f64 = 60.0;
const IMAGINED_STRANGERS: f64 = 50.0;
/// How many imagined pairs the expected sizes of the classes count for.
const IMAGINED_PAIRS: f64 = 60.0;
/// Shares below this say more than any data can.
const LEAST: f64 = 1e-7;

impl Evidence {
    pub(crate) fn new(fields: &[FieldSpec], compared: &Compared) -> Self {
        let mut pattern = 0;
        let mut ln_shares = 0.0;
        for (f, spec) in fields.iter().enumerate() {
            let level = compared.level[f];
            pattern |= u64::from(level) << (4 * f);
            if level > 0 && spec.levels[level as usize - 1].by_value {
                ln_shares += compared.share[f].max(LEAST as f32).ln();
            }
        }
        Self { pattern, ln_shares }
    }
}

pub(crate) fn level(pattern: Pattern, field: usize) -> usize {
    (pattern >> (4 * field) & 15) as usize
}

impl Model {
    /// What is expected before any learning; `total` pairs of which about `matches` are the same.
    pub(crate) fn expected(
        fields: &[FieldSpec],
        relatives: bool,
        total: f64,
        matches: f64,
    ) -> Self {
        let table = |share: fn(&crate::engine::Level) -> f64| {
            let mut t = [[0.0; 16]; MOST_FIELDS];
            for (f, spec) in fields.iter().enumerate() {
                let sum: f64 = spec.levels.iter().map(share).sum();
                for (l, level) in spec.levels.iter().enumerate() {
                    t[f][l + 1] = (share(level) / sum).max(LEAST).ln();
                }
            }
            t
        };
        let related = if relatives { matches } else { 0.0 };
        let mut model = Self {
            same: table(|l| l.same),
            related: table(|l| l.related),
            stranger: table(|l| l.stranger),
            ln_class: [0.0; 3],
        };
        model.set_classes(total, matches, related);
        model
    }

    /// Sets the classes for one record against `others`, which holds it with probability `share`; as many relatives are expected.
    pub(crate) fn expect_matches(&mut self, others: f64, share: f64) {
        let each = (share / others.max(1.0)).min(0.5);
        self.ln_class = [each.ln(), each.ln(), (1.0 - each).ln()];
    }

    fn set_classes(&mut self, total: f64, same: f64, related: f64) {
        let total = total.max(2.0);
        let strangers = (total - same - related).max(total * 0.01);
        self.ln_class = [
            (same / total).ln(),
            (related / total).ln(),
            (strangers / total).ln(),
        ];
    }

    /// Measures the strangers' shares on random pairs, leaving out those that look like the same or relatives.
    pub(crate) fn measure_strangers(
        &mut self,
        fields: &[FieldSpec],
        sample: &[Evidence],
        judge: Option<&Self>,
    ) {
        let mut counts = [[0.0; 16]; MOST_FIELDS];
        for evidence in sample {
            let weight = judge.map_or(1.0, |model| model.classes(fields, *evidence)[2]);
            for (f, row) in counts.iter_mut().enumerate().take(fields.len()) {
                row[level(evidence.pattern, f)] += weight;
            }
        }
        self.stranger = shares(fields, &counts, IMAGINED_STRANGERS, |l| l.stranger);
    }

    /// Probabilities of the three classes.
    pub(crate) fn classes(&self, fields: &[FieldSpec], evidence: Evidence) -> [f64; 3] {
        let [mut same, mut related, mut stranger] = self.ln_class;
        stranger += f64::from(evidence.ln_shares);
        for (f, spec) in fields.iter().enumerate() {
            let l = level(evidence.pattern, f);
            same += self.same[f][l];
            related += self.related[f][l];
            if l > 0 && !spec.levels[l - 1].by_value {
                stranger += self.stranger[f][l];
            }
        }
        let top = same.max(related).max(stranger);
        let [s, r, u] = [same - top, related - top, stranger - top].map(f64::exp);
        let sum = s + r + u;
        [s / sum, r / sum, u / sum]
    }

    /// Expectation maximisation over candidate pairs, out of `total` pairs of which all others are strangers. One pair that is
    /// the same and one of relatives are imagined besides, or fewer where fewer than one is expected (`guess`), and some pairs
    /// that are divided as expected: of three people one doubtful pair would else prove that a third of all pairs are the same.
    pub(crate) fn learn(
        &mut self,
        fields: &[FieldSpec],
        relatives: bool,
        pairs: &[Evidence],
        total: f64,
        guess: f64,
    ) {
        let besides = guess.min(1.0).max(IMAGINED_PAIRS * guess / total.max(1.0));
        const ROUNDS: usize = 60;
        for _ in 0..ROUNDS {
            let mut counts = [[[0.0; 16]; MOST_FIELDS]; 2];
            let mut sums = [0.0; 2];
            for evidence in pairs {
                let p = self.classes(fields, *evidence);
                for class in 0..2 {
                    if p[class] > 1e-6 {
                        sums[class] += p[class];
                        for (f, row) in counts[class].iter_mut().enumerate().take(fields.len()) {
                            row[level(evidence.pattern, f)] += p[class];
                        }
                    }
                }
            }
            let before = self.ln_class[0];
            self.same = shares(fields, &counts[0], IMAGINED_SAME, |l| l.same);
            hold(fields, &mut self.same);
            if relatives {
                self.related = shares(fields, &counts[1], IMAGINED_RELATED, |l| l.related);
            }
            self.set_classes(
                total + IMAGINED_PAIRS,
                sums[0] + besides,
                if relatives { sums[1] + besides } else { 0.0 },
            );
            if (self.ln_class[0] - before).abs() < 1e-5 {
                break;
            }
        }
    }
}

/// Logarithms of the shares in `counts`, with the expected shares as `imagined` further pairs. Missing (level 0) is left out.
fn shares(
    fields: &[FieldSpec],
    counts: &Table,
    imagined: f64,
    expected: fn(&crate::engine::Level) -> f64,
) -> Table {
    let mut table = [[0.0; 16]; MOST_FIELDS];
    for (f, spec) in fields.iter().enumerate() {
        let all: f64 = spec.levels.iter().map(expected).sum();
        let seen: f64 = counts[f][1..=spec.levels.len()].iter().sum();
        for (l, lev) in spec.levels.iter().enumerate() {
            let share = (counts[f][l + 1] + imagined * expected(lev) / all) / (seen + imagined);
            table[f][l + 1] = share.max(LEAST).ln();
        }
    }
    table
}

/// Keeps each share of the same within its bound, the rest growing in proportion.
fn hold(fields: &[FieldSpec], table: &mut Table) {
    for (spec, row) in fields.iter().zip(table) {
        let bounded: Vec<(f64, f64)> = row[1..]
            .iter()
            .zip(spec.levels)
            .map(|(ln, level)| (ln.exp(), level.at_most))
            .collect();
        let held: f64 = bounded
            .iter()
            .filter(|(share, most)| share > most)
            .map(|(_, most)| most)
            .sum();
        let free: f64 = bounded
            .iter()
            .filter(|(share, most)| share <= most)
            .map(|(share, _)| share)
            .sum();
        for (cell, (share, most)) in row[1..].iter_mut().zip(bounded) {
            let kept = if share > most {
                most
            } else {
                share * (1.0 - held) / free.max(LEAST)
            };
            *cell = kept.max(LEAST).ln();
        }
    }
}

#[cfg(test)]
mod tests;
