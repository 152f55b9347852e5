//! PFIF (People Finder Interchange Format) 1.1-1.4, in. Notes become remarks. http://zesty.ca/pfif/

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
