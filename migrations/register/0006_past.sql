-- When each person was last seen: confirmed, or else come in. Whoever is past the time entries are kept is counted and listed by
-- one index, without looking through the history of everybody who was never confirmed.

ALTER TABLE person_view ADD COLUMN seen_at INTEGER;
UPDATE person_view SET seen_at = coalesce(confirmed_at,
    (SELECT min(s.at) FROM history h JOIN change_set s ON s.id = h.change_set WHERE h.person = person_view.person));

CREATE INDEX person_past ON person_view (removed, seen_at, returned, confirmed_at, sort_key);
