-- A register-epoch that ended: which one follows it, and since when nothing can be written to it (unix seconds).
ALTER TABLE registers ADD COLUMN successor BLOB CHECK (successor IS NULL OR length(successor) = 16);
ALTER TABLE registers ADD COLUMN closed_at INTEGER;
CREATE INDEX registers_closed ON registers (closed_at) WHERE closed_at IS NOT NULL;
