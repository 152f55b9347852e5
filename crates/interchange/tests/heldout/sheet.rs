//! Lays a list out as secretaries do: titles, headers of one or two rows, sections, ditto marks, merged households, totals,
//! signatures; and notes what is true of each row. Knows nothing of the reader.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::columns::{Column, What, columns};
use super::people::{Dice, Kin, Truth, invent};
use super::typing::{Dates, Family, Hand, Typed};

/// A sheet with what is true of it.
#[derive(Default)]
pub struct Grid {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Vec<Typed>>,
    /// First row, first column, last row, last column; from 0.
    pub merges: Vec<[usize; 4]>,
    pub expected: Vec<Expected>,
}

/// What is true of the person in a row: field → words.
pub struct Expected {
    /// As the spreadsheet shows it, from 1.
    pub row: u32,
    pub fields: BTreeMap<&'static str, String>,
}

/// A place: its name and its code.
pub type Place = (String, String);

pub struct Plan<'a> {
    pub hand: &'a Hand,
    pub places: &'a [Place],
    pub workbook: bool,
    pub people: usize,
}

struct Choices {
    by_purok: bool,
    by_column: bool,
    dittos: Option<&'static str>,
    households: bool,
    second: usize,
    repeat_header: bool,
    place: Place,
}

pub fn lay_out(d: &mut Dice, plan: &Plan<'_>) -> Grid {
    let c = Choices {
        by_purok: d.percent(35),
        by_column: d.percent(35),
        dittos: if d.percent(35) {
            Some(d.pick(&["\"", "-do-", "ditto", "''", "do.", "〃"]))
        } else {
            None
        },
        households: plan.workbook && plan.hand.family != Family::Twice && d.percent(35),
        second: d.below(3),
        repeat_header: d.percent(20),
        place: d.pick(plan.places),
    };
    let columns = columns(d, plan.hand, c.by_column, c.by_purok);
    let mut sheet = Laid {
        grid: Grid {
            name: c.place.0.clone(),
            ..Grid::default()
        },
        columns,
        d,
        plan,
        c,
    };
    sheet.titles();
    sheet.header();
    sheet.list();
    sheet.ending();
    sheet.grid
}

struct Laid<'s, 'a> {
    grid: Grid,
    columns: Vec<Column>,
    d: &'s mut Dice,
    plan: &'s Plan<'a>,
    c: Choices,
}

impl Laid<'_, '_> {
    fn line(&mut self, at: usize, text: &str) {
        let mut row = vec![Typed::Nothing; self.columns.len()];
        row[at] = Typed::text(text);
        self.grid.rows.push(row);
    }

    fn titles(&mut self) {
        let width = self.columns.len() - 1;
        let mut lines = Vec::new();
        if self.d.percent(60) {
            lines
                .extend(["Republic of the Philippines", "Province of Batangas"].map(str::to_owned));
        }
        lines.push("MUNICIPALITY OF CUENCA".to_owned());
        if !self.c.by_column {
            let named = self.d.pick(&["BARANGAY ", "Brgy. ", "Barangay "]);
            lines.push(format!("{named}{}", self.c.place.0));
        }
        if self.d.percent(60) {
            lines.push(
                self.d
                    .pick(&[
                        "LIST OF OVERSEAS FILIPINO WORKERS",
                        "MASTERLIST OF OFWs",
                        "Talaan ng mga OFW",
                    ])
                    .to_owned(),
            );
        }
        let spread = self.plan.workbook && self.d.percent(50);
        for text in lines {
            if spread {
                let row = self.grid.rows.len();
                self.grid.merges.push([row, 0, row, width]);
            }
            self.line(0, &text);
        }
        if self.d.percent(50) {
            self.grid.rows.push(vec![Typed::Nothing; width + 1]);
        }
    }

    fn header(&mut self) {
        let grouped = self.columns.iter().any(|c| !c.group.is_empty());
        let row = self.grid.rows.len();
        if grouped {
            let mut above = vec![Typed::Nothing; self.columns.len()];
            let mut start = 0;
            for (at, c) in self.columns.iter().enumerate() {
                if c.group.is_empty() {
                    above[at] = Typed::text(c.title.clone());
                    if self.plan.workbook {
                        self.grid.merges.push([row, at, row + 1, at]);
                    }
                } else if at == 0 || self.columns[at - 1].group != c.group {
                    above[at] = Typed::text(c.group);
                    start = at;
                } else if self.plan.workbook
                    && (at + 1 == self.columns.len() || self.columns[at + 1].group != c.group)
                {
                    self.grid.merges.push([row, start, row, at]);
                }
            }
            self.grid.rows.push(above);
        }
        let titles = self.columns.iter().map(|c| {
            if grouped && c.group.is_empty() {
                Typed::Nothing
            } else {
                Typed::text(c.title.clone())
            }
        });
        self.grid.rows.push(titles.collect());
    }

    fn list(&mut self) {
        let mut people: Vec<Truth> = (0..self.plan.people).map(|_| invent(self.d)).collect();
        if self.c.by_purok {
            people.sort_by(|a, b| a.purok.cmp(&b.purok));
        }
        let header = self.grid.rows.len() - 1;
        let (mut purok, mut above): (String, Option<(Truth, Place)>) = (String::new(), None);
        let mut n = 0;
        while n < people.len() {
            if self.c.by_purok && people[n].purok != purok {
                purok.clone_from(&people[n].purok);
                self.section(&purok);
                above = None;
            }
            if self.c.repeat_header
                && n > 0
                && n.is_multiple_of(12)
                && self.columns.iter().all(|c| c.group.is_empty())
            {
                let again = self.grid.rows[header].clone();
                self.grid.rows.push(again);
                above = None;
            }
            let size = if self.c.households && self.d.percent(25) {
                2
            } else {
                1
            };
            let household = n..(n + size).min(people.len());
            let together = household.len() > 1
                && people[n + 1].purok == people[n].purok
                && !people[n].contacts.is_empty();
            if together {
                let family: Vec<Kin> = people[n].contacts.iter().take(1).cloned().collect();
                people[n].contacts.clone_from(&family);
                people[n + 1].contacts = family;
            }
            let first = self.grid.rows.len();
            for at in household.take(if together { 2 } else { 1 }) {
                let place = if self.c.by_column {
                    self.d.pick(self.plan.places)
                } else {
                    self.c.place.clone()
                };
                let covered = together && at > n;
                self.person(n_of(at), &people[at], &place, above.as_ref(), covered);
                above = Some((people[at].clone(), place));
                n = at + 1;
            }
            if together {
                for at in 0..self.columns.len() {
                    if matches!(
                        self.columns[at].what,
                        What::KinName(_) | What::KinRelation(_) | What::KinPhone(_)
                    ) {
                        self.grid.merges.push([first, at, first + 1, at]);
                    }
                }
            }
            if self.d.percent(3) {
                self.grid
                    .rows
                    .push(vec![Typed::Nothing; self.columns.len()]);
            }
        }
    }

    fn section(&mut self, purok: &str) {
        let text = if self.d.percent(50) {
            purok.to_uppercase()
        } else {
            purok.to_owned()
        };
        let row = self.grid.rows.len();
        if self.plan.workbook && self.d.percent(50) {
            self.grid.merges.push([row, 0, row, self.columns.len() - 1]);
        }
        self.line(0, &text);
    }

    /// What is typed of the contacts in the cells of the first and the second.
    fn kin(&mut self, t: &Truth) -> (Vec<[Typed; 3]>, Vec<Kin>, Option<Kin>) {
        let hand = self.plan.hand;
        let twice = hand.family == Family::Twice;
        let joined = !twice
            && self.c.second == 1
            && t.contacts.len() == 2
            && !hand.kin_turned
            && t.contacts.iter().all(|k| k.phones.len() == 1);
        if joined {
            let cells = t
                .contacts
                .iter()
                .map(|k| self.kin_cells(k))
                .collect::<Vec<_>>();
            let join = |n: usize| {
                let texts: Vec<String> = cells
                    .iter()
                    .map(|c| match &c[n] {
                        Typed::Text(t) => t.trim().to_owned(),
                        Typed::Number(x) => format!("0{x:.0}"),
                        _ => String::new(),
                    })
                    .collect();
                Typed::text(texts.join(" / "))
            };
            let relation = if cells[0][1] == Typed::Nothing {
                Typed::Nothing
            } else {
                join(1)
            };
            return (vec![[join(0), relation, join(2)]], t.contacts.clone(), None);
        }
        let most = if twice { 2 } else { 1 };
        let cells = t
            .contacts
            .iter()
            .take(most)
            .map(|k| self.kin_cells(k))
            .collect();
        let below = t
            .contacts
            .get(1)
            .filter(|k| !twice && self.c.second == 2 && !k.phones.is_empty())
            .cloned();
        (
            cells,
            t.contacts.iter().take(most).cloned().collect(),
            below,
        )
    }

    fn kin_cells(&mut self, k: &Kin) -> [Typed; 3] {
        let hand = self.plan.hand;
        let (name, relation) = (hand.kin_name(self.d, k), hand.relation(self.d, k.relation));
        let phones = hand.phones(self.d, &k.phones);
        match hand.family {
            Family::Bracketed => [
                Typed::text(format!("{} ({relation})", name.trim())),
                Typed::Nothing,
                phones,
            ],
            Family::Dashed => [
                Typed::text(format!("{} - {relation}", name.trim())),
                Typed::Nothing,
                phones,
            ],
            _ => [Typed::text(name), Typed::text(relation), phones],
        }
    }

    fn person(
        &mut self,
        n: usize,
        t: &Truth,
        place: &Place,
        above: Option<&(Truth, Place)>,
        covered: bool,
    ) {
        let hand = self.plan.hand;
        let names = hand.name(self.d, t);
        let (kin, mut told, below) = self.kin(t);
        told.extend(below.clone());
        let mut row = Vec::new();
        for at in 0..self.columns.len() {
            let what = self.columns[at].what;
            let of_kin = matches!(
                what,
                What::KinName(_) | What::KinRelation(_) | What::KinPhone(_)
            );
            let cell = match what {
                _ if of_kin && covered => Typed::Nothing,
                What::No => {
                    if self.plan.workbook {
                        Typed::Number(n as f64)
                    } else {
                        Typed::text(n.to_string())
                    }
                }
                What::Name(part) => names[part].clone(),
                What::Sex => hand.sex(self.d, t),
                What::Birth => hand.birth(self.d, t),
                What::Civil => hand.civil(t, self.d),
                What::Barangay => self.ditto(&place.0, above.map(|a| a.1.0.as_str())),
                What::Purok => self.ditto(&t.purok, above.map(|a| a.0.purok.as_str())),
                What::Country => match (self.c.dittos, above) {
                    (Some(mark), Some((a, _))) if a.country == t.country => Typed::text(mark),
                    _ => hand.country(self.d, t),
                },
                What::Work => Typed::text(t.occupation.clone()),
                What::Own => hand.phones(self.d, &t.own_phones),
                What::KinName(k) | What::KinRelation(k) | What::KinPhone(k) => {
                    let part = match what {
                        What::KinName(_) => 0,
                        What::KinRelation(_) => 1,
                        _ => 2,
                    };
                    match kin.get(k) {
                        Some(cells) => cells[part].clone(),
                        None => hand.or_blank(self.d, String::new()),
                    }
                }
                What::Remarks => {
                    if self.d.percent(15) {
                        Typed::text("Balik-manggagawa")
                    } else {
                        Typed::Nothing
                    }
                }
                What::Passport => Typed::text(format!("P{:07}A", self.d.below(9_999_999))),
            };
            row.push(cell);
        }
        self.grid.rows.push(row);
        let number = self.grid.rows.len() as u32;
        let fields = self.truth(t, place, &told);
        self.grid.expected.push(Expected {
            row: number,
            fields,
        });
        if let Some(k) = below {
            let cells = self.kin_cells(&k);
            let row = self.columns.iter().map(|c| match c.what {
                What::KinName(0) => cells[0].clone(),
                What::KinRelation(0) => cells[1].clone(),
                What::KinPhone(0) => cells[2].clone(),
                _ => Typed::Nothing,
            });
            let row = row.collect();
            self.grid.rows.push(row);
        }
    }

    fn ditto(&mut self, text: &str, above: Option<&str>) -> Typed {
        match self.c.dittos {
            Some(mark) if above == Some(text) => Typed::text(mark),
            _ => Typed::text(text),
        }
    }

    fn truth(&self, t: &Truth, place: &Place, kin: &[Kin]) -> BTreeMap<&'static str, String> {
        let hand = self.plan.hand;
        let mut out = BTreeMap::from([
            ("surname", t.surname.clone()),
            ("given", t.given.clone()),
            ("middle", hand.middle_said(t)),
            ("suffix", t.suffix.clone()),
            ("barangay", place.1.clone()),
        ]);
        if self.c.by_purok {
            out.insert("purok", t.purok.clone());
        }
        for c in &self.columns {
            match c.what {
                What::Sex => drop(out.insert("sex", t.sex.to_string())),
                What::Civil => drop(out.insert("civil", t.civil.to_owned())),
                What::Purok => drop(out.insert("purok", t.purok.clone())),
                What::Country => drop(out.insert("country", t.country.to_owned())),
                What::Work => drop(out.insert("occupation", t.occupation.clone())),
                What::Own => drop(out.insert("phones", t.own_phones.join(" "))),
                What::Birth => {
                    let b = t.birth.expect("everybody was born");
                    let said = if hand.dates == Dates::Age {
                        format!("age {}", 2025 - b.year())
                    } else {
                        b.to_string()
                    };
                    out.insert("birth", said);
                }
                _ => {}
            }
        }
        for (n, k) in kin.iter().enumerate() {
            let keys = [
                ["contact 1 name", "contact 1 relation", "contact 1 phones"],
                ["contact 2 name", "contact 2 relation", "contact 2 phones"],
            ][n];
            out.insert(keys[0], format!("{} {}", k.given, k.surname));
            out.insert(keys[1], k.relation.code().to_owned());
            out.insert(keys[2], k.phones.join(" "));
        }
        out
    }

    fn ending(&mut self) {
        let width = self.columns.len();
        if self.d.percent(60) {
            let mut row = vec![Typed::Nothing; width];
            row[0] = Typed::text(self.d.pick(&["TOTAL", "KABUUAN", "Grand Total"]));
            row[1] = Typed::text(self.plan.people.to_string());
            self.grid.rows.push(row);
        }
        if self.d.percent(60) {
            self.grid.rows.push(vec![Typed::Nothing; width]);
            let at = self.d.below(3.min(width));
            self.line(at, "Prepared by:");
            self.grid.rows.push(vec![Typed::Nothing; width]);
            self.line(at, "JUANA M. SANTOS");
            self.line(at, "Barangay Secretary");
        }
    }
}

fn n_of(at: usize) -> usize {
    at + 1
}
