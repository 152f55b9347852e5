//! The closed lists by number, as docs/RELEASE.md and `ugnay-release` number them. Unknown numbers have no name.

/// What a release may be for, from number 1.
pub(crate) const PURPOSES: &[&str] = &[
    "evacuation",
    "repatriation",
    "mass_casualty_family_contact",
    "missing_person",
    "restore",
    "drill",
];
/// Why a custodian decided so, from number 1.
pub(crate) const REASONS: &[&str] = &[
    "in_order",
    "no_emergency",
    "scope_too_wide",
    "campaign_suffices",
    "enforcement_suspected",
    "desk_doubted",
    "declaration_unverified",
    "cannot_act",
    "other",
];
/// Who demands, from number 1.
pub(crate) const AUTHORITIES: &[&str] = &[
    "police",
    "prosecutor",
    "court",
    "immigration",
    "military",
    "intelligence",
    "local_government",
    "national_agency",
    "foreign",
    "other",
];
/// What is demanded, from number 1.
pub(crate) const ASKED: &[&str] = &[
    "names",
    "contacts",
    "whereabouts",
    "lists",
    "keys",
    "shares",
    "logs",
    "access",
    "silence",
    "other",
    "equipment",
    "software",
];
/// What became of a demand, from number 1.
pub(crate) const OUTCOMES: &[&str] = &["received", "refused", "escalated", "gagged", "complied"];

/// The code of a number.
pub(crate) fn code(list: &[&'static str], number: u8) -> Option<&'static str> {
    usize::from(number)
        .checked_sub(1)
        .and_then(|at| list.get(at))
        .copied()
}

/// Two letters of a country as a request names it; nothing for 0 and for anything else.
pub(crate) fn country(number: u16) -> Option<String> {
    let letters = number.to_be_bytes();
    letters
        .iter()
        .all(u8::is_ascii_uppercase)
        .then(|| letters.iter().map(|b| char::from(*b)).collect())
}

#[cfg(test)]
mod tests;
