//! The fields of a person and their levels, with what is expected of each before the data is seen.
//!
//! Expected shares are round figures from common experience with such lists: of a hundred pairs that are one person, how many agree like this; the same for relatives in one home and for strangers. They count as a few imagined pairs (see `engine::learn`) and give way to the data.

use crate::engine::{FieldSpec, Level};

const fn level(code: &'static str, same: f64, related: f64, stranger: f64) -> Level {
    Level {
        code,
        same,
        related,
        stranger,
        by_value: false,
        at_most: 1.0,
    }
}

const fn by_value(code: &'static str, same: f64, related: f64, stranger: f64) -> Level {
    Level {
        code,
        same,
        related,
        stranger,
        by_value: true,
        at_most: 1.0,
    }
}

/// A level that speaks against one person, and how much of it may be learned.
const fn against(
    code: &'static str,
    same: f64,
    related: f64,
    stranger: f64,
    at_most: f64,
) -> Level {
    Level {
        code,
        same,
        related,
        stranger,
        by_value: false,
        at_most,
    }
}

pub(crate) const SURNAME: usize = 0;
pub(crate) const GIVEN: usize = 1;
pub(crate) const MIDDLE: usize = 2;
pub(crate) const SUFFIX: usize = 3;
pub(crate) const BIRTH: usize = 4;
pub(crate) const SEX: usize = 5;
pub(crate) const HOME: usize = 6;
pub(crate) const COUNTRY: usize = 7;
pub(crate) const OCCUPATION: usize = 8;
pub(crate) const EMPLOYER: usize = 9;
pub(crate) const PHONE: usize = 10;
pub(crate) const CONTACT_PHONE: usize = 11;
pub(crate) const CONTACT_NAME: usize = 12;
pub(crate) const MENTION: usize = 13;

/// All fields, in the order of the constants above.
pub(crate) const FIELDS: &[FieldSpec] = &[
    FieldSpec {
        name: "surname",
        levels: &[
            by_value("same", 0.78, 0.70, 0.01),
            level("close", 0.10, 0.02, 0.003),
            level("akin", 0.01, 0.01, 0.005),
            by_value("married", 0.03, 0.03, 0.003),
            level("married_initial", 0.02, 0.02, 0.02),
            level("part", 0.02, 0.02, 0.005),
            by_value("crossed", 0.02, 0.001, 0.0005),
            against("different_woman", 0.01, 0.10, 0.40, 0.06),
            against("different", 0.01, 0.10, 0.55, 0.03),
        ],
    },
    FieldSpec {
        name: "given",
        levels: &[
            by_value("same", 0.70, 0.02, 0.01),
            level("nickname", 0.04, 0.005, 0.005),
            level("close", 0.12, 0.004, 0.003),
            level("akin", 0.02, 0.016, 0.01),
            level("part", 0.06, 0.03, 0.02),
            by_value("crossed", 0.02, 0.001, 0.001),
            against("different", 0.002, 0.924, 0.95, 0.002),
        ],
    },
    FieldSpec {
        name: "middle",
        levels: &[
            by_value("same", 0.35, 0.35, 0.01),
            level("close", 0.05, 0.02, 0.005),
            level("initial", 0.40, 0.40, 0.08),
            against("other_initial", 0.12, 0.13, 0.60, 0.4),
            against("different", 0.08, 0.10, 0.30, 0.2),
        ],
    },
    FieldSpec {
        name: "suffix",
        levels: &[
            level("same", 0.50, 0.10, 0.05),
            level("one_sided", 0.48, 0.60, 0.90),
            against("different", 0.01, 0.30, 0.05, 0.01),
        ],
    },
    FieldSpec {
        name: "birth",
        levels: &[
            level("same", 0.70, 0.04, 0.0001),
            level("turned", 0.03, 0.0005, 0.0001),
            level("close", 0.08, 0.01, 0.002),
            level("partly", 0.02, 0.01, 0.01),
            level("year", 0.10, 0.03, 0.03),
            level("near", 0.03, 0.06, 0.06),
            against("other_year", 0.01, 0.30, 0.30, 0.04),
            against("different", 0.03, 0.55, 0.60, 0.06),
        ],
    },
    FieldSpec {
        name: "sex",
        levels: &[
            level("same", 0.985, 0.5, 0.5),
            against("different", 0.015, 0.5, 0.5, 0.04),
        ],
    },
    FieldSpec {
        name: "home",
        levels: &[
            level("same", 0.5, 0.75, 0.05),
            level("barangay", 0.3, 0.2, 0.25),
            against("different", 0.2, 0.05, 0.7, 0.5),
        ],
    },
    FieldSpec {
        name: "country",
        levels: &[
            by_value("same", 0.85, 0.25, 0.1),
            against("different", 0.15, 0.75, 0.9, 0.4),
        ],
    },
    FieldSpec {
        name: "occupation",
        levels: &[
            by_value("same", 0.7, 0.1, 0.05),
            level("close", 0.1, 0.1, 0.1),
            against("different", 0.2, 0.8, 0.85, 0.5),
        ],
    },
    FieldSpec {
        name: "employer",
        levels: &[
            by_value("same", 0.6, 0.1, 0.02),
            level("close", 0.2, 0.05, 0.03),
            against("different", 0.2, 0.85, 0.95, 0.5),
        ],
    },
    FieldSpec {
        name: "phone",
        levels: &[
            by_value("same", 0.75, 0.05, 0.0005),
            level("close", 0.05, 0.01, 0.005),
            against("different", 0.20, 0.94, 0.995, 0.5),
        ],
    },
    FieldSpec {
        name: "contact_phone",
        levels: &[
            by_value("same", 0.75, 0.6, 0.001),
            against("different", 0.25, 0.4, 0.999, 0.5),
        ],
    },
    FieldSpec {
        name: "contact_name",
        levels: &[
            by_value("same", 0.75, 0.45, 0.002),
            level("close", 0.08, 0.05, 0.005),
            against("different", 0.17, 0.5, 0.993, 0.5),
        ],
    },
    FieldSpec {
        name: "mention",
        levels: &[
            level("named", 0.005, 0.15, 0.001),
            level("not", 0.995, 0.85, 0.999),
        ],
    },
];
