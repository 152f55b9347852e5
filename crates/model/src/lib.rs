//! Persons, contacts, journeys, outcomes, campaigns; stamps and the merge law
