-- A vault: what the party is, named values, and what happened. docs/SQL.md says what each table is for.

CREATE TABLE about (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    party INTEGER NOT NULL CHECK (party BETWEEN 1 AND 4),
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE value (
    id INTEGER NOT NULL PRIMARY KEY,
    space TEXT NOT NULL CHECK (length(space) BETWEEN 1 AND 40),
    name BLOB NOT NULL CHECK (length(name) <= 256),
    content BLOB NOT NULL,
    UNIQUE (space, name)
) STRICT;

CREATE TABLE journal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 40),
    subject BLOB NOT NULL CHECK (length(subject) <= 64)
) STRICT;

CREATE TRIGGER journal_is_not_edited BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
