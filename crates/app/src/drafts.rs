//! Forms begun and not saved: kept in the register while they are typed, taken up again at the next start.
//!
//! Owns the use cases. A draft's values are not checked: whatever was typed is kept. Saving it is `people`'s.

use crate::dto::{AppError, Draft, DraftInput, DraftRow, ErrorCode, PersonInput};
use crate::people::parse_id;
use crate::session::App;
use serde::{Deserialize, Serialize};
use ugnay_register::DraftId;
use uuid::Uuid;

/// As the register keeps it: JSON that a later version may add to.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Form {
    card: PersonInput,
    base: PersonInput,
}

impl App {
    /// Keeps a form as it stands; durable when this returns. A person has one draft, new persons as many as were begun.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for an unknown person, [`ErrorCode::BadInput`] for a form that is too large.
    pub fn keep_draft(&mut self, input: &DraftInput) -> Result<DraftRow, AppError> {
        let (s, env) = self.open()?;
        let person = match input.card.id.as_str() {
            "" => None,
            id => Some(parse_id(id)?),
        };
        if let Some(id) = person {
            s.register.person(id)?.ok_or(ErrorCode::NotFound)?;
        }
        let id = match input.id.as_str() {
            "" => DraftId(env.random()),
            id => draft_id(id)?,
        };
        let form = Form {
            card: input.card.clone(),
            base: input.base.clone(),
        };
        let form = serde_json::to_vec(&form).map_err(|_| ErrorCode::Internal)?;
        let draft = ugnay_register::Draft {
            id,
            person,
            at: env.now(),
            form,
        };
        s.register.put_draft(&draft)?;
        Ok(row(&draft, &input.card))
    }

    /// What was begun, latest first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn drafts(&mut self) -> Result<Vec<DraftRow>, AppError> {
        let (s, _) = self.open()?;
        let all = s.register.drafts()?;
        Ok(all.iter().map(|d| row(d, &form(d).card)).collect())
    }

    /// A draft with its form.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`].
    pub fn draft(&mut self, id: &str) -> Result<Draft, AppError> {
        let (s, _) = self.open()?;
        let draft = s
            .register
            .draft(draft_id(id)?)?
            .ok_or(ErrorCode::NotFound)?;
        let Form { card, base } = form(&draft);
        Ok(Draft {
            row: row(&draft, &card),
            card,
            base,
        })
    }

    /// Forgets a draft, if it is there.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for what is no id.
    pub fn drop_draft(&mut self, id: &str) -> Result<(), AppError> {
        let (s, _) = self.open()?;
        Ok(s.register.delete_draft(draft_id(id)?)?)
    }
}

/// The id of a draft as the page knows it.
pub(crate) fn draft_id(id: &str) -> Result<DraftId, AppError> {
    let id = Uuid::parse_str(id).map_err(|_| ErrorCode::NotFound)?;
    Ok(DraftId(id.into_bytes()))
}

/// The form; of a later version's what this one knows.
fn form(draft: &ugnay_register::Draft) -> Form {
    let mut form: Form = serde_json::from_slice(&draft.form).unwrap_or_default();
    form.card.id = draft.person.map(|p| p.to_string()).unwrap_or_default();
    form
}

fn row(draft: &ugnay_register::Draft, card: &PersonInput) -> DraftRow {
    let names = [card.surname.trim(), card.given.trim()];
    let names: Vec<&str> = names.into_iter().filter(|n| !n.is_empty()).collect();
    DraftRow {
        id: Uuid::from_bytes(draft.id.0).to_string(),
        person: draft.person.map(|p| p.to_string()),
        name: names.join(", "),
        at: draft.at,
    }
}

#[cfg(test)]
mod tests;
