//! PFIF 1.4 out: persons with the least that identifies them; remarks and notes only of a case file that is given, which is when
//! somebody asked for them by name. <http://zesty.ca/pfif/1.4/>

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use ugnay_model::{Note, PartialDate, Person, Sex};
use ugnay_places::gazetteer;

use super::{ExportError, ExportRow};

/// The columns of the table that a PFIF person can say.
pub const CARRIES: [&str; 11] = [
    "record_id",
    "surname",
    "given",
    "middle",
    "suffix",
    "nickname",
    "sex",
    "birth_date",
    "barangay_psgc",
    "remarks",
    "notes",
];

/// The federation's domain stands before each record id; `written` is now in Unix seconds.
///
/// # Errors
/// [`ExportError::Write`].
pub fn pfif<'a>(
    rows: impl Iterator<Item = ExportRow<'a>>,
    domain: &str,
    written: i64,
) -> Result<Vec<u8>, ExportError> {
    let mut out = Writer::new(Vec::new());
    let fail = |_| ExportError::Write;
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
        .map_err(fail)?;
    let stamp = time(written);
    out.create_element("pfif:pfif")
        .with_attribute(("xmlns:pfif", "http://zesty.ca/pfif/1.4"))
        .write_inner_content(|w| {
            rows.into_iter()
                .try_for_each(|row| person(w, row, domain, &stamp))
        })
        .map_err(fail)?;
    Ok(out.into_inner())
}

fn person(
    w: &mut Writer<Vec<u8>>,
    row: ExportRow<'_>,
    domain: &str,
    stamp: &str,
) -> std::io::Result<()> {
    let p = row.person;
    let id = format!("{domain}/{}", p.id);
    let full = [
        Some(p.given.as_str()),
        p.middle.as_deref(),
        Some(p.surname.as_str()),
        p.suffix.as_deref(),
    ];
    let full = full
        .into_iter()
        .flatten()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let sex = p.sex.map_or("", |s| match s {
        Sex::F => "female",
        Sex::M => "male",
        Sex::X => "other",
    });
    let birth = p
        .birth
        .filter(|b| !matches!(b, PartialDate::Age { .. }))
        .map(|b| b.to_string())
        .unwrap_or_default();
    let (barangay, town, province) = home(p);
    let fields = [
        ("person_record_id", id.clone()),
        ("entry_date", stamp.to_owned()),
        ("source_date", stamp.to_owned()),
        ("full_name", full),
        ("given_name", p.given.clone()),
        ("family_name", p.surname.clone()),
        ("alternate_names", p.nickname.clone().unwrap_or_default()),
        ("sex", sex.to_owned()),
        ("date_of_birth", birth),
        ("home_neighborhood", barangay),
        ("home_city", town),
        ("home_state", province),
        ("home_country", "PH".to_owned()),
        (
            "description",
            row.case.and_then(|c| c.remarks.clone()).unwrap_or_default(),
        ),
    ];
    w.create_element("pfif:person")
        .write_inner_content(|w| {
            for (name, value) in fields.iter().filter(|(_, v)| !v.is_empty()) {
                w.create_element(format!("pfif:{name}"))
                    .write_text_content(BytesText::new(value))?;
            }
            let notes = row.case.map_or(&[][..], |c| &c.notes);
            notes.iter().try_for_each(|n| note(w, &id, n, stamp))
        })
        .map(|_| ())
}

/// A note stands inside its person. Who wrote it is not told: the officers' names are not for everybody.
fn note(w: &mut Writer<Vec<u8>>, person: &str, n: &Note, stamp: &str) -> std::io::Result<()> {
    let said = time(n.at);
    let id: String = n.id.iter().map(|b| format!("{b:02x}")).collect();
    let fields = [
        ("note_record_id", format!("{person}/{id}")),
        ("person_record_id", person.to_owned()),
        ("entry_date", stamp.to_owned()),
        ("source_date", said),
        ("text", n.text.clone()),
    ];
    w.create_element("pfif:note")
        .write_inner_content(|w| {
            for (name, value) in fields.iter().filter(|(_, v)| !v.is_empty()) {
                w.create_element(format!("pfif:{name}"))
                    .write_text_content(BytesText::new(value))?;
            }
            Ok(())
        })
        .map(|_| ())
}

fn time(unix: i64) -> String {
    chrono::DateTime::from_timestamp(unix, 0)
        .map(|t| t.format("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}

fn home(p: &Person) -> (String, String, String) {
    let code = p.barangay.and_then(|b| ugnay_places::Psgc::new(b.0));
    let names: Vec<String> = code
        .map(|c| {
            gazetteer()
                .chain(c)
                .iter()
                .map(|a| a.name.clone())
                .collect()
        })
        .unwrap_or_default();
    let at = |i: usize| names.get(i).cloned().unwrap_or_default();
    (at(0), at(1), at(2))
}
