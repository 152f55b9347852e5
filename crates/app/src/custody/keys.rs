//! A custodian's own keys: born here, kept in its store, shown to nobody. The X-Wing key is a seed of 32 bytes so that
//! it fits on paper as 24 words. Must not decide which key is in force: the roster does.

use super::codec::{Reader, Writer, bad};
use super::store::{SELF, Store};
use crate::dto::AppError;
use crate::env::Env;
use crate::federation::refused;
use ugnay_log::{KeyKind, SignerKey};
use ugnay_seal::words::PaperSeed;
use ugnay_seal::{Hash32, SealKeyPair, SigningIdentity};
use ugnay_vault::Changes;

/// The key that shares are sealed to.
pub struct XWing {
    /// The pair.
    pub pair: SealKeyPair,
    /// When it was born, Unix seconds.
    pub born: i64,
    /// When its 24 words were last entered rightly; nothing may rest on it before.
    pub tested: Option<i64>,
}

impl XWing {
    /// A key from a seed.
    #[must_use]
    pub fn from_seed(seed: &PaperSeed, born: i64) -> Self {
        Self {
            pair: SealKeyPair::from_seed(&seed.to_bytes()),
            born,
            tested: None,
        }
    }

    /// The seed as it stands on paper.
    #[must_use]
    pub fn paper(&self) -> PaperSeed {
        PaperSeed::from_bytes(*self.pair.to_seed())
    }

    /// Its fingerprint.
    #[must_use]
    pub fn hash(&self) -> Hash32 {
        self.pair.public().hash()
    }

    fn to_bytes(&self) -> Vec<u8> {
        let mut w = Writer::default();
        w.raw(self.pair.to_seed().as_slice());
        w.i64(self.born);
        w.i64(self.tested.unwrap_or(0));
        w.finish()
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, AppError> {
        let mut r = Reader::new(bytes);
        let seed = PaperSeed::from_bytes(r.array("seed").map_err(bad)?);
        let mut key = Self::from_seed(&seed, r.i64("born").map_err(bad)?);
        key.tested = Some(r.i64("tested").map_err(bad)?).filter(|t| *t != 0);
        r.end().map_err(bad)?;
        Ok(key)
    }
}

/// All keys of a custodian.
pub struct Keys {
    /// For decisions and objects.
    pub sign: SigningIdentity,
    /// For checkpoints.
    pub cosign: SignerKey,
    /// For shares.
    pub seal: XWing,
    /// The next key for shares, while a change is under way.
    pub next: Option<XWing>,
}

impl core::fmt::Debug for Keys {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    /// New keys for an organisation of this name.
    ///
    /// # Errors
    /// When the name cannot be a witness's name.
    pub fn born(name: &str, env: &mut Env) -> Result<Self, AppError> {
        let seed = PaperSeed::from_bytes(env.random());
        Self::around(name, &seed, env)
    }

    /// New keys for signing around an X-Wing key that was kept on paper.
    ///
    /// # Errors
    /// As [`Self::born`].
    pub fn around(name: &str, seed: &PaperSeed, env: &mut Env) -> Result<Self, AppError> {
        let cosign = SignerKey::generate(
            &witness_name(name, &env.random()),
            KeyKind::Cosignature,
            &mut env.rng(),
        )
        .map_err(|e| refused(&e.to_string()))?;
        Ok(Self {
            sign: SigningIdentity::generate(&mut env.rng()),
            cosign,
            seal: XWing::from_seed(seed, env.now()),
            next: None,
        })
    }

    /// Every pair that something may be sealed to, the one in use first.
    pub fn pairs(&self) -> impl Iterator<Item = &SealKeyPair> {
        std::iter::once(&self.seal)
            .chain(&self.next)
            .map(|k| &k.pair)
    }

    pub(super) fn put(&self, changes: &mut Changes) {
        changes.put(SELF, b"sign", self.sign.to_seed().to_vec());
        changes.put(SELF, b"cosign", self.cosign.to_skey().as_bytes());
        changes.put(SELF, b"xwing", self.seal.to_bytes());
        match &self.next {
            Some(next) => changes.put(SELF, b"xwing.next", next.to_bytes()),
            None => changes.delete(SELF, b"xwing.next"),
        };
    }

    pub(super) fn read(store: &Store) -> Result<Self, AppError> {
        let need = |name: &[u8]| {
            store
                .get(SELF, name)?
                .ok_or_else(|| super::codec::damaged("keys"))
        };
        let seed: [u8; 32] = need(b"sign")?
            .as_slice()
            .try_into()
            .map_err(|_| super::codec::damaged("keys"))?;
        let text = need(b"cosign")?;
        let text = std::str::from_utf8(&text).map_err(|_| super::codec::damaged("keys"))?;
        let next = store.get(SELF, b"xwing.next")?;
        Ok(Self {
            sign: SigningIdentity::from_seed(&seed),
            cosign: SignerKey::parse(text).map_err(|_| super::codec::damaged("keys"))?,
            seal: XWing::from_bytes(&need(b"xwing")?)?,
            next: next.map(|b| XWing::from_bytes(b.as_slice())).transpose()?,
        })
    }
}

/// A key name without spaces or pluses; letters of other scripts become dashes, so a tag keeps two of them apart.
fn witness_name(name: &str, tag: &[u8; 4]) -> String {
    let word: String = name
        .chars()
        .take(60)
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
            _ => '-',
        })
        .collect();
    format!("{word}-{:08x}", u32::from_be_bytes(*tag))
}
