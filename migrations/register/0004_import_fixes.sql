-- Corrections made while a sheet was looked at, by what the row says: the same file opened again is read as corrected.
-- Of persons of this register only; a correction goes with its person. Never leaves the device.

CREATE TABLE import_fix (
    shape          TEXT    NOT NULL CHECK (length(shape) > 0),
    row            BLOB    NOT NULL CHECK (length(row) = 8),
    place          TEXT    NOT NULL CHECK (length(place) > 0),
    was            TEXT    NOT NULL,
    now            TEXT    NOT NULL,
    person         BLOB    NOT NULL CHECK (length(person) = 16),
    at             INTEGER NOT NULL,
    PRIMARY KEY (shape, row, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_fix_person ON import_fix (person);
CREATE INDEX import_fix_at ON import_fix (at);
