-- Two entries of one person: which were merged, which are known to be two. An attempt may stand in both entries of a merge.

-- Marks of absorbed entries. Derived from the case record; the entry is absorbed while its card is removed as well.
CREATE TABLE merged (
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    kept           BLOB    NOT NULL CHECK (length(kept) = 16 AND kept < person),
    PRIMARY KEY (person, kept)
) STRICT, WITHOUT ROWID;

CREATE INDEX merged_kept ON merged (kept);

-- "Not the same person", as the record of `person` says. Derived from the case record.
CREATE TABLE apart (
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    other          BLOB    NOT NULL CHECK (length(other) = 16),
    PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt_of (
    attempt        BLOB    NOT NULL CHECK (length(attempt) = 16),
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    campaign       BLOB    NOT NULL CHECK (length(campaign) = 16),
    at             INTEGER NOT NULL,
    PRIMARY KEY (attempt, person)
) STRICT, WITHOUT ROWID;

INSERT INTO attempt_of (attempt, person, campaign, at) SELECT attempt, person, campaign, at FROM attempt;
DROP TABLE attempt;
ALTER TABLE attempt_of RENAME TO attempt;
CREATE INDEX attempt_person ON attempt (person);
CREATE INDEX attempt_campaign ON attempt (campaign, at);
