//! A custodian organisation on this device: its folder, its name, its key on paper, and the federation once it is in one.
//!
//! Owns the order in which an organisation comes into being: keys are born here, the sheet of paper is tested, only then
//! is a card handed out, a founding signed, a genesis taken, a buffer connected. Must not let anything rest on a key
//! whose sheet was not entered again.

use super::codec::damaged;
use super::keys::Keys;
use super::node::CustodianNode;
use super::store::{SELF, Store};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::paper::six_words;
use crate::federation::{Client, Genesis, Paper, PartyCard, Signed, refused};
use std::path::Path;
use ugnay_seal::words::{PaperSeed, WordsError, sas_words};
use ugnay_vault::{Changes, NewVault, Party, Unlock, Vault};
use zeroize::Zeroizing;

/// Seconds after which the key for shares is to be changed: half a year (protocol §4.5: 6 to 12 months).
pub const KEY_LIFE: i64 = 182 * 86_400;

enum Stage {
    /// No federation yet.
    Alone(Store, Box<Keys>),
    /// A custodian of one.
    Member(Box<CustodianNode>),
    /// Between the two, or after a failed step: nothing is to be done with it.
    Broken,
}

/// An organisation, open.
pub struct House {
    name: String,
    jurisdiction: String,
    stage: Stage,
}

impl core::fmt::Debug for House {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("House(open)")
    }
}

/// What entering the words of a sheet again has shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WordsTest {
    /// Numbers (from 1) of the words that are not right.
    pub wrong: Vec<u8>,
}

impl House {
    /// Makes an organisation in the folder `dir`: its keys are born here.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an empty or overlong name or jurisdiction; as when a vault is made.
    pub fn create<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        (name, jurisdiction): (&str, &str),
        env: &mut Env,
    ) -> Result<Self, AppError> {
        let seed = PaperSeed::from_bytes(env.random());
        Self::make(dir, unlock, (name, jurisdiction), &seed, false, env)
    }

    /// Makes an organisation again from the 24 words of its sheet. Its keys for signing are new: the next roster has to name
    /// them at its place, with the same key for shares.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with the field `words`; as [`Self::create`].
    pub fn recover<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        (name, jurisdiction): (&str, &str),
        words: &str,
        env: &mut Env,
    ) -> Result<Self, AppError> {
        let seed = PaperSeed::from_words(words).map_err(|e| words_error(&e))?;
        Self::make(dir, unlock, (name, jurisdiction), &seed, true, env)
    }

    fn make<'a>(
        dir: &Path,
        unlock: impl Into<Unlock<'a>>,
        (name, jurisdiction): (&str, &str),
        seed: &PaperSeed,
        recovered: bool,
        env: &mut Env,
    ) -> Result<Self, AppError> {
        let name = field(name, "name", 120)?;
        let jurisdiction = field(jurisdiction, "jurisdiction", 40)?;
        let mut keys = Keys::around(&name, seed, env)?;
        // Whoever typed the words has the sheet.
        keys.seal.tested = recovered.then(|| env.now());
        let new = NewVault {
            party: Party::Custodian,
            label: name.clone(),
        };
        let now = env.now();
        let vault = Vault::create(dir, unlock, &new, now, &mut env.rng())?;
        let mut store = Store::Vault(Box::new(vault));
        let mut changes = Changes::default();
        keys.put(&mut changes);
        changes.put(SELF, b"name", name.as_bytes());
        changes.put(SELF, b"jurisdiction", jurisdiction.as_bytes());
        if recovered {
            changes.put(SELF, b"recovered", now.to_be_bytes());
        }
        let code = if recovered { "recovered" } else { "created" };
        changes.happened(now, code, &keys.seal.hash().0);
        store.commit(changes)?;
        Ok(Self {
            name,
            jurisdiction,
            stage: Stage::Alone(store, Box::new(keys)),
        })
    }

    /// Opens the organisation in the folder `dir`.
    ///
    /// # Errors
    /// As when a vault is opened; [`ErrorCode::NotARegister`] for another party's vault.
    pub fn open<'a>(dir: &Path, unlock: impl Into<Unlock<'a>>) -> Result<Self, AppError> {
        let vault = Vault::open(dir, unlock)?;
        if vault.party() != Party::Custodian {
            return Err(AppError::new(ErrorCode::NotARegister).detail(vault.party().code()));
        }
        let store = Store::Vault(Box::new(vault));
        let text = |name: &[u8]| {
            let bytes = store.get(SELF, name)?.ok_or_else(|| damaged("name"))?;
            String::from_utf8(bytes.to_vec()).map_err(|_| damaged("name"))
        };
        let (name, jurisdiction) = (text(b"name")?, text(b"jurisdiction")?);
        let stage = match store.get(SELF, b"genesis")? {
            None => {
                let keys = Keys::read(&store)?;
                Stage::Alone(store, Box::new(keys))
            }
            Some(_) => Stage::Member(Box::new(CustodianNode::open(store)?)),
        };
        Ok(Self {
            name,
            jurisdiction,
            stage,
        })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The authority that can compel it.
    #[must_use]
    pub fn jurisdiction(&self) -> &str {
        &self.jurisdiction
    }

    /// Its keys.
    ///
    /// # Errors
    /// [`ErrorCode::Internal`] after a step that failed half-way; opening it again mends that.
    pub fn keys(&self) -> Result<&Keys, AppError> {
        match &self.stage {
            Stage::Alone(_, keys) => Ok(keys),
            Stage::Member(node) => Ok(node.keys()),
            Stage::Broken => Err(ErrorCode::Internal.into()),
        }
    }

    fn parts(&mut self) -> Result<(&mut Store, &mut Keys), AppError> {
        match &mut self.stage {
            Stage::Alone(store, keys) => Ok((store, keys)),
            Stage::Member(node) => Ok((&mut node.store, &mut node.keys)),
            Stage::Broken => Err(ErrorCode::Internal.into()),
        }
    }

    /// The custodian, once the organisation is in a federation.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`.
    pub fn node(&mut self) -> Result<&mut CustodianNode, AppError> {
        match &mut self.stage {
            Stage::Member(node) => Ok(node),
            _ => Err(refused("no_genesis")),
        }
    }

    /// The same, to look at only.
    #[must_use]
    pub fn member(&self) -> Option<&CustodianNode> {
        match &self.stage {
            Stage::Member(node) => Some(node),
            _ => None,
        }
    }

    /// A kept time.
    pub(crate) fn at(&self, name: &[u8]) -> Option<i64> {
        let bytes = self.kept(name)?;
        Some(i64::from_be_bytes(bytes.try_into().ok()?))
    }

    /// A kept text.
    pub(crate) fn text(&self, name: &[u8]) -> Option<String> {
        String::from_utf8(self.kept(name)?).ok()
    }

    /// A kept value.
    fn kept(&self, name: &[u8]) -> Option<Vec<u8>> {
        let store = match &self.stage {
            Stage::Alone(store, _) => store,
            Stage::Member(node) => &node.store,
            Stage::Broken => return None,
        };
        Some(store.get(SELF, name).ok()??.to_vec())
    }

    pub(crate) fn pinned(&self) -> Option<Vec<u8>> {
        self.kept(b"certificate")
    }

    pub(crate) fn keep(&mut self, name: &[u8], value: &[u8]) -> Result<(), AppError> {
        let (store, _) = self.parts()?;
        let mut changes = Changes::default();
        changes.put(SELF, name, value);
        store.commit(changes)
    }

    /// The store, for what is kept beside.
    ///
    /// # Errors
    /// As [`Self::keys`].
    pub(super) fn store(&mut self) -> Result<&mut Store, AppError> {
        self.parts().map(|(store, _)| store)
    }

    // --- the sheet of paper

    /// The 24 words of the key whose sheet was not tested yet: the next key while one is under way, else the key itself.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `paper_tested` once they were entered rightly: they are never shown again.
    pub fn words(&self) -> Result<Zeroizing<String>, AppError> {
        let keys = self.keys()?;
        let key = keys.next.as_ref().unwrap_or(&keys.seal);
        if key.tested.is_some() {
            return Err(refused("paper_tested"));
        }
        Ok(key.paper().to_words())
    }

    /// Six words of the public key that [`Self::words`] stands for, printed on the sheet so that sheets can be told apart.
    ///
    /// # Errors
    /// As [`Self::keys`].
    pub fn paper_fingerprint(&self) -> Result<String, AppError> {
        let keys = self.keys()?;
        let key = keys.next.as_ref().unwrap_or(&keys.seal);
        Ok(sas_words(&key.hash().0).join(" "))
    }

    /// Compares words typed from the sheet. All right: the sheet exists from now on. A word may be typed by its first
    /// four letters, which are enough to tell all words of the list apart.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] when the number of words is another.
    pub fn test_words(&mut self, typed: &[String], now: i64) -> Result<WordsTest, AppError> {
        let (store, keys) = self.parts()?;
        let key = keys.next.as_mut().unwrap_or(&mut keys.seal);
        let words = key.paper().to_words();
        let right: Vec<&str> = words.split(' ').collect();
        if typed.len() != right.len() {
            let e = AppError::new(ErrorCode::BadInput).field("words");
            return Err(e.detail(format!("{} of {}", typed.len(), right.len())));
        }
        let same = |typed: &str, right: &str| {
            let typed = typed.trim().to_lowercase();
            typed == right || (typed.len() == 4 && right.starts_with(&typed))
        };
        let wrong: Vec<u8> = (1_u8..)
            .zip(typed.iter().zip(&right))
            .filter(|(_, (t, r))| !same(t, r))
            .map(|(n, _)| n)
            .collect();
        if wrong.is_empty() {
            key.tested = Some(now);
            let mut changes = Changes::default();
            changes.happened(now, "paper_tested", &key.hash().0);
            keys.put(&mut changes);
            store.commit(changes)?;
        }
        Ok(WordsTest { wrong })
    }

    fn tested(&self) -> Result<(), AppError> {
        let keys = self.keys()?;
        let key = keys.next.as_ref().unwrap_or(&keys.seal);
        key.tested
            .map(drop)
            .ok_or_else(|| refused("paper_untested"))
    }

    // --- into a federation

    /// The public card: for the founding, or for the next roster (with the next key for shares, while one is under way).
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `paper_untested`.
    pub fn card(&self) -> Result<PartyCard, AppError> {
        self.tested()?;
        let keys = self.keys()?;
        let seal = keys.next.as_ref().unwrap_or(&keys.seal);
        Ok(PartyCard::Custodian {
            name: self.name.clone(),
            jurisdiction: self.jurisdiction.clone(),
            sign: *keys.sign.public().as_bytes(),
            cosign: keys.cosign.verifier().to_vkey(),
            x_wing: seal.pair.public().to_bytes(),
        })
    }

    /// The card as a file.
    ///
    /// # Errors
    /// As [`Self::card`].
    pub fn card_file(&mut self, now: i64) -> Result<Vec<u8>, AppError> {
        let file = self.card()?.to_file(Some(&self.keys()?.sign))?;
        self.keep(b"card.at", &now.to_be_bytes())?;
        Ok(file)
    }

    /// Six words of the public card, to be compared by voice.
    ///
    /// # Errors
    /// As [`Self::card`].
    pub fn fingerprint(&self) -> Result<String, AppError> {
        Ok(six_words(&self.card()?.fingerprint()?))
    }

    /// Signs a paper: the founding it takes part in, or a policy, roster or desk card of its federation.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`]: `paper_untested`, `not_in_it` (a founding without these very keys), `no_genesis`,
    /// `demo_changed` (a policy that makes a demonstration of a federation, or no longer one), or
    /// `not_signed_by_custodians` (requests, campaigns and closings are a desk's).
    pub fn sign(&mut self, paper: &mut Paper, now: i64) -> Result<(), AppError> {
        self.tested()?;
        let fed = match (&*paper, self.member()) {
            (Paper::Genesis(g), None) => {
                if !self.is_in(g.body()) {
                    return Err(refused("not_in_it"));
                }
                g.body().fed()?
            }
            (Paper::Genesis(_), Some(_)) => return Err(refused("has_a_federation")),
            (Paper::Policy(p), Some(node))
                if p.body().demo != node.view().federation.policy().demo =>
            {
                return Err(refused("demo_changed"));
            }
            (Paper::Policy(_) | Paper::Roster(_) | Paper::Card(_), Some(node)) => {
                *node.view().federation.fed()
            }
            (Paper::Policy(_) | Paper::Roster(_) | Paper::Card(_), None) => {
                return Err(refused("no_genesis"));
            }
            _ => return Err(refused("not_signed_by_custodians")),
        };
        paper.sign(&fed, &self.keys()?.sign)?;
        let (store, _) = self.parts()?;
        let mut changes = Changes::default();
        changes.put(SELF, b"sign.at", now.to_be_bytes());
        changes.happened(now, "signed", &paper.hash().0);
        store.commit(changes)
    }

    /// Whether a founding names this organisation with exactly its own keys.
    #[must_use]
    pub fn is_in(&self, genesis: &Genesis) -> bool {
        let Ok(keys) = self.keys() else { return false };
        genesis.roster.custodians.iter().any(|c| {
            c.sign == *keys.sign.public().as_bytes()
                && c.cosign == keys.cosign.verifier().to_vkey()
                && c.x_wing == keys.seal.pair.public().to_bytes()
        })
    }

    /// Takes the genesis signed by all. An organisation that is not in it (a successor, or one that was recovered) may take
    /// it too: a later roster will name it.
    ///
    /// # Errors
    /// [`ErrorCode::AlreadyThere`]; [`ErrorCode::Refused`] when a signature is missing or wrong.
    pub fn take_genesis(&mut self, genesis: &Signed<Genesis>, now: i64) -> Result<(), AppError> {
        self.tested()?;
        Genesis::verify(genesis)?;
        match std::mem::replace(&mut self.stage, Stage::Broken) {
            Stage::Alone(mut store, keys) => {
                let mut changes = Changes::default();
                changes.put(SELF, b"genesis.at", now.to_be_bytes());
                store.commit(changes)?;
                self.stage = Stage::Member(Box::new(CustodianNode::join(store, *keys, genesis)?));
                Ok(())
            }
            other => {
                self.stage = other;
                Err(ErrorCode::AlreadyThere.into())
            }
        }
    }

    /// Puts a paper that enough have signed into the log.
    ///
    /// # Errors
    /// As [`Paper::log`].
    pub fn log_paper(
        &mut self,
        paper: &Paper,
        client: &mut Client,
        env: &mut Env,
    ) -> Result<(), AppError> {
        let node = self.node()?;
        paper.log(client, node.view.federation.fed(), &node.keys.sign, env)
    }
}

fn field(text: &str, name: &str, max: usize) -> Result<String, AppError> {
    let text = text.trim();
    let good = !text.is_empty() && text.len() <= max && !text.chars().any(char::is_control);
    good.then(|| text.to_owned())
        .ok_or_else(|| AppError::new(ErrorCode::BadInput).field(name))
}

/// Words that are no valid phrase: which one, by position.
fn words_error(e: &WordsError) -> AppError {
    let out = AppError::new(ErrorCode::BadInput).field("words");
    match e {
        WordsError::UnknownWord(n) => out.detail(format!("word {n}")),
        WordsError::Count { expected, found } => out.detail(format!("{found} of {expected}")),
        _ => out.detail("checksum"),
    }
}

#[cfg(test)]
mod tests;
