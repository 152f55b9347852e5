//! Joining a federation, exchanging with the buffer, and the ladder: saved here → sent → kept → releasable.

mod campaign;
mod carry;
mod code;
mod epochs;
mod escrow;
mod join;
mod meeting;
mod pairing;
mod parcel;
mod restore;
mod restore_release;
mod sheet;
mod view;

pub use carry::feed_bundle;
pub(crate) use epochs::Due;
pub use join::{genesis_words, invitation_code};
pub(crate) use meeting::Meeting;
pub(crate) use restore::Found;

use crate::dto::{AlarmSeen, AppError, ErrorCode, Progress, Protected, SyncReport, SyncState};
use crate::federation::View;
use crate::import::ProgressSink;
use crate::session::{App, Session};
use std::time::Duration;
use ugnay_register::{Filter, Register};
use ugnay_release::{Genesis, Signed};
use ugnay_seal::FedId;
use ugnay_sync::{Client, HeadsProven, HttpTransport, Outcome, Step, exchange};
use ugnay_wire::ProblemCode;

/// A request over 2G may take this long, unless the user set another bound.
const TIMEOUT: Duration = Duration::from_secs(90);
const PATIENCE: &str = "sync/patience_ms";
const BUFFER: &str = "fed/buffer";
const CERTIFICATE: &str = "fed/certificate";
pub(crate) const SOCKS: &str = "sync/socks";
const GENESIS: &str = "fed/genesis";
const LAST_OK: &str = "sync/last_ok";
const LAST_TRY: &str = "sync/last_try";
const LAST_ERROR: &str = "sync/last_error";
const LAST_ALARM: &str = "sync/last_alarm";
pub(crate) const OPENED: &str = "sync/opened";
const LOG_HEAD: &str = "log/head";
const LOG_VIEW: &str = "log/view";

fn text(register: &Register, key: &str) -> Result<Option<String>, AppError> {
    Ok(register.state(key)?.and_then(|b| String::from_utf8(b).ok()))
}

fn time(register: &Register, key: &str) -> Result<Option<i64>, AppError> {
    Ok(text(register, key)?.and_then(|t| t.parse().ok()))
}

impl Session {
    /// A client to this register's buffer.
    pub(crate) fn client(&self) -> Result<Client, AppError> {
        let url = text(&self.register, BUFFER)?.ok_or(ErrorCode::NoBuffer)?;
        let certificate = self.register.state(CERTIFICATE)?;
        let set = time(&self.register, PATIENCE)?.and_then(|ms| u64::try_from(ms).ok());
        let patience = set.map_or(TIMEOUT, Duration::from_millis);
        let socks = text(&self.register, SOCKS)?.filter(|s| !s.is_empty());
        let line = HttpTransport::through(&url, certificate.as_deref(), socks.as_deref(), patience)
            .map_err(ugnay_sync::SyncError::from)?;
        Ok(Client::new(line))
    }

    /// The federation as pinned at joining.
    pub(crate) fn genesis(&self) -> Result<Signed<Genesis>, AppError> {
        let bytes = self.register.state(GENESIS)?.ok_or(ErrorCode::NoBuffer)?;
        Ok(Signed::from_bytes(&bytes)?)
    }

    /// What was verified of the log so far. Saved knowledge that cannot be read is gathered again; the log must then
    /// still begin with the one believed last.
    fn view(&self) -> Result<View, AppError> {
        let genesis = self.genesis()?;
        let saved = self.register.state(LOG_VIEW)?;
        let kept = saved.and_then(|b| View::from_bytes(&genesis, &genesis.hash(), &b).ok());
        if let Some(view) = kept {
            return Ok(view);
        }
        let head = self.register.state(LOG_HEAD)?;
        let before = head.as_deref().and_then(|b| {
            let (size, root) = b.split_first_chunk::<8>()?;
            Some((u64::from_be_bytes(*size), root.try_into().ok()?))
        });
        View::for_device(&genesis, &genesis.hash(), before)
    }

    /// Records the buffer is known to hold.
    fn kept_there(&mut self, env: &mut crate::env::Env) -> Result<u32, AppError> {
        let fed = Genesis::verify(&self.genesis()?)?;
        let (keys, _) = self.keys(env, fed)?;
        Ok(ugnay_sync::kept(&self.register, &keys)? as u32)
    }

    /// Whether the log is known to hold this register's heads.
    fn heads_there(&mut self, env: &mut crate::env::Env) -> Result<HeadsProven, AppError> {
        let fed = Genesis::verify(&self.genesis()?)?;
        let (keys, _) = self.keys(env, fed)?;
        Ok(ugnay_sync::heads_proven(&self.register, &keys)?)
    }

    /// Follows the log from where it was verified last; an alarm leaves that as it was.
    fn follow_log(&mut self, view: &mut View, client: &mut Client) -> Result<(), AppError> {
        view.update(client)?;
        self.keep_view(view)?;
        if view.withheld() {
            return Err(AppError::new(ErrorCode::BufferAlarm).detail("log_body_withheld"));
        }
        Ok(())
    }

    fn keep_view(&mut self, view: &View) -> Result<(), AppError> {
        let saved = view.to_bytes();
        let head = view.mirror().head();
        let head = head.map(|h| [&h.size.to_be_bytes()[..], &h.root].concat());
        let head = head.unwrap_or_default();
        self.register
            .put_states(&[(LOG_VIEW, &saved), (LOG_HEAD, &head)])?;
        Ok(())
    }
}

impl App {
    /// Where this register stands with its buffer. Never says more than was proven.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn sync_state(&mut self) -> Result<SyncState, AppError> {
        let (s, env) = self.open()?;
        let genesis = s.genesis().ok();
        let joined = genesis.is_some();
        let persons = s.register.count(&Filter::default())? as u32;
        let unsent = s.register.dirty_count()? as u32;
        let opened = s.register.state(OPENED)?.is_some();
        let last_error = text(&s.register, LAST_ERROR)?.filter(|e| !e.is_empty());
        let known = s.known_roster()?;
        let devices = known.as_ref().map_or(1, |r| r.live_count()) as u32;
        let readers = known.as_ref().map_or(1, |r| r.readers().count());
        let heads = if opened {
            s.heads_there(env)?
        } else {
            HeadsProven::Nothing
        };
        Ok(SyncState {
            buffer: text(&s.register, BUFFER)?,
            demo: s.about.demo || genesis.as_ref().is_some_and(|g| g.body().policy.demo),
            federation: genesis.map(|g| g.body().name.clone()),
            saved_here: persons,
            unsent,
            kept: if opened { s.kept_there(env)? } else { 0 },
            proven_at: match heads {
                HeadsProven::Proven { at } => Some(at),
                _ => None,
            },
            unproven_since: match heads {
                HeadsProven::NotYet { since } => Some(since),
                _ => None,
            },
            last_ok: time(&s.register, LAST_OK)?,
            last_try: time(&s.register, LAST_TRY)?,
            last_alarm: text(&s.register, LAST_ALARM)?
                .filter(|code| !code.is_empty())
                .map(|code| AlarmSeen::of(&code)),
            last_error: last_error.and_then(|e| serde_json::from_str(&format!("\"{e}\"")).ok()),
            protected: if joined { s.protected()? } else { None },
            only_device: readers < 2,
            devices,
        })
    }

    /// How long this device waits for one answer of the buffer before it gives up until the next exchange.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn set_patience(&mut self, longest: Duration) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        let ms = longest.as_millis().to_string();
        Ok(s.register.put_state(PATIENCE, ms.as_bytes())?)
    }

    /// One exchange with the buffer: records both ways, campaigns in, reports out, the escrow kept up.
    ///
    /// # Errors
    /// The reason, which is also kept for [`Self::sync_state`]; nothing local is lost.
    pub fn sync_now(&mut self, progress: ProgressSink<'_>) -> Result<SyncReport, AppError> {
        let (s, env) = self.open()?;
        let now = env.now();
        s.register.put_state(LAST_TRY, now.to_string().as_bytes())?;
        let result = run(s, env, progress);
        let (s, _) = self.open()?;
        match &result {
            Ok(_) => {
                s.register.put_state(LAST_OK, now.to_string().as_bytes())?;
                s.register
                    .put_states(&[(LAST_ERROR, b""), (LAST_ALARM, b"")])?;
            }
            Err(e) => {
                let code = serde_json::to_string(&e.code).unwrap_or_default();
                let alarm = e.alarm.map(|_| e.detail.as_deref().unwrap_or("unnamed"));
                s.register.put_states(&[
                    (LAST_ERROR, code.trim_matches('"').as_bytes()),
                    (LAST_ALARM, alarm.unwrap_or_default().as_bytes()),
                ])?;
            }
        }
        s.follow()?;
        s.forget_leftovers()?;
        result
    }
}

fn run(
    s: &mut Session,
    env: &mut crate::env::Env,
    progress: ProgressSink<'_>,
) -> Result<SyncReport, AppError> {
    let mut client = s.client()?;
    s.finish_joining(&mut client, env)?;
    let fed = Genesis::verify(&s.genesis()?)?;
    let (keys, roster) = s.keys(env, fed)?;
    s.open_at_buffer(&mut client, &keys, &roster, env)?;
    s.settle_epoch(&mut client, env, fed)?;
    let mut view = s.view()?;
    let log = s.follow_log(&mut view, &mut client);
    // Who comes anew reads everything first: what a revoked device or an ended epoch held is not read afterwards.
    let newcomer = s.is_newcomer()?;
    if log.is_ok() {
        s.demand_next_epoch(&mut client, env, fed, &mut view)?;
    }
    let mut kept_back = None;
    if log.is_ok() && !newcomer {
        kept_back = s.note_due(&mut view, &mut client, env)?;
    }
    if s.epoch_due()?.is_some() && !newcomer {
        s.begin_epoch(&mut client, env, fed, epochs::today(&view))?;
    }
    let swapped = s.swap(&mut client, env, fed, &mut view, progress);
    let mut out = match (swapped, &log) {
        (Ok(out), _) => out,
        // Whatever went wrong then, that the log went wrong says more.
        (Err(_), Err(alarm)) if alarm.code == ErrorCode::BufferAlarm => return Err(alarm.clone()),
        (Err(e), _) => return Err(e),
    };
    // Records travel even when the log is not vouched for yet; what depends on the log waits for it.
    log?;
    s.note_restored()?;
    if s.epoch_due()?.is_some() {
        s.begin_epoch(&mut client, env, fed, epochs::today(&view))?;
        let again = s.swap(&mut client, env, fed, &mut view, progress)?;
        out.pushed += again.pushed;
        out.pulled += again.pulled;
        out.conflicts += again.conflicts;
    }
    let (keys, roster) = s.keys(env, fed)?;
    let compartments = s.compartments();
    s.keep_escrow(&mut client, &keys, &view, &compartments, env.now())?;
    let told = s.tell_ends(&mut client, env, fed, &mut view);
    if let Ok(proven) = &told {
        s.retire_epochs(&mut client, env, &keys, &roster, proven)?;
    }
    s.take_campaigns(&mut client, &mut view)?;
    s.send_reports(&mut client, &keys, env)?;
    told?;
    // A word about a device that nobody can read yet: everything was done that does not hang on it.
    if let Some(alarm) = kept_back {
        return Err(alarm);
    }
    let traffic = client.traffic();
    Ok(SyncReport {
        pushed: out.pushed,
        pulled: out.pulled,
        bytes_out: traffic.out,
        bytes_in: traffic.r#in,
        conflicts: out.conflicts,
        protected: s.protected()?,
    })
}

impl Session {
    /// Records both ways, in the present epoch; if it ended in between, in the one that took its place.
    fn swap(
        &mut self,
        client: &mut Client,
        env: &mut crate::env::Env,
        fed: FedId,
        view: &mut View,
        progress: ProgressSink<'_>,
    ) -> Result<Outcome, AppError> {
        match self.swap_once(client, env, fed, view, progress) {
            Err(e) if e.detail.as_deref() == Some(ProblemCode::EpochClosed.as_str()) => {
                self.settle_epoch(client, env, fed)?;
                self.swap_once(client, env, fed, view, progress)
            }
            other => other,
        }
    }

    fn swap_once(
        &mut self,
        client: &mut Client,
        env: &mut crate::env::Env,
        fed: FedId,
        view: &mut View,
        progress: ProgressSink<'_>,
    ) -> Result<Outcome, AppError> {
        let (keys, roster) = self.keys(env, fed)?;
        let compartments = self.compartments();
        let seen = view.log_seen();
        let now = env.now();
        let mut tell = |step| {
            let (step, done, total) = match step {
                Step::Receiving => ("receiving", 0, 0),
                Step::Sending { done, total } => ("sending", done, total),
            };
            let step = step.into();
            progress(Progress { step, done, total })
        };
        let out = exchange(
            &mut self.register,
            client,
            &keys,
            &roster,
            &compartments,
            &seen,
            now,
            &mut env.rng(),
            &mut tell,
        )?;
        if let Some(newer) = &out.roster {
            self.keep_roster(newer)?;
        }
        self.note_heard(&out.heard, now)?;
        self.note_withdrawn(&keys)?;
        if out.roster_behind {
            let (keys, roster) = self.keys(env, fed)?;
            join::put_roster(client, &keys, &roster, env)?;
        }
        let (keys, roster) = self.keys(env, fed)?;
        self.keep_letters(client, &keys, &roster, env)?;
        if let Some((size, root)) = out.published {
            view.expect(None, size, root)?;
            self.keep_view(view)?;
        }
        Ok(out)
    }
}

/// `j` of `n` receipts, `k` needed.
pub(crate) fn protected(j: u32, n: u8, k: u8) -> Protected {
    Protected {
        j,
        n: u32::from(n),
        k: u32::from(k),
        releasable: j > u32::from(k),
    }
}
