-- The transparency log. Entries are public and for ever; bodies are opaque and erasable.
CREATE TABLE log_entries (
    idx    BIGINT NOT NULL PRIMARY KEY CHECK (idx >= 0),
    sha256 BYTEA  NOT NULL UNIQUE CHECK (length(sha256) = 32),
    entry  BYTEA  NOT NULL CHECK (length(entry) BETWEEN 1 AND 16384)
);

-- No row: the entry never had a body. NULL: erased.
CREATE TABLE log_bodies (
    idx  BIGINT NOT NULL PRIMARY KEY REFERENCES log_entries (idx),
    body BYTEA  CHECK (body IS NULL OR length(body) <= 262144)
);

CREATE TABLE checkpoints (
    size BIGINT NOT NULL PRIMARY KEY CHECK (size > 0),
    note TEXT   NOT NULL
);

CREATE TABLE cosignatures (
    size BIGINT NOT NULL REFERENCES checkpoints (size),
    key  TEXT   NOT NULL,
    line TEXT   NOT NULL,
    PRIMARY KEY (size, key)
);

-- What the newest heads-root entries commit to, so that proofs can be made.
CREATE TABLE heads_roots (
    idx      BIGINT NOT NULL REFERENCES log_entries (idx),
    position BIGINT NOT NULL CHECK (position >= 0),
    pseud    BYTEA  NOT NULL,
    heads    BYTEA  NOT NULL CHECK (length(heads) = 32),
    PRIMARY KEY (idx, position)
);
