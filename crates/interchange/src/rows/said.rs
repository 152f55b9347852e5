//! What cells say of a person beside their own meaning: came home, died, behind a name or among the remarks. Kept as typed with
//! the remarks and told of, so that somebody looks.

use super::build::Builder;
use crate::field::Field;
use crate::value::status::{self, Status};

impl Builder<'_, '_> {
    /// The text of a name's column without what it says of its bearer ("umuwi na", "(+)"), which goes to the remarks.
    pub fn name_alone(&mut self, field: Field, text: String) -> String {
        let (name, beside) = status::take(&text);
        if let Some(beside) = beside {
            if let Some(said) = beside.status {
                self.said_of(field, said, &beside.typed, beside.whole);
            }
            self.notes.push(beside.typed);
        }
        name
    }

    /// Came home or died, as a cell says it. Taken where the `whole` cell says so, always to be looked at.
    fn said_of(&mut self, field: Field, said: Status, typed: &str, whole: bool) {
        let code = match said {
            Status::Returned => "said_returned",
            Status::Died => "said_died",
        };
        self.problem(field, code, typed);
        if said == Status::Returned && whole {
            let year = status::year(typed).map(|y| y.to_string());
            self.person.returned = Some(year.unwrap_or_else(|| typed.to_owned()));
        }
    }

    /// The household's number by its column's title: "HH No. 12". Merged cells and ditto marks give it to everybody of the household.
    pub fn household(&mut self) {
        let columns = self.walk.plan.header.columns.iter();
        let title = columns
            .filter(|c| c.field == Field::HouseholdNumber)
            .filter_map(|c| c.header.rsplit(" / ").next())
            .map(str::to_owned)
            .next();
        if let (Some(title), Some(number)) = (title, self.said(Field::HouseholdNumber)) {
            self.notes
                .push(format!("{} {number}", title.trim()).trim().to_owned());
        }
    }

    /// Remarks, and what other cells said beside their own meaning.
    pub fn remarks(&mut self) {
        for (_, text) in self.each(Field::Remarks) {
            let whole = status::read(&text);
            if let Some(said) = whole.or_else(|| status::mentions(&text)) {
                self.said_of(Field::Remarks, said, &text, whole.is_some());
            }
        }
        let mut all: Vec<String> = self.said(Field::Remarks).into_iter().collect();
        all.append(&mut self.notes);
        self.person.remarks = Some(all.join("; ")).filter(|t| !t.is_empty());
    }
}
