//! The plan for one sheet: what its columns mean, in which order its dates and names are, which place it is about.

use chrono::{Datelike, NaiveDate};
use ugnay_model::Psgc;
use ugnay_places::{Level, fold, gazetteer};

use crate::book::{Cell, Sheet, letters};
use crate::field::Field;
use crate::header::{Header, find};
use crate::mapping::{Mapping, SheetMapping};
use crate::value::date::{ColumnOrder, column_order};
use crate::value::name;

/// What a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetKind {
    /// A list of persons.
    Persons,
    /// Repeated answers that belong to persons of another sheet.
    Contacts,
    /// Not a list of persons (a summary, a form definition).
    Other,
}

/// How a sheet will be read.
pub(crate) struct Plan {
    pub kind: SheetKind,
    pub header: Header,
    pub shape: String,
    pub dates: ColumnOrder,
    pub name_order: name::NameOrder,
    pub full_middle: bool,
    /// Names are written "CRUZ, ANA", so that a comma in a contact's name does not part two people.
    pub turned: bool,
    pub numbered: bool,
    /// Home town and barangay said by the titles, the sheet's name or the mapping.
    pub town: Option<Psgc>,
    pub barangay: Option<Psgc>,
    /// "as of June 2025": when ages were true.
    pub as_of: Option<NaiveDate>,
    /// Repeated answers of a form that are the people themselves.
    pub households: bool,
}

impl Plan {
    /// Takes a sheet of repeated answers for persons, not for contacts of persons.
    pub fn people_of_households(&mut self) {
        let named = self.column(Field::ContactName(1)).is_some();
        if self.kind != SheetKind::Contacts || !named {
            return;
        }
        for c in &mut self.header.columns {
            c.field = match c.field {
                Field::ContactName(1) => Field::FullName,
                Field::ContactPhone(1) => Field::Phone,
                other => other,
            };
        }
        (self.kind, self.households) = (SheetKind::Persons, true);
    }
    /// Column of a field.
    pub fn column(&self, field: Field) -> Option<u16> {
        self.header
            .columns
            .iter()
            .find(|c| c.field == field)
            .map(|c| c.index)
    }
    /// Letters of a field's column; empty when it has none.
    pub fn letters(&self, field: Field) -> String {
        self.column(field).map(letters).unwrap_or_default()
    }
    pub fn name_columns(&self) -> impl Iterator<Item = u16> {
        self.header
            .columns
            .iter()
            .filter(|c| c.field.is_name())
            .map(|c| c.index)
    }
    pub fn first_data_row(&self) -> u32 {
        self.header
            .rows
            .iter()
            .max()
            .map_or(0, |r| r.saturating_add(1))
    }
}

/// Key of a column in a mapping: its title, with its letters where the title is empty or not unique.
pub(crate) fn column_key(header: &Header, index: u16) -> String {
    let title = header
        .columns
        .iter()
        .find(|c| c.index == index)
        .map(|c| c.header.clone())
        .unwrap_or_default();
    let same = header.columns.iter().filter(|c| c.header == title).count();
    match (title.is_empty(), same) {
        (true, _) => letters(index),
        (false, 1) => title,
        (false, _) => format!("{title} ({})", letters(index)),
    }
}

/// A stable fingerprint of a sheet's titles (FNV-1a, 64 bit): sheets of one shape share a remembered mapping.
fn shape(header: &Header) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for c in &header.columns {
        for byte in fold(&c.header).bytes().chain([b'|']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// Makes the plan; `mapping` overrides what was found, `home` is the register's own place.
pub(crate) fn plan(
    sheet: &Sheet,
    mapping: Option<&Mapping>,
    home: Option<Psgc>,
    today: NaiveDate,
) -> Plan {
    let mut header = find(sheet);
    let shape = shape(&header);
    let chosen: Option<&SheetMapping> = mapping.and_then(|m| m.sheets.get(&shape));
    if let Some(chosen) = chosen {
        let keys: Vec<String> = header
            .columns
            .iter()
            .map(|c| column_key(&header, c.index))
            .collect();
        for (column, key) in header.columns.iter_mut().zip(keys) {
            if let Some(field) = chosen.columns.get(&key) {
                column.field = *field;
                column.confident = true;
            }
        }
    }
    let named = chosen.is_some_and(|c| c.columns.values().any(|f| f.is_name()));
    let kind = kind(sheet, &mut header, named);
    let first = header.rows.iter().max().copied().unwrap_or(0);
    let column = |f: Field| header.columns.iter().find(|c| c.field == f);
    let birth = column(Field::BirthDate);
    let cells = |index: u16| {
        sheet
            .rows
            .iter()
            .filter(move |r| r.number > first)
            .filter_map(move |r| r.get(index))
    };
    let dates = birth
        .map(|c| column_order(&c.header, cells(c.index), chosen.and_then(|m| m.date_order)))
        .unwrap_or_default();
    let full = column(Field::FullName);
    let title = full.map(|c| fold(&c.header)).unwrap_or_default();
    let texts: Vec<String> = full
        .map(|c| cells(c.index).map(Cell::text).collect())
        .unwrap_or_default();
    let name_order = name_order(&title, &texts);
    let full_middle = title.contains("middle name")
        || title.contains("gitnang pangalan")
        || name::whole_middles(texts.iter().map(String::as_str), name_order);
    let numbered = column(Field::RowNumber)
        .is_some_and(|c| cells(c.index).count().saturating_mul(2) > sheet.rows.len());
    let commas = texts.iter().filter(|t| t.contains(',')).count();
    let turned = commas.saturating_mul(2) > texts.len();
    let town = town(sheet, first).or_else(|| home.map(town_of));
    let named_place = mapping
        .and_then(|m| m.places.get(&sheet.name))
        .and_then(|p| p.parse().ok());
    let barangay = named_place
        .or_else(|| barangay(sheet, first, town))
        .or(home.filter(|h| !h.0.is_multiple_of(1_000)));
    let of_column = column(Field::Age).and_then(|c| as_of_text(&c.header, today));
    let as_of = of_column.or_else(|| titles(sheet, first).find_map(|t| as_of_text(&t, today)));
    Plan {
        kind,
        header,
        shape,
        dates,
        name_order,
        full_middle,
        turned,
        numbered,
        town,
        barangay,
        as_of,
        households: false,
    }
}

fn town_of(code: Psgc) -> Psgc {
    code.municipality()
}

fn name_order(title: &str, texts: &[String]) -> name::NameOrder {
    let at = |words: &[&str]| words.iter().filter_map(|w| title.find(w)).min();
    let surname = at(&["last", "surname", "apelyido", "family", "apellido"]);
    let given = at(&["first", "given", "unang", "pangalan nombre"]);
    match (surname, given) {
        (Some(s), Some(g)) if s < g => name::NameOrder::SurnameFirst,
        (Some(_), Some(_)) => name::NameOrder::GivenFirst,
        _ => name::column_order(texts.iter().map(String::as_str)).unwrap_or_default(),
    }
}

/// `chosen`: somebody said which column holds the name, so that the sheet is a list if a name stands there at all.
fn kind(sheet: &Sheet, header: &mut Header, chosen: bool) -> SheetKind {
    let has = |f: Field, h: &Header| h.columns.iter().any(|c| c.field == f);
    if has(Field::ParentIndex, header) {
        for c in &mut header.columns {
            c.field = match c.field {
                Field::FullName | Field::Given => Field::ContactName(1),
                Field::Phone => Field::ContactPhone(1),
                other => other,
            };
        }
        let any = header.columns.iter().any(|c| c.field.contact().is_some());
        return if any {
            SheetKind::Contacts
        } else {
            SheetKind::Other
        };
    }
    let named = header.columns.iter().any(|c| c.field.is_name());
    let summary = fold(&sheet.name).split(' ').any(|w| {
        matches!(
            w,
            "summary" | "buod" | "pivot" | "chart" | "legend" | "instructions" | "readme"
        )
    });
    let telling = header
        .columns
        .iter()
        .filter(|c| {
            !matches!(
                c.field,
                Field::Ignore | Field::RowNumber | Field::HouseholdNumber
            ) && !c.field.is_name()
        })
        .count();
    let (names, rows) = names_there(sheet, header);
    // A fifth of the rows at least have a name; otherwise the column means something else.
    let enough = names > 0 && names.saturating_mul(5) >= rows;
    let is_list = enough && !(summary && telling < 2);
    if named && (is_list || chosen && names > 0) {
        SheetKind::Persons
    } else {
        SheetKind::Other
    }
}

/// Rows below the header with letters in a name's column, and all rows there.
fn names_there(sheet: &Sheet, header: &Header) -> (usize, usize) {
    let first = header.rows.iter().max().copied().unwrap_or(0);
    let columns: Vec<u16> = header
        .columns
        .iter()
        .filter(|c| c.field.is_name())
        .map(|c| c.index)
        .collect();
    let rows = || sheet.rows.iter().filter(|r| r.number > first);
    let lettered = |r: &&crate::book::Row| {
        let cells = columns.iter().filter_map(|c| r.get(*c));
        cells
            .into_iter()
            .any(|c| c.text().chars().any(char::is_alphabetic))
    };
    (rows().filter(lettered).count(), rows().count())
}

/// Texts above the header.
fn titles(sheet: &Sheet, first: u32) -> impl Iterator<Item = String> {
    let above = sheet.rows.iter().filter(move |r| r.number < first).take(30);
    above.flat_map(|r| r.cells.iter().map(|(_, c)| c.text()))
}

/// "MUNICIPALITY OF CUENCA" under "Province of Batangas", or both in one line.
fn town(sheet: &Sheet, first: u32) -> Option<Psgc> {
    let (mut town, mut province) = (None, None);
    for title in titles(sheet, first) {
        for part in title.split([',', '\n', ';', '-', '–', '(']) {
            let f = fold(part);
            let has = |w: &[&str]| f.split(' ').any(|x| w.contains(&x));
            if has(&[
                "municipality",
                "munisipalidad",
                "bayan",
                "mun",
                "munisipyo",
                "city",
                "lungsod",
            ]) {
                town = Some(part.to_owned());
            } else if has(&["province", "lalawigan", "probinsya", "prov"]) {
                province = Some(part.to_owned());
            }
        }
        let names: Vec<&str> = title.split(',').map(str::trim).collect();
        if let [.., t, p] = names.as_slice()
            && town.is_none()
            && gazetteer().town(t, Some(p)).is_some()
        {
            (town, province) = (Some((*t).to_owned()), Some((*p).to_owned()));
        }
    }
    let hit = gazetteer().town(&town?, province.as_deref())?;
    Some(Psgc(hit.code.number()))
}

/// "BARANGAY DITA", "BRGY. IBABAO - OFW", or the sheet's own name.
fn barangay(sheet: &Sheet, first: u32, town: Option<Psgc>) -> Option<Psgc> {
    let town_code = town.and_then(|t| ugnay_places::Psgc::new(t.0));
    let named: Vec<String> = titles(sheet, first)
        .filter(|t| {
            fold(t)
                .split(' ')
                .any(|w| matches!(w, "barangay" | "brgy" | "bgy" | "brg"))
        })
        .flat_map(|t| {
            t.split([',', '-', '–', '(', ')', ':', '\n'])
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let without_year: String = sheet
        .name
        .split([' ', '_', '-'])
        .filter(|w| !w.chars().any(|c| c.is_ascii_digit()) || w.len() < 3)
        .collect::<Vec<_>>()
        .join(" ");
    let g = gazetteer();
    let lookup = |t: &String| {
        g.barangay_in(t, town_code)
            .filter(|a| a.level == Level::Barangay && (town_code.is_some() || named.contains(t)))
    };
    let hit = named.iter().find_map(lookup).or_else(|| {
        town_code.and_then(|_| [sheet.name.clone(), without_year].iter().find_map(lookup))
    });
    hit.or_else(|| in_words(&sheet.name, town_code))
        .map(|a| Psgc(a.code.number()))
}

/// A file name such as "cuenca_dita_A": one word of it is a barangay of the town.
fn in_words(text: &str, town: Option<ugnay_places::Psgc>) -> Option<&'static ugnay_places::Area> {
    let town = town?;
    let words: Vec<&str> = text
        .split(['_', ' ', '-', '.'])
        .filter(|w| w.chars().count() >= 3)
        .collect();
    let hits: Vec<_> = gazetteer()
        .children(town)
        .filter(|a| {
            words.iter().any(|w| fold(w) == fold(&a.name))
                || fold(text).contains(&fold(&a.name)) && a.name.len() > 5
        })
        .collect();
    match hits.as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// "as of June 2025", "Hunyo 2025", "Age (2019)": the month's first day, or the year's last.
fn as_of_text(title: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words: Vec<&str> = title
        .split([' ', ',', '(', ')', '/', '.'])
        .filter(|w| !w.is_empty())
        .collect();
    for (a, b) in words.iter().zip(words.iter().skip(1)) {
        let r = crate::value::date::read_text(&format!("{a} {b}"), None, today);
        if let Some(ugnay_model::PartialDate::Month(y, m)) = r.value {
            return NaiveDate::from_ymd_opt(y, m, 1);
        }
    }
    let year = words
        .iter()
        .filter(|w| w.len() == 4)
        .find_map(|w| w.parse::<i32>().ok())
        .filter(|y| (2000..=today.year()).contains(y))?;
    NaiveDate::from_ymd_opt(year, 12, 31).map(|d| d.min(today))
}
