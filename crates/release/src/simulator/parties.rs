//! A federation with all its keys from one seed, and a log server with witnesses in memory.

use crate::policy::Policy;
use crate::{
    Area, Custodian, ExternalWitness, Federation, Genesis, LguCard, Officer, Purpose, ReleaseError,
    Request, Roster, Signed,
};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use ugnay_log::{
    AddCheckpoint, Checkpoint, KeyKind, LogError, SignerKey, TlogProof, Tree, Witness,
    WitnessState, leaf_hash,
};
use ugnay_seal::{Hash32, SealKeyPair, SigningIdentity};

/// Everybody's keys.
#[derive(Debug)]
pub struct Parties {
    /// The seeded generator, for more.
    pub rng: ChaCha20Rng,
    /// The log's key.
    pub log: SignerKey,
    /// Custodians' signing identities, x = index + 1.
    pub custodians: Vec<SigningIdentity>,
    /// Custodians' X-Wing keys, same order.
    pub seals: Vec<SealKeyPair>,
    /// All cosigning keys: custodians in order, then outside witnesses.
    pub cosigners: Vec<SignerKey>,
    /// The desk's officers, by ascending public key.
    pub officers: Vec<SigningIdentity>,
    /// The officers' X-Wing keys, same order.
    pub officer_seals: Vec<SealKeyPair>,
    /// The genesis, signed by all custodians.
    pub genesis: Signed<Genesis>,
    /// What everybody knows, the desk's card included.
    pub federation: Federation,
    /// SHA-256 of the desk's card.
    pub card: Hash32,
}

/// The municipality the desk answers for in simulations.
pub const MUNICIPALITY: Area = Area(401_009_000);

impl Parties {
    /// A federation with the policy's n custodians and two outside witnesses, and one desk whose card was logged at `card_logged_at`.
    ///
    /// # Errors
    /// When the policy breaks a rule.
    pub fn new(seed: u64, policy: Policy, card_logged_at: i64) -> Result<Self, ReleaseError> {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let n = policy.n;
        let custodians: Vec<SigningIdentity> = (0..n)
            .map(|_| SigningIdentity::generate(&mut rng))
            .collect();
        let seals: Vec<SealKeyPair> = (0..n).map(|_| SealKeyPair::generate(&mut rng)).collect();
        let log = SignerKey::generate("log.example/demo", KeyKind::Note, &mut rng)?;
        let mut cosigners = Vec::new();
        for number in 1..=n.saturating_add(2) {
            cosigners.push(SignerKey::generate(
                &format!("witness{number}.example"),
                KeyKind::Cosignature,
                &mut rng,
            )?);
        }
        let roster = roster(
            &custodians,
            &seals,
            &cosigners,
            SigningIdentity::generate(&mut rng),
        );
        let mut nonce = [0; 32];
        rng.fill_bytes(&mut nonce);
        let genesis = Genesis {
            name: "Simulated federation".into(),
            created: 0,
            nonce,
            log: log.verifier().to_vkey(),
            policy,
            roster,
        };
        let fed = genesis.fed()?;
        let genesis = Signed::new(genesis, &fed, &custodians.iter().collect::<Vec<_>>())?;
        let mut federation = Federation::start(&genesis, &genesis.hash())?;
        let mut officers: Vec<SigningIdentity> = (0..2)
            .map(|_| SigningIdentity::generate(&mut rng))
            .collect();
        officers.sort_by_key(|o| *o.public().as_bytes());
        let officer_seals: Vec<SealKeyPair> = officers
            .iter()
            .map(|_| SealKeyPair::generate(&mut rng))
            .collect();
        let card = card(
            &officers,
            &officer_seals,
            &federation,
            [9; 16],
            MUNICIPALITY,
        );
        // As many as are needed: one more would be an enrolment during a crisis.
        let k = usize::from(federation.policy().k);
        let card = Signed::new(card, &fed, &custodians.iter().take(k).collect::<Vec<_>>())?;
        federation.accept_card(&card, card_logged_at)?;
        let card = card.hash();
        Ok(Self {
            rng,
            log,
            custodians,
            seals,
            cosigners,
            officers,
            officer_seals,
            genesis,
            federation,
            card,
        })
    }

    /// Enrols one more desk for `area`, with the same officers, its card logged at `at`; gives the card's hash.
    /// [`Parties::request`] asks for the desk whose hash stands in `card`.
    ///
    /// # Errors
    /// When the card breaks a rule.
    pub fn enrol(&mut self, lgu: [u8; 16], area: Area, at: i64) -> Result<Hash32, ReleaseError> {
        let card = card(
            &self.officers,
            &self.officer_seals,
            &self.federation,
            lgu,
            area,
        );
        let k = usize::from(self.federation.policy().k);
        let signers = self.custodians.iter().take(k).collect::<Vec<_>>();
        let card = Signed::new(card, self.federation.fed(), &signers)?;
        self.federation.accept_card(&card, at)?;
        Ok(card.hash())
    }

    /// A well-formed request for these barangays, to be logged about `now`.
    #[must_use]
    pub fn request(&mut self, areas: &[Area], destination: u16, now: i64) -> Request {
        let policy = self.federation.policy();
        let purpose = policy
            .purposes
            .first()
            .map_or(Purpose::Evacuation, |cap| cap.purpose);
        let window = policy
            .cap(purpose)
            .map_or(0, |cap| i64::from(cap.max_window));
        let mut officers: Vec<Hash32> = self.officers.iter().map(|o| o.public().hash()).collect();
        officers.sort_unstable();
        let mut areas = areas.to_vec();
        areas.sort_unstable();
        areas.dedup();
        let mut nonce = [0; 32];
        self.rng.fill_bytes(&mut nonce);
        Request {
            policy: self.federation.policy_hash(),
            purpose,
            declaration: "Declaration 1".into(),
            declaration_hash: Hash32([1; 32]),
            areas,
            destination,
            epoch: None,
            from: now,
            until: now.saturating_add(window),
            expires: now
                .saturating_add(i64::from(self.federation.policy().max_pending))
                .saturating_sub(60),
            card: self.card,
            officers,
            recipient: self
                .officer_seals
                .first()
                .map_or(Hash32([0; 32]), |s| s.public().hash()),
            nonce,
            origin: self.log.verifier().name().to_owned(),
        }
    }

    /// The request signed by both officers.
    ///
    /// # Errors
    /// When the request breaks a rule.
    pub fn sign_request(&self, request: Request) -> Result<Signed<Request>, ReleaseError> {
        Signed::new(
            request,
            self.federation.fed(),
            &self.officers.iter().collect::<Vec<_>>(),
        )
    }

    /// A log server with all cosigners of this federation.
    #[must_use]
    pub fn server(&self) -> LogServer {
        let witness =
            |key: &SignerKey| (Witness::new(self.log.verifier().clone(), key.clone()), None);
        LogServer {
            log: self.log.clone(),
            tree: Tree::new(),
            entries: Vec::new(),
            witnesses: self.cosigners.iter().map(witness).collect(),
        }
    }
}

fn roster(
    custodians: &[SigningIdentity],
    seals: &[SealKeyPair],
    cosigners: &[SignerKey],
    ticket: SigningIdentity,
) -> Roster {
    let countries = ["PH", "IT", "CH", "CA", "JP", "DE", "NZ"];
    let country = |x: u8| {
        countries
            .iter()
            .cycle()
            .nth(usize::from(x).saturating_sub(1))
            .copied()
            .unwrap_or("PH")
    };
    let member =
        |(((x, id), seal), cosign): (((u8, &SigningIdentity), &SealKeyPair), &SignerKey)| {
            Custodian {
                x,
                name: format!("Custodian {x}"),
                jurisdiction: country(x).to_owned(),
                sign: *id.public().as_bytes(),
                cosign: cosign.verifier().to_vkey(),
                x_wing: seal.public().to_bytes(),
            }
        };
    let list = (1u8..)
        .zip(custodians)
        .zip(seals)
        .zip(cosigners)
        .map(member)
        .collect();
    let outside = |(number, key): (usize, &SignerKey)| ExternalWitness {
        name: format!("Witness {number}"),
        jurisdiction: "SE".into(),
        cosign: key.verifier().to_vkey(),
    };
    let externals = cosigners
        .iter()
        .enumerate()
        .skip(custodians.len())
        .map(outside)
        .collect();
    Roster {
        version: 1,
        previous: [0; 32],
        ticket: *ticket.public().as_bytes(),
        custodians: list,
        externals,
    }
}

fn card(
    officers: &[SigningIdentity],
    seals: &[SealKeyPair],
    federation: &Federation,
    lgu: [u8; 16],
    area: Area,
) -> LguCard {
    let officer = |(id, seal): (&SigningIdentity, &SealKeyPair)| Officer {
        sign: *id.public().as_bytes(),
        x_wing: seal.public().to_bytes(),
    };
    LguCard {
        lgu,
        name: "Migration desk".into(),
        areas: vec![area],
        officers: officers.iter().zip(seals).map(officer).collect(),
        not_before: 0,
        expires: i64::from(federation.policy().card_life),
    }
}

/// A log with its witnesses, all in memory; it can be told to leave witnesses out.
#[derive(Debug)]
pub struct LogServer {
    log: SignerKey,
    tree: Tree,
    entries: Vec<Vec<u8>>,
    witnesses: Vec<(Witness, Option<WitnessState>)>,
}

impl LogServer {
    /// Appends an entry and gives its index.
    pub fn append(&mut self, entry: &[u8]) -> u64 {
        self.entries.push(entry.to_vec());
        self.tree.push(leaf_hash(entry))
    }

    /// All entries from this index on.
    #[must_use]
    pub fn entries_from(&self, from: u64) -> Vec<Vec<u8>> {
        self.entries
            .iter()
            .skip(usize::try_from(from).unwrap_or(usize::MAX))
            .cloned()
            .collect()
    }

    /// Number of entries.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.tree.size()
    }

    /// Signs a checkpoint and has it cosigned by the witnesses for which `present` is true, each at `now`.
    ///
    /// # Errors
    /// When a checkpoint cannot be signed; a witness that refuses is only left out.
    pub fn publish(
        &mut self,
        now: i64,
        present: impl Fn(usize) -> bool,
    ) -> Result<String, LogError> {
        let head = Checkpoint::new(
            self.log.verifier().name(),
            self.tree.size(),
            self.tree.root(),
        );
        let mut signed = head.sign(&self.log)?;
        for (number, (witness, state)) in self.witnesses.iter_mut().enumerate() {
            let old_size = state.as_ref().map_or(0, |s| s.size);
            let proof = self
                .tree
                .consistency_proof(old_size, self.tree.size())
                .unwrap_or_default();
            let request = AddCheckpoint {
                old_size,
                proof,
                checkpoint: signed.clone(),
            };
            if let Some((line, next)) = present(number)
                .then(|| witness.cosign(state.as_ref(), &request, now).ok())
                .flatten()
            {
                signed.add_cosignature(&line)?;
                *state = Some(next);
            }
        }
        Ok(signed.to_text())
    }

    /// A tlog-proof for this entry against a published checkpoint.
    ///
    /// # Errors
    /// When the note is malformed or smaller than the entry's place.
    pub fn proof(&self, index: u64, note: &str) -> Result<TlogProof, LogError> {
        let checkpoint = ugnay_log::SignedCheckpoint::parse(note.as_bytes())?;
        let size = checkpoint.checkpoint().size;
        let hashes = self
            .tree
            .inclusion_proof(index, size)
            .ok_or(LogError::OutOfRange)?;
        Ok(TlogProof {
            extra: None,
            index,
            hashes,
            checkpoint,
        })
    }
}
