//! What a party knows of its federation because the log shows it, cosigned by a quorum. Only what is new is fetched;
//! `saved` keeps it. Must not believe an object because a server handed it out.

mod eras;
mod saved;

pub use eras::Eras;

use super::refused;
use crate::dto::AppError;
use std::collections::BTreeMap;
use ugnay_log::{Entry, EntryType, Quorum};
use ugnay_release::facts::{Context, Hearing};
use ugnay_release::logged::Word;
use ugnay_release::machine::Fact;
use ugnay_release::{
    Campaign, Federation, Genesis, LguCard, Policy, RequestId, Roster, Signed, logged,
};
use ugnay_seal::Hash32;
use ugnay_sync::{Client, Expected, LogSeen, LoggedHeads, Mirror};

/// An entry as it was first seen in a cosigned checkpoint.
#[derive(Clone)]
pub struct Seen {
    /// Leaf index.
    pub index: u64,
    /// The entry.
    pub entry: Entry,
    /// Who cosigned a checkpoint this party saw it in, each at the earliest time.
    pub quorum: Quorum,
}

/// One step forward of the mirror.
pub struct Advance {
    /// Entries before.
    pub from: u64,
    /// Entries now.
    pub size: u64,
    /// Root over them.
    pub root: Hash32,
    /// A time that has certainly passed, the latest known: no checkpoint moves it back.
    pub vouched: i64,
}

/// Which entries a party keeps once it has looked at them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keeping {
    /// All of them: custodians, desks, whoever mirrors.
    All,
    /// What a device decides by; roots over heads and receipts are dropped but for the newest root over heads.
    ForDevice,
}

/// A party's verified knowledge.
pub struct View {
    /// The federation as the log shows it.
    pub federation: Federation,
    eras: Eras,
    genesis: Signed<Genesis>,
    mirror: Mirror,
    /// A time that has certainly passed.
    vouched: i64,
    keeping: Keeping,
    entries: Vec<Seen>,
    bodies: BTreeMap<u64, Vec<u8>>,
}

/// Entries whose bodies change whom this party believes: they are fetched at once and asked for until they come.
fn wanted(kind: EntryType) -> bool {
    matches!(
        kind,
        EntryType::Policy | EntryType::Roster | EntryType::LguCard
    )
}

impl View {
    /// Starts from a genesis whose hash was pinned; keeps every entry.
    ///
    /// # Errors
    /// When the hash is another or not all custodians signed.
    pub fn new(genesis: &Signed<Genesis>, pinned: &Hash32) -> Result<Self, AppError> {
        let federation = Federation::start(genesis, pinned)?;
        let mirror = Mirror::new(federation.log().clone());
        Ok(Self {
            eras: Eras::start(&federation),
            federation,
            genesis: genesis.clone(),
            mirror,
            vouched: 0,
            keeping: Keeping::All,
            entries: Vec::new(),
            bodies: BTreeMap::new(),
        })
    }

    /// The same for a device, which may have believed a log of some size and root before.
    ///
    /// # Errors
    /// As [`View::new`].
    pub fn for_device(
        genesis: &Signed<Genesis>,
        pinned: &Hash32,
        before: Option<(u64, [u8; 32])>,
    ) -> Result<Self, AppError> {
        let mut view = Self::new(genesis, pinned)?;
        view.keeping = Keeping::ForDevice;
        if let Some((size, root)) = before {
            view.mirror = Mirror::anchored(view.federation.log().clone(), size, root);
        }
        Ok(view)
    }

    /// A time that has certainly passed, the latest any checkpoint vouched for; 0 before the first.
    #[must_use]
    pub fn vouched(&self) -> i64 {
        self.vouched
    }

    /// What was verified of the log so far.
    #[must_use]
    pub fn mirror(&self) -> &Mirror {
        &self.mirror
    }

    /// Holds a root the log showed elsewhere against this view; see [`Mirror::expect`].
    ///
    /// # Errors
    /// An alarm for another log, or a buffer that cannot be reached.
    pub fn expect(
        &mut self,
        client: Option<&mut Client>,
        size: u64,
        root: [u8; 32],
    ) -> Result<Expected, AppError> {
        Ok(self.mirror.expect(client, size, root)?)
    }

    /// Which roster and policy held when.
    #[must_use]
    pub fn eras(&self) -> &Eras {
        &self.eras
    }

    /// The roster that judges the entry at an index: what a custodian said while it was one stays said.
    #[must_use]
    pub fn roster_at(&self, index: u64) -> &Roster {
        let roster = self.eras.roster_at(index);
        roster.unwrap_or(self.federation.roster())
    }

    /// The policy that judges the entry at an index.
    #[must_use]
    pub fn policy_at(&self, index: u64) -> &Policy {
        let policy = self.eras.policy_at(index);
        policy.unwrap_or(self.federation.policy())
    }

    /// Every entry kept, in order.
    #[must_use]
    pub fn entries(&self) -> &[Seen] {
        &self.entries
    }

    /// Every body fetched, by index.
    #[must_use]
    pub fn bodies(&self) -> &BTreeMap<u64, Vec<u8>> {
        &self.bodies
    }

    /// The entry at an index, if it was kept.
    #[must_use]
    pub fn entry(&self, index: u64) -> Option<&Seen> {
        let at = self
            .entries
            .binary_search_by_key(&index, |s| s.index)
            .ok()?;
        self.entries.get(at)
    }

    /// Follows the log to its newest cosigned checkpoint.
    ///
    /// # Errors
    /// An alarm for a log that went back, forked or is vouched for by too few; nothing is believed then.
    pub fn update(&mut self, client: &mut Client) -> Result<Advance, AppError> {
        let from = self.mirror.size();
        let policy = self.federation.log_policy()?;
        let mut mirror = self.mirror.clone();
        let (items, quorum) = mirror.update(client, &policy)?;
        let mut new = Vec::with_capacity(items.len());
        for item in items {
            let entry = Entry::decode(&item.bytes).map_err(|_| refused("entry_unreadable"))?;
            new.push(Seen {
                index: item.index,
                entry,
                quorum: quorum.clone(),
            });
        }
        // An entry whose body did not come is asked for again, before anything newer is taken.
        let late = self.entries.iter().filter(|s| wanted(s.entry.kind));
        let late = late.filter(|s| !self.bodies.contains_key(&s.index));
        let fresh = new.iter().filter(|s| wanted(s.entry.kind));
        let mut bodies = BTreeMap::new();
        for seen in late.chain(fresh) {
            let body = client.log_body(seen.index)?;
            if let Some(body) = body.filter(|b| seen.entry.commits_to(b)) {
                bodies.insert(seen.index, body);
            }
        }
        // From here on nothing can fail: what was fetched is believed as a whole.
        let again = self.date_again(&quorum) || bodies.keys().any(|i| *i < from);
        self.bodies.append(&mut bodies);
        self.mirror = mirror;
        let begin = self.entries.len();
        self.entries.append(&mut new);
        if again {
            self.believe_anew()?;
        } else {
            self.believe(begin);
        }
        self.drop_unneeded();
        let root = self.mirror.head().map_or([0; 32], |h| h.root);
        self.vouched = self.vouched.max(quorum.vouched_now().unwrap_or(0));
        Ok(Advance {
            from,
            size: self.mirror.size(),
            root: Hash32(root),
            vouched: self.vouched,
        })
    }

    /// Entries seen before stand in this checkpoint too: who signs later is among their witnesses as well, and who was shown
    /// with a wrong time at first is dated by an earlier one. Says whether any entry is dated anew. An older entry knows all
    /// that a newer one knows, so the first that learns nothing ends it.
    fn date_again(&mut self, quorum: &Quorum) -> bool {
        let mut any = false;
        for seen in self.entries.iter_mut().rev() {
            let before = seen.quorum.reached_at();
            if !seen.quorum.join(quorum) {
                break;
            }
            any |= seen.quorum.reached_at() != before;
        }
        any
    }

    /// The same from the genesis on.
    fn believe_anew(&mut self) -> Result<(), AppError> {
        self.federation = Federation::start(&self.genesis, &self.genesis.hash())?;
        self.eras = Eras::start(&self.federation);
        self.believe(0);
        Ok(())
    }

    /// Takes policies, rosters and cards among the entries from a place in the list on.
    fn believe(&mut self, begin: usize) {
        for seen in self.entries.iter().skip(begin) {
            let Some(body) = self
                .bodies
                .get(&seen.index)
                .filter(|_| wanted(seen.entry.kind))
            else {
                continue;
            };
            let at = seen.quorum.reached_at().unwrap_or(0);
            // An object that does not verify is not believed; the log keeps it for everybody to see.
            let _ = match seen.entry.kind {
                EntryType::Policy => logged::open::<Policy>(&seen.entry, body)
                    .and_then(|o| self.federation.accept_policy(&o)),
                EntryType::Roster => logged::open::<Roster>(&seen.entry, body)
                    .and_then(|o| self.federation.accept_roster(&o)),
                _ => logged::open::<LguCard>(&seen.entry, body)
                    .and_then(|o| self.federation.accept_card(&o, at)),
            };
            self.eras
                .note(&self.federation, seen.index.saturating_add(1));
        }
    }

    fn drop_unneeded(&mut self) {
        if self.keeping == Keeping::All {
            return;
        }
        let newest = self.newest_heads_root().map(|s| s.index);
        self.entries.retain(|s| match s.entry.kind {
            EntryType::HeadsRoot => Some(s.index) == newest,
            EntryType::ReceiptRoot => false,
            _ => true,
        });
    }

    /// The newest root over all registers' heads in the log as believed.
    #[must_use]
    pub fn newest_heads_root(&self) -> Option<&Seen> {
        let mut newest_first = self.entries.iter().rev();
        newest_first.find(|s| s.entry.kind == EntryType::HeadsRoot)
    }

    /// What an exchange of a device has to be held against.
    #[must_use]
    pub fn log_seen(&self) -> LogSeen {
        let heads = self.newest_heads_root().and_then(|s| {
            Some(LoggedHeads {
                index: s.index,
                time: s.entry.time,
                root: ugnay_wire::HeadsRoot::from_bytes(&s.entry.public).ok()?,
            })
        });
        LogSeen {
            log: self.federation.log().clone(),
            size: self.mirror.size(),
            heads,
        }
    }

    /// Whether a policy or a roster that a custodian of its time logged is kept from this party. What depends on the
    /// present policy and roster has to wait then, until the body comes or k custodians' next policy or roster has
    /// overtaken the entry: an entry without a body, entered by a server in a custodian's name, does not stop everything
    /// for ever.
    #[must_use]
    pub fn withheld(&self) -> bool {
        self.entries.iter().any(|s| {
            let since = match s.entry.kind {
                EntryType::Policy => self.eras.policy_since(),
                EntryType::Roster => self.eras.roster_since(),
                _ => return false,
            };
            let overtaken = since > s.index.saturating_add(1);
            let by = self.roster_at(s.index).by_key_hash(&s.entry.author);
            !overtaken && !self.bodies.contains_key(&s.index) && by.is_some()
        })
    }

    /// A body, fetched once; nothing when the buffer hands out none, or something else in its place.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn body(&mut self, client: &mut Client, index: u64) -> Result<Option<Vec<u8>>, AppError> {
        if let Some(b) = self.bodies.get(&index) {
            return Ok(Some(b.clone()));
        }
        let fits = |b: &Vec<u8>| {
            let of = self.entry(index).map(|s| &s.entry);
            of.is_none_or(|e| !e.kind.lies_open() || e.commits_to(b))
        };
        let body = client.log_body(index)?.filter(fits);
        if let Some(b) = &body {
            self.bodies.insert(index, b.clone());
        }
        Ok(body)
    }

    /// A body that only its reader can judge, as `open` takes it: kept from then on, asked for again until it is.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn body_if<T>(
        &mut self,
        client: &mut Client,
        index: u64,
        open: impl Fn(&[u8]) -> Option<T>,
    ) -> Result<Option<T>, AppError> {
        if let Some(found) = self.bodies.get(&index).and_then(|b| open(b)) {
            return Ok(Some(found));
        }
        let Some(body) = client.log_body(index)? else {
            return Ok(None);
        };
        let found = open(&body);
        if found.is_some() {
            self.bodies.insert(index, body);
        }
        Ok(found)
    }

    /// Campaigns in the log that two officers of a known desk signed, and where to look from the next time: a campaign
    /// whose body was not handed out is not passed over.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn campaigns(
        &mut self,
        client: &mut Client,
        from: u64,
    ) -> Result<(Vec<Signed<Campaign>>, u64), AppError> {
        let wanted: Vec<Seen> = self
            .entries
            .iter()
            .filter(|s| s.index >= from && s.entry.kind == EntryType::Campaign)
            .cloned()
            .collect();
        let (mut out, mut next) = (Vec::new(), self.mirror.size());
        for seen in wanted {
            let Some(body) = self.body(client, seen.index)? else {
                next = next.min(seen.index);
                continue;
            };
            let Ok(signed) = logged::open::<Campaign>(&seen.entry, &body) else {
                continue;
            };
            let card = self.federation.card(&signed.body().card);
            let good = card
                .is_some_and(|c| Campaign::verify(&signed, self.federation.fed(), &c.card).is_ok());
            if good {
                out.push(signed);
            }
        }
        Ok((out, next))
    }

    /// The time of a custodian's latest word on a request that the log shows, its body or not.
    #[must_use]
    pub fn last_word(&self, request: &RequestId, x: u8) -> Option<i64> {
        let fed = self.federation.fed();
        let said = |s: &Seen| {
            let word = Word::of(&s.entry).ok()?;
            let its = word.request == *request && word.x == x;
            (its && word.verify(fed, self.roster_at(s.index)).is_ok()).then_some(word.time)
        };
        self.entries.iter().filter_map(said).max()
    }

    /// Facts about a request among the entries from `from` on, its own entry: a word is weighed against those before it.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn facts(
        &mut self,
        client: &mut Client,
        request: &RequestId,
        card: &LguCard,
        from: u64,
    ) -> Result<Vec<(u64, Fact)>, AppError> {
        let about: Vec<Seen> = self
            .entries
            .iter()
            .filter(|s| s.index >= from && s.entry.public.starts_with(&request.0))
            .cloned()
            .collect();
        let (mut hearing, mut out) = (Hearing::default(), Vec::new());
        for seen in about {
            let body = self.body(client, seen.index)?;
            let context = Context {
                fed: self.federation.fed(),
                roster: self.roster_at(seen.index),
                card,
                request,
            };
            let fact = hearing.hear(&seen.entry, body.as_deref(), &context);
            out.extend(fact.map(|f| (seen.index, f)));
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests;
