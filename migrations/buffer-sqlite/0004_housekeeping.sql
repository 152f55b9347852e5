-- When a batch was applied, in unix days (coarse on purpose), so that its hash can be
-- forgotten by policy. 0: before days were noted; the first housekeeping sets it.
ALTER TABLE batches ADD COLUMN day INTEGER NOT NULL DEFAULT 0;
CREATE INDEX batches_by_day ON batches (day);
CREATE INDEX box_messages_by_day ON box_messages (day);
