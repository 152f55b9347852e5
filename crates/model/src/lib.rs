//! Persons, contacts, journeys, outcomes and campaigns; stamps and the merge law.
//!
//! This crate owns what a record *is* and how two copies of it become one. It does no I/O,
//! reads no clock, opens no database and knows no cipher.
//!
//! A person is two records under one id: the `card` facet (the minimum that saves a life, may be
//! released by a quorum) and the `case` facet (everything else, never released). A [`Record`] is a
//! map from [`Key`] to [`Slot`]; [`Person`] and [`CaseFile`] are typed views of such maps.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

mod campaign;
mod case;
mod codec;
mod contact;
mod date;
mod field;
mod ids;
pub mod merging;
mod outcome;
mod page;
mod person;
mod place;
mod record;
mod slot;
mod stamp;
mod value;

pub use campaign::{AlertLevel, Scope};
pub use case::{CaseFile, Consent, Note, Provenance, Purpose};
pub use codec::CodecError;
pub use contact::{Contact, Phone, Relation, UnknownRelation};
pub use date::{BadDate, PartialDate};
pub use field::{Facet, Field, Key, Law};
pub use ids::{AttemptId, CampaignId, ContactId, ImportId, PersonId, RegisterId};
pub use merging::{MergeNote, MergeStep};
pub use outcome::{Attempt, AttemptResult, CaseStep, Need, Safety};
pub use page::{DirectoryEntry, ExportMade, KeepFor, MeetingHeld, Page, PlanText};
pub use person::{Confirmation, Person, Sex};
pub use place::{BadCode, Country, Psgc};
pub use record::{Change, Record};
pub use slot::{Slot, Version};
pub use stamp::{DeviceHash, Dot, Lamport, LamportJump, MAX_JUMP};
pub use value::{Value, ValueMap};
