//! Likely duplicates and lists matched against the register. Proposals only.

use crate::dto::{AppError, DuplicatePair, DuplicateSide, ErrorCode, ListRow, Progress};
use crate::import::{InFile, ProgressSink};
use crate::session::{App, Session};
use std::sync::Mutex;
use ugnay_interchange::{ImportOptions, Mapping, SourceFile};
use ugnay_matching::{Features, Options};
use ugnay_model::{ContactId, Person, PersonId};
use ugnay_register::{Filter, Sort};

impl Session {
    fn everybody(&self) -> Result<Vec<Person>, AppError> {
        let page = self
            .register
            .people(&Filter::default(), Sort::Name, 0, u64::from(u32::MAX))?;
        let mut out = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            out.extend(self.register.person(row.id)?);
        }
        Ok(out)
    }

    fn side(&self, p: &Person) -> Result<DuplicateSide, AppError> {
        let file = self.register.case_file(p.id)?;
        let source = file
            .and_then(|f| f.provenance)
            .map(|v| format!("{}!{}", v.sheet, v.row))
            .unwrap_or_default();
        Ok(DuplicateSide {
            id: p.id.to_string(),
            name: p.list_name(),
            source,
        })
    }
}

impl App {
    /// Likely duplicates, best first. Never merged by themselves.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] when `progress` says stop.
    pub fn duplicates(
        &mut self,
        progress: ProgressSink<'_>,
    ) -> Result<Vec<DuplicatePair>, AppError> {
        let (s, _) = self.open()?;
        let persons = s.everybody()?;
        let features: Vec<Features> = persons.iter().map(Features::from).collect();
        let known = not_same(s, &persons)?;
        let apart = |a: usize, b: usize| known.contains(&(a.min(b), a.max(b)));
        progress(Progress {
            step: "matching".into(),
            done: 0,
            total: 0,
        });
        let options = Options {
            apart: &apart,
            ..Options::default()
        };
        let pairs =
            ugnay_matching::duplicates(&features, &options).map_err(|_| ErrorCode::Cancelled)?;
        let mut out = Vec::with_capacity(pairs.len());
        for p in pairs {
            let (Some(a), Some(b)) = (persons.get(p.a), persons.get(p.b)) else {
                continue;
            };
            let why = p.why.iter().map(|w| w.english().to_owned()).collect();
            out.push(DuplicatePair {
                a: s.side(a)?,
                b: s.side(b)?,
                score: p.score,
                why,
            });
        }
        Ok(out)
    }

    /// A list (a flight, a shelter) against the register: a proposal per row.
    ///
    /// # Errors
    /// A code per kind of bad file; [`ErrorCode::Cancelled`].
    pub fn match_list(
        &mut self,
        file: &InFile,
        progress: ProgressSink<'_>,
    ) -> Result<Vec<ListRow>, AppError> {
        let (s, env) = self.open()?;
        let today = chrono::DateTime::from_timestamp(env.now(), 0)
            .map_or(chrono::NaiveDate::MIN, |t| t.date_naive());
        let options = ImportOptions {
            home: None,
            today,
            include_hidden: false,
        };
        let progress = Mutex::new(progress);
        let source = SourceFile {
            name: &file.name,
            bytes: &file.bytes,
        };
        let preview =
            ugnay_interchange::preview(&[source], &Mapping::default(), &options, &mut |p| {
                progress.lock().is_ok_and(|mut sink| {
                    sink(Progress {
                        step: "reading".into(),
                        done: p.rows,
                        total: 0,
                    })
                })
            })?;
        let list = &preview.parsed.persons;
        let rows: Vec<Features> = list
            .iter()
            .map(|p| {
                Features::from(&p.to_person(PersonId::from_bytes([0; 16]), "", || {
                    ContactId::from_bytes([0; 16])
                }))
            })
            .collect();
        let persons = s.everybody()?;
        let register: Vec<Features> = persons.iter().map(Features::from).collect();
        let found = ugnay_matching::match_list(&rows, &register, &Options::default())
            .map_err(|_| ErrorCode::Cancelled)?;
        Ok(found
            .iter()
            .map(|m| ListRow {
                row: list.get(m.row).map_or(0, |p| p.source.row),
                id: m
                    .person
                    .and_then(|i| persons.get(i))
                    .map(|p| p.id.to_string()),
                score: m.score,
                why: m.why.iter().map(|w| w.english().to_owned()).collect(),
                decision: m.decision.code().to_owned(),
            })
            .collect())
    }
}

/// Pairs that an officer said are not the same, by place in the list.
fn not_same(
    s: &Session,
    persons: &[Person],
) -> Result<std::collections::HashSet<(usize, usize)>, AppError> {
    let place: std::collections::HashMap<PersonId, usize> =
        persons.iter().enumerate().map(|(i, p)| (p.id, i)).collect();
    let mut out = std::collections::HashSet::new();
    for (i, p) in persons.iter().enumerate() {
        let others = s
            .register
            .case_file(p.id)?
            .map(|f| f.not_same)
            .unwrap_or_default();
        out.extend(
            others
                .iter()
                .filter_map(|o| place.get(o))
                .map(|j| (i.min(*j), i.max(*j))),
        );
    }
    Ok(out)
}
