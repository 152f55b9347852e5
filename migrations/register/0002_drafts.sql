-- What somebody has begun to write and not saved: a form as it stands, for a person in the register or for a new one.
-- It is no record: it has no stamps, no history, and never leaves the device.

CREATE TABLE draft (
    draft          BLOB    NOT NULL PRIMARY KEY CHECK (length(draft) = 16),
    person         BLOB    UNIQUE CHECK (person IS NULL OR length(person) = 16),
    at             INTEGER NOT NULL,
    form           BLOB    NOT NULL CHECK (length(form) BETWEEN 1 AND 262144)
) STRICT, WITHOUT ROWID;
