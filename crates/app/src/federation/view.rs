//! What a party knows of its federation because the log shows it, cosigned by a quorum.

use super::refused;
use crate::dto::AppError;
use std::collections::BTreeMap;
use ugnay_log::{Entry, EntryType, Quorum};
use ugnay_release::facts::{self, Context};
use ugnay_release::machine::Fact;
use ugnay_release::{
    Campaign, Federation, Genesis, LguCard, Policy, RequestId, Roster, Signed, logged,
};
use ugnay_seal::Hash32;
use ugnay_sync::{Client, Mirror};

/// An entry as it was first seen in a cosigned checkpoint.
#[derive(Clone)]
pub struct Seen {
    /// Leaf index.
    pub index: u64,
    /// The entry.
    pub entry: Entry,
    /// Who cosigned the first checkpoint this party saw it in.
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
    /// A time that has certainly passed.
    pub vouched: i64,
}

/// A party's verified knowledge.
pub struct View {
    /// The federation as the log shows it.
    pub federation: Federation,
    mirror: Mirror,
    entries: Vec<Seen>,
    bodies: BTreeMap<u64, Vec<u8>>,
}

impl View {
    /// Starts from a genesis whose hash was pinned.
    ///
    /// # Errors
    /// When the hash is another or not all custodians signed.
    pub fn new(genesis: &Signed<Genesis>, pinned: &Hash32) -> Result<Self, AppError> {
        let federation = Federation::start(genesis, pinned)?;
        let mirror = Mirror::new(federation.log().clone());
        Ok(Self {
            federation,
            mirror,
            entries: Vec::new(),
            bodies: BTreeMap::new(),
        })
    }

    /// The mirror, for proofs and for keeping.
    #[must_use]
    pub fn mirror(&self) -> &Mirror {
        &self.mirror
    }

    /// Every entry seen, in order.
    #[must_use]
    pub fn entries(&self) -> &[Seen] {
        &self.entries
    }

    /// Follows the log to its newest cosigned checkpoint.
    ///
    /// # Errors
    /// An alarm for a log that went back, forked or is vouched for by too few; nothing is believed then.
    pub fn update(&mut self, client: &mut Client) -> Result<Advance, AppError> {
        let from = self.mirror.size();
        let (items, quorum) = self.mirror.update(client, &self.federation.log_policy()?)?;
        for item in items {
            let entry = Entry::decode(&item.bytes).map_err(|_| refused("entry_unreadable"))?;
            self.take(
                client,
                Seen {
                    index: item.index,
                    entry,
                    quorum: quorum.clone(),
                },
            )?;
        }
        let root = self.mirror.head().map_or([0; 32], |h| h.root);
        let vouched = quorum.vouched_now().unwrap_or(0);
        Ok(Advance {
            from,
            size: self.mirror.size(),
            root: Hash32(root),
            vouched,
        })
    }

    fn take(&mut self, client: &mut Client, seen: Seen) -> Result<(), AppError> {
        let at = seen.quorum.reached_at().unwrap_or(0);
        let wanted = matches!(
            seen.entry.kind,
            EntryType::Policy | EntryType::Roster | EntryType::LguCard
        );
        let body = if wanted {
            client.log_body(seen.index)?
        } else {
            None
        };
        if let Some(body) = body {
            // An object that does not verify is not believed; the log keeps it for everybody to see.
            let _ = match seen.entry.kind {
                EntryType::Policy => logged::open::<Policy>(&seen.entry, &body)
                    .and_then(|o| self.federation.accept_policy(&o)),
                EntryType::Roster => logged::open::<Roster>(&seen.entry, &body)
                    .and_then(|o| self.federation.accept_roster(&o)),
                _ => logged::open::<LguCard>(&seen.entry, &body)
                    .and_then(|o| self.federation.accept_card(&o, at)),
            };
        }
        self.entries.push(seen);
        Ok(())
    }

    /// A body, fetched once.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn body(&mut self, client: &mut Client, index: u64) -> Result<Option<Vec<u8>>, AppError> {
        if let Some(b) = self.bodies.get(&index) {
            return Ok(Some(b.clone()));
        }
        let body = client.log_body(index)?;
        if let Some(b) = &body {
            self.bodies.insert(index, b.clone());
        }
        Ok(body)
    }

    /// Campaigns in the log that two officers of a known desk signed.
    ///
    /// # Errors
    /// When the buffer cannot be reached.
    pub fn campaigns(
        &mut self,
        client: &mut Client,
        from: u64,
    ) -> Result<Vec<Signed<Campaign>>, AppError> {
        let wanted: Vec<Seen> = self
            .entries
            .iter()
            .filter(|s| s.index >= from && s.entry.kind == EntryType::Campaign)
            .cloned()
            .collect();
        let mut out = Vec::new();
        for seen in wanted {
            let Some(body) = self.body(client, seen.index)? else {
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
        Ok(out)
    }

    /// Facts about a request among the entries from `from` on.
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
        let mut out = Vec::new();
        for seen in about {
            let body = self.body(client, seen.index)?;
            let context = Context {
                fed: self.federation.fed(),
                roster: self.federation.roster(),
                card,
                request,
            };
            out.extend(
                facts::fact(&seen.entry, body.as_deref(), &context).map(|f| (seen.index, f)),
            );
        }
        Ok(out)
    }
}
