-- Registers and their blobs. Every value is random, a hash, a public key or ciphertext.
CREATE TABLE counters (
    name  TEXT   NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL CHECK (value >= 0)
);
INSERT INTO counters (name, value) VALUES ('bundles', 0), ('log', 0);

CREATE TABLE registers (
    pseud     BYTEA  NOT NULL PRIMARY KEY CHECK (length(pseud) = 16),
    write_cap BYTEA  NOT NULL CHECK (length(write_cap) = 32),
    read_cap  BYTEA  NOT NULL CHECK (length(read_cap) = 32),
    seq       BIGINT NOT NULL CHECK (seq >= 0)
);

-- The newest state of each name; bytes is NULL once deleted.
CREATE TABLE blobs (
    pseud  BYTEA    NOT NULL REFERENCES registers (pseud),
    name   BYTEA    NOT NULL CHECK (length(name) = 16),
    seq    BIGINT   NOT NULL CHECK (seq > 0),
    kind   SMALLINT NOT NULL CHECK (kind BETWEEN 1 AND 6),
    sha256 BYTEA    NOT NULL CHECK (length(sha256) = 32),
    len    BIGINT   NOT NULL CHECK (len >= 0),
    bytes  BYTEA    CHECK (bytes IS NULL OR length(bytes) = len),
    PRIMARY KEY (pseud, name)
);
CREATE UNIQUE INDEX blobs_by_seq ON blobs (pseud, seq);
CREATE INDEX blobs_heads ON blobs (pseud, name, sha256) WHERE kind = 3 AND bytes IS NOT NULL;

-- What a delete or a replacement took away, until purge_after (unix seconds).
CREATE TABLE trash (
    pseud       BYTEA    NOT NULL,
    name        BYTEA    NOT NULL,
    seq         BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    sha256      BYTEA    NOT NULL,
    purge_after BIGINT   NOT NULL,
    bytes       BYTEA    NOT NULL,
    PRIMARY KEY (pseud, name, seq)
);
CREATE INDEX trash_by_time ON trash (purge_after);

-- Batches already applied: the same bytes again give the same answer.
CREATE TABLE batches (
    pseud    BYTEA  NOT NULL,
    sha256   BYTEA  NOT NULL CHECK (length(sha256) = 32),
    batch_id BYTEA  NOT NULL CHECK (length(batch_id) = 16),
    cursor   BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    PRIMARY KEY (pseud, sha256),
    UNIQUE (pseud, batch_id)
);

-- Escrow bundles in the order custodians read them.
CREATE TABLE bundles (
    seq   BIGINT NOT NULL PRIMARY KEY,
    pseud BYTEA  NOT NULL,
    name  BYTEA  NOT NULL,
    len   BIGINT NOT NULL,
    UNIQUE (pseud, name)
);
