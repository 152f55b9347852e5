//! Places for pickers and labels: the shipped gazetteer and countries, as DTOs.

use crate::dto::{CountryOption, PhoneCheck, PlaceHit};
use crate::session::App;
use ugnay_model::{Country, Psgc};
use ugnay_places::{
    Iso2, Language, Level, PhoneContext, STANDARD_DESTINATIONS, check_phone, gazetteer,
};

fn code(p: Psgc) -> Option<ugnay_places::Psgc> {
    ugnay_places::Psgc::new(p.0)
}

/// The name of a place on the drill ground, which no gazetteer has.
fn drill(p: Psgc) -> Option<&'static str> {
    ugnay_release::Area(p.0)
        .is_drill()
        .then_some("DRILL ground")
}

/// The area's whole path, e.g. `Dita, Cuenca, Batangas`.
pub(crate) fn path(p: Psgc) -> String {
    if let Some(drill) = drill(p) {
        return drill.to_owned();
    }
    code(p).map(|c| gazetteer().path(c)).unwrap_or_default()
}

/// The area's own name.
pub(crate) fn name(p: Psgc) -> Option<String> {
    if let Some(drill) = drill(p) {
        return Some(drill.to_owned());
    }
    gazetteer().get(code(p)?).map(|a| a.name.clone())
}

/// A country's name in English; `At sea` and `Elsewhere` for the two codes that are no countries.
pub(crate) fn country_name(c: Country) -> String {
    match c {
        Country::SEA => "At sea".to_owned(),
        Country::OTHER => "Elsewhere".to_owned(),
        c => c
            .as_str()
            .parse::<Iso2>()
            .ok()
            .and_then(ugnay_places::country)
            .map_or_else(|| c.to_string(), |c| c.name(Language::English).to_owned()),
    }
}

/// The barangays of the municipality an area lies in (or is).
pub(crate) fn barangays(area: Psgc) -> Vec<Psgc> {
    let Some(c) = code(area.municipality()) else {
        return vec![area];
    };
    gazetteer()
        .children(c)
        .map(|a| Psgc(a.code.number()))
        .collect()
}

/// The standard destinations of the escrow.
pub(crate) fn standard_destinations() -> impl Iterator<Item = Country> {
    STANDARD_DESTINATIONS
        .iter()
        .filter_map(|d| Country::from_u16(d.code()).ok())
}

pub(crate) fn level_code(level: Level) -> &'static str {
    match level {
        Level::Region => "region",
        Level::Province => "province",
        Level::Barangay => "barangay",
        l if l.is_town() && !matches!(l, Level::Municipality) => "city",
        Level::Municipality => "municipality",
        _ => "area",
    }
}

impl App {
    /// Home areas while typing; those near the open register come first.
    #[must_use]
    pub fn search_places(&self, text: &str, limit: u32) -> Vec<PlaceHit> {
        let near = self.place().map(Psgc::municipality).and_then(code);
        let hits = gazetteer().search(text, near, limit.clamp(1, 50) as usize);
        hits.into_iter()
            .map(|f| PlaceHit {
                code: f.area.code.to_string(),
                name: f.area.name.clone(),
                path: gazetteer().path(f.area.code),
                level: level_code(f.area.level).to_owned(),
            })
            .collect()
    }

    /// Countries for pickers: the standard destinations first, then the rest by name.
    #[must_use]
    pub fn countries(&self) -> Vec<CountryOption> {
        let standard: Vec<String> = STANDARD_DESTINATIONS
            .iter()
            .map(ToString::to_string)
            .collect();
        let mut out: Vec<CountryOption> = ugnay_places::countries()
            .iter()
            .map(|c| CountryOption {
                code: c.iso2.as_str().to_owned(),
                name: c.name(Language::English).to_owned(),
                name_fil: c.name(Language::Filipino).to_owned(),
                standard: standard.iter().any(|s| s == c.iso2.as_str()),
            })
            .collect();
        out.push(CountryOption {
            code: Country::SEA.to_string(),
            name: "At sea".into(),
            name_fil: "Sa barko".into(),
            standard: true,
        });
        out.sort_by(|a, b| (!a.standard, &a.name).cmp(&(!b.standard, &b.name)));
        out
    }

    /// What a typed phone will be dialled as. A warning, never a refusal.
    #[must_use]
    pub fn check_phone(&self, text: &str, country: Option<&str>) -> PhoneCheck {
        let destination = country.and_then(|c| c.parse::<Iso2>().ok());
        match check_phone(text, PhoneContext { destination }) {
            Ok(e164) => PhoneCheck {
                shown: spaced(&e164),
                country: None,
                warning: None,
                e164: Some(e164),
            },
            Err(problem) => PhoneCheck {
                e164: None,
                shown: text.trim().to_owned(),
                country: None,
                warning: (!text.trim().is_empty()).then(|| problem.code().to_owned()),
            },
        }
    }
}

/// `+63 917 000 0000`: in threes from the front, for reading aloud.
pub(crate) fn spaced(e164: &str) -> String {
    let digits: Vec<char> = e164.chars().collect();
    let mut out = String::new();
    for (i, c) in digits.iter().enumerate() {
        if i >= 3 && i % 3 == 0 && digits.len() - i > 1 {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}
