//! The gazetteer of the Philippines: 43,768 areas of the October 2026 PSGC, read once from the packed table.
//! Owns the names, parents and old codes; searching while typing is in `gazetteer/search.rs`.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::{Psgc, squash};

mod search;
#[cfg(test)]
mod tests;

pub use search::Found;

static PACKED: &[u8] = include_bytes!("../data/psgc.tsv.zst");
/// Unpacked size is about 1 MB; anything larger is not our table.
const UNPACKED_MAX: usize = 8_000_000;

/// What an area is, in the PSA's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Region.
    Region,
    /// Province.
    Province,
    /// Special geographic area (63 barangays of BARMM in Cotabato).
    SpecialArea,
    /// Highly urbanised city: belongs to no province.
    HighlyUrbanizedCity,
    /// Independent component city.
    IndependentCity,
    /// Component city of a province.
    ComponentCity,
    /// Municipality.
    Municipality,
    /// District of Manila.
    Submunicipality,
    /// Barangay.
    Barangay,
}

impl Level {
    fn from_letter(s: &str) -> Option<Self> {
        Some(match s {
            "R" => Self::Region,
            "P" => Self::Province,
            "G" => Self::SpecialArea,
            "H" => Self::HighlyUrbanizedCity,
            "I" => Self::IndependentCity,
            "C" => Self::ComponentCity,
            "M" => Self::Municipality,
            "S" => Self::Submunicipality,
            "B" => Self::Barangay,
            _ => return None,
        })
    }
    /// A city or municipality: what people write after the barangay.
    #[must_use]
    pub const fn is_town(self) -> bool {
        matches!(
            self,
            Self::HighlyUrbanizedCity
                | Self::IndependentCity
                | Self::ComponentCity
                | Self::Municipality
        )
    }
}

/// One area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub code: Psgc,
    /// The area it lies in; regions have none.
    pub parent: Option<Psgc>,
    /// What it is.
    pub level: Level,
    /// Name as the PSA writes it.
    pub name: String,
    /// The PSA's remark ("Pob.", "Capital").
    pub note: String,
    /// The 9-digit code used before 2021, 0 when there was none.
    pub old_code: u32,
    pub(crate) key: String,
}

/// All areas, sorted by code.
#[derive(Debug)]
pub struct Gazetteer {
    version: String,
    areas: Vec<Area>,
    by_old: HashMap<u32, Psgc>,
    /// Places in `areas`, in code order: by key, and by what they lie in.
    by_key: HashMap<String, Vec<usize>>,
    by_parent: HashMap<Psgc, Vec<usize>>,
}

/// The shipped gazetteer, unpacked on first use (some tens of milliseconds) and kept.
pub fn gazetteer() -> &'static Gazetteer {
    static LOADED: OnceLock<Gazetteer> = OnceLock::new();
    LOADED.get_or_init(|| {
        let bytes = zstd::bulk::decompress(PACKED, UNPACKED_MAX).unwrap_or_default();
        Gazetteer::parse(&String::from_utf8_lossy(&bytes))
    })
}

impl Gazetteer {
    fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        let version = lines.next().unwrap_or_default().to_owned();
        let mut code = 0u32;
        let areas: Vec<Area> = lines.filter_map(|l| parse_line(l, &mut code)).collect();
        let by_old = areas
            .iter()
            .filter(|a| a.old_code != 0)
            .map(|a| (a.old_code, a.code))
            .collect();
        let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
        let mut by_parent: HashMap<Psgc, Vec<usize>> = HashMap::new();
        for (at, area) in areas.iter().enumerate() {
            by_key.entry(area.key.clone()).or_default().push(at);
            if let Some(parent) = area.parent {
                by_parent.entry(parent).or_default().push(at);
            }
        }
        Self {
            version,
            areas,
            by_old,
            by_key,
            by_parent,
        }
    }

    /// The PSGC release, e.g. `2026-10`. Stored beside every code, because codes are re-issued.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }
    /// Number of areas.
    #[must_use]
    pub fn len(&self) -> usize {
        self.areas.len()
    }
    /// Whether the table is empty (it never is, unless the build was broken).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.areas.is_empty()
    }
    /// Every area in code order.
    #[must_use]
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }
    /// The area with this code.
    #[must_use]
    pub fn get(&self, code: Psgc) -> Option<&Area> {
        self.areas
            .binary_search_by_key(&code, |a| a.code)
            .ok()
            .and_then(|i| self.areas.get(i))
    }
    /// The area that had this 9-digit code before 2021 (as a number, leading zeros lost).
    #[must_use]
    pub fn by_old_code(&self, old: u32) -> Option<&Area> {
        self.by_old.get(&old).and_then(|c| self.get(*c))
    }
    /// Areas directly inside `code`, in code order.
    pub fn children(&self, code: Psgc) -> impl Iterator<Item = &Area> {
        self.at(self.by_parent.get(&code))
    }
    fn at<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Area> {
        let places = places.into_iter().flatten();
        places.filter_map(|i| self.areas.get(*i))
    }
    /// The area and all in it.
    fn within(&self, code: Psgc) -> Vec<&Area> {
        let mut out: Vec<&Area> = self.get(code).into_iter().collect();
        let mut next = 0usize;
        while let Some(area) = out.get(next).copied() {
            next = next.saturating_add(1);
            // Areas form a tree; a table that says otherwise ends here.
            if out.len() > self.areas.len() {
                break;
            }
            out.extend(self.children(area.code));
        }
        out.sort_unstable_by_key(|a| a.code);
        out
    }
    /// The area and all it lies in, smallest first.
    #[must_use]
    pub fn chain(&self, code: Psgc) -> Vec<&Area> {
        let mut out: Vec<&Area> = Vec::new();
        let mut next = Some(code);
        while let Some(area) = next.and_then(|c| self.get(c)) {
            out.push(area);
            if out.len() > 6 {
                break;
            }
            next = area.parent;
        }
        out
    }
    /// `"Dita, Cuenca, Batangas"`: the name up to the province, without the region.
    #[must_use]
    pub fn path(&self, code: Psgc) -> String {
        let chain = self.chain(code);
        let keep = chain
            .iter()
            .filter(|a| chain.len() == 1 || a.level != Level::Region);
        keep.map(|a| a.name.as_str()).collect::<Vec<_>>().join(", ")
    }
    /// Whether `code` is `outer` or lies in it.
    #[must_use]
    pub fn is_within(&self, code: Psgc, outer: Psgc) -> bool {
        self.chain(code).iter().any(|a| a.code == outer)
    }
}

fn parse_line(line: &str, code: &mut u32) -> Option<Area> {
    let mut columns = line.split('\t');
    let step: u32 = columns.next()?.parse().ok()?;
    *code = code.saturating_add(step);
    let id = Psgc::new(*code)?;
    let level = Level::from_letter(columns.next()?)?;
    let name = columns.next()?.to_owned();
    let note = columns.next().unwrap_or_default().to_owned();
    let old_code = match columns.next().unwrap_or_default() {
        "" => without_third_digit(*code),
        other => other.parse().unwrap_or(0),
    };
    let parent = match columns.next().unwrap_or_default() {
        "" => derived_parent(id, level),
        other => other.parse().ok().and_then(Psgc::new),
    };
    let key = search::key(&name, level);
    Some(Area {
        code: id,
        parent,
        level,
        name,
        note,
        old_code,
        key,
    })
}

/// The old code is the new one without its third digit, for areas that were not renumbered.
fn without_third_digit(code: u32) -> u32 {
    let region = code / 100_000_000;
    region
        .saturating_mul(10_000_000)
        .saturating_add(code % 10_000_000)
}

fn derived_parent(code: Psgc, level: Level) -> Option<Psgc> {
    match level {
        Level::Region => None,
        Level::Barangay => Some(code.municipality()),
        _ => Some(code.province()),
    }
    .filter(|p| *p != code)
}

/// Key of a name typed by somebody: without "Barangay", "Municipality of" and the like.
pub(crate) fn typed_key(text: &str) -> String {
    squash(&search::without_kind_words(text))
}
