//! A custodian of a federation: opened from its store, or made in memory; what it knows of itself.

use super::bundles::KeptBundle;
use super::case::{Case, Written};
use super::codec::damaged;
use super::keys::{Keys, XWing};
use super::mirror::{self, Kept};
use super::store::{BUNDLES, CASES, SELF, SHARES, Store};
use crate::dto::{AppError, ErrorCode};
use crate::federation::{Genesis, Signed, View, WitnessNode, refused};
use std::collections::BTreeMap;
use ugnay_log::{SignerKey, WitnessState};
use ugnay_release::RequestId;
use ugnay_release::machine::Phase;
use ugnay_seal::{CustodianShares, SealKeyPair, SigningIdentity};
use ugnay_sync::Client;
use ugnay_vault::{Changes, Memory};

/// A custodian with its keys, its shares and what it verified.
pub struct CustodianNode {
    pub(super) store: Store,
    pub(super) keys: Keys,
    pub(super) view: View,
    pub(super) genesis: Signed<Genesis>,
    pub(super) kept: Kept,
    pub(super) bundles: Vec<KeptBundle>,
    pub(super) shares: Vec<CustodianShares>,
    pub(super) cases: BTreeMap<RequestId, Case>,
    witness: WitnessNode,
}

impl core::fmt::Debug for CustodianNode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CustodianNode(…)")
    }
}

impl CustodianNode {
    /// A custodian of a founded federation in memory, as a demo or a test needs one.
    ///
    /// # Errors
    /// When the genesis does not verify or names another custodian at this place.
    pub fn new(
        x: u8,
        sign: SigningIdentity,
        seal: SealKeyPair,
        cosign: SignerKey,
        genesis: &Signed<Genesis>,
    ) -> Result<Self, AppError> {
        let seal = XWing {
            pair: seal,
            born: genesis.body().created,
            tested: Some(genesis.body().created),
        };
        let keys = Keys {
            sign,
            cosign,
            seal,
            next: None,
        };
        let node = Self::join(Store::Memory(Memory::default()), keys, genesis)?;
        let right = node.seat() == Some(x);
        right.then_some(node).ok_or_else(|| refused("roster"))
    }

    /// Writes keys and genesis into a store and opens it.
    ///
    /// # Errors
    /// When the genesis does not verify, or the store cannot be written.
    pub fn join(mut store: Store, keys: Keys, genesis: &Signed<Genesis>) -> Result<Self, AppError> {
        View::new(genesis, &genesis.hash())?;
        let mut changes = Changes::default();
        keys.put(&mut changes);
        changes.put(SELF, b"genesis", genesis.to_bytes());
        changes.happened(genesis.body().created, "joined", &genesis.hash().0);
        store.commit(changes)?;
        Self::open(store)
    }

    /// Opens what a store holds; everything in it is verified anew.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] without a genesis; [`ErrorCode::Damaged`]; an alarm when the stored log contradicts itself.
    pub fn open(store: Store) -> Result<Self, AppError> {
        let keys = Keys::read(&store)?;
        let genesis = store
            .get(SELF, b"genesis")?
            .ok_or(ErrorCode::NotFound)
            .map_err(AppError::from)?;
        let genesis = Signed::<Genesis>::from_bytes(&genesis)?;
        let (view, kept) = mirror::read(&store, &genesis)?;
        let mut bundles = Vec::new();
        for (_, bytes) in store.list(BUNDLES)? {
            bundles.push(KeptBundle::from_bytes(&bytes)?);
        }
        let mut shares = Vec::new();
        for (_, bytes) in store.list(SHARES)? {
            shares.push(CustodianShares::from_bytes(&bytes)?);
        }
        let log = view.federation.log().clone();
        let remembered = read_witness(&store, log.name())?;
        let witness = WitnessNode::resume(log, keys.cosign.clone(), remembered);
        let mut node = Self {
            store,
            keys,
            view,
            genesis,
            kept,
            bundles,
            shares,
            cases: BTreeMap::new(),
            witness,
        };
        node.read_cases()?;
        Ok(node)
    }

    fn read_cases(&mut self) -> Result<(), AppError> {
        for (_, bytes) in self.store.list(CASES)? {
            let w = Written::from_bytes(&bytes)?;
            let seen = self.view.entry(w.index).ok_or(damaged("case"))?;
            let mut case = Case::new(&self.view, seen, w.request, w.state)?;
            (case.mine, case.sealed, case.dirty) = (w.mine, w.sealed, false);
            case.recipient = w.recipient;
            self.cases.insert(case.id(), case);
        }
        Ok(())
    }

    /// Writes everything that changed since the last time, all at once; `more` goes along.
    pub(super) fn write(&mut self, more: Changes) -> Result<(), AppError> {
        let mut changes = Changes::default();
        self.kept.put(&self.view, &mut changes)?;
        for case in self.cases.values().filter(|c| c.dirty) {
            case.put(&mut changes)?;
        }
        for bundle in self.bundles.iter().filter(|b| b.dirty) {
            bundle.put(&mut changes)?;
        }
        changes.append(more);
        self.store.commit(changes)?;
        self.kept.done(&self.view);
        self.cases.values_mut().for_each(|c| c.dirty = false);
        self.bundles.iter_mut().for_each(|b| b.dirty = false);
        Ok(())
    }

    /// This custodian's place in the roster in force; none before it is in one, or after it left.
    #[must_use]
    pub fn seat(&self) -> Option<u8> {
        let roster = self.view.federation.roster();
        roster.by_key(&self.public()).map(|c| c.x)
    }

    /// The seat, where an action needs one.
    pub(super) fn x(&self) -> Result<u8, AppError> {
        self.seat().ok_or_else(|| refused("roster"))
    }

    /// The public signing key.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        *self.keys.sign.public().as_bytes()
    }

    /// The signing identity, for objects this custodian signs (desk cards, policies).
    #[must_use]
    pub fn identity(&self) -> &SigningIdentity {
        &self.keys.sign
    }

    /// What the log showed so far.
    #[must_use]
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The federation's genesis.
    #[must_use]
    pub fn genesis(&self) -> &Signed<Genesis> {
        &self.genesis
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The store, for what is kept beside (demands, settings).
    #[must_use]
    pub fn store(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Closes it and gives the store back, as a crash would leave it.
    #[must_use]
    pub fn into_store(self) -> Store {
        self.store
    }

    /// The requests this custodian knows.
    #[must_use]
    pub fn cases(&self) -> &BTreeMap<RequestId, Case> {
        &self.cases
    }

    /// Where a request stands here.
    #[must_use]
    pub fn phase(&self, id: &RequestId) -> Option<Phase> {
        self.cases.get(id).map(Case::phase)
    }

    /// Every bundle looked at.
    #[must_use]
    pub fn bundles(&self) -> &[KeptBundle] {
        &self.bundles
    }

    /// The shares kept, one set for each register-epoch.
    #[must_use]
    pub fn shares(&self) -> &[CustodianShares] {
        &self.shares
    }

    /// Size of the last checkpoint this custodian cosigned.
    #[must_use]
    pub fn cosigned(&self) -> Option<u64> {
        self.witness.state().map(|w| w.size)
    }

    /// Cosigns the newest checkpoint. What was signed is on disk before the line is handed out.
    ///
    /// # Errors
    /// As [`crate::federation::WitnessNode::visit`].
    pub fn cosign(&mut self, client: &mut Client, now: i64) -> Result<(), AppError> {
        self.cosign_after(client, now, 0)
    }

    /// The same, but not again for a head for which the buffer shows this custodian's line of the last `renew_after`
    /// seconds.
    ///
    /// # Errors
    /// As [`Self::cosign`].
    pub fn cosign_after(
        &mut self,
        client: &mut Client,
        now: i64,
        renew_after: i64,
    ) -> Result<(), AppError> {
        let Some(line) = self.witness.sign(client, now, renew_after)? else {
            return Ok(());
        };
        let mut changes = Changes::default();
        if let Some(state) = self.witness.state() {
            let size = state.size.to_be_bytes();
            changes.put(SELF, b"witness", [&size[..], &state.root].concat());
        }
        self.write(changes)?;
        Ok(client.cosign(line.size, &line.text)?)
    }
}

fn read_witness(store: &Store, origin: &str) -> Result<Option<WitnessState>, AppError> {
    let Some(bytes) = store.get(SELF, b"witness")? else {
        return Ok(None);
    };
    let (size, root) = bytes
        .split_first_chunk::<8>()
        .ok_or_else(|| damaged("witness"))?;
    Ok(Some(WitnessState {
        origin: origin.to_owned(),
        size: u64::from_be_bytes(*size),
        root: root.try_into().map_err(|_| damaged("witness"))?,
    }))
}
