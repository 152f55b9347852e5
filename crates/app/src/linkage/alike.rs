//! Who in the register may be the person being typed: asked while somebody types, so that an entry is not written twice.

use super::why;
use crate::dto::{AppError, LookAlike, PersonInput};
use crate::forms;
use crate::people::{parse_id, row};
use crate::session::{App, Session};
use ugnay_matching::{Features, PersonIndex, UNSURE};
use ugnay_model::PersonId;

/// Shown at most.
const MOST: usize = 5;

impl Session {
    /// The index over everybody, built if need be.
    pub(super) fn alike(&mut self) -> Result<&mut PersonIndex<PersonId>, AppError> {
        self.follow()?;
        if self.linkage.alike.is_none() {
            let mut people = Vec::new();
            self.register
                .cards(|p| people.push((p.id, Features::from(&p))))?;
            self.linkage.alike = Some(PersonIndex::build(people));
        }
        self.linkage
            .alike
            .as_mut()
            .ok_or_else(|| crate::dto::ErrorCode::Internal.into())
    }
}

impl App {
    /// Who in the register may be the person being typed. A form that is not whole yet is no error: it is looked at as
    /// far as it goes.
    ///
    /// # Errors
    /// [`crate::dto::ErrorCode::Locked`], [`crate::dto::ErrorCode::BadInput`].
    pub fn look_alikes(&mut self, input: &PersonInput) -> Result<Vec<LookAlike>, AppError> {
        let (s, env) = self.open()?;
        let own = parse_id(&input.id).ok();
        let id = own.unwrap_or_else(|| PersonId::from_random(env.random()));
        let typed = Features::from(&forms::to_person(input, id, &mut || env.random())?);
        let near = s.alike()?.like(&typed, MOST.saturating_add(1));
        let mut out = Vec::new();
        let wanted = near
            .into_iter()
            .filter(|l| Some(l.id) != own && l.score >= UNSURE);
        for like in wanted.take(MOST) {
            if let Some(found) = s.register.person_row(like.id)? {
                out.push(LookAlike {
                    row: row(&found),
                    score: like.score,
                    why: why(&like.why),
                });
            }
        }
        Ok(out)
    }
}
