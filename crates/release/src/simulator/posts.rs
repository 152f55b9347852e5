//! What goes into the log of simulated years: entries and bodies with real signatures, and how a server shows them: whole,
//! without the body, with other bytes in its place, under another's name, with other public fields. Read as every
//! custodian's app reads them ([`crate::facts`]), each post once for each way it is shown.
#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "a simulator's slip may panic: it runs in tests and drills only, on small numbers of its own"
    )
)]

use super::Parties;
use crate::facts::{Context, Said};
use crate::logged::{Word, public_of_closing, public_of_notice, submission};
use crate::machine::Fact;
use crate::{
    Closing, ClosingKind, Decision, DecisionKind, LguCard, Object, Reason, ReleaseError, RequestId,
    ShareReleaseNotice, Signed,
};
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;
use ugnay_log::Entry;
use ugnay_seal::{Hash32, SigningIdentity};

const ZERO: Hash32 = Hash32([0; 32]);

/// How an app reads one entry.
pub(super) type Read = fn(&Entry, Option<&[u8]>, &Context<'_>) -> Option<Said>;

/// What the server shows where a body lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shown {
    Right,
    Nothing,
    Garbled,
}

/// An entry with its body.
struct Post {
    entry: Entry,
    body: Vec<u8>,
    /// What a party really said with it, and when; nothing for a forgery.
    truth: Option<(Fact, i64)>,
    read: [Option<Option<Said>>; 3],
}

/// Everything anybody made for the log about one request.
pub(super) struct Posts<'a> {
    parties: &'a Parties,
    card: &'a LguCard,
    request: RequestId,
    read: Read,
    all: Vec<Post>,
}

impl<'a> Posts<'a> {
    pub fn new(parties: &'a Parties, card: &'a LguCard, request: RequestId, read: Read) -> Self {
        Self {
            parties,
            card,
            request,
            read,
            all: Vec::new(),
        }
    }

    /// What somebody really said with a post, and when.
    pub fn truth(&self, post: usize) -> Option<(Fact, i64)> {
        self.all[post].truth
    }

    /// What an app makes of a post.
    pub fn said(&mut self, post: usize, shown: Shown) -> Option<Said> {
        let context = Context {
            fed: self.parties.federation.fed(),
            roster: self.parties.federation.roster(),
            card: self.card,
            request: &self.request,
        };
        let post = &mut self.all[post];
        let garbled = || post.body.iter().rev().copied().collect::<Vec<u8>>();
        *post.read[shown as usize].get_or_insert_with(|| match shown {
            Shown::Right => (self.read)(&post.entry, Some(&post.body), &context),
            Shown::Nothing => (self.read)(&post.entry, None, &context),
            Shown::Garbled => (self.read)(&post.entry, Some(&garbled()), &context),
        })
    }

    /// Custodian `x` says its word.
    pub fn decision(
        &mut self,
        x: u8,
        kind: DecisionKind,
        cids: Hash32,
        time: i64,
        rng: &mut ChaCha20Rng,
    ) -> Result<usize, ReleaseError> {
        let truth = Some((Fact::Decided { x, kind, cids }, time));
        let (decision, signer) = (self.worded(x, kind, cids, time), self.key(x));
        let public = Word::sign(&decision, self.parties.federation.fed(), signer).to_bytes();
        self.post(decision, public, signer, truth, rng)
    }

    /// Custodian `x` says that it sealed shares.
    pub fn notice(
        &mut self,
        x: u8,
        cids: Hash32,
        sealed: Hash32,
        rng: &mut ChaCha20Rng,
    ) -> Result<usize, ReleaseError> {
        let truth = Some((Fact::Shared { x, cids, sealed }, 0));
        let notice = self.noticed(x, cids, sealed);
        let public = public_of_notice(&notice);
        self.post(notice, public, self.key(x), truth, rng)
    }

    /// The malicious custodian ends what others approved: a closing that is not its to make.
    pub fn closing(&mut self, rng: &mut ChaCha20Rng) -> Result<usize, ReleaseError> {
        let own = self.key(u8::try_from(self.parties.custodians.len()).unwrap_or(0));
        let closing = Closing {
            kind: ClosingKind::GrantClose,
            request: self.request,
            document: ZERO,
            text: String::new(),
            time: 0,
        };
        let public = public_of_closing(&closing);
        self.post(closing, public, own, None, rng)
    }

    /// Something that `x` never said: by a server that has what everybody can read, and by the malicious custodian, whose
    /// key signs it.
    pub fn forgery(
        &mut self,
        x: u8,
        cids: Hash32,
        time: i64,
        rng: &mut ChaCha20Rng,
    ) -> Result<usize, ReleaseError> {
        let own = self.parties.custodians.len();
        let thief = self.key(u8::try_from(own).unwrap_or(0));
        let author = self.key(x).public().hash().0;
        let roll = rng.next_u32();
        let kinds = [DecisionKind::Object, DecisionKind::Refuse];
        let kind = kinds[roll as usize % 2];
        let made = match (roll >> 8) % 5 {
            0 => {
                let decision = self.worded(x, DecisionKind::Approve, cids, time);
                let word = Word::sign(&decision, self.parties.federation.fed(), thief);
                self.post(decision, word.to_bytes(), thief, None, rng)?
            }
            1 => {
                let notice = self.noticed(x, cids, cids);
                let public = public_of_notice(&notice);
                self.post(notice, public, thief, None, rng)?
            }
            2 => {
                let decision = self.worded(x, kind, ZERO, time);
                let word = Word::sign(&decision, self.parties.federation.fed(), thief);
                self.post(decision, word.to_bytes(), thief, None, rng)?
            }
            3 => {
                // A name and a number, as the entry of an objection.
                let public = [&self.request.0[..], &[x]].concat();
                let decision = self.worded(x, kind, ZERO, time);
                self.post(decision, public, thief, None, rng)?
            }
            _ => {
                // Somebody's own post with other public fields.
                let Some(of) = (roll as usize >> 16).checked_rem(self.all.len()) else {
                    return self.decision(u8::try_from(own).unwrap_or(0), kind, ZERO, time, rng);
                };
                let (mut entry, body) = (self.all[of].entry.clone(), self.all[of].body.clone());
                entry.public.truncate(33);
                self.keep(entry, body, None);
                return Ok(self.all.len() - 1);
            }
        };
        // Entered under the name of the one who is to have said it.
        self.all[made].entry.author = author;
        Ok(made)
    }

    fn key(&self, x: u8) -> &'a SigningIdentity {
        &self.parties.custodians[usize::from(x) - 1]
    }

    fn worded(&self, x: u8, kind: DecisionKind, cids: Hash32, time: i64) -> Decision {
        let approves = kind == DecisionKind::Approve;
        Decision {
            kind,
            request: self.request,
            cids: if approves { cids } else { ZERO },
            x,
            reason: if approves {
                Reason::InOrder
            } else {
                Reason::NoEmergency
            },
            text: String::new(),
            time,
        }
    }

    fn noticed(&self, x: u8, cids: Hash32, sealed: Hash32) -> ShareReleaseNotice {
        ShareReleaseNotice {
            request: self.request,
            x,
            cids,
            approvals: ZERO,
            root: ZERO,
            sealed,
            time: 0,
        }
    }

    fn post<T: Object>(
        &mut self,
        object: T,
        public: Vec<u8>,
        by: &SigningIdentity,
        truth: Option<(Fact, i64)>,
        rng: &mut ChaCha20Rng,
    ) -> Result<usize, ReleaseError> {
        let signed = Signed::new(object, self.parties.federation.fed(), &[by])?;
        let made = submission(&signed, public, &by.public(), 0, rng);
        self.keep(made.entry, made.body, truth);
        Ok(self.all.len() - 1)
    }

    fn keep(&mut self, entry: Entry, body: Vec<u8>, truth: Option<(Fact, i64)>) {
        self.all.push(Post {
            entry,
            body,
            truth,
            read: [None; 3],
        });
    }
}
