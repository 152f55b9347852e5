-- Boxes: short sealed messages under a random topic. day is unix days, coarse on purpose.
CREATE TABLE box_topics (
    topic BYTEA  NOT NULL PRIMARY KEY CHECK (length(topic) = 16),
    seq   BIGINT NOT NULL CHECK (seq >= 0)
);

CREATE TABLE box_messages (
    topic  BYTEA  NOT NULL REFERENCES box_topics (topic),
    seq    BIGINT NOT NULL CHECK (seq > 0),
    sha256 BYTEA  NOT NULL CHECK (length(sha256) = 32),
    day    BIGINT NOT NULL,
    bytes  BYTEA  NOT NULL CHECK (length(bytes) <= 65536),
    PRIMARY KEY (topic, seq),
    UNIQUE (topic, sha256)
);
