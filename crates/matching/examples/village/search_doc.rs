//! What the search index holds of an invented person.

use ugnay_matching::{Features, SearchDoc};

/// What the search index holds of a person.
pub fn search_doc(p: &Features) -> SearchDoc {
    SearchDoc {
        surname: p.surname.clone(),
        given: p.given.clone(),
        middle: p.middle.clone(),
        nickname: p.nickname.clone(),
        contacts: p.contacts.iter().map(|c| c.name.clone()).collect(),
        phones: p
            .phones
            .iter()
            .chain(p.contacts.iter().flat_map(|c| &c.phones))
            .cloned()
            .collect(),
        places: vec![p.purok.clone(), p.country.clone()],
        employer: format!("{} {}", p.employer, p.occupation),
    }
}
