//! A person's case file as a typed view of a record's values: what never leaves the register's own devices.

use crate::{Attempt, AttemptId, Field, ImportId, Key, MergeNote, PersonId, Value, ValueMap};
use std::collections::BTreeMap;

/// What a consent is for (product.md 10).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Purpose {
    /// Hold the entry in this register.
    Hold,
    /// Hold it, sealed, in the buffer.
    Buffer,
    /// Open the card in an emergency.
    Emergency,
    /// Share with a named desk.
    Desk,
    /// Count in statistics.
    Statistics,
}

impl Purpose {
    /// All purposes.
    pub const ALL: [Self; 5] = [
        Self::Hold,
        Self::Buffer,
        Self::Emergency,
        Self::Desk,
        Self::Statistics,
    ];

    /// The field that holds this consent.
    #[must_use]
    pub fn field(self) -> Field {
        match self {
            Self::Hold => Field::ConsentHold,
            Self::Buffer => Field::ConsentBuffer,
            Self::Emergency => Field::ConsentEmergency,
            Self::Desk => Field::ConsentDesk,
            Self::Statistics => Field::ConsentStatistics,
        }
    }

    /// The stable text code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Buffer => "buffer",
            Self::Emergency => "emergency",
            Self::Desk => "desk",
            Self::Statistics => "statistics",
        }
    }

    /// The inverse of [`Self::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.code() == code)
    }
}

/// A consent given or refused: who, when, how.
#[derive(Clone, PartialEq, Eq)]
pub struct Consent {
    /// Given (true), refused or withdrawn (false).
    pub given: bool,
    /// Unix seconds.
    pub at: i64,
    /// Who gave it: the person, or a contact's name.
    pub by: String,
    /// How: `spoken`, `signed`, `thumb_mark`, `sheet`.
    pub how: String,
    /// The officer who wrote it down; empty where that is not known.
    pub officer: String,
}

/// Where a record came from.
#[derive(Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The import.
    pub import: ImportId,
    /// File name as given.
    pub file: String,
    /// Sheet name.
    pub sheet: String,
    /// 1-based row as the spreadsheet shows it.
    pub row: u32,
}

/// A dated note.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Which note.
    pub id: [u8; 16],
    /// Unix seconds.
    pub at: i64,
    /// What it says.
    pub text: String,
}

/// The case facet of one person.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// Whose file.
    pub id: PersonId,
    /// Civil status as said.
    pub civil_status: Option<String>,
    /// Free remarks.
    pub remarks: Option<String>,
    /// Year of departure.
    pub year_departed: Option<i64>,
    /// Recruitment agency.
    pub agency: Option<String>,
    /// Came home (Unix seconds or a year as text).
    pub returned: Option<String>,
    /// Where the record came from.
    pub provenance: Option<Provenance>,
    /// Consents by purpose.
    pub consents: BTreeMap<Purpose, Consent>,
    /// Attempts, by time.
    pub attempts: Vec<Attempt>,
    /// Notes, by time.
    pub notes: Vec<Note>,
    /// Persons this one is known not to be.
    pub not_same: Vec<PersonId>,
    /// Entries that were merged into this one.
    pub merged: BTreeMap<PersonId, MergeNote>,
    /// Entries this one was merged into.
    pub merged_into: Vec<PersonId>,
}

/// Redacted: only the id is shown.
impl core::fmt::Debug for CaseFile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "CaseFile({})", self.id)
    }
}

impl CaseFile {
    /// An empty file.
    #[must_use]
    pub fn new(id: PersonId) -> Self {
        Self {
            id,
            civil_status: None,
            remarks: None,
            year_departed: None,
            agency: None,
            returned: None,
            provenance: None,
            consents: BTreeMap::new(),
            attempts: Vec::new(),
            notes: Vec::new(),
            not_same: Vec::new(),
            merged: BTreeMap::new(),
            merged_into: Vec::new(),
        }
    }

    /// The file's values by key.
    #[must_use]
    pub fn values(&self) -> BTreeMap<Key, Value> {
        let mut out = BTreeMap::new();
        let mut put = |key: Key, value: Option<Value>| {
            if let Some(v) = value {
                out.insert(key, v);
            }
        };
        let text = |t: &Option<String>| t.as_deref().and_then(Value::from_text);
        put(Field::CivilStatus.key(), text(&self.civil_status));
        put(Field::Remarks.key(), text(&self.remarks));
        put(
            Field::YearDeparted.key(),
            self.year_departed.map(Value::Int),
        );
        put(Field::Agency.key(), text(&self.agency));
        put(Field::Returned.key(), text(&self.returned));
        put(
            Field::Provenance.key(),
            self.provenance.as_ref().map(Provenance::value),
        );
        for (purpose, consent) in &self.consents {
            put(purpose.field().key(), Some(consent.value()));
        }
        for a in &self.attempts {
            put(Field::Attempt.of(a.id.to_bytes()), Some(a.value()));
        }
        for n in &self.notes {
            let m = ValueMap::from([(1, Value::Int(n.at)), (2, Value::Text(n.text.clone()))]);
            put(Field::Note.of(n.id), Some(Value::Map(m)));
        }
        for p in &self.not_same {
            put(Field::NotSame.of(p.to_bytes()), Some(Value::Bool(true)));
        }
        for (p, note) in &self.merged {
            put(Field::Merged.of(p.to_bytes()), Some(note.value()));
        }
        for p in &self.merged_into {
            put(Field::MergedInto.of(p.to_bytes()), Some(Value::Bool(true)));
        }
        out
    }

    /// Reads a file from values.
    #[must_use]
    pub fn read(id: PersonId, values: &BTreeMap<Key, Value>) -> Self {
        let get = |f: Field| values.get(&f.key());
        let text = |f: Field| get(f).and_then(Value::text).map(str::to_owned);
        let mut file = Self::new(id);
        file.civil_status = text(Field::CivilStatus);
        file.remarks = text(Field::Remarks);
        file.year_departed = get(Field::YearDeparted).and_then(Value::int);
        file.agency = text(Field::Agency);
        file.returned = text(Field::Returned);
        file.provenance = get(Field::Provenance)
            .and_then(Value::map)
            .and_then(Provenance::read);
        for purpose in Purpose::ALL {
            if let Some(c) = get(purpose.field())
                .and_then(Value::map)
                .and_then(Consent::read)
            {
                file.consents.insert(purpose, c);
            }
        }
        for (key, value) in values {
            let Some(item) = key.item else { continue };
            match Field::from_code(key.field) {
                Some(Field::Attempt) => file
                    .attempts
                    .extend(Attempt::read(AttemptId::from_bytes(item), value)),
                Some(Field::Note) => file
                    .notes
                    .extend(value.map().and_then(|m| Note::read(item, m))),
                Some(Field::NotSame) => file.not_same.push(PersonId::from_bytes(item)),
                Some(Field::Merged) => file
                    .merged
                    .extend(MergeNote::read(value).map(|note| (PersonId::from_bytes(item), note))),
                Some(Field::MergedInto) => file.merged_into.push(PersonId::from_bytes(item)),
                _ => {}
            }
        }
        file.attempts.sort_by_key(|a| (a.at, a.id));
        file.notes.sort_by_key(|n| (n.at, n.id));
        file
    }
}

impl Note {
    fn read(id: [u8; 16], m: &ValueMap) -> Option<Self> {
        Some(Self {
            id,
            at: m.get(&1)?.int()?,
            text: m.get(&2)?.text()?.to_owned(),
        })
    }
}

impl Consent {
    /// The consent as one value.
    #[must_use]
    pub fn value(&self) -> Value {
        Value::Map(ValueMap::from([
            (1, Value::Bool(self.given)),
            (2, Value::Int(self.at)),
            (3, Value::Text(self.by.clone())),
            (4, Value::Text(self.how.clone())),
            (5, Value::Text(self.officer.clone())),
        ]))
    }

    /// Reads what [`Self::value`] wrote, or a version of it that did not yet say who wrote it down.
    #[must_use]
    pub fn read(m: &ValueMap) -> Option<Self> {
        let officer = m.get(&5).and_then(Value::text);
        Some(Self {
            given: m.get(&1)?.bool()?,
            at: m.get(&2)?.int()?,
            by: m.get(&3)?.text()?.to_owned(),
            how: m.get(&4)?.text()?.to_owned(),
            officer: officer.unwrap_or_default().to_owned(),
        })
    }
}

impl Provenance {
    fn value(&self) -> Value {
        Value::Map(ValueMap::from([
            (1, Value::Ids(vec![self.import.to_bytes()])),
            (2, Value::Text(self.file.clone())),
            (3, Value::Text(self.sheet.clone())),
            (4, Value::Int(i64::from(self.row))),
        ]))
    }

    fn read(m: &ValueMap) -> Option<Self> {
        let import = match m.get(&1)? {
            Value::Ids(ids) => ImportId::from_bytes(*ids.first()?),
            _ => return None,
        };
        Some(Self {
            import,
            file: m.get(&2)?.text()?.to_owned(),
            sheet: m.get(&3)?.text()?.to_owned(),
            row: u32::try_from(m.get(&4)?.int()?).ok()?,
        })
    }
}
