//! The copy somebody gets of everything that is held about them, as JSON. Says what is held, where, and what was changed;
//! must not leave anything out, values of a later version included.

use crate::dto::{AppError, ErrorCode};
use crate::export::Given;
use crate::history::{field_code, rows, words};
use crate::people::parse_id;
use crate::session::App;
use serde_json::{Value as Json, json};
use ugnay_model::{Facet, Key, Value};
use ugnay_register::ImportFix;

impl App {
    /// Everything held about one person, as JSON. That it was made is noted in the register, without saying whose it is.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`], [`ErrorCode::Disk`].
    pub fn access_copy(&mut self, id: &str) -> Result<String, AppError> {
        let page = self.consents(id)?;
        let look = self.erase_look(id)?;
        let (s, env) = self.open()?;
        let person = parse_id(id)?;
        let mut halves = Vec::new();
        for facet in [Facet::Card, Facet::Case] {
            let record = s.register.record(person, facet)?;
            let held = record.iter().flat_map(|r| r.slots());
            let all: Vec<Json> = held
                .filter_map(|(key, slot)| Some(held_value(*key, slot.value()?, slot.others())))
                .collect();
            halves.push(all);
        }
        let case = halves.pop();
        let card = halves.pop();
        let copy = json!({
            "person": look.person,
            "name": look.name,
            "register": s.about.label,
            "made": env.now(),
            "card": card,
            "case": case,
            "consents": page.purposes,
            "consent_history": page.history,
            "changes": rows(&s.register.history(person)?),
            "corrected_in_imports": corrected(&s.register.import_fixes_of(person)?),
            "kept": {
                "reach": page.reach,
                "other_devices": look.other_devices,
                "sealed_at_buffer": look.at_buffer,
                "imported_from": look.sheet,
            },
        });
        let text = serde_json::to_string_pretty(&copy).map_err(|_| ErrorCode::Internal)?;
        s.write_down(env, Given::access("access_json"))?;
        Ok(text)
    }
}

/// Corrections kept for the next time the same row comes.
fn corrected(fixes: &[ImportFix]) -> Vec<Json> {
    let one = |f: &ImportFix| json!({ "cell": f.place, "was": f.was, "now": f.now, "at": f.at });
    fixes.iter().map(one).collect()
}

/// A value in words, with those kept beside it; bytes this version does not know are said to be there.
fn held_value<'a>(key: Key, shown: &Value, others: impl Iterator<Item = &'a Value>) -> Json {
    let text = |v: &Value| match v {
        Value::Raw(bytes) => format!("{} bytes of a later version", bytes.len()),
        known => words(known),
    };
    let others: Vec<String> = others.map(text).collect();
    json!({ "field": field_code(key), "value": text(shown), "others": others })
}
