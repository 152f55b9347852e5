//! Why a pair has its score: codes and arguments that the UI translates, with an English rendering for the terminal.
//!
//! Must not hold names or phones in `Debug`. Weights are in bits: how many times likelier for one person than for two, as a power of two.

use crate::engine::FieldSpec;
use crate::engine::learn::{Evidence, Model, level};

/// One field's part in a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// Field, such as `birth`.
    pub field: &'static str,
    /// How it agrees, such as `turned`. `field` and `level` joined by a dot are the code of the catalogue.
    pub level: &'static str,
    /// Bits for (above 0) or against (below 0) one person.
    pub bits: f64,
}

/// Reasons below this many bits are not worth a line.
const WORTH_SAYING: f64 = 1.0;

/// The reasons of a pair, strongest first.
pub(crate) fn reasons(
    fields: &[FieldSpec],
    model: &Model,
    evidence: Evidence,
    shares: &[f32],
) -> Vec<Reason> {
    let mut out: Vec<Reason> = Vec::new();
    for (f, spec) in fields.iter().enumerate() {
        let l = level(evidence.pattern, f);
        let Some(lev) = l.checked_sub(1).and_then(|i| spec.levels.get(i)) else {
            continue;
        };
        let stranger = if lev.by_value {
            f64::from(shares[f].max(1e-7)).ln()
        } else {
            model.stranger[f][l]
        };
        let bits = (model.same[f][l] - stranger) / std::f64::consts::LN_2;
        if bits.abs() >= WORTH_SAYING {
            out.push(Reason {
                field: spec.name,
                level: lev.code,
                bits,
            });
        }
    }
    let [_, related, stranger] = model.classes(fields, evidence);
    if related > 0.5 {
        out.insert(
            0,
            Reason {
                field: "together",
                level: "relatives",
                bits: ((1.0 - related).max(1e-9) / related).log2(),
            },
        );
    } else if stranger > 0.99 && out.is_empty() {
        out.push(Reason {
            field: "together",
            level: "little_known",
            bits: 0.0,
        });
    }
    out.sort_by(|a, b| {
        b.bits
            .abs()
            .total_cmp(&a.bits.abs())
            .then(a.field.cmp(b.field))
    });
    out
}

impl Reason {
    /// The stable code for the catalogue, such as `birth.turned`.
    #[must_use]
    pub fn code(&self) -> String {
        format!("{}.{}", self.field, self.level)
    }

    /// The reason in English, for the terminal.
    #[must_use]
    pub fn english(&self) -> &'static str {
        ENGLISH
            .iter()
            .find(|(field, level, _)| (*field, *level) == (self.field, self.level))
            .map_or("other evidence", |e| e.2)
    }

    /// All codes with their English, for the catalogue and its tests.
    pub fn catalogue() -> impl Iterator<Item = (String, &'static str)> {
        ENGLISH
            .iter()
            .map(|(field, level, text)| (format!("{field}.{level}"), *text))
    }
}

const ENGLISH: &[(&str, &str, &str)] = &[
    ("surname", "same", "same surname"),
    ("surname", "close", "surname spelled almost alike"),
    ("surname", "akin", "similar surnames, both common here"),
    (
        "surname",
        "married",
        "surname of one is the middle name of the other (marriage)",
    ),
    (
        "surname",
        "married_initial",
        "middle initial of one fits the surname of the other (marriage)",
    ),
    ("surname", "part", "one surname is part of the other"),
    ("surname", "crossed", "surname and given name exchanged"),
    (
        "surname",
        "different_woman",
        "different surnames (may have married)",
    ),
    ("surname", "different", "different surnames"),
    ("given", "same", "same given name"),
    (
        "given",
        "nickname",
        "one given name is a nickname of the other",
    ),
    ("given", "close", "given name spelled almost alike"),
    ("given", "akin", "similar given names, both common here"),
    ("given", "part", "one given name is part of the other"),
    ("given", "crossed", "given name and surname exchanged"),
    ("given", "different", "different given names"),
    ("middle", "same", "same middle name"),
    ("middle", "close", "middle name spelled almost alike"),
    ("middle", "initial", "middle initial fits"),
    ("middle", "other_initial", "middle initial does not fit"),
    ("middle", "different", "different middle names"),
    ("suffix", "same", "same suffix"),
    ("suffix", "one_sided", "suffix on one side only"),
    (
        "suffix",
        "different",
        "different suffixes (father and son?)",
    ),
    ("birth", "same", "same date of birth"),
    ("birth", "turned", "day and month of birth exchanged"),
    ("birth", "close", "dates of birth differ by one slip"),
    ("birth", "partly", "dates of birth agree in part"),
    ("birth", "year", "same year of birth"),
    ("birth", "near", "years of birth one apart"),
    ("birth", "other_year", "different years of birth"),
    ("birth", "different", "different dates of birth"),
    ("sex", "same", "same sex"),
    ("sex", "different", "different sex"),
    ("home", "same", "same barangay and purok"),
    ("home", "barangay", "same barangay"),
    ("home", "different", "different barangays"),
    ("country", "same", "same country"),
    ("country", "different", "different countries"),
    ("occupation", "same", "same occupation"),
    ("occupation", "close", "similar occupation"),
    ("occupation", "different", "different occupations"),
    ("employer", "same", "same employer"),
    ("employer", "close", "similar employer"),
    ("employer", "different", "different employers"),
    ("phone", "same", "same phone"),
    ("phone", "close", "phones differ by one digit"),
    ("phone", "different", "different phones"),
    ("contact_phone", "same", "same family phone"),
    ("contact_phone", "different", "different family phones"),
    ("contact_name", "same", "same family contact"),
    (
        "contact_name",
        "close",
        "family contact spelled almost alike",
    ),
    ("contact_name", "different", "different family contacts"),
    ("mention", "named", "one is the other's family contact"),
    ("mention", "not", "neither is the other's family contact"),
    (
        "together",
        "relatives",
        "more likely two relatives in one home",
    ),
    ("together", "carried", "both agree with a third record"),
    ("together", "little_known", "too little is known"),
    ("together", "taken", "another row fits this person better"),
    ("together", "several", "several persons fit about as well"),
];

#[cfg(test)]
mod tests;
