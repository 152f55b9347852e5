-- The first layout of a register. Frozen once released: later changes go into later files.
-- Blobs of fixed length are ids and hashes; times are Unix seconds; `cbor` columns hold model records.

CREATE TABLE about (
    one            INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    register       BLOB    NOT NULL CHECK (length(register) = 16),
    label          TEXT    NOT NULL,
    place          INTEGER CHECK (place BETWEEN 0 AND 4294967295),
    psgc_release   TEXT    NOT NULL,
    officer        TEXT    NOT NULL,
    demo           INTEGER NOT NULL CHECK (demo IN (0, 1)),
    created_at     INTEGER NOT NULL
) STRICT;

-- This device: its secrets, its name in stamps, its Lamport time.
CREATE TABLE device (
    one            INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    sign_seed      BLOB    NOT NULL CHECK (length(sign_seed) = 32),
    hybrid_seed    BLOB    NOT NULL CHECK (length(hybrid_seed) = 32),
    hash           BLOB    NOT NULL CHECK (length(hash) = 32),
    lamport        INTEGER NOT NULL CHECK (lamport >= 0)
) STRICT;

-- The register's other devices, as last heard of.
CREATE TABLE device_seen (
    hash           BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    label          TEXT    NOT NULL,
    state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
    first_seen     INTEGER NOT NULL,
    last_seen      INTEGER NOT NULL CHECK (last_seen >= first_seen),
    card           BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE epoch (
    epoch          BLOB    NOT NULL PRIMARY KEY CHECK (length(epoch) = 16),
    sigma          BLOB    NOT NULL CHECK (length(sigma) = 32),
    state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
    created_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per action that changed something, undone as a whole.
CREATE TABLE change_set (
    id             INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at             INTEGER NOT NULL,
    kind           INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 7),
    detail         TEXT    NOT NULL,
    import         BLOB    CHECK (import IS NULL OR length(import) = 16),
    lamport        INTEGER NOT NULL CHECK (lamport >= 0),
    undone_by      INTEGER REFERENCES change_set (id) CHECK (undone_by > id)
) STRICT;

CREATE INDEX change_set_import ON change_set (import) WHERE import IS NOT NULL;

-- The records themselves. `version` is the change set that last changed the row, `pushed` the version
-- that the buffer is known to have; the outbox is where they differ.
CREATE TABLE record (
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    facet          INTEGER NOT NULL CHECK (facet IN (1, 2)),
    cbor           BLOB    NOT NULL CHECK (length(cbor) > 0),
    lamport        INTEGER NOT NULL CHECK (lamport >= 0),
    version        INTEGER NOT NULL CHECK (version > 0),
    pushed         INTEGER NOT NULL CHECK (pushed BETWEEN 0 AND version),
    PRIMARY KEY (person, facet)
) STRICT;

CREATE INDEX record_outbox ON record (version) WHERE version > pushed;

-- What a record's changed slots were before and after a change set; `lost` are received values that
-- lost a merge here. History survives until the person is erased.
CREATE TABLE history (
    change_set     INTEGER NOT NULL REFERENCES change_set (id),
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    facet          INTEGER NOT NULL CHECK (facet IN (1, 2)),
    before         BLOB,
    after          BLOB    NOT NULL,
    lost           BLOB,
    PRIMARY KEY (person, change_set, facet)
) STRICT, WITHOUT ROWID;

CREATE INDEX history_set ON history (change_set);

CREATE TABLE import (
    import         BLOB    NOT NULL PRIMARY KEY CHECK (length(import) = 16),
    at             INTEGER NOT NULL,
    files          TEXT    NOT NULL,
    persons        INTEGER NOT NULL CHECK (persons >= 0),
    undone_by      INTEGER REFERENCES change_set (id)
) STRICT, WITHOUT ROWID;

-- The shown values of each person, flat, for lists. Derived: rebuilt from `record` in the same transaction.
CREATE TABLE person_view (
    row            INTEGER NOT NULL PRIMARY KEY,
    person         BLOB    NOT NULL UNIQUE CHECK (length(person) = 16),
    sort_key       TEXT    NOT NULL,
    surname        TEXT    NOT NULL,
    given          TEXT    NOT NULL,
    middle         TEXT,
    suffix         TEXT,
    nickname       TEXT,
    birth          TEXT,
    barangay       INTEGER CHECK (barangay BETWEEN 0 AND 4294967295),
    purok          TEXT,
    country        TEXT    CHECK (length(country) = 2),
    place          TEXT,
    sea_based      INTEGER NOT NULL CHECK (sea_based IN (0, 1)),
    occupation     TEXT,
    employer       TEXT,
    contact        TEXT,
    relation       TEXT,
    contact_phone  TEXT,
    contacts       INTEGER NOT NULL CHECK (contacts >= 0),
    own_phone      TEXT,
    phones         INTEGER NOT NULL CHECK (phones >= 0),
    confirmed_at   INTEGER,
    returned       TEXT,
    consents       INTEGER NOT NULL CHECK (consents >= 0),
    refusals       INTEGER NOT NULL CHECK (refusals >= 0),
    removed        INTEGER NOT NULL CHECK (removed IN (0, 1, 2)),
    has_conflict   INTEGER NOT NULL CHECK (has_conflict IN (0, 1)),
    version        INTEGER NOT NULL CHECK (version > 0),
    all_contacts   TEXT    NOT NULL,
    all_phones     TEXT    NOT NULL
) STRICT;

CREATE INDEX person_by_name ON person_view (removed, sort_key, row);
CREATE INDEX person_by_home ON person_view (removed, barangay, sort_key);
CREATE INDEX person_by_country ON person_view (removed, country, sort_key);
CREATE INDEX person_by_age ON person_view (removed, confirmed_at, sort_key);
CREATE INDEX person_by_change ON person_view (removed, version);

-- Folded words for the first answer before the index in memory is warm. rowid = person_view.row.
CREATE VIRTUAL TABLE person_fts USING fts5 (
    words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', detail = 'none'
);
INSERT INTO person_fts (person_fts, rank) VALUES ('secure-delete', 1);

-- Where an imported person stood: file, sheet, row. Derived from the case record.
CREATE TABLE origin (
    person         BLOB    NOT NULL PRIMARY KEY CHECK (length(person) = 16),
    import         BLOB    NOT NULL CHECK (length(import) = 16),
    file           TEXT    NOT NULL,
    sheet          TEXT    NOT NULL,
    line           INTEGER NOT NULL CHECK (line >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX origin_line ON origin (file, sheet, line);
CREATE INDEX origin_import ON origin (import);

-- Which attempts belong to which campaign. Derived from the case record.
CREATE TABLE attempt (
    attempt        BLOB    NOT NULL PRIMARY KEY CHECK (length(attempt) = 16),
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    campaign       BLOB    NOT NULL CHECK (length(campaign) = 16),
    at             INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_person ON attempt (person);
CREATE INDEX attempt_campaign ON attempt (campaign, at);

CREATE TABLE campaign (
    campaign       BLOB    NOT NULL PRIMARY KEY CHECK (length(campaign) = 16),
    origin         INTEGER NOT NULL CHECK (origin IN (1, 2)),
    signed         BLOB    NOT NULL,
    title          TEXT    NOT NULL,
    destination    TEXT    NOT NULL CHECK (length(destination) = 2),
    homes          BLOB    NOT NULL CHECK (length(homes) % 4 = 0),
    alert          INTEGER CHECK (alert BETWEEN 1 AND 4),
    state          INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),
    opened_at      INTEGER NOT NULL,
    closed_at      INTEGER
) STRICT, WITHOUT ROWID;

-- What the buffer is known to hold of each record, by epoch.
CREATE TABLE remote (
    epoch          BLOB    NOT NULL CHECK (length(epoch) = 16),
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    facet          INTEGER NOT NULL CHECK (facet IN (1, 2)),
    blob           BLOB    NOT NULL CHECK (length(blob) = 16),
    cid            BLOB    NOT NULL CHECK (length(cid) = 16),
    writer         BLOB    NOT NULL CHECK (length(writer) = 32),
    seq            INTEGER NOT NULL CHECK (seq >= 0),
    hash           BLOB    NOT NULL CHECK (length(hash) = 32),
    pushed         INTEGER NOT NULL CHECK (pushed >= 0),
    PRIMARY KEY (epoch, person, facet)
) STRICT, WITHOUT ROWID;

CREATE INDEX remote_blob ON remote (blob);

-- Small things other rooms keep here: cursors, addresses, the log follower's state, receipts.
CREATE TABLE state (
    key            TEXT    NOT NULL PRIMARY KEY CHECK (length(key) > 0),
    value          BLOB    NOT NULL
) STRICT, WITHOUT ROWID;
