-- What lists are narrowed, ordered and counted by, in one index that is read once after opening (`register/src/roll.rs`), in
-- order of entry; the orders it replaces go. How many persons an action touched stands in its row.

CREATE INDEX person_roll ON person_view (
    removed, row, person, sort_key, country, sea_based, barangay, purok, employer, confirmed_at, returned, consents,
    refusals, has_conflict, (all_phones = '')
);
DROP INDEX person_by_home;
DROP INDEX person_by_country;
DROP INDEX person_by_age;

ALTER TABLE change_set ADD COLUMN persons INTEGER NOT NULL DEFAULT 0 CHECK (persons >= 0);
UPDATE change_set SET persons = (SELECT count(DISTINCT h.person) FROM history h WHERE h.change_set = change_set.id);
