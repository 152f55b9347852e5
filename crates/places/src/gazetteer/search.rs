//! Searching the gazetteer: exact names as they stand in lists, and completion while typing. Reads only.

use super::{Area, Gazetteer, Level, typed_key};
use crate::{Psgc, edit_distance_at_most, fold, squash};

/// A hit of a search, best first.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The area.
    pub area: &'a Area,
    /// 0 (exact) upwards; for ordering only.
    pub distance: u32,
}

const KIND_WORDS: [&str; 16] = [
    "barangay",
    "brgy",
    "bgy",
    "brg",
    "municipality",
    "munisipalidad",
    "bayan",
    "province",
    "lalawigan",
    "probinsya",
    "prov",
    "city",
    "lungsod",
    "mun",
    "of",
    "ng",
];
/// Words that are part of a proper name when they stand alone ("Barangay 1", "Quezon City").
const NUMBERED: [&str; 4] = ["barangay", "brgy", "bgy", "brg"];

/// "BRGY. DITA" → "dita"; "Barangay 1 (Pob.)" → "1"; "City of Calamba" → "calamba".
pub(super) fn without_kind_words(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let kept: Vec<&str> = words
        .iter()
        .copied()
        .filter(|w| !KIND_WORDS.contains(w) && *w != "pob" && *w != "poblacion")
        .collect();
    if kept.is_empty() {
        words
            .into_iter()
            .filter(|w| !NUMBERED.contains(w))
            .collect::<Vec<_>>()
            .join(" ")
    } else {
        kept.join(" ")
    }
}

/// "Purok 2", "Sitio Ibaba": lies inside a barangay, is none.
fn is_part_of_barangay(text: &str) -> bool {
    let folded = fold(text);
    let first = folded.split(' ').next().unwrap_or_default();
    matches!(
        first,
        "purok" | "prk" | "sitio" | "zone" | "zona" | "street" | "block" | "blk" | "lot" | "phase"
    )
}

/// Key under which a shipped name is found.
pub(super) fn key(name: &str, level: Level) -> String {
    let before_bracket = name.split('(').next().unwrap_or(name);
    let base = if level == Level::Region {
        name
    } else {
        before_bracket
    };
    let key = squash(&without_kind_words(base));
    if key.is_empty() { squash(name) } else { key }
}

impl Gazetteer {
    /// Areas of this name as somebody wrote it ("BRGY. SAN FELIPE"), inside `within` if given.
    #[must_use]
    pub fn named(&self, text: &str, within: Option<Psgc>) -> Vec<&Area> {
        let key = typed_key(text);
        if key.is_empty() {
            return Vec::new();
        }
        let exact: Vec<&Area> = self
            .at(self.by_key.get(&key))
            .filter(|a| within.is_none_or(|w| self.is_within(a.code, w)))
            .collect();
        let Some(outer) = within.filter(|_| exact.is_empty() && key.len() >= 4) else {
            return exact;
        };
        let mut near = self.within(outer);
        near.retain(|a| edit_distance_at_most(&a.key, &key, 1));
        near
    }

    /// The one barangay meant by a written place such as `"Purok 2, Brgy. San Felipe, Cuenca, Batangas"`, tried from the
    /// smallest part up; `home` (a town) settles what is left open. `None` when nothing or more than one fits.
    #[must_use]
    pub fn barangay_in(&self, text: &str, home: Option<Psgc>) -> Option<&Area> {
        let parts: Vec<&str> = text.split([',', ';', '/', '\n']).map(str::trim).collect();
        let candidate = |named_outer: bool| {
            let mut rest = parts.as_slice();
            while let Some((part, outers)) = rest.split_first() {
                rest = outers;
                if is_part_of_barangay(part) {
                    continue;
                }
                let hits = if named_outer {
                    self.narrowed(part, outers)
                } else {
                    self.at_home(part, home)
                };
                if let [only] = hits.as_slice() {
                    return Some(*only);
                }
            }
            None
        };
        candidate(true).or_else(|| candidate(false))
    }

    fn barangays(&self, name: &str, within: Option<Psgc>) -> Vec<&Area> {
        self.named(name, within)
            .into_iter()
            .filter(|a| a.level == Level::Barangay)
            .collect()
    }

    /// Barangays of this name in an area named by one of the later parts.
    fn narrowed(&self, name: &str, outers: &[&str]) -> Vec<&Area> {
        let mut hits = self.barangays(name, None);
        let mut narrowed = false;
        for key in outers
            .iter()
            .map(|o| typed_key(o))
            .filter(|k| !k.is_empty())
        {
            let inside = |a: &&Area| self.chain(a.code).iter().skip(1).any(|o| o.key == key);
            let fewer: Vec<&Area> = hits.iter().copied().filter(inside).collect();
            if !fewer.is_empty() {
                narrowed = true;
                hits = fewer;
            }
        }
        if narrowed { hits } else { Vec::new() }
    }

    /// Barangays of this name in the home town, or anywhere when no home is given.
    fn at_home(&self, name: &str, home: Option<Psgc>) -> Vec<&Area> {
        self.barangays(name, home)
    }

    /// The town (city or municipality) of this name, in the named province if one is given; `None` if not unique.
    #[must_use]
    pub fn town(&self, name: &str, province: Option<&str>) -> Option<&Area> {
        let mut hits: Vec<&Area> = self
            .named(name, None)
            .into_iter()
            .filter(|a| a.level.is_town())
            .collect();
        if let Some(province) = province.map(typed_key).filter(|p| !p.is_empty()) {
            hits.retain(|a| self.chain(a.code).iter().skip(1).any(|o| o.key == province));
        }
        match hits.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Completion while typing: every typed word must begin a word of the name or of an enclosing area
    /// (`"dita cuen"`); with one slip forgiven when nothing fits. `near` (a town or province) comes first. At most `limit`.
    #[must_use]
    pub fn search(&self, typed: &str, near: Option<Psgc>, limit: usize) -> Vec<Found<'_>> {
        let folded = fold(typed);
        let words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
        if words.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut hits = self.scan(&words, near, false);
        if hits.is_empty() {
            hits = self.scan(&words, near, true);
        }
        hits.sort_by_key(|f| (f.distance, f.area.code));
        hits.truncate(limit);
        hits
    }

    fn scan(&self, words: &[&str], near: Option<Psgc>, forgiving: bool) -> Vec<Found<'_>> {
        let Some(first) = words.first() else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for area in &self.areas {
            let Some(own) = begins(area, first, forgiving) else {
                continue;
            };
            let chain = self.chain(area.code);
            let rest_fit = words
                .iter()
                .skip(1)
                .all(|w| chain.iter().any(|a| begins(a, w, forgiving).is_some()));
            if !rest_fit {
                continue;
            }
            let far = near.map_or(0, |n| {
                if chain.iter().any(|a| a.code == n) {
                    0
                } else {
                    40
                }
            });
            let small = if area.level == Level::Barangay { 1 } else { 0 };
            out.push(Found {
                area,
                distance: own.saturating_add(far).saturating_add(small),
            });
        }
        out
    }
}

/// 0: the whole key, 2: its beginning, 4: the beginning of a later word, 9: with one slip.
fn begins(area: &Area, word: &str, forgiving: bool) -> Option<u32> {
    if area.key == word {
        return Some(0);
    }
    if area.key.starts_with(word) {
        return Some(2);
    }
    let folded = if area.name.contains(' ') || forgiving {
        fold(&area.name)
    } else {
        String::new()
    };
    if folded.split(' ').any(|w| w.starts_with(word)) {
        return Some(4);
    }
    let slip = forgiving
        && word.len() >= 4
        && folded.split(' ').any(|w| {
            let head: String = w.chars().take(word.chars().count()).collect();
            edit_distance_at_most(&head, word, 1) || edit_distance_at_most(w, word, 1)
        });
    slip.then_some(9)
}
