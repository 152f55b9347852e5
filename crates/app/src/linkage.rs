//! Likely duplicates, look-alikes while somebody types, and lists matched against the register. Proposals only: what an
//! officer decides about a pair is in [`merge`].

mod added;
mod alike;
mod found;
mod merge;

use crate::dto::{AppError, DuplicateList, DuplicatePair, ErrorCode, ListRow, Progress, Why};
use crate::import::{InFile, ProgressSink};
use crate::session::{App, Session};
use alike::Alike;
use std::collections::{BTreeMap, HashSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use ugnay_interchange::{ImportOptions, Mapping, SourceFile};
use ugnay_matching::{Features, Options, Reason};
use ugnay_model::{ContactId, Person, PersonId};

pub(crate) use added::AddedPair;
pub(crate) use found::{Found, FoundPair};

/// What the session knows of pairs and look-alikes.
#[derive(Default)]
pub(crate) struct Linkage {
    /// Everybody, ready to be compared with one being typed.
    alike: Alike,
    /// Pairs still to look at, as last asked for.
    open: Option<Vec<FoundPair>>,
}

impl Linkage {
    /// Forgets what may no longer be true after a write that touched many.
    pub(crate) fn forget(&mut self) {
        self.alike = Alike::default();
        self.open = None;
    }

    /// Brings the index up to date for one person; nothing when they are no longer in the lists.
    pub(crate) fn touch(&mut self, id: PersonId, person: Option<&Person>) {
        self.open = None;
        self.alike.touch(id, person);
    }
}

/// The words of a reason in English, for the terminal and reports; the window has its own.
#[must_use]
pub fn reason_in_english(code: &str) -> String {
    let own = match code {
        "together.disputed" => Some("merged by one officer, called two persons by another"),
        "together.shared" => Some("a third entry was merged into both"),
        _ => None,
    };
    own.map(str::to_owned)
        .or_else(|| {
            Reason::catalogue()
                .find(|(c, _)| c == code)
                .map(|(_, t)| t.to_owned())
        })
        .unwrap_or_else(|| "other evidence".to_owned())
}

pub(crate) fn why(reasons: &[Reason]) -> Vec<Why> {
    let one = |r: &Reason| Why {
        code: r.code(),
        bits: r.bits,
    };
    reasons.iter().map(one).collect()
}

/// Everybody of a register, taken out of it so that comparing them holds up nothing else.
pub struct Comparison {
    register: String,
    version: i64,
    at: i64,
    ids: Vec<PersonId>,
    people: Vec<Features>,
    apart: HashSet<(usize, usize)>,
}

/// What a comparison found.
pub struct Compared {
    register: String,
    found: Found,
}

impl Comparison {
    /// Compares everybody with everybody like them. Takes seconds for tens of thousands.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] when `progress` says stop.
    pub fn run(self, progress: ProgressSink<'_>) -> Result<Compared, AppError> {
        let apart = |a: usize, b: usize| self.apart.contains(&(a.min(b), a.max(b)));
        let pairs = watched(&self.people, &apart, progress)?;
        let id = |i: usize| self.ids.get(i).copied();
        let pairs = pairs.iter().filter_map(|p| {
            Some(FoundPair {
                a: id(p.a)?,
                b: id(p.b)?,
                score: p.score,
                why: p.why.iter().map(|r| (r.code(), r.bits)).collect(),
            })
        });
        Ok(Compared {
            found: Found {
                at: self.at,
                version: self.version,
                pairs: pairs.collect(),
            },
            register: self.register,
        })
    }
}

/// Runs the comparison on threads of its own and passes on how far it is; stops it when `progress` says so.
fn watched(
    people: &[Features],
    apart: &(dyn Fn(usize, usize) -> bool + Sync),
    progress: ProgressSink<'_>,
) -> Result<Vec<ugnay_matching::Pair>, AppError> {
    let cancel = AtomicBool::new(false);
    let (send, receive) = channel();
    std::thread::scope(|scope| {
        let work = scope.spawn(|| {
            let send = send;
            let tell = |done: usize, total: usize| {
                // Who no longer listens does not stop the work.
                let _ = send.send((done, total));
            };
            let options = Options {
                apart,
                progress: &tell,
                cancel: &cancel,
                ..Options::default()
            };
            ugnay_matching::duplicates(people, &options)
        });
        let mut at = (0, 0);
        loop {
            match receive.recv_timeout(Duration::from_millis(100)) {
                Ok(now) => at = receive.try_iter().last().unwrap_or(now),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            let go_on = progress(Progress {
                step: "matching".into(),
                done: at.0 as u32,
                total: at.1 as u32,
            });
            if !go_on {
                cancel.store(true, Ordering::Relaxed);
            }
        }
        let found = work
            .join()
            .map_err(|_| AppError::from(ErrorCode::Internal))?;
        found.map_err(|_| ErrorCode::Cancelled.into())
    })
}

impl Session {
    pub(crate) fn everybody(&self) -> Result<Vec<Person>, AppError> {
        let mut out = Vec::new();
        self.register.cards(|p| out.push(p))?;
        Ok(out)
    }

    fn comparison(&self, at: i64) -> Result<Comparison, AppError> {
        let (mut ids, mut people) = (Vec::new(), Vec::new());
        self.register.cards(|p| {
            ids.push(p.id);
            people.push(Features::from(&p));
        })?;
        let place: BTreeMap<PersonId, usize> =
            ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
        let apart = self.register.bonds()?.apart();
        let places = apart.iter().filter_map(|(a, b)| {
            let (a, b) = (*place.get(a)?, *place.get(b)?);
            Some((a.min(b), a.max(b)))
        });
        Ok(Comparison {
            register: self.id.clone(),
            version: self.version()?,
            at,
            apart: places.collect(),
            ids,
            people,
        })
    }
}

impl App {
    /// Takes everybody out for a comparison.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn comparison(&mut self) -> Result<Comparison, AppError> {
        let (s, env) = self.open()?;
        s.comparison(env.now())
    }

    /// Keeps what a comparison found, and shows it.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], also when another register was opened meanwhile.
    pub fn compared(&mut self, compared: Compared) -> Result<DuplicateList, AppError> {
        let (s, _) = self.open()?;
        if s.id != compared.register {
            return Err(ErrorCode::Locked.into());
        }
        s.keep(&compared.found)?;
        s.duplicate_list()
    }

    /// The pairs found when the register was last compared, as far as they are still to look at.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn duplicate_list(&mut self) -> Result<DuplicateList, AppError> {
        self.open()?.0.duplicate_list()
    }

    /// Compares now; all likely duplicates, best first. Never merged by themselves.
    ///
    /// # Errors
    /// [`ErrorCode::Cancelled`] when `progress` says stop.
    pub fn duplicates(
        &mut self,
        progress: ProgressSink<'_>,
    ) -> Result<Vec<DuplicatePair>, AppError> {
        let comparison = self.comparison()?;
        let compared = comparison.run(progress)?;
        let (s, _) = self.open()?;
        s.keep(&compared.found)?;
        let pairs = s.open_pairs()?.to_vec();
        s.show_pairs(&pairs)
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

#[cfg(test)]
mod tests;
