//! Agreement of surnames and middle names: spelling, marriage, compounds, initials.
//!
//! Philippine practice: the middle name is the mother's surname; a woman who marries may take her husband's surname and then bears her maiden surname as middle name (Civil Code, art. 370).

use crate::person::features::SexFeature;
use crate::person::given::is_slip;
use crate::person::prepare::{Name, Prepared};

pub(crate) const SAME: u8 = 1;
const CLOSE: u8 = 2;
const AKIN: u8 = 3;
pub(crate) const MARRIED: u8 = 4;
pub(crate) const MARRIED_INITIAL: u8 = 5;
const PART: u8 = 6;
pub(crate) const CROSSED: u8 = 7;
pub(crate) const DIFFERENT_WOMAN: u8 = 8;
const DIFFERENT: u8 = 9;

const ESTABLISHED: u32 = 3;

/// Level of the field `surname`, crossing aside, and the share of the agreed value.
pub(crate) fn agreement(a: &Prepared, b: &Prepared, x: &Name, y: &Name) -> (u8, f32) {
    if x.id == y.id {
        return (SAME, x.share.max(y.share));
    }
    if is_slip(x, y) {
        return (
            if x.count.min(y.count) >= ESTABLISHED {
                AKIN
            } else {
                CLOSE
            },
            0.0,
        );
    }
    let may_marry = a.sex != Some(SexFeature::Male) && b.sex != Some(SexFeature::Male);
    if may_marry && let Some(level) = married(a, b, x, y) {
        return (level, x.share.max(y.share));
    }
    if part(x, y) || part(y, x) {
        return (PART, 0.0);
    }
    (
        if may_marry {
            DIFFERENT_WOMAN
        } else {
            DIFFERENT
        },
        0.0,
    )
}

fn married(a: &Prepared, b: &Prepared, x: &Name, y: &Name) -> Option<u8> {
    let is = |middle: &Option<Name>, surname: &Name| {
        middle.as_ref().map(|m| {
            (
                !m.is_initial() && (m.id == surname.id || is_slip(m, surname)),
                m.is_initial() && m.initial() == surname.initial(),
            )
        })
    };
    let (first, second) = (is(&a.middle, y), is(&b.middle, x));
    if [first, second].into_iter().flatten().any(|(full, _)| full) {
        return Some(MARRIED);
    }
    [first, second]
        .into_iter()
        .flatten()
        .any(|(_, initial)| initial)
        .then_some(MARRIED_INITIAL)
}

/// `Santos` of `Cruz-Santos`.
fn part(short: &Name, long: &Name) -> bool {
    short.words.len() < long.words.len()
        && short.compact.len() >= 3
        && long.words.iter().any(|w| w.id == short.id)
}

/// Level of the field `middle`.
pub(crate) fn middle(x: &Name, y: &Name) -> (u8, f32) {
    if x.is_initial() || y.is_initial() {
        return (if initials_agree(x, y) { 3 } else { 4 }, 0.0);
    }
    if x.id == y.id {
        return (1, x.share.max(y.share));
    }
    (if is_slip(x, y) { 2 } else { 5 }, 0.0)
}

/// `D.` and `G.` both stand for De Guzman.
fn initials_agree(x: &Name, y: &Name) -> bool {
    let (short, long) = if x.is_initial() { (x, y) } else { (y, x) };
    let of_base = long.words.first().and_then(|w| {
        [
            "delos", "delas", "dela", "del", "de", "san", "santa", "santo",
        ]
        .iter()
        .find_map(|p| w.text.strip_prefix(p))
    });
    short.initial() == long.initial()
        || of_base.is_some_and(|base| base.bytes().next() == short.initial())
}
