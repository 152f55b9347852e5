//! Freshness as a number, and the monthly meeting: whom to ask about, what they said, who said it, each answer taken back.
//!
//! A person is fresh when somebody confirmed the entry within so many months; who is said to be back home is not counted. The
//! meeting that runs is this device's (it is left and taken up again); that one was held is told to the register's others.

mod phones;
mod running;

use crate::dto::{
    AppError, AreaFresh, ConfirmationDto, ErrorCode, FreshShare, Freshness, Meeting, MeetingEnd,
    MeetingMark, MeetingMarked, MeetingRow, MeetingSource,
};
use crate::env::Env;
use crate::people::parse_id;
use crate::places;
use crate::session::{App, Session};
use running::{Mark, Running};
use ugnay_model::{Confirmation, Country, MeetingHeld, Page, Person, PersonId, Phone, Psgc};
use ugnay_register::{Filter, Saved, Sort};

const DAY: i64 = 24 * 3600;
/// A meeting is monthly, so this is when the next one is due.
const EVERY: i64 = 30 * DAY;
/// Months within which a confirmation counts, where nothing else is asked for.
pub(crate) const MONTHS: u32 = 6;
const MOST_MONTHS: u32 = 36;
/// So many without an answer are listed at once.
const MOST_ROWS: u64 = 500;

/// The time since when a confirmation counts as one of the last `months` (of 365 / 12 days each).
pub(crate) fn since(now: i64, months: u32) -> i64 {
    let days = i64::from(months.clamp(1, MOST_MONTHS)) * 365 / 12;
    now.saturating_sub(days * DAY)
}

impl FreshShare {
    pub(crate) fn of(people: u64, fresh: u64) -> Self {
        // Nobody is nobody too few.
        let percent = (fresh * 100).checked_div(people).unwrap_or(100);
        let level = match percent {
            _ if people == 0 => "nobody",
            90.. => "good",
            75.. => "fair",
            50.. => "weak",
            _ => "poor",
        };
        Self {
            people: people as u32,
            fresh: fresh as u32,
            percent: percent as u32,
            level: level.to_owned(),
        }
    }
}

impl Session {
    /// The area a meeting is about; the register's own place is about everybody.
    fn area(&self, code: &str) -> Result<Psgc, AppError> {
        let bad = || AppError::new(ErrorCode::BadInput).field("area");
        let area: Psgc = match code {
            "" => self.about.place.ok_or_else(bad)?,
            code => code.parse().map_err(|_| bad())?,
        };
        places::name(area).ok_or_else(bad)?;
        Ok(area)
    }

    /// The people of an area who are still abroad.
    pub(crate) fn of_area(&self, area: Psgc) -> Filter {
        let everybody = self.about.place == Some(area);
        Filter {
            homes: if everybody { Vec::new() } else { vec![area] },
            returned: Some(false),
            ..Filter::default()
        }
    }

    /// How fresh an area is.
    pub(crate) fn share(&self, area: Psgc, since: i64) -> Result<FreshShare, AppError> {
        let everybody = self.about.place == Some(area);
        let rows = self.register.freshness(since)?;
        let inside = rows
            .iter()
            .filter(|r| everybody || r.area.is_some_and(|a| area.covers(a)));
        let (people, fresh) = inside.fold((0, 0), |(p, f), r| (p + r.people, f + r.fresh));
        Ok(FreshShare::of(people, fresh))
    }

    fn last_meeting(&self, area: Psgc, held: &[MeetingHeld]) -> Option<i64> {
        let about = |m: &&MeetingHeld| m.area.covers(area) || Some(m.area) == self.about.place;
        held.iter().filter(about).map(|m| m.ended).max()
    }

    fn shown(&self, running: &Running, env: &Env) -> Result<Meeting, AppError> {
        let area = Psgc(running.area);
        let filter = Filter {
            stale_before: Some(running.began.saturating_sub(EVERY)),
            ..self.of_area(area)
        };
        let open = self.register.people(
            &filter,
            Sort::Stale,
            0,
            MOST_ROWS + running.marks.len() as u64,
        )?;
        let mut left = open.total;
        let mut rows = Vec::new();
        for row in &open.rows {
            if running.mark(row.id).is_some() {
                left = left.saturating_sub(1);
            } else if (rows.len() as u64) < MOST_ROWS {
                rows.extend(
                    self.meeting_row(row.id, running)?
                        .map(|r| (row.confirmed_at, r)),
                );
            }
        }
        for mark in &running.marks {
            let id = PersonId::from_bytes(mark.person);
            rows.extend(self.meeting_row(id, running)?.map(|r| (mark.before, r)));
        }
        rows.sort_by(|(a, x), (b, y)| (a, &x.name, &x.id).cmp(&(b, &y.name, &y.id)));
        Ok(Meeting {
            area: area.to_string(),
            name: places::path(area),
            began: running.began,
            officer: self.about.officer.clone(),
            share: self.share(area, since(env.now(), MONTHS))?,
            done: running.marks.len() as u32,
            left: left as u32,
            rows: rows.into_iter().map(|(_, r)| r).collect(),
        })
    }

    fn meeting_row(&self, id: PersonId, running: &Running) -> Result<Option<MeetingRow>, AppError> {
        let mark = running.mark(id);
        Ok(self.register.person(id)?.map(|p| row(&p, mark)))
    }
}

fn row(p: &Person, mark: Option<&Mark>) -> MeetingRow {
    let country = p.country.or(p.sea_based.then_some(Country::SEA));
    let home = [p.purok.clone(), p.barangay.and_then(places::name)];
    let shown = |phones: &[Phone]| phones.iter().map(|p| p.shown().to_owned()).collect();
    MeetingRow {
        id: p.id.to_string(),
        name: p.list_name(),
        nickname: p.nickname.clone(),
        home: home.into_iter().flatten().collect::<Vec<_>>().join(", "),
        country: country.map(|c| c.to_string()),
        country_name: country.map(places::country_name),
        place: p.place.clone(),
        sources: p
            .contacts
            .iter()
            .map(|c| MeetingSource {
                name: c.name.clone(),
                relation: c.relation.map_or(String::new(), |r| r.code().to_owned()),
                phones: shown(&c.phones),
            })
            .collect(),
        phones: shown(&p.phones),
        confirmed: p.confirmed.as_ref().map(|c| ConfirmationDto {
            at: c.at,
            by: c.by.clone(),
            from: c.from.clone(),
        }),
        mark: mark.map(|m| m.mark.clone()),
        from: mark.map(|m| m.from.clone()).unwrap_or_default(),
        marked_at: mark.map(|m| m.at),
    }
}

impl App {
    /// How fresh the register is: the share of people confirmed within so many months (1 to 36), in all and by barangay.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`], [`ErrorCode::Disk`].
    pub fn freshness(&mut self, months: u32) -> Result<Freshness, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        let held = MeetingHeld::all(&s.register.page(Page::Meetings)?);
        let rows = s.register.freshness(since(now, months))?;
        let (people, fresh) = rows
            .iter()
            .fold((0, 0), |(p, f), r| (p + r.people, f + r.fresh));
        let mut areas = Vec::with_capacity(rows.len());
        for r in rows {
            let last_meeting = r.area.and_then(|a| s.last_meeting(a, &held));
            let late = last_meeting.is_none_or(|at| now.saturating_sub(at) > EVERY);
            let running = r.area.map(|a| Running::load(s, a)).transpose()?.flatten();
            areas.push(AreaFresh {
                area: r.area.map(|a| a.to_string()).unwrap_or_default(),
                name: r.area.map(places::path).unwrap_or_default(),
                share: FreshShare::of(r.people, r.fresh),
                last_meeting,
                due: r.area.is_some() && late,
                running: running.map(|m| m.began),
            });
        }
        areas.sort_by(|a, b| {
            (!a.due, a.share.percent, &a.name).cmp(&(!b.due, b.share.percent, &b.name))
        });
        Ok(Freshness {
            months: months.clamp(1, MOST_MONTHS),
            all: FreshShare::of(people, fresh),
            due: areas.iter().filter(|a| a.due).count() as u32,
            own: s.about.place.map(|p| p.to_string()).unwrap_or_default(),
            areas,
        })
    }

    /// Begins the meeting of an area (PSGC; empty is the register's own, with everybody), or takes up the one that runs.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a code that is none, [`ErrorCode::Disk`].
    pub fn meeting_start(&mut self, area: &str) -> Result<Meeting, AppError> {
        let (s, env) = self.open()?;
        let area = s.area(area)?;
        let running = match Running::load(s, area)? {
            Some(running) => running,
            None => {
                let running = Running::begin(area, env.now());
                running.save(s)?;
                running
            }
        };
        s.shown(&running, env)
    }

    /// The meeting that runs.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when none does.
    pub fn meeting(&mut self, area: &str) -> Result<Meeting, AppError> {
        let (s, env) = self.open()?;
        let running = Running::load(s, s.area(area)?)?.ok_or(ErrorCode::NotFound)?;
        s.shown(&running, env)
    }

    /// Writes an answer down, durably, before it returns.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] without a meeting or such a person, [`ErrorCode::BadInput`] for an unknown answer.
    pub fn meeting_mark(&mut self, input: &MeetingMark) -> Result<MeetingMarked, AppError> {
        self.take_mark_back(&input.area, &input.person)?;
        let (s, env) = self.open()?;
        let mut running = Running::load(s, s.area(&input.area)?)?.ok_or(ErrorCode::NotFound)?;
        let id = parse_id(&input.person)?;
        let person = s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        let from: String = input.from.trim().chars().take(80).collect();
        let before = person.confirmed.as_ref().map(|c| c.at);
        let mut sets: Vec<String> = input.change_set.iter().cloned().collect();
        let saved = match input.mark.as_str() {
            "same" | "changed" => Some(confirm(s, env.now(), person, &from, false)?),
            "home" => Some(confirm(s, env.now(), person, &from, true)?),
            "unknown" => None,
            _ => return Err(AppError::new(ErrorCode::BadInput).field("mark")),
        };
        let set = saved.and_then(|s| s.change_set);
        sets.extend(set.map(|set| set.0.to_string()));
        running.marks.push(Mark {
            person: id.to_bytes(),
            mark: input.mark.clone(),
            from,
            at: env.now(),
            before,
            sets,
        });
        running.save(s)?;
        self.marked(&running, id)
    }

    /// Takes an answer back, with everything it wrote.
    ///
    /// # Errors
    /// [`ErrorCode::CannotUndo`] when something it wrote was changed since; the answer is taken off the list all the same.
    pub fn meeting_unmark(&mut self, area: &str, person: &str) -> Result<MeetingMarked, AppError> {
        self.take_mark_back(area, person)?;
        let (s, _) = self.open()?;
        let running = Running::load(s, s.area(area)?)?.ok_or(ErrorCode::NotFound)?;
        self.marked(&running, parse_id(person)?)
    }

    /// Ends the meeting and tells the register's other devices that it was held.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when none runs.
    pub fn meeting_end(&mut self, area: &str) -> Result<MeetingEnd, AppError> {
        let (s, env) = self.open()?;
        let running = Running::load(s, s.area(area)?)?.ok_or(ErrorCode::NotFound)?;
        let shown = s.shown(&running, env)?;
        let count = |mark: &str| running.marks.iter().filter(|m| m.mark == mark).count() as u32;
        let (same, changed) = (count("same"), count("changed"));
        let held = MeetingHeld {
            area: Psgc(running.area),
            began: running.began,
            ended: env.now(),
            officer: s.about.officer.clone(),
            people: shown.share.people,
            confirmed: same + changed,
        };
        let source = s.typed();
        let change = (MeetingHeld::key(held.area), held.value());
        s.register
            .write_page(Page::Meetings, vec![change], &source, env.now())?;
        running.forget(s)?;
        Ok(MeetingEnd {
            name: shown.name,
            began: held.began,
            ended: held.ended,
            same,
            changed,
            home: count("home"),
            unknown: count("unknown"),
            left: shown.left,
            share: shown.share,
        })
    }

    fn take_mark_back(&mut self, area: &str, person: &str) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        let mut running = Running::load(s, s.area(area)?)?.ok_or(ErrorCode::NotFound)?;
        let Some(mark) = running.take(parse_id(person)?) else {
            return Ok(());
        };
        // The answer goes first: what is cut off here can still be undone from the person's history.
        running.save(s)?;
        let mut kept = None;
        for set in mark.sets.iter().rev() {
            kept = self.undo(set).err().or(kept);
        }
        kept.map_or(Ok(()), Err)
    }

    fn marked(&mut self, running: &Running, id: PersonId) -> Result<MeetingMarked, AppError> {
        let (s, env) = self.open()?;
        let shown = s.shown(running, env)?;
        Ok(MeetingMarked {
            row: s.meeting_row(id, running)?.ok_or(ErrorCode::NotFound)?,
            share: shown.share,
            done: shown.done,
            left: shown.left,
        })
    }
}

/// Somebody said that the entry is right; and, if so, that the person is back.
fn confirm(
    s: &mut Session,
    now: i64,
    mut person: Person,
    from: &str,
    home: bool,
) -> Result<Saved, AppError> {
    person.confirmed = Some(Confirmation {
        at: now,
        by: s.about.officer.clone(),
        from: from.to_owned(),
    });
    let source = s.typed();
    let ((), saved) = s.register.batch(&source, now, |b| {
        b.save_person(&person)?;
        if home {
            let mut file = b.case_file(person.id)?;
            file.returned = Some(crate::paper::day(now));
            b.save_case(&file)?;
        }
        Ok(())
    })?;
    Ok(saved)
}

#[cfg(test)]
mod tests;
