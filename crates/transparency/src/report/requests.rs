//! Requests and what became of them: decisions, sealed shares, the end, the review. Counts organisations, once each.

use super::grants::Grant;
use super::{
    BTreeMap, BTreeSet, EntryType, Item, Parties, Reader, Seen, code, codes, country, to_hex,
};
use crate::published::{self, Signed};
use serde::Serialize;

/// Within this time after a grant's end the review must be logged: 30 days, in seconds.
const REVIEW_WITHIN: i64 = 30 * 86_400;

/// Most sets of shares one custodian announces for one request: one at first, and one with each new epoch of a register in
/// scope. Sixteen custodians at their bound fill less than half a box.
const MAX_ANNOUNCED: usize = 256;

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Custodians have not decided enough.
    Waiting,
    /// Enough objected: nothing is opened.
    Stopped,
    /// The time for decisions is over, and nothing was opened.
    Expired,
    /// Enough custodians handed over what opens the cards, and the grant still lasts.
    Opened,
    /// The grant is over.
    Ended,
}

/// A custodian's last word on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The custodian's name.
    pub custodian: String,
    /// `approve`, `object` or `refuse`.
    pub decision: &'static str,
    /// Why, by code; nothing once the body is erased.
    pub reason: Option<&'static str>,
    /// Its time.
    pub time: i64,
}

/// A step of the end of a grant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Closing {
    /// Its time.
    pub time: i64,
    /// Its words; nothing if erased or not readable.
    pub text: Option<String>,
    /// The words were erased.
    pub erased: bool,
}

/// A request and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Request {
    /// Where it is in the log.
    pub index: u64,
    /// Its id, hexadecimal.
    pub id: String,
    /// The desk's name.
    pub desk: String,
    /// What for, by code.
    pub purpose: &'static str,
    /// A drill on invented people.
    pub drill: bool,
    /// The country, two letters; nothing for a restore.
    pub destination: Option<String>,
    /// How many barangays. Which ones, the log does not show.
    pub barangays: u16,
    /// When it was asked.
    pub asked: i64,
    /// Start of the grant.
    pub from: i64,
    /// End of the grant.
    pub until: i64,
    /// End of the time for decisions.
    pub expires: i64,
    /// Where it stands.
    pub state: State,
    /// Each custodian's last word.
    pub decisions: Vec<Decision>,
    /// How many custodians approve.
    pub approvals: u8,
    /// How many objected at any time.
    pub objections: u8,
    /// How many custodians handed over.
    pub handed_over: u8,
    /// The grant was ended early.
    pub closed: Option<Closing>,
    /// The desk attested that it deleted what it got.
    pub deleted: Option<Closing>,
    /// The review.
    pub review: Option<Closing>,
    /// By when the review is due; nothing if nothing was opened.
    pub review_due: Option<i64>,
    /// The review is late.
    pub review_overdue: bool,
}

/// A request as its entries tell it so far.
struct Open {
    index: u64,
    /// How many custodians open it: of the policy it was asked under.
    k: u8,
    lgu: [u8; 16],
    purpose: &'static str,
    destination: u16,
    barangays: u16,
    asked: i64,
    times: [i64; 3],
    decisions: BTreeMap<[u8; 32], Decision>,
    objections: BTreeSet<[u8; 32]>,
    handed_over: BTreeSet<[u8; 32]>,
    /// Which sealed shares each of them announced, by SHA-256.
    sealed: BTreeMap<[u8; 32], BTreeSet<[u8; 32]>>,
    closed: Option<Closing>,
    deleted: Option<Closing>,
    review: Option<Closing>,
}

/// All requests so far.
#[derive(Default)]
pub(super) struct Requests(BTreeMap<[u8; 32], Open>);

impl Requests {
    /// Takes an entry about requests. What is not by a party entitled to it does not count.
    pub(super) fn take(&mut self, item: &Item, signed: Option<&Signed>, parties: &Parties) {
        if item.entry.kind == EntryType::Request {
            if let Some((id, open)) = asked(item, parties.policy.k)
                .filter(|(_, o)| parties.is_officer(&o.lgu, &item.entry.author))
            {
                self.0.entry(id).or_insert(open);
            }
            return;
        }
        let Some((id, rest)) = item.entry.public.split_first_chunk::<32>() else {
            return;
        };
        let Some(open) = self.0.get_mut(id) else {
            return;
        };
        match item.entry.kind {
            EntryType::Approve | EntryType::Object | EntryType::Refuse => {
                open.decide(id, item, signed, parties);
            }
            EntryType::ShareRelease if handed_over(item, rest.first(), signed, parties) => {
                open.hand_over(item.entry.author, rest);
            }
            EntryType::GrantClose | EntryType::DeletionAttestation | EntryType::Review => {
                open.close(item, signed, parties);
            }
            _ => {}
        }
    }

    /// Those that were not ended.
    pub(super) fn grants(&self, parties: &Parties) -> BTreeMap<[u8; 32], Grant> {
        self.0
            .iter()
            .filter(|(_, o)| o.closed.is_none())
            .map(|(id, o)| {
                let [_, until, _] = o.times;
                let officers = parties.officer_hashes(&o.lgu);
                let sealed = o.sealed.values().flatten().copied().collect();
                let opened = o.opened();
                (
                    *id,
                    Grant {
                        until,
                        opened,
                        officers,
                        sealed,
                    },
                )
            })
            .collect()
    }

    /// All of them as they stand at `now`, newest first.
    pub(super) fn finish(self, parties: &Parties, now: i64) -> Vec<Request> {
        let mut out: Vec<Request> = self
            .0
            .into_iter()
            .map(|(id, open)| open.finish(&id, parties, now))
            .collect();
        out.sort_by_key(|r| std::cmp::Reverse(r.index));
        out
    }
}

/// Whether the custodian whose number stands in the public fields signed this notice, as long as that can be seen.
fn handed_over(item: &Item, x: Option<&u8>, signed: Option<&Signed>, parties: &Parties) -> bool {
    let member = parties.member(&item.entry.author);
    member.is_some_and(|m| {
        let seen = signed.map_or(item.body == Seen::Erased, |s| s.signers.contains(&m.sign));
        seen && Some(&m.x) == x
    })
}

/// Reads the public fields of a request, asked under a policy with this `k`.
fn asked(item: &Item, k: u8) -> Option<([u8; 32], Open)> {
    let mut r = Reader::new(&item.entry.public);
    let (id, lgu) = (r.array("request").ok()?, r.array("desk").ok()?);
    let purpose = code(codes::PURPOSES, r.u8("purpose").ok()?)?;
    let (destination, barangays) = (r.u16("destination").ok()?, r.u16("areas").ok()?);
    let times = [
        r.i64("from").ok()?,
        r.i64("until").ok()?,
        r.i64("expires").ok()?,
    ];
    r.end().ok()?;
    let open = Open {
        index: item.index,
        k,
        lgu,
        purpose,
        destination,
        barangays,
        asked: item.entry.time,
        times,
        decisions: BTreeMap::new(),
        objections: BTreeSet::new(),
        handed_over: BTreeSet::new(),
        sealed: BTreeMap::new(),
        closed: None,
        deleted: None,
        review: None,
    };
    Some((id, open))
}

impl Open {
    fn opened(&self) -> bool {
        self.handed_over.len() >= usize::from(self.k)
    }

    /// Takes a notice of shares: whose it is, and the public fields after the request's id.
    fn hand_over(&mut self, author: [u8; 32], rest: &[u8]) {
        self.handed_over.insert(author);
        let named = rest.get(1..).and_then(|r| r.first_chunk::<32>());
        let all = self.sealed.entry(author).or_default();
        // Whoever announces without end fills nothing without end.
        if let Some(hash) = named.filter(|_| all.len() < MAX_ANNOUNCED) {
            all.insert(*hash);
        }
    }

    fn decide(&mut self, id: &[u8; 32], item: &Item, signed: Option<&Signed>, parties: &Parties) {
        let (entry, rest) = (&item.entry, item.entry.public.get(32..).unwrap_or_default());
        let Some(member) = parties.member(&entry.author) else {
            return;
        };
        // The name in an entry is signed by nobody; the word is.
        let Some(word) = published::word(entry.kind, rest, id, member, parties.fed()) else {
            return;
        };
        if entry.kind == EntryType::Object {
            self.objections.insert(entry.author);
        }
        // Said again, an older word takes no newer one's place.
        let latest = self.decisions.get(&entry.author).map(|d| d.time);
        let old = match entry.kind {
            EntryType::Approve => latest >= Some(word),
            EntryType::Refuse => latest > Some(word),
            _ => false,
        };
        if old {
            return;
        }
        let decision = Decision {
            custodian: member.name.clone(),
            decision: entry.kind.name(),
            reason: signed
                .and_then(|s| published::reason(&s.fields))
                .and_then(|n| code(codes::REASONS, n)),
            time: word,
        };
        self.decisions.insert(entry.author, decision);
    }

    /// A grant may be ended by one officer of its desk; deletion and review need two, as long as that can be seen.
    fn close(&mut self, item: &Item, signed: Option<&Signed>, parties: &Parties) {
        let author = &item.entry.author;
        let officer = parties.is_officer(&self.lgu, author);
        let entitled = match item.entry.kind {
            EntryType::GrantClose => officer,
            _ => officer && signed.is_none_or(|s| parties.officers(&self.lgu, &s.signers) >= 2),
        };
        let erased = item.body == Seen::Erased;
        if !entitled || (signed.is_none() && !erased) {
            return;
        }
        let step = Closing {
            time: item.entry.time,
            text: signed
                .and_then(|s| published::closing(&s.fields))
                .filter(|t| !t.is_empty()),
            erased,
        };
        let place = match item.entry.kind {
            EntryType::GrantClose => &mut self.closed,
            EntryType::DeletionAttestation => &mut self.deleted,
            _ => &mut self.review,
        };
        place.get_or_insert(step);
    }

    fn finish(self, id: &[u8; 32], parties: &Parties, now: i64) -> Request {
        let [from, until, expires] = self.times;
        let few = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        let approvals = few(self
            .decisions
            .values()
            .filter(|d| d.decision == EntryType::Approve.name())
            .count());
        let (objections, handed_over) = (few(self.objections.len()), few(self.handed_over.len()));
        let opened = self.opened();
        let end = self.closed.as_ref().map_or(until, |c| c.time.min(until));
        let state = match () {
            () if opened && end <= now => State::Ended,
            () if opened => State::Opened,
            () if objections >= parties.policy.veto => State::Stopped,
            () if expires.min(end) <= now => State::Expired,
            () => State::Waiting,
        };
        let review_due = opened.then(|| end.saturating_add(REVIEW_WITHIN));
        Request {
            index: self.index,
            id: to_hex(id),
            desk: parties.desk(&self.lgu).unwrap_or_default().to_owned(),
            purpose: self.purpose,
            drill: self.purpose == "drill",
            destination: country(self.destination),
            barangays: self.barangays,
            asked: self.asked,
            from,
            until,
            expires,
            state,
            decisions: self.decisions.into_values().collect(),
            approvals,
            objections,
            handed_over,
            review_overdue: self.review.is_none() && review_due.is_some_and(|due| due < now),
            review_due,
            closed: self.closed,
            deleted: self.deleted,
            review: self.review,
        }
    }
}
