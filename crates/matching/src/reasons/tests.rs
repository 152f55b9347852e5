//! Every level of a person can be said.

use super::{ENGLISH, Reason};
use crate::person::FIELDS;

#[test]
fn every_level_has_its_english_once() {
    for spec in FIELDS {
        for level in spec.levels {
            let said: Vec<_> = ENGLISH
                .iter()
                .filter(|(f, l, _)| (*f, *l) == (spec.name, level.code))
                .collect();
            assert_eq!(
                said.len(),
                1,
                "{}.{} must be said in one way",
                spec.name,
                level.code
            );
        }
    }
    assert_eq!(
        Reason {
            field: "birth",
            level: "turned",
            bits: 9.0
        }
        .code(),
        "birth.turned",
        "the code joins field and level"
    );
}
