//! One exchange with the buffer, in the order that serves best: the log first (whom to believe), then shares, then what
//! follows from both, a cosignature, and what that cosignature settled.

use super::follow::Followed;
use super::house::House;
use super::node::CustodianNode;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::{self, Client};
use ugnay_sync::SyncError;
use ugnay_wire::ProblemCode;

/// What one exchange did.
#[derive(Clone, Copy, Default, Debug, PartialEq, Eq)]
pub struct Exchanged {
    /// New entries of the log.
    pub entries: u64,
    /// Size of the log that was cosigned, if it was.
    pub cosigned: Option<u64>,
    /// Bundles accepted.
    pub accepted: u32,
    /// Bundles refused; their receipts say why.
    pub refused: u32,
    /// Requests seen for the first time.
    pub requests: u32,
    /// Sealed shares handed over.
    pub handed_over: u32,
    /// Register-epochs whose shares were taken over: from a predecessor, or from this organisation's own letters.
    pub taken_over: u32,
    /// Register-epochs whose shares were dropped because they are over.
    pub retired: u32,
}

impl House {
    /// Remembers the buffer, and a certificate to pin if it has one of its own. The buffer must be of this federation.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis` or `another_federation`; [`ErrorCode::BufferUnreachable`] and the like.
    pub fn connect(&mut self, url: &str, certificate: Option<&[u8]>) -> Result<(), AppError> {
        let fed = *self.node()?.view().federation.fed();
        let mut client = federation::client_through(url, certificate, self.socks().as_deref())?;
        let meta = client.meta()?;
        if meta.fed != ugnay_wire::ids::to_hex(&fed.0) {
            return Err(federation::refused("another_federation"));
        }
        self.keep(b"certificate", certificate.unwrap_or_default())?;
        self.keep(b"buffer", url.as_bytes())
    }

    /// The buffer's address, if one is set.
    #[must_use]
    pub fn buffer(&self) -> Option<String> {
        self.text(b"buffer")
    }

    /// A line to the buffer.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`] before [`Self::connect`].
    pub fn client(&self) -> Result<Client, AppError> {
        let url = self.buffer().ok_or(ErrorCode::NoBuffer)?;
        let certificate = self.pinned().filter(|c| !c.is_empty());
        federation::client_through(&url, certificate.as_deref(), self.socks().as_deref())
    }

    /// The SOCKS5 proxy its lines go through; nothing or empty for none.
    #[must_use]
    pub fn socks(&self) -> Option<String> {
        self.text(b"socks")
    }

    /// Goes through a SOCKS5 proxy from now on; directly again with an empty address.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for an address that is none.
    pub fn use_socks(&mut self, typed: &str) -> Result<(), AppError> {
        let address = crate::proxy::address(typed)?;
        self.keep(b"socks", address.as_bytes())
    }

    /// What was said before this organisation was there.
    pub(super) fn begin_with(&mut self, socks: &str) -> Result<(), AppError> {
        if socks.is_empty() {
            return Ok(());
        }
        self.use_socks(socks)
    }

    /// One exchange. What was done before something fails is kept.
    ///
    /// # Errors
    /// [`ErrorCode::NoBuffer`], [`ErrorCode::BufferAlarm`], [`ErrorCode::BufferUnreachable`] and the like.
    pub fn exchange(
        &mut self,
        env: &mut Env,
        progress: &mut dyn FnMut(&'static str) -> bool,
    ) -> Result<Exchanged, AppError> {
        let mut client = self.client()?;
        let now = env.now();
        let done = self.try_exchange(&mut client, env, progress);
        self.keep(b"last.try", &now.to_be_bytes())?;
        match &done {
            Ok(_) => {
                self.keep(b"last.error", b"")?;
                self.keep(b"last.alarm", b"")?;
                self.keep(b"last.ok", &now.to_be_bytes())?;
            }
            Err(e) => {
                let code = serde_json::to_string(&e.code).unwrap_or_default();
                let alarm = e.alarm.map(|_| e.detail.as_deref().unwrap_or("unnamed"));
                self.keep(b"last.error", code.as_bytes())?;
                self.keep(b"last.alarm", alarm.unwrap_or_default().as_bytes())?;
            }
        }
        done
    }

    fn try_exchange(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        progress: &mut dyn FnMut(&'static str) -> bool,
    ) -> Result<Exchanged, AppError> {
        self.node()?.exchange(client, env, progress)
    }
}

impl CustodianNode {
    /// One exchange. What was done before something fails is kept; what is not done is said again the next time.
    ///
    /// # Errors
    /// [`ErrorCode::BufferAlarm`], [`ErrorCode::BufferUnreachable`] and the like; [`ErrorCode::Cancelled`].
    pub fn exchange(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        progress: &mut dyn FnMut(&'static str) -> bool,
    ) -> Result<Exchanged, AppError> {
        let mut step = |code| progress(code).then_some(()).ok_or(ErrorCode::Cancelled);
        let mut out = Exchanged::default();
        step("log")?;
        let Some(followed) = begin(self, client, env)? else {
            out.cosigned = self.cosigned();
            return Ok(out);
        };
        (out.entries, out.requests) = (followed.entries, followed.requests);
        out.handed_over = followed.handed_over;
        self.fetch_statements(client)?;
        step("bundles")?;
        let before = self.bundles().len();
        out.accepted = self.take_bundles(client, env.now())?;
        let looked = self.bundles().len().saturating_sub(before) as u32;
        out.refused = looked.saturating_sub(out.accepted);
        self.post_letters(client)?;
        out.taken_over = self.take_letters(client, env.now())?;
        self.exchange_handover(client, env)?;
        out.retired = self.retire_ended(env.now())?;
        step("requests")?;
        // Shares that came may belong to a standing grant.
        out.handed_over += self.follow(client, env)?.handed_over;
        step("cosign")?;
        if self.seat().is_some() {
            let renew_after = self.view.federation.policy().renewal();
            self.cosign_after(client, env.now(), renew_after)?;
            out.cosigned = self.cosigned();
        }
        // The own line may be the one that was missing: what it settles does not wait for the next visit. Once, as what
        // this custodian says now needs the others' lines again.
        if self.shows_more(client)? {
            let again = self.follow(client, env)?;
            out.entries += again.entries;
            out.requests += again.requests;
            out.handed_over += again.handed_over;
        }
        Ok(out)
    }

    /// Whether the newest checkpoint with a quorum is another than the one believed, or has other cosignatures.
    fn shows_more(&self, client: &mut Client) -> Result<bool, AppError> {
        let quorum = usize::from(self.view.federation.policy().quorum);
        match client.cosigned_checkpoint(quorum) {
            Err(SyncError::Refused(ProblemCode::NotFound)) => Ok(false),
            Err(e) => Err(e.into()),
            Ok(note) => {
                let head = self.view.mirror().head();
                Ok(head.is_none_or(|h| h.note.as_bytes() != note))
            }
        }
    }
}

/// Follows the log. The very first checkpoint has no quorum until enough founders have signed it, so whoever has believed
/// nothing yet signs before it follows; who comes early signs and comes again. A later log without a quorum is an alarm.
fn begin(
    node: &mut CustodianNode,
    client: &mut Client,
    env: &mut Env,
) -> Result<Option<Followed>, AppError> {
    if node.view().mirror().size() > 0 || node.seat().is_none() {
        return node.follow(client, env).map(Some);
    }
    node.cosign(client, env.now())?;
    let quorum = usize::from(node.view().federation.policy().quorum);
    match client.cosigned_checkpoint(quorum) {
        Err(SyncError::Refused(ProblemCode::NotFound)) => Ok(None),
        _ => node.follow(client, env).map(Some),
    }
}
