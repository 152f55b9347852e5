//! A custodian without a line (protocol §7.5.2): it reads a copy of the log that somebody brought, and what it has to say
//! leaves as a file that anybody may carry. Owns how both are made of what a custodian does with a line. Must not judge a
//! copy otherwise than a buffer's log, nor take for arrived what was only written down.

use super::act::Todo;
use super::case::Pending;
use super::follow::Followed;
use super::house::House;
use super::node::CustodianNode;
use super::papers::NewFile;
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::outgoing::{Item, OutgoingFile};
use crate::federation::{folder, refused, topics};
use std::path::Path;
use ugnay_log::SignedCheckpoint;
use ugnay_release::{Event, RequestId};
use ugnay_sync::{Client, SyncError, signed_entry};
use ugnay_vault::Changes;
use ugnay_wire::Fed;

impl CustodianNode {
    /// Follows the log as far as a copy of it goes. What has to leave the house waits for a line or for
    /// [`Self::outgoing_file`].
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `older_copy` for one that ends before what is known here, which is nobody's fault; an
    /// alarm as [`Self::follow`] for one that tells another story.
    pub fn read_copy(&mut self, copy: &mut Client, env: &mut Env) -> Result<Followed, AppError> {
        let note = copy.checkpoint()?;
        let signed =
            SignedCheckpoint::parse(&note).map_err(|_| SyncError::Nonsense("checkpoint"))?;
        if signed.checkpoint().size < self.view.mirror().size() {
            return Err(refused("older_copy"));
        }
        self.learn(copy, env).map(|(followed, _)| followed)
    }

    /// What is not known to have arrived, of all requests or of one: decisions, notices, sealed shares. It stays waiting
    /// until the log shows it; shares until this custodian's own line took them.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when nothing waits.
    pub fn outgoing_file(
        &mut self,
        env: &mut Env,
        only: Option<&RequestId>,
    ) -> Result<Vec<u8>, AppError> {
        let wanted = |id: &&RequestId| only.is_none_or(|one| one == *id);
        let ids: Vec<RequestId> = self.cases.keys().filter(wanted).copied().collect();
        let mut todo = Vec::new();
        for id in ids {
            self.handle(env, &id, Event::Resume, &mut todo)?;
        }
        self.write(Changes::default())?;
        let mut items = Vec::new();
        for item in todo {
            match item {
                // As with a line: the log takes nothing from who left, nor under a key that was changed.
                Todo::Log(_) if self.seat().is_none() => {}
                Todo::Log(p) if !self.wrote(&p) => {}
                Todo::Log(p) => items.push(self.entry_to_carry(p)?),
                Todo::HandOver(id, hash) => {
                    let sealed = self.sealed(&id, &hash);
                    let letter = sealed.map(|s| (topics::shares(&id.0), s.bytes.clone()));
                    items.extend(letter.map(|(topic, bytes)| Item::Letter(topic, bytes)));
                }
            }
        }
        if items.is_empty() {
            return Err(ErrorCode::NotFound.into());
        }
        OutgoingFile(items).to_bytes()
    }

    /// An entry of this custodian's, signed so that anybody may carry it.
    pub(super) fn entry_to_carry(&self, p: Pending) -> Result<Item, AppError> {
        let fed = Fed(self.view.federation.fed().0);
        let signed = signed_entry(&self.keys.sign, fed, p.entry, p.body)?;
        Ok(Item::Entry(signed))
    }
}

impl House {
    /// As [`CustodianNode::read_copy`], of the copy in a folder.
    ///
    /// # Errors
    /// As there; [`ErrorCode::Refused`] with `no_genesis` or `missing checkpoint`.
    pub fn read_copy(&mut self, env: &mut Env, from: &Path) -> Result<Followed, AppError> {
        let mut copy = folder::line(from)?;
        self.node()?.read_copy(&mut copy, env)
    }

    /// As [`CustodianNode::outgoing_file`]; a request by its id, hexadecimal.
    ///
    /// # Errors
    /// As there; [`ErrorCode::Refused`] with `no_genesis`.
    pub fn outgoing(&mut self, env: &mut Env, only: Option<&str>) -> Result<NewFile, AppError> {
        let id = only.map(ugnay_wire::Hash::from_hex).transpose();
        let id = id.map_err(|_| ErrorCode::NotFound)?;
        let only = id.map(|h| RequestId(h.0));
        Ok(NewFile {
            name: "to-the-log.ugnay".into(),
            bytes: self.node()?.outgoing_file(env, only.as_ref())?,
        })
    }
}
