//! That an epoch was ended stands in the log, said by the epoch itself: a buffer that withholds the notice of the next one
//! from a device has to withhold the log as well, or is found out.
//!
//! Owns saying it and asking for it. Must not look for notices: that is `super`'s.

use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::federation::{View, refused};
use crate::session::Session;
use std::collections::BTreeSet;
use ugnay_log::EntryType;
use ugnay_register::EpochState;
use ugnay_release::{EpochEnd, logged};
use ugnay_seal::{FedId, Sigma};
use ugnay_sync::Client;
use ugnay_wire::Fed;
use ugnay_wire::ids::to_hex;

/// What the log says about an epoch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    /// Nothing.
    No,
    /// That it was ended.
    Ended,
    /// Something in its name, of which the buffer does not hand out the body.
    Withheld,
}

/// Where in the log this device saw its word about an epoch put.
pub(super) fn told_key(epoch: &[u8; 16]) -> String {
    format!("epoch/end/{}", to_hex(epoch))
}

impl Session {
    /// If the log says that the present epoch was ended, the notice of the next has to be there.
    ///
    /// # Errors
    /// [`ErrorCode::BufferAlarm`] with `next_epoch_withheld`: nothing is sent into an epoch that others have left.
    pub(in crate::sync) fn demand_next_epoch(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
        view: &mut View,
    ) -> Result<(), AppError> {
        let before = self.sigma(env)?.epoch_id();
        if said(view, client, &self.sigma(env)?, &fed)? == Said::No {
            return Ok(());
        }
        // It may have been ended since this exchange looked.
        self.settle_epoch(client, env, fed)?;
        if self.sigma(env)?.epoch_id() == before {
            return Err(AppError::new(ErrorCode::BufferAlarm).detail("next_epoch_withheld"));
        }
        Ok(())
    }

    /// Has the log say of every older epoch whose seed is still held that it was ended. Whoever comes over sees to it, so
    /// it does not hang on the device that began the next. Gives those the cosigned log speaks of.
    ///
    /// # Errors
    /// [`ErrorCode::BufferAlarm`] with `epoch_end_not_in_log` when the buffer took the word and the cosigned log does not
    /// hold it where it said.
    pub(in crate::sync) fn tell_ends(
        &mut self,
        client: &mut Client,
        env: &mut Env,
        fed: FedId,
        view: &mut View,
    ) -> Result<BTreeSet<[u8; 16]>, AppError> {
        let mut proven = BTreeSet::new();
        let epochs = self.register.epochs()?;
        for e in epochs.iter().filter(|e| e.state == EpochState::Retired) {
            let sigma = Sigma::from_bytes(*e.sigma);
            if said(view, client, &sigma, &fed)? == Said::Ended {
                proven.insert(e.id);
                continue;
            }
            let key = told_key(&e.id);
            let told = self.register.state(&key)?;
            match told.and_then(|b| b.try_into().ok()).map(u64::from_be_bytes) {
                Some(index) if index < view.mirror().size() => {
                    return Err(
                        AppError::new(ErrorCode::BufferAlarm).detail("epoch_end_not_in_log")
                    );
                }
                Some(_) => {}
                None => {
                    let index = tell(client, env, &sigma, &fed)?;
                    self.register.put_state(&key, &index.to_be_bytes())?;
                }
            }
        }
        Ok(proven)
    }
}

fn tell(client: &mut Client, env: &mut Env, sigma: &Sigma, fed: &FedId) -> Result<u64, AppError> {
    // The log is public: the day is enough for everybody.
    let now = env.now().div_euclid(86_400) * 86_400;
    let signed = EpochEnd::sign(sigma, now, fed)?;
    let public = signed.body().public();
    let author = sigma.write_cap().public();
    let s = logged::submission(&signed, public, &author, now, &mut env.rng());
    let entry = s.entry.encode().map_err(|_| refused("entry"))?;
    Ok(client.submit_end(sigma, Fed(fed.0), entry, s.body)?)
}

/// What the log says about an epoch. An entry of anybody else is nothing, whatever it claims.
fn said(view: &mut View, client: &mut Client, of: &Sigma, fed: &FedId) -> Result<Said, AppError> {
    let (epoch, author) = (of.epoch_id(), of.write_cap().public().hash());
    let about: Vec<_> = view
        .entries()
        .iter()
        .filter(|s| s.entry.kind == EntryType::EpochEnd && s.entry.public == epoch.0)
        .filter(|s| s.entry.author == author.0)
        .cloned()
        .collect();
    let mut found = Said::No;
    for seen in about {
        let Some(body) = view.body(client, seen.index)? else {
            found = Said::Withheld;
            continue;
        };
        let opened = logged::open::<EpochEnd>(&seen.entry, &body);
        if opened.is_ok_and(|s| EpochEnd::verify(&s, fed, of).is_ok()) {
            return Ok(Said::Ended);
        }
    }
    Ok(found)
}
