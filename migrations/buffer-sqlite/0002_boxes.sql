-- Boxes: short sealed messages under a random topic. day is unix days, coarse on purpose.
CREATE TABLE box_topics (
    topic BLOB    NOT NULL PRIMARY KEY CHECK (length(topic) = 16),
    seq   INTEGER NOT NULL CHECK (seq >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE box_messages (
    topic  BLOB    NOT NULL REFERENCES box_topics (topic),
    seq    INTEGER NOT NULL CHECK (seq > 0),
    sha256 BLOB    NOT NULL CHECK (length(sha256) = 32),
    day    INTEGER NOT NULL,
    bytes  BLOB    NOT NULL CHECK (length(bytes) <= 65536),
    PRIMARY KEY (topic, seq),
    UNIQUE (topic, sha256)
) STRICT;
