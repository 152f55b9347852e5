//! Demands and statements of this organisation, the change of its key as steps, and a second look at the whole log. Must
//! not decide what is public: `ugnay-release` does.

use super::house::{House, KEY_LIFE};
use super::mirror;
use super::node::CustodianNode;
use crate::dto::custody::{
    CustodyStep, DemandInput, Demands, KeyChange, KeyChanged, StatementInput,
};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::demands::{Author, Book, Me, said};
use crate::federation::{Client, refused};
use ugnay_log::EntryType;

impl House {
    /// Own demands, and everybody's statements as the log shows them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn demands(&mut self, now: i64) -> Result<Demands, AppError> {
        let me = Me {
            key: *self.keys()?.sign.public().as_bytes(),
            name: self.name().to_owned(),
            in_office: self.member().is_some_and(|n| n.seat().is_some()),
        };
        if self.member().is_none() {
            let vault = self.store()?.vault().ok_or(ErrorCode::Internal)?;
            return Book::new(vault).overview(&me, &[], now);
        }
        let node = self.node()?;
        let bodies = node.view.bodies();
        let said = said(&node.view, |index| Ok(bodies.get(&index).cloned()))?;
        let vault = node.store.vault().ok_or(ErrorCode::Internal)?;
        Book::new(vault).overview(&me, &said, now)
    }

    /// Records a demand, or changes one. Nothing leaves this device.
    ///
    /// # Errors
    /// As [`Book::save`].
    pub fn save_demand(&mut self, env: &mut Env, input: &DemandInput) -> Result<(), AppError> {
        let vault = self.store()?.vault().ok_or(ErrorCode::Internal)?;
        Book::new(vault).save(input, env).map(drop)
    }

    /// Publishes the codes of every demand that is not published as it stands.
    ///
    /// # Errors
    /// As [`Book::publish`]; [`ErrorCode::NoBuffer`].
    pub fn publish_demands(&mut self, env: &mut Env) -> Result<u32, AppError> {
        let mut client = self.client()?;
        self.node()?
            .with_book(|book, author| book.publish(author, &mut client, env))
    }

    /// Signs and logs a statement.
    ///
    /// # Errors
    /// As [`Book::state`]; [`ErrorCode::NoBuffer`].
    pub fn make_statement(
        &mut self,
        env: &mut Env,
        input: &StatementInput,
    ) -> Result<(), AppError> {
        let mut client = self.client()?;
        self.node()?
            .with_book(|book, author| book.state(author, &mut client, input, env))
    }

    /// Verifies the whole mirror again, from what is on disk.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`; [`ErrorCode::Damaged`] or an alarm when the kept log contradicts itself.
    pub fn check_log(&mut self) -> Result<(), AppError> {
        let node = self.node()?;
        mirror::read(&node.store, &node.genesis).map(drop)
    }

    /// Where the change of the key stands.
    ///
    /// # Errors
    /// As [`House::keys`].
    pub fn key_change(&self) -> Result<KeyChange, AppError> {
        let keys = self.keys()?;
        let step = |code: &str, at: Option<i64>, done: bool| CustodyStep {
            code: code.into(),
            done,
            at,
            part: None,
            of: None,
        };
        let steps = keys.next.as_ref().map_or_else(Vec::new, |next| {
            let named = self.member().is_some_and(|n| n.names(next));
            vec![
                step("born", Some(next.born), true),
                step("paper", next.tested, next.tested.is_some()),
                step("roster", None, named),
                step("reseal", None, false),
                step("destroy", None, false),
            ]
        });
        Ok(KeyChange {
            since: keys.seal.born,
            due: keys.seal.born.saturating_add(KEY_LIFE),
            running: keys.next.is_some(),
            steps,
            live: self.member().map_or(0, |n| n.shares().len() as u32),
            retired: self.member().map_or(0, CustodianNode::retired_epochs),
        })
    }

    /// Begins it.
    ///
    /// # Errors
    /// [`ErrorCode::Refused`] with `no_genesis`.
    pub fn start_key_change(&mut self, env: &mut Env) -> Result<KeyChange, AppError> {
        self.node()?.begin_key_change(env)?;
        self.key_change()
    }

    /// Ends it.
    ///
    /// # Errors
    /// As [`CustodianNode::finish_key_change`]; a step that is not yet possible is [`ErrorCode::Refused`] with `not_now`.
    pub fn end_key_change(&mut self, env: &mut Env) -> Result<KeyChanged, AppError> {
        let node = self.node()?;
        let done = node.finish_key_change(env).map_err(|e| match &e.detail {
            Some(d) if d == "roster" || d == "no_key_change" => refused("not_now"),
            _ => e,
        })?;
        let dropped = self.node()?.retired_epochs();
        Ok(KeyChanged {
            resealed: done.kept as u32,
            dropped,
            change: self.key_change()?,
        })
    }
}

impl CustodianNode {
    /// The book of demands with this custodian as its author.
    fn with_book<T>(
        &mut self,
        act: impl FnOnce(&mut Book<'_>, Author<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let author = Author {
            x: self.x()?,
            sign: &self.keys.sign,
            federation: &self.view.federation,
        };
        let vault = self.store.vault().ok_or(ErrorCode::Internal)?;
        act(&mut Book::new(vault), author)
    }

    /// Whether the roster in force names this key as ours.
    fn names(&self, key: &super::XWing) -> bool {
        let mine = self.view.federation.roster().by_key(&self.public());
        mine.is_some_and(|c| c.x_wing == key.pair.public().to_bytes())
    }

    /// Fetches the texts of statements that came with the log, so that they can be read without a line.
    pub(super) fn fetch_statements(&mut self, client: &mut Client) -> Result<(), AppError> {
        let missing: Vec<u64> = self
            .view
            .entries()
            .iter()
            .filter(|s| s.entry.kind == EntryType::Statement)
            .map(|s| s.index)
            .filter(|i| !self.view.bodies().contains_key(i))
            .collect();
        for index in missing {
            self.view.body(client, index)?;
        }
        Ok(())
    }
}
