//! Reading the synthetic sheets, their truth, and a flight manifest into the engine's input.

use std::collections::HashMap;
use std::path::Path;

use ugnay_matching::{Birth, ContactFeatures, Features, SexFeature};

/// A CSV file as rows of named cells.
pub fn rows(path: &Path) -> Result<Vec<HashMap<String, String>>, String> {
    let failed = |e: csv::Error| format!("{}: {e}", path.display());
    let mut reader = csv::Reader::from_path(path).map_err(failed)?;
    reader
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(failed)
}

fn cell(row: &HashMap<String, String>, name: &str) -> String {
    row.get(name).cloned().unwrap_or_default()
}

fn list(text: &str) -> Vec<String> {
    text.split('|')
        .filter(|p| !p.is_empty())
        .map(str::to_owned)
        .collect()
}

/// ISO dates of day, month or year precision; with `about` a year worked out from an age.
pub fn birth(text: &str, about: bool) -> Option<Birth> {
    let parts: Vec<u16> = text
        .split('-')
        .map(|p| p.parse().ok())
        .collect::<Option<_>>()?;
    match parts[..] {
        [y, m, d] => Some(Birth::Day(y, m as u8, d as u8)),
        [y, m] => Some(Birth::Month(y, m as u8)),
        [y] if about => Some(Birth::About(y)),
        [y] => Some(Birth::Year(y)),
        _ => None,
    }
}

pub fn sex(text: &str) -> Option<SexFeature> {
    match text {
        "F" => Some(SexFeature::Female),
        "M" => Some(SexFeature::Male),
        _ => None,
    }
}

/// A row of the sheets' truth.
pub fn sheet_row(row: &HashMap<String, String>) -> Features {
    let contacts = (1..=2)
        .map(|n| ContactFeatures {
            name: cell(row, &format!("contact{n}_name")),
            phones: list(&cell(row, &format!("contact{n}_phones_e164"))),
        })
        .filter(|c| !c.name.is_empty() || !c.phones.is_empty())
        .collect();
    let age = cell(row, "age").parse::<u16>().ok();
    Features {
        surname: cell(row, "surname"),
        given: cell(row, "given"),
        middle: cell(row, "middle"),
        suffix: cell(row, "suffix"),
        nickname: cell(row, "nickname"),
        birth: birth(&cell(row, "dob"), cell(row, "dob_precision") == "age")
            .or(age.map(|a| Birth::About(2025 - a))),
        sex: sex(&cell(row, "sex")),
        barangay: cell(row, "barangay_psgc10"),
        purok: cell(row, "purok"),
        country: if cell(row, "sea_based") == "yes" {
            "XS".into()
        } else {
            cell(row, "country_iso2")
        },
        occupation: cell(row, "occupation_as_typed"),
        employer: cell(row, "employer"),
        phones: list(&cell(row, "ofw_phones_e164")),
        contacts,
    }
}

/// A person of the clean register behind the sheets.
pub fn register_person(row: &HashMap<String, String>) -> Features {
    let contacts = cell(row, "contacts")
        .split(" ; ")
        .filter_map(|c| {
            let mut parts = c.split('~');
            let name = parts.next().filter(|n| !n.is_empty())?.to_owned();
            Some(ContactFeatures {
                name,
                phones: list(parts.nth(1).unwrap_or_default()),
            })
        })
        .collect();
    Features {
        occupation: cell(row, "occupation"),
        contacts,
        ..sheet_row(row)
    }
}

/// A passenger of the manifest; the airport tells the country they come from.
pub fn passenger(row: &HashMap<String, String>) -> Features {
    const MONTHS: [&str; 12] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ];
    let born = cell(row, "DATE OF BIRTH");
    let mut parts = born.split(' ');
    let (day, month, year) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let month = MONTHS.iter().position(|m| *m == month).map(|m| m as u8 + 1);
    let birth = match (day.parse(), month, year.parse()) {
        (Ok(d), Some(m), Ok(y)) => Some(Birth::Day(y, m, d)),
        (_, Some(m), Ok(y)) => Some(Birth::Month(y, m)),
        (_, None, Ok(y)) => Some(Birth::Year(y)),
        _ => None,
    };
    Features {
        surname: cell(row, "SURNAME"),
        given: cell(row, "GIVEN NAMES"),
        middle: cell(row, "MIDDLE NAME"),
        sex: sex(&cell(row, "SEX")),
        country: if ["RUH", "JED", "DMM"].contains(&cell(row, "ORIGIN").as_str()) {
            "SA".into()
        } else {
            String::new()
        },
        birth,
        ..Features::default()
    }
}
