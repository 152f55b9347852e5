//! What something may be given out for: a closed list, and with each purpose the least that serves it. Also the groups columns
//! are chosen by, because thirty-nine boxes are none. Must not read a register.

use crate::dto::{AppError, ErrorCode, ExportPurpose};
use std::collections::BTreeSet;
use ugnay_interchange::export::Columns;
use ugnay_model::Purpose;

/// Groups of columns, in the table's order.
pub(crate) const GROUPS: [(&str, &[&str]); 15] = [
    ("id", &["record_id"]),
    (
        "names",
        &["surname", "given", "middle", "suffix", "nickname"],
    ),
    ("sex", &["sex"]),
    ("birth", &["birth_date", "birth_date_precision"]),
    ("status", &["civil_status"]),
    ("home", &["barangay_psgc", "purok"]),
    (
        "abroad",
        &["destination_country", "destination_place", "sea_based"],
    ),
    ("work", &["occupation", "employer"]),
    ("phones", &["phones", "emails", "handles"]),
    (
        "family",
        &[
            "contact1_name",
            "contact1_relation",
            "contact2_name",
            "contact2_relation",
            "contact3_name",
            "contact3_relation",
        ],
    ),
    (
        "family_phones",
        &["contact1_phones", "contact2_phones", "contact3_phones"],
    ),
    ("confirmed", &["last_confirmed"]),
    ("source", &["source_file", "source_sheet", "source_row"]),
    ("case", &["year_departed", "agency", "returned"]),
    ("notes", &["emergency_note", "remarks", "notes"]),
];

/// A purpose of the closed list.
pub(crate) struct Aim {
    pub code: &'static str,
    /// The groups it needs.
    pub fields: &'static [&'static str],
    pub needs_to: bool,
    pub needs_why: bool,
    /// Whoever said no to this is left out.
    pub asks: Option<Purpose>,
}

/// Everything of the canonical table; notes and the case file are in no purpose's set.
const CANONICAL: [&str; 13] = [
    "id",
    "names",
    "sex",
    "birth",
    "status",
    "home",
    "abroad",
    "work",
    "phones",
    "family",
    "family_phones",
    "confirmed",
    "source",
];

/// All of them, in the order they are offered.
pub(crate) const AIMS: [Aim; 6] = [
    Aim {
        code: "own-copy",
        fields: &CANONICAL,
        needs_to: false,
        needs_why: false,
        asks: None,
    },
    Aim {
        code: "crisis",
        fields: &[
            "names",
            "sex",
            "birth",
            "abroad",
            "phones",
            "family",
            "family_phones",
        ],
        needs_to: true,
        needs_why: false,
        asks: Some(Purpose::Desk),
    },
    Aim {
        code: "help",
        fields: &["names", "home", "abroad", "family_phones"],
        needs_to: true,
        needs_why: false,
        asks: Some(Purpose::Desk),
    },
    Aim {
        code: "visit",
        fields: &["names", "home", "family", "family_phones", "confirmed"],
        needs_to: false,
        needs_why: false,
        asks: None,
    },
    Aim {
        code: "planning",
        fields: &["sex", "home", "abroad", "work"],
        needs_to: true,
        needs_why: false,
        asks: Some(Purpose::Statistics),
    },
    Aim {
        code: "other",
        fields: &["names"],
        needs_to: true,
        needs_why: true,
        asks: Some(Purpose::Desk),
    },
];

impl Aim {
    /// The purpose with this code.
    pub(crate) fn of(code: &str) -> Option<&'static Self> {
        AIMS.iter().find(|a| a.code == code)
    }

    pub(crate) fn shown(&self) -> ExportPurpose {
        ExportPurpose {
            code: self.code.to_owned(),
            fields: self.fields.iter().map(|f| (*f).to_owned()).collect(),
            needs_to: self.needs_to,
            needs_why: self.needs_why,
            asks: self.asks.map(|p| p.code().to_owned()),
        }
    }
}

fn columns_of(code: &str) -> Option<&'static [&'static str]> {
    let known = GROUPS.iter().find(|(group, _)| *group == code);
    known.map(|(_, columns)| *columns)
}

/// The columns that groups and single names stand for; none at all stand for what the purpose needs.
pub(crate) fn columns(aim: &Aim, fields: &[String]) -> Result<Columns, AppError> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for code in aim.fields.iter().filter(|_| fields.is_empty()) {
        names.extend(columns_of(code).unwrap_or_default());
    }
    for field in fields.iter().map(|f| f.trim()).filter(|f| !f.is_empty()) {
        let mut all = GROUPS.iter().flat_map(|(_, columns)| *columns);
        match (columns_of(field), all.find(|c| **c == field)) {
            (Some(group), _) => names.extend(group),
            (None, Some(one)) => _ = names.insert(one),
            (None, None) => {
                let bad = AppError::new(ErrorCode::BadInput).field("fields");
                return Err(bad.detail(field.chars().take(40).collect::<String>()));
            }
        }
    }
    Ok(Columns::of(&names.into_iter().collect::<Vec<_>>()))
}

/// The shortest way to say which columns: groups that are whole, single columns of the others.
pub(crate) fn said(columns: &Columns) -> Vec<String> {
    let mut out = Vec::new();
    for (group, all) in GROUPS {
        let chosen: Vec<&str> = all.iter().copied().filter(|c| columns.has(c)).collect();
        if chosen.len() == all.len() {
            out.push(group.to_owned());
        } else {
            out.extend(chosen.into_iter().map(str::to_owned));
        }
    }
    out
}

/// The groups of which a format can hold something.
pub(crate) fn held(carries: &[&str]) -> Vec<String> {
    let some = |columns: &&[&str]| columns.iter().any(|c| carries.contains(c));
    let groups = GROUPS.iter().filter(|(_, columns)| some(columns));
    groups.map(|(group, _)| (*group).to_owned()).collect()
}
