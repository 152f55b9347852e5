//! FEBRL-style tables: which column holds what, reading, and counting against the truth in the record ids.

use std::path::Path;

use ugnay_matching::{Column, Kind};

/// A table as read: ids apart, one text per column.
pub struct Table {
    pub ids: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
}

/// What each known column holds and which it is mistaken for.
const KNOWN: &[(&str, Kind, Option<&str>)] = &[
    ("given_name", Kind::Name, Some("surname")),
    ("surname", Kind::Name, Some("given_name")),
    ("street_number", Kind::Code, None),
    ("address_1", Kind::Text, Some("address_2")),
    ("address_2", Kind::Text, Some("address_1")),
    ("suburb", Kind::Text, None),
    ("postcode", Kind::Code, None),
    ("state", Kind::Category, None),
    ("date_of_birth", Kind::Date, None),
    ("soc_sec_id", Kind::Code, None),
];

/// Reads a table, leaving out the ignored columns and those nobody knows.
pub fn read(path: &Path, ignore: &[String]) -> Result<Table, String> {
    let failed = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_path(path)
        .map_err(|e| failed(&e))?;
    let header: Vec<String> = reader
        .headers()
        .map_err(|e| failed(&e))?
        .iter()
        .map(str::to_owned)
        .collect();
    let id = header
        .iter()
        .position(|h| h == "rec_id")
        .ok_or_else(|| failed(&"no column rec_id"))?;
    let used: Vec<(usize, usize)> = KNOWN
        .iter()
        .enumerate()
        .filter(|(_, k)| !ignore.iter().any(|i| i == k.0))
        .filter_map(|(n, k)| header.iter().position(|h| h == k.0).map(|at| (n, at)))
        .collect();
    let columns = used
        .iter()
        .map(|(n, _)| {
            let (name, kind, twin) = KNOWN[*n];
            let mistaken_for = twin.and_then(|t| used.iter().position(|(m, _)| KNOWN[*m].0 == t));
            Column {
                name,
                kind,
                mistaken_for,
            }
        })
        .collect();
    let (mut ids, mut rows) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = record.map_err(|e| failed(&e))?;
        ids.push(record.get(id).unwrap_or_default().to_owned());
        rows.push(
            used.iter()
                .map(|(_, at)| record.get(*at).unwrap_or_default().to_owned())
                .collect(),
        );
    }
    Ok(Table { ids, columns, rows })
}
