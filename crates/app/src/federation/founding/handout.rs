//! What a founded federation hands out: the genesis with all signatures, the log's trust policy, and what its buffer has
//! to be told. Everything here follows from signed objects; nothing is secret.

use super::findings;
use crate::dto::AppError;
use crate::federation::{Paper, refused};
use ugnay_log::VerifierKey;
use ugnay_release::{Genesis, LguCard, Roster, Signed};
use ugnay_seal::FedId;
use ugnay_wire::ids::to_hex;
use ugnay_wire::{Fed, PublicKey};

/// What a buffer of this federation has to be told.
pub struct BufferKeys {
    /// The federation.
    pub fed: Fed,
    /// Keys whose tickets open registers.
    pub tickets: Vec<PublicKey>,
    /// Keys that may add log entries.
    pub submitters: Vec<PublicKey>,
    /// Witnesses whose cosignatures are taken.
    pub witnesses: Vec<VerifierKey>,
}

/// Joins the custodians' copies of a genesis into the one that founds the federation.
///
/// # Errors
/// [`crate::dto::ErrorCode::Refused`]: copies of different drafts, a wrong signature, `k of n required signatures` while
/// some are missing, `linter: CODE` when the linter refuses it.
pub fn assemble(copies: &[Signed<Genesis>]) -> Result<Signed<Genesis>, AppError> {
    let papers: Vec<Paper> = copies.iter().cloned().map(Paper::Genesis).collect();
    let first = copies.first().ok_or_else(|| refused("no_paper"))?;
    let fed = first.body().fed()?;
    let Paper::Genesis(genesis) = Paper::joined(&papers, &fed)? else {
        return Err(refused("genesis"));
    };
    let body = genesis.body();
    if let Some(wrong) = findings(&body.policy, &body.roster)
        .iter()
        .find(|f| f.is_error())
    {
        return Err(refused(&format!("linter: {}", wrong.code)));
    }
    Genesis::verify(&genesis)?;
    Ok(genesis)
}

/// The log's trust policy as a tlog-policy file, for auditors.
///
/// # Errors
/// When the roster and the quorum make none.
pub fn log_policy(genesis: &Signed<Genesis>) -> Result<String, AppError> {
    let body = genesis.body();
    let policy = body
        .roster
        .log_policy(&body.log_key()?, body.policy.quorum)?;
    Ok(policy.to_text())
}

/// The keys for the buffer's configuration; `desks` may submit beside the custodians.
///
/// # Errors
/// When a key of the roster cannot be read.
pub fn buffer_keys(
    fed: &FedId,
    roster: &Roster,
    desks: impl IntoIterator<Item = [u8; 32]>,
) -> Result<BufferKeys, AppError> {
    let cosigners = roster
        .custodians
        .iter()
        .map(|c| &c.cosign)
        .chain(roster.externals.iter().map(|e| &e.cosign));
    let parse = |v: &String| VerifierKey::parse(v).map_err(|e| refused(&e.to_string()));
    let submitters = roster.custodians.iter().map(|c| c.sign).chain(desks);
    Ok(BufferKeys {
        fed: Fed(fed.0),
        tickets: vec![PublicKey(roster.ticket)],
        submitters: submitters.map(PublicKey).collect(),
        witnesses: cosigners.map(parse).collect::<Result<_, _>>()?,
    })
}

/// The lines of `buffer.toml` that a federation decides; the operator's own settings stand beside them.
///
/// # Errors
/// When a key of the roster cannot be read.
pub fn buffer_toml(
    fed: &FedId,
    roster: &Roster,
    demo: bool,
    desks: &[LguCard],
) -> Result<String, AppError> {
    let officers = desks.iter().flat_map(|d| d.officers.iter().map(|o| o.sign));
    let keys = buffer_keys(fed, roster, officers)?;
    let list = |items: Vec<String>| {
        let lines: String = items.iter().map(|i| format!("    \"{i}\",\n")).collect();
        format!("[\n{lines}]")
    };
    let hex = |keys: &[PublicKey]| list(keys.iter().map(|k| to_hex(&k.0)).collect());
    Ok(format!(
        "fed = \"{}\"\nticket_keys = {}\nsubmitter_keys = {}\nwitness_keys = {}\ndemo = {demo}\n",
        to_hex(&fed.0),
        hex(&keys.tickets),
        hex(&keys.submitters),
        list(keys.witnesses.iter().map(VerifierKey::to_vkey).collect()),
    ))
}
