//! The shipped workbook against its truth: every row's kind, and all 612 persons field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use ugnay_interchange::{
    ImportOptions, Mapping, Parsed, ParsedPerson, RowKind, SourceFile, preview,
};
use ugnay_places::fold;

fn fixture(name: &str) -> Vec<u8> {
    let path: PathBuf = [
        env!("CARGO_MANIFEST_DIR"),
        "../../tests/fixtures/import",
        name,
    ]
    .iter()
    .collect();
    std::fs::read(path).expect("the fixture is part of the repository")
}

type Truth = BTreeMap<String, String>;

fn table(name: &str) -> Vec<Truth> {
    let bytes = fixture(name);
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().expect("a header").clone();
    reader
        .records()
        .map(|r| {
            let r = r.expect("a row");
            header
                .iter()
                .map(|h| h.trim_start_matches('\u{feff}').to_owned())
                .zip(r.iter().map(str::to_owned))
                .collect()
        })
        .collect()
}

fn import(files: &[(&str, Vec<u8>)]) -> Parsed {
    import_at(files, None)
}

fn import_at(files: &[(&str, Vec<u8>)], home: Option<ugnay_model::Psgc>) -> Parsed {
    let sources: Vec<SourceFile<'_>> = files
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    let options = ImportOptions {
        home,
        today: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    preview(&sources, &Mapping::default(), &options, &mut |_| true)
        .expect("the fixture is readable")
        .parsed
}

#[derive(Default)]
struct Rates {
    fields: BTreeMap<&'static str, (usize, usize)>,
    wrong: Vec<String>,
}

impl Rates {
    fn check(&mut self, field: &'static str, at: &str, got: &str, want: &str) {
        let (right, all) = self.fields.entry(field).or_default();
        *all += 1;
        if fold(got) == fold(want) {
            *right += 1;
        } else {
            self.wrong
                .push(format!("{at} {field}: {got:?} instead of {want:?}"));
        }
    }
    fn finish(&self, bars: &[(&str, f64)], else_bar: f64) {
        for (field, (right, all)) in &self.fields {
            println!(
                "{field:18} {right}/{all} = {:.4}",
                *right as f64 / *all as f64
            );
        }
        for w in self.wrong.iter().take(60) {
            println!("  {w}");
        }
        for (field, (right, all)) in &self.fields {
            let bar = bars
                .iter()
                .find(|(f, _)| f == field)
                .map_or(else_bar, |(_, b)| *b);
            let rate = *right as f64 / *all as f64;
            assert!(
                rate >= bar,
                "{field} is right in {rate:.4} of the rows, the bar is {bar}"
            );
        }
    }
}

fn e164(phones: &[ugnay_model::Phone]) -> String {
    phones
        .iter()
        .filter_map(|p| p.e164.clone())
        .collect::<Vec<_>>()
        .join("|")
}

fn flagged(parsed: &Parsed, sheet: &str, row: u32, code: &str) -> bool {
    let row = parsed
        .report
        .rows
        .iter()
        .find(|r| r.sheet == sheet && r.row == row);
    row.is_some_and(|r| r.problems.iter().any(|p| p.code == code))
}

fn compare(rates: &mut Rates, parsed: &Parsed, p: &ParsedPerson, t: &Truth, sheet: &str) {
    let at = format!("{}!{}", p.source.sheet, p.source.row);
    if t["name_split_ambiguous"] == "yes" {
        let tokens = |s: String| {
            fold(&s)
                .split(' ')
                .map(str::to_owned)
                .collect::<BTreeSet<_>>()
        };
        let got = tokens(format!(
            "{} {} {} {}",
            p.surname, p.given, p.middle, p.suffix
        ));
        let want = tokens(format!(
            "{} {} {} {}",
            t["surname"], t["given"], t["middle"], t["suffix"]
        ));
        rates.check(
            "name_tokens",
            &at,
            &format!("{got:?}"),
            &format!("{want:?}"),
        );
    } else {
        rates.check("surname", &at, &p.surname, &t["surname"]);
        rates.check("given", &at, &p.given, &t["given"]);
        rates.check("middle", &at, &p.middle, &t["middle"]);
    }
    rates.check("suffix", &at, &p.suffix, &t["suffix"]);
    rates.check("nickname", &at, &p.nickname, &t["nickname"]);
    rates.check(
        "sex",
        &at,
        p.sex.map_or("", ugnay_model::Sex::code),
        &t["sex"],
    );
    let (birth, precision) = p
        .birth
        .map_or((String::new(), "none"), |b| (b.to_string(), b.precision()));
    let ambiguous =
        t["dob_ambiguous"] == "yes" && flagged(parsed, sheet, p.source.row, "ambiguous_date");
    if precision == "age" {
        rates.check("birth", &at, &t["dob"], "");
    } else if !ambiguous {
        rates.check("birth", &at, &birth, &t["dob"]);
        rates.check("birth_precision", &at, precision, &t["dob_precision"]);
    }
    rates.check(
        "civil_status",
        &at,
        p.civil_status.as_deref().unwrap_or(""),
        &t["civil_status"],
    );
    rates.check(
        "country",
        &at,
        &p.destination
            .country
            .map(|c| c.to_string())
            .unwrap_or_default(),
        &t["country_iso2"],
    );
    rates.check(
        "sea_based",
        &at,
        if p.destination.sea_based { "yes" } else { "no" },
        &t["sea_based"],
    );
    rates.check(
        "occupation",
        &at,
        p.occupation.as_deref().unwrap_or(""),
        &t["occupation_as_typed"],
    );
    rates.check(
        "employer",
        &at,
        p.employer.as_deref().unwrap_or(""),
        &t["employer"],
    );
    rates.check(
        "year_departed",
        &at,
        &p.year_departed.map(|y| y.to_string()).unwrap_or_default(),
        &t["year_departed"],
    );
    rates.check("own_phones", &at, &e164(&p.phones), &t["ofw_phones_e164"]);
    let facebook = t["ofw_facebook"].replace("FB: ", "facebook: ");
    rates.check("handle", &at, &p.handles.join("|"), &facebook);
    rates.check(
        "barangay",
        &at,
        &p.barangay.map(|b| b.to_string()).unwrap_or_default(),
        &t["barangay_psgc10"],
    );
    rates.check("purok", &at, p.purok.as_deref().unwrap_or(""), &t["purok"]);
    rates.check(
        "remarks",
        &at,
        p.remarks.as_deref().unwrap_or(""),
        &t["remarks"],
    );
    for (i, [name, relation, phones]) in [
        ["contact1_name", "contact1_relation", "contact1_phones_e164"],
        ["contact2_name", "contact2_relation", "contact2_phones_e164"],
    ]
    .into_iter()
    .enumerate()
    {
        let c = p.contacts.get(i).cloned().unwrap_or_default();
        rates.check(name, &at, &c.name, &t[name]);
        rates.check(
            relation,
            &at,
            c.relation.map_or("", |r| r.code()),
            &t[relation],
        );
        rates.check(phones, &at, &e164(&c.phones), &t[phones]);
    }
}

fn kinds(parsed: &Parsed, sheets: &[(&str, &str)]) {
    let mut seen: BTreeMap<(String, u32), RowKind> = BTreeMap::new();
    for r in &parsed.report.rows {
        let twice = seen.insert((r.sheet.clone(), r.row), r.kind);
        assert!(twice.is_none(), "{}!{} is reported twice", r.sheet, r.row);
    }
    let mut wrong = Vec::new();
    let data = table("cuenca_ofw_masterlist_A_truth_rows.csv")
        .into_iter()
        .map(|t| {
            (
                t["sheet"].clone(),
                t["excel_row"].clone(),
                "data".to_owned(),
            )
        });
    let other = table("cuenca_ofw_masterlist_A_truth_nondata_rows.csv")
        .into_iter()
        .map(|t| {
            (
                t["sheet"].clone(),
                t["excel_row"].clone(),
                t["kind"].clone(),
            )
        });
    for (sheet, row, kind) in data.chain(other) {
        let Some((_, name)) = sheets.iter().find(|(s, _)| *s == sheet) else {
            continue;
        };
        let want = match kind.as_str() {
            "data" => RowKind::Person,
            "blank" => RowKind::Blank,
            "title" => RowKind::Title,
            "header" | "repeated_header" => RowKind::Header,
            "section" => RowKind::Section,
            "total" => RowKind::Total,
            _ => RowKind::Note,
        };
        let got = seen.remove(&((*name).to_owned(), row.parse().unwrap()));
        if got != Some(want) {
            wrong.push(format!("{sheet}!{row}: {got:?} instead of {want:?}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "rows of the wrong kind:\n{}",
        wrong.join("\n")
    );
    assert!(
        seen.is_empty(),
        "rows that the sheet does not have: {:?}",
        seen.keys().take(5)
    );
}

#[test]
fn the_workbook_is_read_as_its_truth_says() {
    let file = "cuenca_ofw_masterlist_A.xlsx";
    let parsed = import(&[(file, ugnay_interchange::SAMPLE_WORKBOOK.to_vec())]);
    let sheets = ["DITA", "SAN FELIPE", "Ibabao 2025", "Summary"].map(|s| (s, s));
    kinds(&parsed, &sheets);
    let mut rates = Rates::default();
    let truth = table("cuenca_ofw_masterlist_A_truth_rows.csv");
    assert_eq!(
        parsed.persons.len(),
        truth.len(),
        "one person for each data row"
    );
    for t in &truth {
        let row: u32 = t["excel_row"].parse().unwrap();
        let p = parsed
            .persons
            .iter()
            .find(|p| p.source.sheet == t["sheet"] && p.source.row == row)
            .expect("a person at this row");
        compare(&mut rates, &parsed, p, t, &t["sheet"]);
    }
    rates.finish(&[], 1.0);
}

#[test]
fn the_sheets_saved_as_text_are_read_alike() {
    for (file, sheet, name) in [
        (
            "cuenca_dita_A_utf8bom_semicolon.csv",
            "DITA",
            "cuenca_dita_A_utf8bom_semicolon",
        ),
        (
            "cuenca_sanfelipe_A_windows1252.csv",
            "SAN FELIPE",
            "cuenca_sanfelipe_A_windows1252",
        ),
    ] {
        let parsed = import(&[(file, fixture(file))]);
        kinds(&parsed, &[(sheet, name)]);
        let mut rates = Rates::default();
        for t in table("cuenca_ofw_masterlist_A_truth_rows.csv")
            .iter()
            .filter(|t| t["sheet"] == sheet)
        {
            let row: u32 = t["excel_row"].parse().unwrap();
            let p = parsed
                .persons
                .iter()
                .find(|p| p.source.row == row)
                .expect("a person at this row");
            compare(&mut rates, &parsed, p, t, name);
        }
        rates.finish(&[], 1.0);
    }
}

fn kobo(files: &[&str]) {
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|f| (*f, fixture(f))).collect();
    let parsed = import_at(&files, Some(ugnay_model::Psgc(401_009_000)));
    let truth = table("kobo_ofw_registration_A_truth.csv");
    let refused = truth.iter().filter(|t| t["consent"] == "hindi").count();
    assert!(refused > 0, "the fixture must hold refusals");
    assert_eq!(
        parsed.persons.len(),
        truth.len() - refused,
        "who refused consent is kept out"
    );
    let said = parsed
        .report
        .skipped
        .iter()
        .filter(|s| s.reason == "consent_refused")
        .count();
    assert!(said >= refused, "and the report says so for every one");
    let mut rates = Rates::default();
    for (i, t) in truth
        .iter()
        .enumerate()
        .filter(|(_, t)| t["consent"] != "hindi")
    {
        let row = u32::try_from(i + 2).unwrap();
        let p = parsed
            .persons
            .iter()
            .find(|p| p.source.row == row)
            .expect("a person at this row");
        let at = format!("row {row}");
        rates.check("surname", &at, &p.surname, &t["surname"]);
        rates.check("given", &at, &p.given, &t["given"]);
        rates.check("middle", &at, &p.middle, &t["middle"]);
        rates.check("suffix", &at, &p.suffix, &t["suffix"]);
        rates.check(
            "sex",
            &at,
            p.sex.map_or("", ugnay_model::Sex::code),
            &t["sex"],
        );
        rates.check(
            "birth",
            &at,
            &p.birth.map(|b| b.to_string()).unwrap_or_default(),
            &t["dob"],
        );
        rates.check(
            "country",
            &at,
            &p.destination
                .country
                .map(|c| c.to_string())
                .unwrap_or_default(),
            &t["country_iso2"],
        );
        rates.check(
            "sea_based",
            &at,
            if p.destination.sea_based { "yes" } else { "no" },
            &t["sea_based"],
        );
        rates.check("job", &at, p.occupation.as_deref().unwrap_or(""), &t["job"]);
        rates.check("phone", &at, &e164(&p.phones), &t["ofw_phone_e164"]);
        rates.check(
            "barangay",
            &at,
            &p.barangay.map(|b| b.to_string()).unwrap_or_default(),
            &t["barangay_psgc10"],
        );
        rates.check("purok", &at, p.purok.as_deref().unwrap_or(""), &t["purok"]);
        let contacts: Vec<String> = p
            .contacts
            .iter()
            .map(|c| {
                format!(
                    "{}~{}~{}",
                    c.name,
                    c.relation.map_or("", |r| r.code()),
                    e164(&c.phones)
                )
            })
            .collect();
        rates.check("contacts", &at, &contacts.join(" ; "), &t["contacts"]);
    }
    rates.finish(&[], 1.0);
}

#[test]
fn a_form_export_with_labels_and_a_repeat_sheet() {
    kobo(&["kobo_ofw_registration_A_labels_en.xlsx"]);
}

#[test]
fn a_form_export_with_codes_beside_its_form() {
    kobo(&[
        "kobo_ofw_registration_A_xml.xlsx",
        "kobo_ofw_registration_A_xlsform.xlsx",
    ]);
}
