-- The transparency log. Entries are public and for ever; bodies are opaque and erasable.
CREATE TABLE log_entries (
    idx    INTEGER NOT NULL PRIMARY KEY CHECK (idx >= 0),
    sha256 BLOB    NOT NULL UNIQUE CHECK (length(sha256) = 32),
    entry  BLOB    NOT NULL CHECK (length(entry) BETWEEN 1 AND 16384)
) STRICT;

-- No row: the entry never had a body. NULL: erased.
CREATE TABLE log_bodies (
    idx  INTEGER NOT NULL PRIMARY KEY REFERENCES log_entries (idx),
    body BLOB    CHECK (body IS NULL OR length(body) <= 262144)
) STRICT;

CREATE TABLE checkpoints (
    size INTEGER NOT NULL PRIMARY KEY CHECK (size > 0),
    note TEXT    NOT NULL
) STRICT;

CREATE TABLE cosignatures (
    size INTEGER NOT NULL REFERENCES checkpoints (size),
    key  TEXT    NOT NULL,
    line TEXT    NOT NULL,
    PRIMARY KEY (size, key)
) STRICT, WITHOUT ROWID;

-- What the newest heads-root entries commit to, so that proofs can be made.
CREATE TABLE heads_roots (
    idx      INTEGER NOT NULL REFERENCES log_entries (idx),
    position INTEGER NOT NULL CHECK (position >= 0),
    pseud    BLOB    NOT NULL,
    heads    BLOB    NOT NULL CHECK (length(heads) = 32),
    PRIMARY KEY (idx, position)
) STRICT, WITHOUT ROWID;
