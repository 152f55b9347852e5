//! URL paths, so that both sides spell them the same way.

use crate::ids::{Name, Pseud, Topic};

/// Header that carries the read-cap's signature in lower-case hexadecimal.
pub const READ_HEADER: &str = "ugnay-read";
/// Content type of every binary message.
pub const OCTETS: &str = "application/octet-stream";
/// Content type of a [`crate::Problem`].
pub const PROBLEM_JSON: &str = "application/problem+json";

/// `GET`: the server is up.
pub const HEALTH: &str = "/health";
/// `GET`: [`crate::Meta`] as JSON.
pub const META: &str = "/v1/meta";
/// `GET`: the OpenAPI description of every route.
pub const OPENAPI: &str = "/openapi.json";
/// `GET`: the public page, in the language the browser prefers; below it one page a language.
pub const TRANSPARENCY: &str = "/transparency";
/// `GET`: the same as JSON.
pub const TRANSPARENCY_JSON: &str = "/transparency.json";
/// `POST` [`crate::OpenRegister`].
pub const REGISTERS: &str = "/v1/registers";
/// `POST` [`crate::BlobsGet`] → [`crate::Blobs`].
pub const BLOBS_GET: &str = "/v1/blobs/get";
/// `GET` `?after=` → [`crate::BundlePage`].
pub const BUNDLES: &str = "/v1/bundles";
/// `POST` signed [`crate::LogSubmit`] → [`crate::LogAppended`].
pub const LOG_ENTRIES: &str = "/v1/log/entries";
/// `GET` the newest checkpoint note; `POST` to make one now.
pub const LOG_CHECKPOINT: &str = "/v1/log/checkpoint";
/// `POST` cosignature lines for the checkpoint of `?size=`.
pub const LOG_COSIGNATURES: &str = "/v1/log/cosignatures";

/// `POST` a signed [`crate::Batch`] → [`crate::Ack`].
#[must_use]
pub fn batch(pseud: &Pseud) -> String {
    format!("{REGISTERS}/{}/batch", pseud.to_hex())
}

/// `GET` the newest checkpoint with at least so many cosignatures.
#[must_use]
pub fn log_cosigned_checkpoint(least: usize) -> String {
    format!("{LOG_CHECKPOINT}?cosignatures={least}")
}

/// `POST` [`crate::LogSubmit`], signed by the register's write capability: that it was ended, for the log.
#[must_use]
pub fn end(pseud: &Pseud) -> String {
    format!("{REGISTERS}/{}/end", pseud.to_hex())
}

/// `POST` a signed [`crate::NextRegister`].
#[must_use]
pub fn next(pseud: &Pseud) -> String {
    format!("{REGISTERS}/{}/next", pseud.to_hex())
}

/// `GET` with [`READ_HEADER`] → [`crate::ChangesPage`].
#[must_use]
pub fn changes(pseud: &Pseud, after: u64, time: i64) -> String {
    format!(
        "{REGISTERS}/{}/changes?after={after}&time={time}",
        pseud.to_hex()
    )
}

/// `GET` → [`crate::BundlePage`].
#[must_use]
pub fn bundles(after: u64) -> String {
    format!("{BUNDLES}?after={after}")
}

/// `GET` → the bundle's bytes.
#[must_use]
pub fn bundle(pseud: &Pseud, name: &Name) -> String {
    format!("{BUNDLES}/{}/{}", pseud.to_hex(), name.to_hex())
}

/// `POST` bytes → [`crate::BoxPosted`].
#[must_use]
pub fn box_post(topic: &Topic) -> String {
    format!("/v1/boxes/{}", topic.to_hex())
}

/// `GET` → [`crate::BoxPage`].
#[must_use]
pub fn box_read(topic: &Topic, after: u64) -> String {
    format!("/v1/boxes/{}?after={after}", topic.to_hex())
}

/// `GET` → the entry's bytes.
#[must_use]
pub fn log_entry(index: u64) -> String {
    format!("{LOG_ENTRIES}/{index}")
}

/// `GET` → the body's bytes; 410 once erased.
#[must_use]
pub fn log_body(index: u64) -> String {
    format!("/v1/log/bodies/{index}")
}

/// `GET` → [`crate::InclusionProof`].
#[must_use]
pub fn log_inclusion(index: u64, size: u64) -> String {
    format!("/v1/log/proof/inclusion?index={index}&size={size}")
}

/// `GET` → [`crate::ConsistencyProof`].
#[must_use]
pub fn log_consistency(old: u64, new: u64) -> String {
    format!("/v1/log/proof/consistency?old={old}&new={new}")
}

/// `GET` → [`crate::HeadsProof`] under the newest heads-root below a published size.
#[must_use]
pub fn log_heads(pseud: &Pseud, size: u64) -> String {
    format!("/v1/log/heads/{}?size={size}", pseud.to_hex())
}

/// `POST` cosignature lines for the checkpoint of a size.
#[must_use]
pub fn log_cosignatures(size: u64) -> String {
    format!("{LOG_COSIGNATURES}?size={size}")
}
