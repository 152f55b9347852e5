//! Probabilistic record linkage after Fellegi and Sunter (1969), for any kind of record.
//!
//! Owns blocking, learning without labels, scoring and grouping. Must not know what a field means: a [`Scheme`] compares two records and says at which level each field agrees.
//!
//! A pair belongs to one of three classes: the same (`m`), relatives who share a home (`r`, only where the scheme has them), strangers (`u`). `u` is measured on random pairs; `m`, `r` and the size of each class are learned by expectation maximisation over the blocked pairs. The score is the probability of the first class.

pub(crate) mod block;
pub(crate) mod group;
pub(crate) mod learn;
mod random;
pub(crate) mod run;

/// Most fields a scheme may have.
pub(crate) const MOST_FIELDS: usize = 16;

/// One degree of agreement of one field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Level {
    /// Stable code, part of a reason's code.
    pub(crate) code: &'static str,
    /// Expected share among pairs of the same record, before anything is learned.
    pub(crate) same: f64,
    /// The same among relatives who share a home.
    pub(crate) related: f64,
    /// Expected share among strangers; counts only while few random pairs were seen.
    pub(crate) stranger: f64,
    /// Most of the pairs of the same record that may be learned to agree like this; keeps a register without duplicates from taking relatives or namesakes for them.
    pub(crate) at_most: f64,
    /// Whether [`Compared::share`] replaces the strangers' share at this level (term frequency).
    pub(crate) by_value: bool,
}

/// A field: its name in reasons and its levels. Level 0 (missing on a side) says nothing and is not listed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FieldSpec {
    pub(crate) name: &'static str,
    pub(crate) levels: &'static [Level],
}

/// What a comparison of two records gave.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Compared {
    /// Level of each field: 0 missing, else 1 + index into its levels.
    pub(crate) level: [u8; MOST_FIELDS],
    /// How common the agreed value is (share of records that bear it), for levels that go by value.
    pub(crate) share: [f32; MOST_FIELDS],
}

/// How records of one kind are blocked and compared.
pub(crate) trait Scheme: Sync {
    /// A record made ready for comparison.
    type Record: Sync;

    /// The fields, at most [`MOST_FIELDS`], each with at most 15 levels.
    fn fields(&self) -> &[FieldSpec];

    /// Whether relatives who share a home are a class of their own.
    fn has_relatives(&self) -> bool;

    /// Hashes of the values that may bring two records together.
    fn keys(&self, record: &Self::Record, out: &mut Vec<u64>);

    /// Compares two records; must not depend on their order.
    fn compare(&self, a: &Self::Record, b: &Self::Record, out: &mut Compared);
}

/// Hash of a text for blocking and counting (FNV-1a, 64 bits), with a salt per kind of value.
pub(crate) fn hash(salt: u64, text: &str) -> u64 {
    text.bytes().fold(
        0xcbf2_9ce4_8422_2325 ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15),
        |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3),
    )
}
