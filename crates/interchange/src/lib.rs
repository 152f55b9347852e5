//! Formats in and out. Reads sheets as village officers really keep them (XLSX, XLS, ODS, CSV, Kobo exports, PFIF, vCard) and
//! writes the canonical CSV, XLSX, vCard 4, PFIF and HXL.
//!
//! Two steps: [`preview`] reads bytes and proposes a mapping of columns, [`apply`] turns them into persons and a report that
//! accounts for every row. Works on bytes, never on paths; holds no clock, database or network; writes nothing.
//! Nothing is guessed silently: what is doubtful is flagged by row and column.
#![forbid(unsafe_code)]
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

mod apply;
mod book;
mod entry;
mod error;
pub mod export;
mod field;
mod fix;
mod header;
mod kobo;
mod mapping;
mod person;
mod pfif;
mod preview;
mod progress;
mod remember;
mod report;
mod rows;
mod sheet;
mod value;
mod vcard;

pub use apply::{apply, apply_again};
pub use book::{MAX_FILE_BYTES, SourceFile};
pub use error::ImportError;
pub use field::Field;
pub use fix::{Fix, Fixes, NoSuchCell};
pub use mapping::{Mapping, SheetMapping};
pub use person::{ParsedContact, ParsedPerson, Relation, Source};
pub use preview::{
    ColumnPreview, ImportOptions, Parsed, Preview, SheetPreview, SheetState, preview,
};
pub use progress::Progress;
pub use remember::Remembered;
pub use report::{
    DuplicateReport, FileReport, Problem, Report, RowKind, RowRef, RowReport, SheetReport, Skipped,
};
pub use value::date::DateOrder;

/// An invented workbook of three barangays, shipped as the demo sheet (612 rows, CC0). Describes no real person.
pub const SAMPLE_WORKBOOK: &[u8] = include_bytes!("../data/cuenca_ofw_masterlist_A.xlsx");
/// Its file name.
pub const SAMPLE_WORKBOOK_NAME: &str = "cuenca_ofw_masterlist_A.xlsx";
