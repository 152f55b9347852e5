//! What a person reads before signing a paper: rows of a stable code and a plain value. Must leave nothing out that
//! a signature is about, and must not translate.

use super::Paper;
use serde::Serialize;
use ugnay_model::{Country, Psgc};
use ugnay_release::{Area, Campaign, Closing, ClosingKind, LguCard, Policy, Request, Roster};
use ugnay_wire::ids::to_hex;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperRow {
    /// Stable code of what it is.
    pub code: &'static str,
    /// The value: names as written, times as ISO 8601 in UTC, durations in seconds.
    pub value: String,
}

struct Rows(Vec<PaperRow>);

impl Rows {
    fn add(&mut self, code: &'static str, value: impl ToString) {
        self.0.push(PaperRow {
            code,
            value: value.to_string(),
        });
    }
}

impl Paper {
    /// Everything a signature is about, in reading order.
    #[must_use]
    pub fn rows(&self) -> Vec<PaperRow> {
        let mut r = Rows(Vec::new());
        match self {
            Self::Genesis(s) => {
                let g = s.body();
                r.add("federation", &g.name);
                r.add("created", time(g.created));
                r.add("log", &g.log);
                policy(&mut r, &g.policy);
                roster(&mut r, &g.roster);
            }
            Self::Policy(s) => policy(&mut r, s.body()),
            Self::Roster(s) => roster(&mut r, s.body()),
            Self::Card(s) => card(&mut r, s.body()),
            Self::Campaign(s) => campaign(&mut r, s.body()),
            Self::Request(s) => request(&mut r, s.body()),
            Self::Closing(s) => closing(&mut r, s.body()),
        }
        r.add("fingerprint", super::six_words(&self.hash()));
        r.0
    }
}

/// A time as a person can read it.
pub(crate) fn time(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0).map_or_else(
        || at.to_string(),
        |t| t.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    )
}

/// An area's code with its name, where the code is known.
pub(crate) fn area(a: Area) -> String {
    let code = Psgc(a.0);
    format!("{code} {}", crate::places::path(code))
        .trim_end()
        .to_owned()
}

/// A destination as two letters; a restore has none.
pub(crate) fn country(bits: u16) -> String {
    Country::from_u16(bits).map_or_else(
        |_| "-".into(),
        |c| format!("{c} {}", crate::places::country_name(c)),
    )
}

fn policy(r: &mut Rows, p: &Policy) {
    r.add("policy_version", p.version);
    if p.demo {
        r.add("demonstration", "yes");
    }
    r.add("approvals", format!("{} of {}", p.k, p.n));
    r.add("may_be_lost", p.loss);
    r.add("objections_that_stop", p.veto);
    r.add("witness_quorum", p.quorum);
    r.add("outside_witnesses_needed", p.externals);
    for (code, seconds) in [
        ("cool_off_seconds", p.cool_off),
        ("fast_cool_off_seconds", p.fast_cool_off),
        ("card_age_seconds", p.card_age),
        ("card_life_seconds", p.card_life),
        ("longest_grant_seconds", p.max_window),
        ("longest_pending_seconds", p.max_pending),
    ] {
        r.add(code, seconds);
    }
    r.add("areas_per_90_days", p.areas_per_90_days);
    r.add("requests_per_90_days", p.requests_per_90_days);
    for cap in &p.purposes {
        r.add(
            "purpose",
            format!(
                "{}: {} barangays, {} seconds",
                cap.purpose.code(),
                cap.max_areas,
                cap.max_window
            ),
        );
    }
}

fn roster(r: &mut Rows, roster: &Roster) {
    r.add("roster_version", roster.version);
    for c in &roster.custodians {
        r.add(
            "custodian",
            format!("{} {} ({})", c.x, c.name, c.jurisdiction),
        );
    }
    for w in &roster.externals {
        r.add(
            "outside_witness",
            format!("{} ({})", w.name, w.jurisdiction),
        );
    }
    r.add("ticket_key", to_hex(&roster.ticket));
}

fn card(r: &mut Rows, c: &LguCard) {
    r.add("desk", &c.name);
    c.areas.iter().for_each(|a| r.add("area", area(*a)));
    r.add("officers", c.officers.len());
    for officer in &c.officers {
        r.add("officer_key", to_hex(&officer.sign));
    }
    r.add("valid_from", time(c.not_before));
    r.add("valid_until", time(c.expires));
}

fn campaign(r: &mut Rows, c: &Campaign) {
    r.add("crisis", &c.crisis);
    r.add("hazard", c.hazard.code());
    r.add("alert_level", c.alert);
    r.add("destination", country(c.destination));
    c.places.iter().for_each(|p| r.add("place", p));
    c.areas.iter().for_each(|a| r.add("area", area(*a)));
    for q in &c.questions {
        r.add("question", format!("{} {}", q.code, q.text).trim_end());
    }
    r.add("opens", time(c.opens));
    r.add("closes", time(c.closes));
}

fn request(r: &mut Rows, q: &Request) {
    r.add("purpose", q.purpose.code());
    if q.purpose == ugnay_release::Purpose::Drill {
        r.add("drill", "yes");
    }
    r.add("declaration", &q.declaration);
    r.add("declaration_sha256", to_hex(&q.declaration_hash.0));
    r.add("destination", country(q.destination));
    r.add("barangays", q.areas.len());
    q.areas.iter().for_each(|a| r.add("barangay", area(*a)));
    r.add("what_opens", "card");
    if let Some(epoch) = q.epoch {
        r.add("register_epoch", to_hex(&epoch.0));
    }
    r.add("grant_from", time(q.from));
    r.add("grant_until", time(q.until));
    r.add("decide_before", time(q.expires));
    r.add("undertaking", "not_passed_on");
    r.add("officers", q.officers.len());
}

fn closing(r: &mut Rows, c: &Closing) {
    let kind = match c.kind {
        ClosingKind::GrantClose => "grant_close",
        ClosingKind::DeletionAttestation => "deletion_attestation",
        ClosingKind::Review => "review",
    };
    r.add("step", kind);
    r.add("request", to_hex(&c.request.0));
    r.add("text", &c.text);
    r.add("time", time(c.time));
}
