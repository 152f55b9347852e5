//! vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), in.

use chrono::NaiveDate;

use crate::ImportError;
use crate::book::SourceFile;
use crate::person::ParsedPerson;

pub(crate) fn read(
    file: SourceFile<'_>,
    _today: NaiveDate,
) -> Result<Vec<ParsedPerson>, ImportError> {
    Err(ImportError::NotASheet {
        file: file.name.to_owned(),
        looks_like: "not read yet",
    })
}
