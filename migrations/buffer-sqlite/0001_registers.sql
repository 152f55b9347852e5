-- Registers and their blobs. Every value is random, a hash, a public key or ciphertext.
CREATE TABLE counters (
    name  TEXT    NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
INSERT INTO counters (name, value) VALUES ('bundles', 0), ('log', 0);

CREATE TABLE registers (
    pseud     BLOB    NOT NULL PRIMARY KEY CHECK (length(pseud) = 16),
    write_cap BLOB    NOT NULL CHECK (length(write_cap) = 32),
    read_cap  BLOB    NOT NULL CHECK (length(read_cap) = 32),
    seq       INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;

-- The newest state of each name; bytes is NULL once deleted.
CREATE TABLE blobs (
    pseud  BLOB    NOT NULL REFERENCES registers (pseud),
    name   BLOB    NOT NULL CHECK (length(name) = 16),
    seq    INTEGER NOT NULL CHECK (seq > 0),
    kind   INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
    sha256 BLOB    NOT NULL CHECK (length(sha256) = 32),
    len    INTEGER NOT NULL CHECK (len >= 0),
    bytes  BLOB    CHECK (bytes IS NULL OR length(bytes) = len),
    PRIMARY KEY (pseud, name)
) STRICT;
CREATE UNIQUE INDEX blobs_by_seq ON blobs (pseud, seq);
CREATE INDEX blobs_heads ON blobs (pseud, name, sha256) WHERE kind = 3 AND bytes IS NOT NULL;

-- What a delete or a replacement took away, until purge_after (unix seconds).
CREATE TABLE trash (
    pseud       BLOB    NOT NULL,
    name        BLOB    NOT NULL,
    seq         INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    sha256      BLOB    NOT NULL,
    purge_after INTEGER NOT NULL,
    bytes       BLOB    NOT NULL,
    PRIMARY KEY (pseud, name, seq)
) STRICT;
CREATE INDEX trash_by_time ON trash (purge_after);

-- Batches already applied: the same bytes again give the same answer.
CREATE TABLE batches (
    pseud    BLOB    NOT NULL,
    sha256   BLOB    NOT NULL CHECK (length(sha256) = 32),
    batch_id BLOB    NOT NULL CHECK (length(batch_id) = 16),
    cursor   INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    PRIMARY KEY (pseud, sha256),
    UNIQUE (pseud, batch_id)
) STRICT, WITHOUT ROWID;

-- Escrow bundles in the order custodians read them.
CREATE TABLE bundles (
    seq   INTEGER NOT NULL PRIMARY KEY,
    pseud BLOB    NOT NULL,
    name  BLOB    NOT NULL,
    len   INTEGER NOT NULL,
    UNIQUE (pseud, name)
) STRICT;
